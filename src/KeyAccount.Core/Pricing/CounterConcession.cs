using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A counter-concession: what a customer gives us for a lower price, and how much of it.</summary>
/// <remarks>A value: immutable, equal when both parts are, and the same after a round trip through JSON.</remarks>
public sealed record CounterConcession
{
    private const int MostYears = 100;
    private const int MostDays = 3_650;

    /// <summary>Creates a counter-concession.</summary>
    /// <param name="kind">The kind of counter-concession.</param>
    /// <param name="extent">The amount: for <see cref="CounterConcessionKind.Volume"/> additional units, for
    /// <see cref="CounterConcessionKind.Term"/> additional whole years, for <see cref="CounterConcessionKind.PaymentDays"/> whole days
    /// earlier, for the other kinds the worth to us in money; not negative. Null if unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="extent"/> is negative, or is not a whole number of years (at most 100)
    /// or days (at most 3,650).</exception>
    public CounterConcession(CounterConcessionKind kind, decimal? extent)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (extent is { } given)
        {
            FactRange<CounterConcession>.Checked(given, nameof(Extent));
            if (MostOf(kind) is { } most)
            {
                Guard.AtMost(given, most, nameof(extent));
                if (given != decimal.Truncate(given))
                {
                    var unit = kind == CounterConcessionKind.Term ? "years" : "days";
                    throw new ArgumentOutOfRangeException(
                        nameof(extent), Invariant($"extent is {given}; it must be a whole number of {unit}."));
                }
            }
        }

        Kind = kind;
        Extent = extent;
    }

    /// <summary>The kind of counter-concession.</summary>
    public CounterConcessionKind Kind { get; }

    /// <summary>The amount, in the unit of its kind; null if unknown.</summary>
    [FactRange(FactUnit.Number)]
    public decimal? Extent { get; }

    /// <summary>The largest extent of a kind that is counted in whole years or days; null for the other kinds.</summary>
    internal static int? MostOf(CounterConcessionKind kind) =>
        kind == CounterConcessionKind.Term ? MostYears
        : kind == CounterConcessionKind.PaymentDays ? MostDays
        : null;

    /// <summary>The value of the counter-concession to us; null if it cannot be determined.</summary>
    internal decimal? ValueOn(TradeBasis basis)
    {
        if (Kind == CounterConcessionKind.Volume)
            return Extent is { } units && basis.UnitMargin is { } margin ? CounterConcessions.Volume(units, margin) : null;
        if (Kind == CounterConcessionKind.Term)
        {
            return Extent is { } years && basis.Contribution is { } perYear
                ? CounterConcessions.Term(perYear, 1, (int)years, basis.CostOfCapital)
                : null;
        }

        return Kind == CounterConcessionKind.PaymentDays && Extent is { } days
            ? CounterConcessions.PaymentDays(basis.Amount, (int)days, basis.CostOfCapital)
            : Extent;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CounterConcession {{ Kind = {Kind}, Extent = {Extent} }}");
}
