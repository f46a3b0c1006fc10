using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The exchange rates for converting a portfolio's amounts to its currency.</summary>
/// <remarks>
/// <para>An amount is converted at the last rate of its pair on or before its date, which must not be older than <see cref="LongestDays"/>.
/// A missing rate is a fault that names the date and the pair; it is never assumed to be 1.</para>
/// <para>Only the rates of the table are used. A rate is not inverted, and two rates are not chained: both would need rounding, and banks
/// buy and sell at different rates. State the rate of every pair in the direction in which it is used.</para>
/// <para>A converted amount is exact: amount · rate in decimals. A product that needs more digits than a decimal holds is a fault.</para>
/// <para>Immutable; equal when every part is. Safe to share between threads.</para>
/// </remarks>
public sealed record ExchangeRateTable
{
    /// <summary>The maximum age of a rate if the table does not state one: 31 days, so that monthly rates are enough. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int DefaultLongestDays = 31;

    /// <summary>The maximum number of rates in a table: 100,000, the daily rates of twenty pairs over more than ten years. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int MostRates = 100_000;

    // Beside the value: in a field it would be copied by `with`.
    private static readonly ConditionalWeakTable<ExchangeRateTable, Dictionary<(string From, string To), ExchangeRate[]>> Pairs = [];

    /// <summary>The name of the table with its version, which the review states; not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Name { get; init; }

    /// <summary>The source of the rates; null if it is not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Source { get; init; }

    /// <summary>The number of days after its date for which a rate holds; 0 … 3660, 0 for its own day only; null for
    /// <see cref="DefaultLongestDays"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 3660, FactUnit.Days)]
    public int? LongestDays { get; init => field = FactRange<ExchangeRateTable>.Checked(value); }

    /// <summary>The rates, in any order; at most one per pair and day.</summary>
    public required IReadOnlyList<ExchangeRate> Rates { get; init => field = ValueList.Unchecked(value ?? []); }

    /// <summary>Looks up the rate of a pair on a date.</summary>
    /// <param name="from">The currency that is converted.</param>
    /// <param name="to">The currency that it is converted to.</param>
    /// <param name="date">The date of the amount.</param>
    /// <returns>The last rate on or before the date; null if there is none, or it is older than <see cref="LongestDays"/>.</returns>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="date"/> is not in the ISO calendar.</exception>
    public ExchangeRate? RateOn(string from, string to, LocalDate date)
    {
        var last = LastBefore(Guard.NotNull(from), Guard.NotNull(to), Guard.Iso(date));
        return last is not null && Period.DaysBetween(last.Date, date) <= Longest ? last : null;
    }

    /// <summary>Converts an amount to another currency.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="from">The currency of the amount.</param>
    /// <param name="to">The currency to convert to; if it is the same, the amount does not change.</param>
    /// <param name="date">The date of the amount.</param>
    /// <returns>amount · rate, exact.</returns>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentException">There is no rate for that date; the message names the date and the pair.</exception>
    /// <exception cref="OverflowException">The product needs more digits than a decimal holds.</exception>
    public decimal Convert(decimal amount, string from, string to, LocalDate date) =>
        Guard.NotNull(from) == Guard.NotNull(to) ? amount
        : Product(amount, RateOn(from, to, date) ?? throw new ArgumentException($"{Missing(from, to, date)}.", nameof(date)));

    /// <summary>The message for a missing rate, with what the table has instead.</summary>
    internal string Missing(string from, string to, LocalDate date)
    {
        var before = LastBefore(from, to, date) is { } last ? Invariant($"; the last one before is of {last.Date:R}")
            : NotTurned(from, to);
        var days = Longest == 0 ? "" : Invariant($", nor of the {Longest} days before");
        return Invariant($"rates has no rate from {from} to {to} of {date:R}{days}{before}; add one");
    }

    /// <summary>The message for a rate that is missing for several amounts, which are given in words with their dates.</summary>
    internal string MissingFor(string from, string to, string amounts) =>
        $"rates has no rate from {from} to {to} for {amounts}"
        + (Longest == 0 ? "" : Invariant($", nor of the {Longest} days before")) + NotTurned(from, to)
        + "; add one for each of their dates";

    private string NotTurned(string from, string to) =>
        PairsOf().ContainsKey((from, to)) || !PairsOf().ContainsKey((to, from)) ? ""
            : $"; the rates from {to} to {from} are not inverted";

    /// <summary>Calculates amount · rate; a product that a decimal would round is refused.</summary>
    internal static decimal Product(decimal amount, ExchangeRate rate)
    {
        decimal product;
        try
        {
            product = amount * rate.Rate;
        }
        catch (OverflowException)
        {
            throw TooLong(amount, rate);
        }

        return amount == 0 || product.Scale == amount.Scale + rate.Rate.Scale ? product : throw TooLong(amount, rate);
    }

    internal void Check(string path, List<ModelFault> faults)
    {
        if (string.IsNullOrWhiteSpace(Name))
            faults.Add(new($"{path}.name", "it is blank; name the table and its version"));
        if (!Portfolio.Fits($"{path}.rates", Rates.Count, faults, MostRates))
            return;

        var seen = new HashSet<(LocalDate, string, string)>();
        for (var i = 0; i < Rates.Count; i++)
        {
            var place = Invariant($"{path}.rates[{i}]");
            if (Rates[i] is not { } rate)
                faults.Add(new(place, "it is null; it must be an object"));
            else if (string.IsNullOrWhiteSpace(rate.From))
                faults.Add(new($"{place}.from", "it is blank; it must be a currency such as EUR"));
            else if (string.IsNullOrWhiteSpace(rate.To))
                faults.Add(new($"{place}.to", "it is blank; it must be a currency such as CNY"));
            else if (CurrencyCode.Meant(rate.From) is { } from)
                faults.Add(new($"{place}.from", $"it is {rate.From}; write the code {from}"));
            else if (CurrencyCode.Meant(rate.To) is { } to)
                faults.Add(new($"{place}.to", $"it is {rate.To}; write the code {to}"));
            else if (rate.From == rate.To)
                faults.Add(new($"{place}.to", $"it is {rate.To}, like from; a rate is between two currencies"));
            else if (!seen.Add((rate.Date, rate.From, rate.To)))
                faults.Add(new(place, Invariant($"the rate from {rate.From} to {rate.To} of {rate.Date:R} is duplicated")));
        }
    }

    private static OverflowException TooLong(decimal amount, ExchangeRate rate) => new(Invariant(
        $"{amount} {rate.From} times {rate.Rate} of {rate.Date:R} has more digits than a decimal holds; round the rate"));

    // A file may leave it out, and then nothing is set.
    private int Longest => LongestDays ?? DefaultLongestDays;

    private ExchangeRate? LastBefore(string from, string to, LocalDate date)
    {
        if (!PairsOf().TryGetValue((from, to), out var rates))
            return null;
        var (low, high) = (0, rates.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rates[middle].Date <= date)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high < 0 ? null : rates[high];
    }

    private Dictionary<(string From, string To), ExchangeRate[]> PairsOf() => Pairs.GetValue(this, static table =>
        table.Rates.Where(rate => rate is { From: not null, To: not null }).GroupBy(rate => (rate.From, rate.To))
            .ToDictionary(pair => pair.Key, pair => pair.OrderBy(rate => rate.Date).ToArray()));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The name, the maximum age of a rate, and the number of rates.</returns>
    public override string ToString() =>
        Invariant($"ExchangeRateTable {{ Name = {Name}, LongestDays = {LongestDays}, Rates = {Rates?.Count} }}");
}
