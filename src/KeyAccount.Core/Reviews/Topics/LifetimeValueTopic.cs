using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Rules;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of lifetime value: the account's profit, its worth over its life, and its expected orders.</summary>
internal sealed class LifetimeValueTopic() : AccountTopic(ReviewTopic.LifetimeValue)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("lifetime.costToServe", "currency a year"),
        new("lifetime.repeatOrders", "orders"),
        new("lifetime.meanSpend", "currency an order"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Lifetime, (m, value) => m with { Lifetime = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        foreach (var fault in account.Lifetime?.Faults(asOf) ?? [])
        {
            var parts = fault.Split(" is ", 2);
            faults.Add(new($"{path}.lifetime.{parts[0]}", $"it is {parts[1]}"));
        }
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) =>
        account.Lifetime is not { } facts ? converted : converted with
        {
            Lifetime = facts with
            {
                CostToServe = converter.Of(facts.CostToServe, null, "lifetime.costToServe"),
                MeanSpend = converter.Of(facts.MeanSpend, null, "lifetime.meanSpend"),
            },
        };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) =>
        account.Lifetime is not { } facts ? review : review with
        {
            Lifetime = LifetimeReview.Of(
                facts, review.AnnualPurchases, (decimal?)account.Value?.GrossMarginRate, (decimal?)account.Value?.CreditDays, review.AsOf,
                models.Lifetime),
        };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        AccountProfit = review.Lifetime?.Profit is { } profit ? Math.Round(profit.Profit, 2) : null,
        LifetimeProfit = review.Lifetime?.LifetimeProfit,
    };

    internal override bool IsKnown(AccountReview review) =>
        review.Lifetime is { Profit: not null } or { ProbabilityAlive: not null };

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table.Rule(
        "losesMoney", f => f.AccountProfit < 0,
        new(Topic, 1, StakeBasis.AccountLoss, FindingKind.Weakness),
        arguments: f => [-f.AccountProfit],
        provenance: AccountFindings.Counted);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table.Rule(
        "losesMoney.raise",
        f => f.Topic == ReviewTopic.LifetimeValue && f.Kind == FindingKind.Weakness,
        new(ActionKind.RaiseProfit, ActionOwner.KeyAccountManager, 30),
        AccountActions.What("raiseProfit"));

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Lifetime is not { } lifetime ? null
        : reader.Joined(
            lifetime.Profit is { } profit ? reader.Text("accountProfit", TopicReader.Number(profit.Profit, "#,0")) : null,
            lifetime.LifetimeProfit is { } worth ? reader.Text("lifetimeProfit", TopicReader.Number(worth, "#,0")) : null,
            lifetime.ProbabilityAlive is { } alive ? reader.Text("alive", TopicReader.Number(100 * alive, "0")) : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Lifetime is not { } lifetime || !IsKnown(review))
            yield break;
        var items = new List<ListItem>();
        if (lifetime.Profit is { } profit)
        {
            items.Add(new(reader.Text(
                "profitOfYear", TopicReader.Number(profit.Profit, "#,0"), reader.Currency, TopicReader.Number(profit.GrossMargin, "#,0"),
                TopicReader.Number(profit.CostToServe, "#,0"), TopicReader.Number(profit.CapitalCost, "#,0"))));
        }

        if (lifetime is { LifetimeProfit: { } worth, Retention: { } retention })
        {
            items.Add(new(reader.Text(
                "worthOfLife", TopicReader.Number(worth, "#,0"), reader.Currency, TopicReader.Number(100 * retention, "0.#"),
                TopicReader.Number(100 * lifetime.DiscountRate, "0.#"), reader.Of(LifetimeDocuments.KeyOf(lifetime.Timing)))));
        }

        if (lifetime.WorthOfRetentionPoint is { } point)
            items.Add(new(reader.Text("worthOfPoint", TopicReader.Number(point, "#,0"), reader.Currency)));
        if (lifetime is { ProbabilityAlive: { } alive, ExpectedOrders: { } orders })
        {
            items.Add(new(reader.Text(
                "ordersOfYear", TopicReader.Number(orders, "0.0"), TopicReader.Number(100 * alive, "0"), lifetime.OrderModel)));
        }

        if (lifetime.ExpectedMargin is { } margin)
            items.Add(new(reader.Text("marginOfYear", TopicReader.Number(margin, "#,0"), reader.Currency)));
        yield return new(reader.Text("lifetime"), [new BulletList(items)]);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The profit of the account, and its worth over its life.</summary>
    public static readonly ReviewTopic LifetimeValue = new(14);
}

public sealed partial class StakeBasis
{
    /// <summary>The yearly loss of the account.</summary>
    public static readonly StakeBasis AccountLoss = new(7, f => f.AccountProfit is { } profit ? Math.Max(0, -profit) : null);
}

public sealed partial record ReviewModels
{
    /// <summary>The rates of the company and the fitted purchase models, for the worth of an account.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public LifetimeAssumptions Lifetime { get; init => field = Guard.NotNull(value); } = LifetimeAssumptions.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>The facts about its costs, its retention and its orders; null if nothing is known.</summary>
    [JsonPropertyOrder(140)]
    public LifetimeFacts? Lifetime { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>Its profit, its worth and its expected orders; null if nothing is known about them.</summary>
    [JsonPropertyOrder(140)]
    public LifetimeReview? Lifetime { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The yearly profit of the account after everything it causes, to two places; negative if it loses money; null if it is not
    /// known.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an account can lose any amount")]
    public decimal? AccountProfit { get; init; }

    /// <summary>The lifetime profit; null if it is not known or not finite.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an account can lose any amount")]
    public decimal? LifetimeProfit { get; init; }
}
