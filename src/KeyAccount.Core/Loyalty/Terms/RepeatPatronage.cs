using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Whether the customer buys a large share of its needs from us: the share of wallet, high or low.</summary>
/// <remarks>Source: Dick &amp; Basu 1994.</remarks>
[JsonConverter(typeof(TermJsonConverter<RepeatPatronage>))]
public sealed class RepeatPatronage : OrderedTerm<RepeatPatronage>
{
    /// <summary>Little; value 1.</summary>
    public static readonly RepeatPatronage Low = new(1);
    /// <summary>Much; value 2.</summary>
    public static readonly RepeatPatronage High = new(2);

    private RepeatPatronage(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
