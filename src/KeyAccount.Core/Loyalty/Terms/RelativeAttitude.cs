using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Whether the customer prefers us to our competitors.</summary>
/// <remarks>Source: Dick &amp; Basu 1994.</remarks>
[JsonConverter(typeof(TermJsonConverter<RelativeAttitude>))]
public sealed class RelativeAttitude : OrderedTerm<RelativeAttitude>
{
    /// <summary>Not better; value 1.</summary>
    public static readonly RelativeAttitude Low = new(1);
    /// <summary>Better; value 2.</summary>
    public static readonly RelativeAttitude High = new(2);

    private RelativeAttitude(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
