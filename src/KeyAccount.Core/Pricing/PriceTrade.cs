using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A price step and what we get in return, in money: concessions are exchanged, never given.</summary>
/// <remarks>
/// <para>Net effect = what we get − what the step costs. More volume and a longer term are worth the margin at the new price, earlier
/// payment the interest (<see cref="CounterConcessions"/>). The caller states the worth of the others. A counter-concession never makes the
/// net effect worse than the bare step: one that would cost us is not taken.</para>
/// <para>A value: immutable, equal when step, basis and counter-concessions (in any order) are, and the same after a round trip through
/// JSON. A pure function over decimals.</para>
/// </remarks>
public sealed record PriceTrade
{
    /// <summary>Values a trade.</summary>
    /// <param name="priceStep">The cost of the price step to us: (old price − new price) · quantity; negative if the price rises.</param>
    /// <param name="inReturn">What we get, in any order; empty if the step asks for nothing.</param>
    /// <param name="basis">The basis of the valuation. The offer is taken to be for a year; added years begin after it.</param>
    /// <exception cref="ArgumentNullException">An argument or a counter-concession is null.</exception>
    [JsonConstructor]
    public PriceTrade(decimal priceStep, IReadOnlyList<CounterConcession> inReturn, TradeBasis basis)
    {
        ArgumentNullException.ThrowIfNull(inReturn);
        ArgumentNullException.ThrowIfNull(basis);
        foreach (var concession in inReturn)
            ArgumentNullException.ThrowIfNull(concession, nameof(inReturn));
        PriceStep = priceStep;
        InReturn = ValueList.Of(inReturn.OrderBy(each => each.Kind.Value).ThenBy(each => each.Extent));
        Basis = basis;
    }

    /// <summary>The cost of the price step to us; negative if the price rises.</summary>
    public decimal PriceStep { get; }

    /// <summary>What we get, by kind.</summary>
    public IReadOnlyList<CounterConcession> InReturn { get; }

    /// <summary>The basis of the valuation.</summary>
    public TradeBasis Basis { get; }

    /// <summary>What we get, each with its value, in the order of <see cref="InReturn"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<ValuedConcession> Values => [.. InReturn.Select(each => new ValuedConcession(each, each.ValueOn(Basis)))];

    /// <summary>The total of what we get: the sum of the values that count. If a value is not known, the total is the least that it can
    /// be.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal Received => DecimalOverflow.Named(
        () => Values.Sum(each => each.Counted), "PriceTrade.Received", (nameof(InReturn), InReturn));

    /// <summary>What we get − what the step costs.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal NetEffect => DecimalOverflow.Named(
        () => Received - PriceStep, "PriceTrade.NetEffect", (nameof(Received), Received), (nameof(PriceStep), PriceStep));

    /// <summary>Whether every value is known. If not, the net effect is the least that it can be.</summary>
    public bool IsComplete => Values.All(each => each.Value is not null);

    /// <summary>Whether the price falls and nothing is asked in return, which is a mistake in selling.</summary>
    public bool IsUnconditional => PriceStep > 0 && InReturn.Count == 0;

    /// <summary>Calculates what to ask for: how much of one counter-concession covers what the trade still lacks, on top of what we
    /// get.</summary>
    /// <param name="kind">The counter-concession.</param>
    /// <returns>The least that covers it: whole units, years or days, or the amount of money for the other kinds; an extent of 0 if nothing
    /// is lacking. Null if the margin is not known, or no extent covers it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="OverflowException">More units are needed than a decimal holds.</exception>
    public CounterConcession? CoveredBy(CounterConcessionKind kind)
    {
        var lack = Math.Max(-NetEffect, 0);
        if (CounterConcession.MostOf(kind) is { } most)
            return Enumerable.Range(0, most + 1).Select(extent => new CounterConcession(kind, extent)).FirstOrDefault(Covers);
        if (kind != CounterConcessionKind.Volume)
            return new(kind, lack);
        if (Basis.UnitMargin is not { } margin || (margin <= 0 && lack > 0))
            return null;

        // The exact condition has the last word over the division.
        var units = new CounterConcession(kind, lack == 0 ? 0 : DecimalOverflow.Named(
            () => Math.Ceiling(lack / margin), "PriceTrade.CoveredBy", (nameof(lack), lack), (nameof(margin), margin)));
        return Covers(units) ? units : new(kind, units.Extent + 1);

        bool Covers(CounterConcession concession) => concession.ValueOn(Basis) >= lack;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Step, sum and net effect by name.</returns>
    public override string ToString() => Invariant(
        $"PriceTrade {{ PriceStep = {PriceStep}, Received = {Received}, NetEffect = {NetEffect}, IsComplete = {IsComplete}, ")
        + $"InReturn = {InReturn} }}";
}
