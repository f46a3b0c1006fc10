using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of the purchase trend: whether purchases rise or fall, and since when there have been none.</summary>
internal sealed class TrendTopic() : AccountTopic(ReviewTopic.Trend)
{
    private const int Months = 12;

    // It reads the purchases, whose columns their own topic declares.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) =>
        review with { Trend = PurchaseTrend.Of(account.Purchases, review.AsOf) };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        PurchaseChange = review.Trend?.Change,
        PurchaseFall = review.Trend?.YearlyFall is not { } fall ? null
            : review.AnnualPurchases is { } purchases ? Math.Min(fall, Math.Max(0, purchases)) : fall,
        ComparedMonths = review.Trend?.Months,
        MonthsSincePurchase = review.Trend?.MonthsSincePurchase,
        LongestPause = review.Trend?.LongestPause,
    };

    internal override bool IsKnown(AccountReview review) => review.Trend is { Change: not null };

    // That it buys nothing any more is seen sooner than a change.
    internal override bool CanTellRisk(AccountReview review) =>
        IsKnown(review) || review.Trend?.MonthsSincePurchase >= AccountFindings.SilentMonths;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "purchasesStopped",
            f => f.MonthsSincePurchase >= AccountFindings.SilentMonths && f.MonthsSincePurchase > f.LongestPause,
            new(Topic, 0.8m, kind: FindingKind.Issue),
            arguments: f => [f.MonthsSincePurchase, Pause(f.LongestPause)])
        .Rule(
            "boughtOnce",
            f => f.MonthsSincePurchase >= AccountFindings.SilentMonths && f.LongestPause == null,
            new(Topic, 0.3m),
            arguments: f => [f.MonthsSincePurchase],
            provenance: Provenance.LibraryDefault("one month with purchases has no rhythm: a single order, or a customer that was lost"))
        .Rule(
            "purchasesFall",
            f => f.PurchaseChange <= -AccountFindings.NotableFall
                && (f.MonthsSincePurchase == null || f.LongestPause == null
                    || !(f.MonthsSincePurchase >= AccountFindings.SilentMonths && f.MonthsSincePurchase > f.LongestPause)),
            new(Topic, 1, StakeBasis.PurchaseFall, FindingKind.Risk),
            arguments: f => [-100 * f.PurchaseChange, f.ComparedMonths],
            provenance: Provenance.LibraryDefault("the money is the fall itself, taken to a year, and at most what it buys in a year"));

    // A customer that has bought every month has had no pause to compare with.
    private static Text Pause(int? longest) => longest == 0
        ? TextTable.Library["Reviews.Findings.purchasesStopped.noPause"]
        : TextTable.Library["Reviews.Findings.purchasesStopped.pause"].With(longest);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "stopped.recover",
            f => f.Topic == ReviewTopic.Trend && f.Kind == FindingKind.Issue && f.Account.DepartureCause == null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 3),
            AccountActions.What("recover"))
        .Rule(
            "stopped.recoverFor",
            f => f.Topic == ReviewTopic.Trend && f.Kind == FindingKind.Issue && f.Account.DepartureCause != null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 3),
            AccountActions.What("recoverFor"),
            arguments: AccountActions.Recovery)
        .Rule(
            "fall.recover",
            f => f.Topic == ReviewTopic.Trend && f.Kind == FindingKind.Risk && f.Account.DepartureCause == null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("recover"))
        .Rule(
            "fall.recoverFor",
            f => f.Topic == ReviewTopic.Trend && f.Kind == FindingKind.Risk && f.Account.DepartureCause != null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("recoverFor"),
            arguments: AccountActions.Recovery);

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Trend is not { } trend ? null : reader.Joined(
        trend.Change is { } change ? reader.Text("trend", TopicReader.Number(change, "+0.0%;-0.0%;0%"), trend.Months) : null,
        trend.MonthsSincePurchase is { } months ? reader.Text("recency", months) : null);

    // The last twelve months that are over, each with the one a year before behind it.
    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (reader.Account is not { Purchases.Count: > 0 } account)
            yield break;
        var writer = new DocumentWriter(reader.Language);
        var bought = account.Purchases.GroupBy(each => each.Month)
            .ToDictionary(month => month.Key, month => month.Sum(each => each.Amount));
        var first = bought.Keys.Min();
        var end = review.AsOf.PlusDays(1).ToYearMonth();
        var hasYearBefore = first < MonthBefore(end, Months);
        yield return new(
            writer.Text("Reviews.Topics.months"),
            [
                new BarFigure(
                    writer.Text("Reviews.Topics.months"),
                    writer.Text(hasYearBefore ? "Reviews.Topics.months.withYearBefore" : "Reviews.Topics.months.description"),
                    writer.Text("Reviews.Topics.month"),
                    writer.Axis("Reviews.Topics.monthAmount", reader.Currency),
                    [
                        .. Enumerable.Range(0, Months).Select(back => MonthBefore(end, Months - back)).Where(month => month >= first)
                            .Select(month => new Bar(
                                YearMonthPattern.Iso.Format(month),
                                bought.GetValueOrDefault(month),
                                MonthBefore(month, Months) is var before && before >= first ? bought.GetValueOrDefault(before) : null)),
                    ],
                    hasYearBefore ? writer.Text("Reviews.Topics.yearBefore") : null),
            ]);

        static YearMonth MonthBefore(YearMonth month, int months) => month.OnDayOfMonth(1).PlusMonths(-months).ToYearMonth();
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>Whether the purchases rise or fall, and since when there have been none.</summary>
    public static readonly ReviewTopic Trend = new(2);
}

public sealed partial class StakeBasis
{
    /// <summary>The yearly decrease of the purchases (<see cref="ReviewFacts.PurchaseFall"/>); value 2.</summary>
    public static readonly StakeBasis PurchaseFall = new(2, f => f.PurchaseFall);
}

public sealed partial record AccountReview
{
    /// <summary>Whether the account buys more or less than before, and since when nothing; null if no purchases by month are
    /// known.</summary>
    [JsonPropertyOrder(20)]
    public PurchaseTrend? Trend { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The change of the purchases, as a fraction (<see cref="PurchaseTrend.Change"/>).</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Fraction, Unbounded = "purchases can turn into returns and back")]
    public decimal? PurchaseChange { get; init; }

    /// <summary>The yearly decrease of the purchases (<see cref="PurchaseTrend.YearlyFall"/>), at most the yearly purchases, because more
    /// than that cannot be lost.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a rise is a negative fall")]
    public decimal? PurchaseFall { get; init; }

    /// <summary>The number of months that were compared with the same number before them.</summary>
    [FactRange(FactUnit.Months)]
    public int? ComparedMonths
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of whole months without purchases.</summary>
    [FactRange(FactUnit.Months)]
    public int? MonthsSincePurchase
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The longest pause between two of its purchases, in months.</summary>
    [FactRange(FactUnit.Months)]
    public int? LongestPause
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }
}
