using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>The priority of a prospect.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProspectPriority>))]
public sealed class ProspectPriority : OrderedTerm<ProspectPriority>
{
    /// <summary>Do not work on it; value 1.</summary>
    public static readonly ProspectPriority Drop = new(1);
    /// <summary>Keep in touch; value 2.</summary>
    public static readonly ProspectPriority Nurture = new(2);
    /// <summary>Work on it now; value 3.</summary>
    public static readonly ProspectPriority Pursue = new(3);

    private ProspectPriority(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
