using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>How somebody's conversion stands against that of the others; a difference only counts where the intervals part.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ConversionStanding>))]
public sealed class ConversionStanding : OrderedTerm<ConversionStanding>
{
    /// <summary>Both intervals are known, and the own one lies below; value 1.</summary>
    public static readonly ConversionStanding BelowTeam = new(1);
    /// <summary>The intervals overlap: no difference can be told; value 2.</summary>
    public static readonly ConversionStanding LikeTeam = new(2);
    /// <summary>Both intervals are known, and the own one lies above; value 3.</summary>
    public static readonly ConversionStanding AboveTeam = new(3);

    private ConversionStanding(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <inheritdoc/>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
