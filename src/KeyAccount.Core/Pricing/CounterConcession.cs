using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>What a customer can give us for a lower price.</summary>
/// <remarks>LibraryDefault: S003 warns of discounts as the way to win an order; what they are to be traded for is ours.</remarks>
[JsonConverter(typeof(TermJsonConverter<CounterConcessionKind>))]
public sealed class CounterConcessionKind : Term<CounterConcessionKind>
{
    /// <summary>More units; value 1.</summary>
    public static readonly CounterConcessionKind Volume = new(nameof(Volume), 1);

    /// <summary>A longer contract; value 2.</summary>
    public static readonly CounterConcessionKind Term = new(nameof(Term), 2);

    /// <summary>Earlier payment; value 3.</summary>
    public static readonly CounterConcessionKind PaymentDays = new(nameof(PaymentDays), 3);

    /// <summary>Less for us to do: a simpler version, fewer services, fewer deliveries; value 4.</summary>
    public static readonly CounterConcessionKind Scope = new(nameof(Scope), 4);

    /// <summary>A binding forecast; value 5.</summary>
    public static readonly CounterConcessionKind Forecast = new(nameof(Forecast), 5);

    /// <summary>The customer speaks for us; value 6.</summary>
    public static readonly CounterConcessionKind Reference = new(nameof(Reference), 6);

    /// <summary>It buys from us alone; value 7.</summary>
    public static readonly CounterConcessionKind Exclusivity = new(nameof(Exclusivity), 7);

    private CounterConcessionKind(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>One thing a customer gives us for a lower price, and how much of it.</summary>
/// <remarks>A value: immutable, equal when both parts are, and the same after a round trip through JSON.</remarks>
public sealed record CounterConcession
{
    private const int MostYears = 100;
    private const int MostDays = 3_650;

    /// <summary>A counter-concession.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="extent">How much: for <see cref="CounterConcessionKind.Volume"/> units more, for <see cref="CounterConcessionKind.Term"/> whole years
    /// more, for <see cref="CounterConcessionKind.PaymentDays"/> whole days earlier, for the others what it is worth to us in money; not negative. Null
    /// where that is not known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="extent"/> is negative, or no whole number of years (at most 100) or days (at most
    /// 3,650).</exception>
    public CounterConcession(CounterConcessionKind kind, decimal? extent)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (extent is { } given)
        {
            Guard.NotNegative(given, nameof(extent));
            if (MostOf(kind) is { } most)
            {
                Guard.AtMost(given, most, nameof(extent));
                if (given != decimal.Truncate(given))
                    throw new ArgumentOutOfRangeException(nameof(extent), Invariant($"extent is {given}; it must be a whole number of {(kind == CounterConcessionKind.Term ? "years" : "days")}."));
            }
        }

        Kind = kind;
        Extent = extent;
    }

    /// <summary>What it is.</summary>
    public CounterConcessionKind Kind { get; }

    /// <summary>How much, in the unit of its kind; null where that is not known.</summary>
    public decimal? Extent { get; }

    /// <summary>The largest extent of what comes in whole years or days; null for the others.</summary>
    internal static int? MostOf(CounterConcessionKind kind) =>
        kind == CounterConcessionKind.Term ? MostYears
        : kind == CounterConcessionKind.PaymentDays ? MostDays
        : null;

    /// <summary>What it is worth to us; null where that cannot be said.</summary>
    internal decimal? ValueOn(TradeBasis basis) =>
        Kind == CounterConcessionKind.Volume ? Extent is { } units && basis.UnitMargin is { } margin ? CounterConcessions.Volume(units, margin) : null
        : Kind == CounterConcessionKind.Term ? Extent is { } years && basis.Contribution is { } perYear ? CounterConcessions.Term(perYear, 1, (int)years, basis.CostOfCapital) : null
        : Kind == CounterConcessionKind.PaymentDays ? Extent is { } days ? CounterConcessions.PaymentDays(basis.Amount, (int)days, basis.CostOfCapital) : null
        : Extent;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CounterConcession {{ Kind = {Kind}, Extent = {Extent} }}");
}
