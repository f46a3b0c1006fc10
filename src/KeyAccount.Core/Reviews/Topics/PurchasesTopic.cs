using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of yearly purchases.</summary>
internal sealed class PurchasesTopic() : AccountTopic(ReviewTopic.Purchases)
{
    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        if (!IsAscending(account.Purchases))
            Portfolio.CheckIds($"{path}.purchases", account.Purchases.Select(Month), faults, "month");

        // Usually each month comes once, one after another, and then none is there twice.
        static bool IsAscending(IReadOnlyList<MonthlyPurchases?> purchases)
        {
            for (var i = 0; i < purchases.Count; i++)
            {
                if (purchases[i] is not { } each || (i > 0 && each.Month <= purchases[i - 1]!.Month))
                    return false;
            }

            return true;
        }

        // A month has one amount in each currency.
        string? Month(MonthlyPurchases? each) => each is null ? null
            : YearMonthPattern.Iso.Format(each.Month)
                + (each.Currency is { } currency && currency != account.Currency ? $" in {currency}" : "");
    }

    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Purchases.Select(each => each?.Currency);

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        Purchases =
        [
            .. account.Purchases.Select((each, i) => each is null ? null! : new MonthlyPurchases(
                    each.Month,
                    converter.Of(
                        each.Amount, each.Currency, LocalDate.Min(each.Month.ToDateInterval().End, converter.AsOf),
                        Invariant($"purchases[{i}]"))))
                .Where(each => each is not null)
                .GroupBy(each => each.Month)
                .Select(month => new MonthlyPurchases(month.Key, month.Sum(each => each.Amount))),
        ],
    };

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Purchases =
        [
            .. group.Members.Prepend(group.Head).SelectMany(account => account.Purchases).GroupBy(each => each.Month)
                .OrderBy(month => month.Key).Select(month => new MonthlyPurchases(month.Key, month.Sum(each => each.Amount))),
        ],
    };

    // A review begins with them (AccountValueTopic.Begin), because value and tier are judged by them.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review;

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) =>
        facts with { AnnualPurchases = review.AnnualPurchases };

    internal override bool IsKnown(AccountReview review) => review.AnnualPurchases is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table.Rule(
        "purchasesUnknown", f => f.AnnualPurchases == null, new(Topic, 0.02m, kind: FindingKind.Unknown),
        provenance: AccountFindings.Knowing);

    internal override string? Summary(AccountReview review, TopicReader reader) =>
        review.AnnualPurchases is { } amount ? $"{TopicReader.Number(amount, "#,0")} {reader.Currency}" : null;

    // What to do is the rule of the value, which lacks the same.
}

public sealed partial class ReviewTopic
{
    /// <summary>The yearly purchases of the account.</summary>
    public static readonly ReviewTopic Purchases = new(1);
}

public sealed partial class StakeBasis
{
    /// <summary>The yearly purchases of the account (<see cref="ReviewFacts.AnnualPurchases"/>); value 1.</summary>
    public static readonly StakeBasis AnnualPurchases = new(1, f => f.AnnualPurchases);
}

public sealed partial record AccountFile
{
    /// <summary>The account's purchases from us, month by month, in any order; a missing month between the first and the last counts as one
    /// without purchases. If there are none here, a review uses the monthly sums of the single orders (<see cref="Orders"/>).</summary>
    [JsonPropertyOrder(10)]
    public IReadOnlyList<MonthlyPurchases> Purchases { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<MonthlyPurchases>.Empty;

    /// <summary>Calculates the purchases of the last twelve whole months before a date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The sum; null if no purchases are known at all.</returns>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public decimal? PurchasesInYearTo(LocalDate asOf)
    {
        Guard.Iso(asOf);
        if (Purchases.Count == 0)
            return null;
        var next = asOf.PlusDays(1).ToYearMonth();
        var first = next.OnDayOfMonth(1).PlusMonths(-12).ToYearMonth();
        return Purchases.Where(each => each.Month >= first && each.Month < next).Sum(each => each.Amount);
    }

    // Purchases and orders are the same goods: they are never added up.
    internal AccountFile WithPurchasesOfOrders(LocalDate asOf) => Purchases.Count > 0 || Orders.Count == 0 ? this : this with
    {
        Purchases =
        [
            .. Orders.Where(order => order.Date <= asOf).GroupBy(order => order.Date.ToYearMonth()).OrderBy(month => month.Key)
                .Select(month => new MonthlyPurchases(month.Key, month.Sum(order => order.Amount))),
        ],
    };
}

public sealed partial record AccountReview
{
    /// <summary>The yearly purchases; null if they are not known.</summary>
    [JsonPropertyOrder(10)]
    public decimal? AnnualPurchases { get; init; }

    /// <summary>The rank by those purchases, from 1; null if they are not known.</summary>
    [JsonPropertyOrder(11)]
    public int? Rank { get; init; }

    /// <summary>The tier by revenue among the accounts of the portfolio (Pareto); null if the purchases are not known.</summary>
    [JsonPropertyOrder(12)]
    public AccountTier? RevenueTier { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The yearly purchases.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "returns can outweigh what was bought")]
    public decimal? AnnualPurchases { get; init; }
}
