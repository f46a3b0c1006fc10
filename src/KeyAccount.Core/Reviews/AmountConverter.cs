using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Converts the amounts of one account, collects the faults, and keeps which rates it has used.</summary>
/// <param name="rates">The rates; null for none.</param>
/// <param name="usual">The currency of amounts that state none.</param>
/// <param name="target">The currency to convert to.</param>
/// <param name="asOf">The date of the facts: that of amounts without a date of their own.</param>
/// <param name="path">Where the account stands.</param>
/// <param name="faults">Receives what cannot be converted.</param>
internal sealed class AmountConverter(
    ExchangeRateTable? rates, string usual, string target, LocalDate asOf, string path, List<ModelFault> faults)
{
    private readonly SortedSet<string> _currencies = new(StringComparer.Ordinal);
    private LocalDate _first = LocalDate.MaxIsoValue;
    private LocalDate _last = LocalDate.MinIsoValue;

    public LocalDate AsOf => asOf;

    /// <summary>The currency of amounts that state none.</summary>
    public string Usual => usual;

    /// <summary>What was converted; null for nothing.</summary>
    public CurrencyConversion? Done => _currencies.Count == 0 ? null
        : new() { Table = rates!.Name, Currencies = [.. _currencies], FirstRate = _first, LastRate = _last };

    private void Refuse(string member, string message) => faults.Add(new($"{path}.{member}", message));

    /// <summary>An amount at the date of the facts.</summary>
    public decimal? Of(decimal? amount, string? currency, string member) => Of(amount, currency, asOf, member);

    /// <summary>An amount at a date of its own.</summary>
    public decimal? Of(decimal? amount, string? currency, LocalDate date, string member) =>
        amount is { } known ? Of(known, currency, date, member) : null;

    /// <inheritdoc cref="Of(decimal?, string, LocalDate, string)"/>
    public decimal Of(decimal amount, string? currency, LocalDate date, string member)
    {
        var from = currency ?? usual;
        if (from == target)
            return amount;
        if (string.IsNullOrWhiteSpace(from))
        {
            Refuse(member, "its currency is blank; leave it out where it is that of the account");
            return amount;
        }

        if (rates is null)
        {
            Refuse(member, $"it is in {from}, and the portfolio is in {target}; give rates, or convert it");
            return amount;
        }

        if (rates.RateOn(from, target, date) is not { } rate)
        {
            Refuse(member, rates.Missing(from, target, date));
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
