using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Records;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>A check of a purchase model: the orders it predicts after one day, compared with the orders made until a later day.</summary>
/// <remarks>Fit the model only with the purchases up to the first day; otherwise it has already seen what it is to predict. Immutable; two
/// comparisons are equal if all their parts are.</remarks>
public sealed record PurchaseCalibration
{
    /// <summary>The default number of groups: 0, 1, … 6, 7 or more repeat orders, as in the published plots. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int DefaultGroups = 8;

    /// <summary>Creates a comparison from its figures.</summary>
    /// <param name="groups">The accounts by their repeat orders.</param>
    /// <param name="meanAbsoluteError">The mean absolute difference between the expected and the actual orders of an account.</param>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    public PurchaseCalibration(IReadOnlyList<CalibrationGroup> groups, double meanAbsoluteError)
    {
        Groups = ValueList.Of(groups);
        MeanAbsoluteError = meanAbsoluteError;
    }

    /// <summary>The accounts by their repeat orders in the first period, the fewest first; empty groups are left out.</summary>
    public IReadOnlyList<CalibrationGroup> Groups { get; }

    /// <summary>The mean absolute difference between the expected and the actual orders of an account, in orders; NaN without
    /// accounts.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>The expected orders of all accounts.</summary>
    [JsonIgnore]
    public double Expected => Groups.Sum(group => group.Expected);

    /// <summary>The actual orders of all accounts.</summary>
    [JsonIgnore]
    public int Actual => Groups.Sum(group => group.Actual);

    /// <summary>The relative error: expected/actual − 1, above 0 if too many orders were expected, below 0 if too few; null if there were
    /// no orders.</summary>
    [JsonIgnore]
    public double? Error => Actual == 0 ? null : (Expected / Actual) - 1;

    /// <summary>Compares a model with purchases.</summary>
    /// <param name="model">The model, in the unit of time of <paramref name="options"/>.</param>
    /// <param name="purchases">The purchases of both periods, in any order.</param>
    /// <param name="asOf">The last day of the first period; the model knows everything up to that day.</param>
    /// <param name="until">The last day of the second period, later than <paramref name="asOf"/>; no purchase is later.</param>
    /// <param name="options">The options for reading the purchases; null for <see cref="RepeatPurchaseOptions.Default"/>. Accounts whose
    /// first order is in the second period are left out.</param>
    /// <param name="groups">The number of groups to make; at least 1.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/>, <paramref name="purchases"/> or a purchase is null.</exception>
    /// <exception cref="ArgumentException">A purchase has no account.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is not later than <paramref name="asOf"/>, a purchase is
    /// later than <paramref name="until"/>, or <paramref name="groups"/> is below 1.</exception>
    public static PurchaseCalibration Of(
        IPurchaseModel model,
        IReadOnlyList<AccountPurchase> purchases,
        LocalDate asOf,
        LocalDate until,
        RepeatPurchaseOptions? options = null,
        int groups = DefaultGroups)
    {
        ArgumentNullException.ThrowIfNull(model);
        Guard.Iso(asOf);
        Guard.Iso(until);
        AccountPurchase.Check(purchases);
        Guard.AtLeast(groups, 1);
        if (until <= asOf)
            throw new ArgumentOutOfRangeException(nameof(until), Invariant($"until is {until:R}; it must be later than {asOf:R} (asOf)."));
        options ??= RepeatPurchaseOptions.Default;

        // Read once to the end of each period: a refund of the second one must not undo an order of the first.
        var first = RepeatPurchases.Of([.. purchases.Where(purchase => purchase.Date <= asOf)], asOf, options);
        var ordersUntil = RepeatPurchases.Of(purchases, until, options with { WithoutOneTimeBuyers = false })
            .ToDictionary(summary => summary.AccountId, summary => summary.Orders, StringComparer.Ordinal);
        var horizon = Period.DaysBetween(asOf, until) / options.DaysPerUnit;
        var sums = new (int Accounts, double Expected, int Actual)[groups];
        var errors = 0.0;
        foreach (var account in first)
        {
            var expected = model.ExpectedOrders(horizon, account.Orders, account.LastOrder, account.Age);
            var actual = Math.Max(0, ordersUntil.GetValueOrDefault(account.AccountId) - account.Orders);
            ref var sum = ref sums[Math.Min(account.Orders, groups - 1)];
            sum = (sum.Accounts + 1, sum.Expected + expected, sum.Actual + actual);
            errors += Math.Abs(expected - actual);
        }

        return new(
            [.. sums.Select((sum, orders) => (Sum: sum, Orders: orders)).Where(each => each.Sum.Accounts > 0).Select(
                each => new CalibrationGroup(each.Orders, each.Sum.Accounts, each.Sum.Expected, each.Sum.Actual))],
            errors / first.Count);
    }

    /// <summary>Describes the comparison for a person: expected and actual orders by repeat orders, as a figure.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English) => LifetimeDocuments.Of(this, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"PurchaseCalibration {{ Groups = {Groups}, MeanAbsoluteError = {MeanAbsoluteError}, Expected = {Expected}, Actual = {Actual} }}");
}
