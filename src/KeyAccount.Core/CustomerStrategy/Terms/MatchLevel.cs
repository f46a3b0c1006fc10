using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The level of the match between what the customer wants and what we are good at.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<MatchLevel>))]
public sealed class MatchLevel : OrderedTerm<MatchLevel>
{
    /// <summary>Below 40 points; value 1.</summary>
    public static readonly MatchLevel Low = new(1);
    /// <summary>From 40 points; value 2.</summary>
    public static readonly MatchLevel Medium = new(2);
    /// <summary>From 70 points; value 3.</summary>
    public static readonly MatchLevel High = new(3);

    private MatchLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
