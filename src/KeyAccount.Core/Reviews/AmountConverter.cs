using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Converts the amounts of one account, collects the faults, and records the rates it has used.</summary>
/// <param name="rates">The rates; null for none.</param>
/// <param name="usual">The currency of amounts without one.</param>
/// <param name="target">The currency to convert to.</param>
/// <param name="asOf">The date of the facts: that of amounts without a date of their own.</param>
/// <param name="path">The place of the account.</param>
/// <param name="faults">Receives the amounts that cannot be converted.</param>
internal sealed class AmountConverter(
    ExchangeRateTable? rates, string usual, string target, LocalDate asOf, string path, List<ModelFault> faults)
{
    private readonly SortedSet<string> _currencies = new(StringComparer.Ordinal);
    private readonly List<MissingRates.Gap> _gaps = [];
    private LocalDate _first = LocalDate.MaxIsoValue;
    private LocalDate _last = LocalDate.MinIsoValue;

    public LocalDate AsOf => asOf;

    /// <summary>The currency of amounts without one.</summary>
    public string Usual => usual;

    /// <summary>The currency to convert to.</summary>
    public string Target => target;

    /// <summary>The conversion that was made; null for none.</summary>
    public CurrencyConversion? Done => _currencies.Count == 0 ? null
        : new() { Table = rates!.Name, Currencies = [.. _currencies], FirstRate = _first, LastRate = _last };

    /// <summary>The amounts that could not be converted because a rate is missing.</summary>
    public IReadOnlyList<MissingRates.Gap> Gaps => _gaps;

    // What is written otherwise than the rates, or the portfolio, is likely meant to be the same.
    private void Miss(string member, string from, LocalDate date, string message)
    {
        if (CurrencyCode.Likely(from) is { } code && (code == target || CurrencyCode.Meant(from) is not null))
            Refuse(member, $"it is in {from}; write the code {code}");
        else if (CurrencyCode.Likely(target) == from)
            Refuse(member, $"it is in {from}, and the portfolio is in {target}; write {from} there too");
        else
            _gaps.Add(new($"{path}.{member}", from, target, date, date, message, rates));
    }

    private void Refuse(string member, string message) => faults.Add(new($"{path}.{member}", message));

    /// <summary>An amount at the date of the facts.</summary>
    public decimal? Of(decimal? amount, string? currency, string member) => Of(amount, currency, asOf, member);

    /// <summary>An amount at its own date.</summary>
    public decimal? Of(decimal? amount, string? currency, LocalDate date, string member) =>
        amount is { } known ? Of(known, currency, date, member) : null;

    /// <summary>Converts an amount that the file limits in any currency.</summary>
    /// <param name="amount">The amount; within the limit.</param>
    /// <param name="currency">The currency of the amount; null for the usual one.</param>
    /// <param name="date">The date of the amount.</param>
    /// <param name="member">The place of the amount.</param>
    /// <param name="most">The largest absolute amount.</param>
    public decimal Within(decimal amount, string? currency, LocalDate date, string member, decimal most)
    {
        var converted = Of(amount, currency, date, member);
        if (Math.Abs(converted) <= most)
            return converted;
        Refuse(member, Invariant(
            $"in {target} it is {converted}; it must be at most {most} there; correct the amount, the rate or the currency"));
        return amount;
    }

    /// <inheritdoc cref="Within(decimal, string, LocalDate, string, decimal)"/>
    public decimal? Within(decimal? amount, string? currency, LocalDate date, string member, decimal most) =>
        amount is { } known ? Within(known, currency, date, member, most) : null;

    /// <inheritdoc cref="Of(decimal?, string, LocalDate, string)"/>
    public decimal Of(decimal amount, string? currency, LocalDate date, string member)
    {
        var from = currency ?? usual;
        if (from == target)
            return amount;
        if (string.IsNullOrWhiteSpace(from))
        {
            Refuse(member, "its currency is blank; leave it out if it is that of the account");
            return amount;
        }

        // Nothing is nothing in every currency; a file may hold it where nobody has stated an amount.
        if (amount == 0)
            return amount;
        if (rates is null)
        {
            Miss(member, from, date, $"it is in {from}, and the portfolio is in {target}; give rates, or convert it");
            return amount;
        }

        if (rates.RateOn(from, target, date) is not { } rate)
        {
            Miss(member, from, date, rates.Missing(from, target, date));
            return amount;
        }

        _currencies.Add(from);
        (_first, _last) = (LocalDate.Min(_first, rate.Date), LocalDate.Max(_last, rate.Date));
        try
        {
            return ExchangeRateTable.Product(amount, rate);
        }
        catch (OverflowException e)
        {
            Refuse(member, e.Message);
            return amount;
        }
    }
}
