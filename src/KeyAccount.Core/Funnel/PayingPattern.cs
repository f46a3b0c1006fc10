using System.Text.Json.Serialization;
using KeyAccount.Core.Records;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The share of due amounts that is paid in the same month, in the next one, and so on.</summary>
/// <remarks>Immutable; equal when the shares are.</remarks>
public sealed record PayingPattern
{
    /// <summary>The default number of months that a pattern covers after the due month: 12. Provenance: <c>LibraryDefault</c>.</summary>
    public const int DefaultMonths = 12;

    /// <summary>A pattern.</summary>
    /// <param name="shares">The shares paid 0, 1, 2 … months after the due month, as fractions of the whole; none negative, with a sum of
    /// at most 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative.</exception>
    /// <exception cref="ArgumentException">The shares sum to more than 1.</exception>
    [JsonConstructor]
    public PayingPattern(IReadOnlyList<decimal> shares)
    {
        Shares = ValueList.Of(shares);
        for (var i = 0; i < Shares.Count; i++)
        {
            Guard.NotNegative(Shares[i], Invariant($"shares[{i}]"));
            Guard.AtMost(Shares[i], 1, Invariant($"shares[{i}]"));
        }

        if (Shares.Sum() > 1)
            throw new ArgumentException(Invariant($"The shares sum to {Shares.Sum()}; they must sum to 1 at most."), nameof(shares));
    }

    /// <summary>The shares paid 0, 1, 2 … months after the due month.</summary>
    public IReadOnlyList<decimal> Shares { get; }

    /// <summary>The share that is not paid within those months.</summary>
    [JsonIgnore]
    public decimal Never => 1 - Shares.Sum();

    /// <summary>The pattern of invoices, weighted by their amounts. An open invoice counts for the months it has been open.</summary>
    /// <param name="invoices">The invoices, in any order; read once. One that is paid before it is due counts as paid in the due
    /// month.</param>
    /// <param name="asOf">The reference date; later payments and invoices that fall due later do not count.</param>
    /// <param name="months">How many months after the due month to look; 0 … 120.</param>
    /// <returns>The pattern; null if no amount has fallen due.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="invoices"/> or an invoice is null.</exception>
    /// <exception cref="ArgumentException">An invoice has no account.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or <paramref name="months"/> is outside its range.</exception>
    /// <exception cref="OverflowException">The sum of the amounts does not fit a decimal.</exception>
    public static PayingPattern? Of(IEnumerable<AccountInvoice> invoices, LocalDate asOf, int months = DefaultMonths)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(invoices);
        Guard.Between(months, 0, 120);

        // By lag: what was paid at it, and what was still open when watching ended at it.
        var (paid, open) = (new decimal[months + 1], new decimal[months + 1]);
        var (all, index) = (0m, 0);
        foreach (var invoice in invoices)
        {
            AccountInvoice.Check(invoice, Invariant($"invoices[{index++}]"));
            if (invoice.Due > asOf || invoice.Amount == 0)
                continue;
            var (before, amount) = (all, invoice.Amount);
            all = DecimalOverflow.Named(
                () => before + amount, "The sum of the invoices of PayingPattern", ("so far", before), (nameof(amount), amount));
            var isPaid = invoice.Paid <= asOf;
            var lag = MonthsBetween(invoice.Due, isPaid ? invoice.Paid!.Value : asOf);
            if (lag <= months)
                (isPaid ? paid : open)[lag] += invoice.Amount;
        }

        if (all == 0)
            return null;
        var (atRisk, left, shares) = (all, 1m, new decimal[months + 1]);
        for (var lag = 0; lag <= months; lag++)
        {
            // The month that is not over yet is no month of waiting.
            atRisk -= open[lag];
            shares[lag] = atRisk == 0 ? 0 : left * (paid[lag] / atRisk);
            left = Math.Max(0, left - shares[lag]);
            atRisk -= paid[lag];
        }

        return new(shares);
    }

    /// <summary>The expected receipts by month: Σ amount · share.</summary>
    /// <param name="due">The amount due in each month; none negative.</param>
    /// <returns>What is paid in each month, ascending, months without payment in between included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="due"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative; the message names its month.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public IReadOnlyList<MonthlyReceipt> Forecast(IReadOnlyDictionary<YearMonth, decimal> due)
    {
        ArgumentNullException.ThrowIfNull(due);
        var sums = new SortedDictionary<YearMonth, decimal>();
        foreach (var (month, amount) in due)
        {
            Guard.NotNegative(amount, Invariant($"due[{month:yyyy-MM}]"));
            for (var lag = 0; lag < Shares.Count; lag++)
                sums[month.PlusMonths(lag)] = sums.GetValueOrDefault(month.PlusMonths(lag)) + (amount * Shares[lag]);
        }

        if (sums.Count == 0)
            return ValueList<MonthlyReceipt>.Empty;
        var (first, last) = (sums.Keys.First(), sums.Keys.Last());
        var all = new List<MonthlyReceipt>();
        for (var month = first; month <= last; month = month.PlusMonths(1))
            all.Add(new(month, sums.GetValueOrDefault(month)));
        return ValueList.Of(all);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The shares.</returns>
    public override string ToString() => Invariant($"PayingPattern {{ Shares = {Shares} }}");

    private static int MonthsBetween(LocalDate from, LocalDate to) => Math.Max(0, (12 * (to.Year - from.Year)) + to.Month - from.Month);
}
