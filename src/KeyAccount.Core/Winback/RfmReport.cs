using System.Text.Json.Serialization;
using KeyAccount.Core.Records;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>A report of recency, frequency and money of customers, from their purchases alone.</summary>
/// <remarks>
/// <para>The cuts stand in the report: with quintiles they change with the customers, so that two reports compare only by them. Days are
/// counted to the day of the report, never to the last purchase in the file.</para>
/// <para>Immutable, with value equality. Literature: Hughes, Strategic Database Marketing: quintiles numbered from 5,
/// the latest, down to 1. Segments and their cuts are a LibraryDefault.</para>
/// </remarks>
public sealed record RfmReport
{
    /// <summary>A report from its parts; what JSON reads back.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cuts">The cuts of the scores; null if there is no customer.</param>
    /// <param name="customers">The customers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> or one of them is null.</exception>
    [JsonConstructor]
    public RfmReport(LocalDate asOf, RfmCuts? cuts, IReadOnlyList<RfmScore> customers) =>
        (AsOf, Cuts, Customers) = (Guard.Iso(asOf), cuts, ValueList.Of(customers));

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate AsOf { get; }

    /// <summary>The cuts of the scores; null if there is no customer.</summary>
    public RfmCuts? Cuts { get; }

    /// <summary>The customers by id.</summary>
    public IReadOnlyList<RfmScore> Customers { get; }

    /// <summary>The report of purchases.</summary>
    /// <param name="purchases">The purchases, in any order; those after <paramref name="asOf"/> are left out. A return takes off money
    /// and is
    /// no order; who has only returns is not a customer.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cuts">Thresholds of your own; quintiles of these customers where none are given.</param>
    /// <param name="segments">The table of segments; <see cref="RfmSegments.Standard"/> if none is given.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An account is blank.</exception>
    /// <exception cref="OverflowException">The sum of an account does not fit a decimal; the message names it.</exception>
    public static RfmReport Of(
        IEnumerable<AccountPurchase> purchases,
        LocalDate asOf,
        RfmCuts? cuts = null,
        DecisionTable<RfmSegmentFacts, RfmSegment>? segments = null)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        Guard.Iso(asOf);
        var accounts = new SortedDictionary<string, (HashSet<LocalDate> Days, LocalDate Last, decimal Amount)>(StringComparer.Ordinal);
        var index = 0;
        foreach (var purchase in purchases)
        {
            ArgumentNullException.ThrowIfNull(purchase, Invariant($"purchases[{index}]"));
            ArgumentException.ThrowIfNullOrWhiteSpace(purchase.AccountId, Invariant($"purchases[{index}].AccountId"));
            index++;
            if (purchase.Date > asOf)
                continue;
            var (days, last, amount) = accounts.TryGetValue(purchase.AccountId, out var known) ? known : ([], LocalDate.MinIsoValue, 0);
            if (purchase.Amount > 0)
            {
                days.Add(purchase.Date);
                last = LocalDate.Max(last, purchase.Date);
            }

            accounts[purchase.AccountId] = (days, last, DecimalOverflow.Named(
                () => amount + purchase.Amount, "RfmReport.Of", (nameof(purchase.AccountId), purchase.AccountId),
                (nameof(purchase.Amount), purchase.Amount)));
        }

        var customers = accounts.Where(account => account.Value.Days.Count > 0)
            .Select(account => (Id: account.Key, Since: Period.DaysBetween(account.Value.Last, asOf), Orders: account.Value.Days.Count,
                account.Value.Amount))
            .ToArray();
        if (customers.Length == 0)
            return new(asOf, cuts, []);
        var used = cuts ?? RfmCuts.Quintiles(
            [.. customers.Select(each => each.Since)], [.. customers.Select(each => each.Orders)],
            [.. customers.Select(each => each.Amount)]);
        var table = segments ?? RfmSegments.Standard;
        return new(asOf, used, [.. customers.Select(each => Scored(each.Id, each.Since, each.Orders, each.Amount))]);

        RfmScore Scored(string id, int since, int orders, decimal amount)
        {
            var (recency, frequency) = (used.Recency(since), used.Frequency(orders));
            return new(
                id, since, orders, amount, recency, frequency, used.Money(amount),
                table.Decide(new() { Recency = recency, Frequency = frequency }).Advice);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The day, the cuts and the number of customers.</returns>
    public override string ToString() =>
        Invariant($"RfmReport {{ AsOf = {AsOf:R}, Cuts = {Cuts}, Customers = {Customers.Count} }}");
}
