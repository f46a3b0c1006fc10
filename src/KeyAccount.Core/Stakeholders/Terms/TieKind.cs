using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The kind of a tie between two people of the customer.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (对立、联盟、裙带) for the politics; reporting and influence are the lines of every organisation chart (组织构架图).
/// Who can
/// carry us to whom over which tie is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<TieKind>))]
public sealed class TieKind : Term<TieKind>
{
    /// <summary>One reports to the other; leads us up and down; value 1.</summary>
    public static readonly TieKind ReportsTo = new(1, isMutual: false, carriesForward: true, carriesBack: true);
    /// <summary>One is heard by the other; leads us in that direction only; value 2.</summary>
    public static readonly TieKind Influences = new(2, isMutual: false, carriesForward: true, carriesBack: false);
    /// <summary>The two are allies (联盟); leads us both ways; value 3.</summary>
    public static readonly TieKind Alliance = new(3, isMutual: true, carriesForward: true, carriesBack: true);
    /// <summary>The two oppose each other (对立): whatever else connects them, neither introduces us to the other; value 4.</summary>
    public static readonly TieKind Opposition = new(4, isMutual: true, carriesForward: false, carriesBack: false);
    /// <summary>One owes the position to the other: family, friends, old comrades (裙带); leads us both ways; value 5.</summary>
    public static readonly TieKind Kinship = new(5, isMutual: true, carriesForward: true, carriesBack: true);

    private TieKind(int value, bool isMutual, bool carriesForward, bool carriesBack, [CallerMemberName] string name = "")
        : base(name, value) => (IsMutual, CarriesForward, CarriesBack) = (isMutual, carriesForward, carriesBack);

    /// <summary>Whether the tie is mutual: the same seen from either end.</summary>
    public bool IsMutual { get; }

    /// <summary>Whether the first person can introduce us to the second.</summary>
    internal bool CarriesForward { get; }

    /// <summary>Whether the second person can introduce us to the first.</summary>
    internal bool CarriesBack { get; }
}
