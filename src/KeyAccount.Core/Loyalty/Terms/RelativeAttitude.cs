using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Whether the customer thinks better of us than of our competitors.</summary>
/// <remarks>Source: L Dick &amp; Basu 1994.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelativeAttitude>))]
public sealed class RelativeAttitude : OrderedTerm<RelativeAttitude>
{
    /// <summary>Not better; value 1.</summary>
    public static readonly RelativeAttitude Low = new(nameof(Low), 1);

    /// <summary>Better; value 2.</summary>
    public static readonly RelativeAttitude High = new(nameof(High), 2);

    private RelativeAttitude(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
