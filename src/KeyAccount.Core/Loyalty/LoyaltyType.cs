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

/// <summary>Whether the customer buys much of what it needs from us: the share of wallet, high or low.</summary>
/// <remarks>Source: L Dick &amp; Basu 1994.</remarks>
[JsonConverter(typeof(TermJsonConverter<RepeatPatronage>))]
public sealed class RepeatPatronage : OrderedTerm<RepeatPatronage>
{
    /// <summary>Little; value 1.</summary>
    public static readonly RepeatPatronage Low = new(nameof(Low), 1);

    /// <summary>Much; value 2.</summary>
    public static readonly RepeatPatronage High = new(nameof(High), 2);

    private RepeatPatronage(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>What kind of loyalty attitude and purchases make together.</summary>
/// <remarks>Source: L Dick &amp; Basu 1994. No order: latent and spurious loyalty lack different things.</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyType>))]
public sealed class LoyaltyType : Term<LoyaltyType>
{
    /// <summary>It wants to buy from us and does; value 1.</summary>
    public static readonly LoyaltyType True = new(nameof(True), 1);

    /// <summary>It wants to and buys little; value 2.</summary>
    public static readonly LoyaltyType Latent = new(nameof(Latent), 2);

    /// <summary>It buys much and does not want to; value 3.</summary>
    public static readonly LoyaltyType Spurious = new(nameof(Spurious), 3);

    /// <summary>Neither; value 4.</summary>
    public static readonly LoyaltyType None = new(nameof(None), 4);

    private LoyaltyType(string name, int value)
        : base(name, value)
    {
    }
}
