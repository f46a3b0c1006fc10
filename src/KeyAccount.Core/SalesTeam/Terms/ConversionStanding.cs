using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>How a person's conversion compares with that of the others. A difference counts only if the intervals do not overlap.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ConversionStanding>))]
public sealed class ConversionStanding : OrderedTerm<ConversionStanding>
{
    /// <summary>Both intervals are known, and the person's lies below; value 1.</summary>
    public static readonly ConversionStanding BelowTeam = new(1);
    /// <summary>The intervals overlap, so there is no clear difference; value 2.</summary>
    public static readonly ConversionStanding LikeTeam = new(2);
    /// <summary>Both intervals are known, and the person's lies above; value 3.</summary>
    public static readonly ConversionStanding AboveTeam = new(3);

    private ConversionStanding(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <inheritdoc/>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
