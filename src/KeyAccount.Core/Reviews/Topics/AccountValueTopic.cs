using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of the account's worth and its tier.</summary>
internal sealed class AccountValueTopic() : AccountTopic(ReviewTopic.AccountValue)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("tierState.tier", name: "lastTier"),
        new("tierState.since", name: "lastTierSince"),
        new("tierState.asOf", name: "lastTierAsOf"),
        new("tierState.pending", name: "pendingTier"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Value, (m, value) => m with { Value = value }),
        ModelSlot.Of(m => m.Stability, (m, value) => m with { Stability = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds(
            $"{path}.tierOverrides", account.TierOverrides.Select((each, i) => each is null ? null : Invariant($"{i}")), faults, "tier");
        foreach (var (set, i) in account.TierOverrides.Select((set, i) => (set, i)).Where(pair => pair.set?.From == default(LocalDate)))
            faults.Add(new(Invariant($"{path}.tierOverrides[{i}].from"), "it is missing"));
        if (account.TierState is { } state && state.AsOf >= asOf)
        {
            faults.Add(new(
                $"{path}.tierState.asOf",
                $"it is {LocalDatePattern.Iso.Format(state.AsOf)}; it must be before {LocalDatePattern.Iso.Format(asOf)}, the date of the "
                + "facts"));
        }

        if (account.TierState is { } kept && kept.Since > kept.AsOf)
        {
            faults.Add(new(
                $"{path}.tierState.since",
                $"it is {LocalDatePattern.Iso.Format(kept.Since)}; it must be {LocalDatePattern.Iso.Format(kept.AsOf)} "
                + "(tierState.asOf) or earlier"));
        }
    }

    // After the purchases, which are a part of the spend: the rest is converted at the date of the facts, so that it stays above 0.
    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        if (account.Value is not { } facts)
            return converted;
        var value = facts with
        {
            AnnualPurchases = converter.Of(facts.AnnualPurchases, null, "value.annualPurchases"),
            NetProfit = converter.Of(facts.NetProfit, null, "value.netProfit"),
            CategorySpend = null,
        };
        converted = converted with { Value = value };
        if (facts.CategorySpend is not { } spend)
            return converted;
        var whole = account.PurchasesInYearTo(converter.AsOf);
        var isOneCurrency = account.Purchases.All(each => each.Currency is null || each.Currency == converter.Usual);
        return converted with
        {
            Value = value with
            {
                CategorySpend = facts.AnnualPurchases is null && isOneCurrency && whole is { } part && spend >= part
                    ? converted.PurchasesInYearTo(converter.AsOf)
                        + converter.Of(spend - part, null, converter.AsOf, "value.categorySpend")
                    : converter.Of(spend, null, "value.categorySpend"),
            },
        };
    }

    internal override void CheckAmounts(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        if (account.Value is { CategorySpend: { } spend } && account.ValueAsOf(asOf).AnnualPurchases is { } purchases && spend < purchases)
        {
            faults.Add(new(
                $"{path}.value.categorySpend",
                Invariant($"it is {spend}; it must be at least the annual purchases, {purchases}, which are part of it")));
        }
    }

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf)
    {
        AccountValueFacts[] all =
        [
            .. group.Members.Prepend(group.Head).Select(account => account.ValueAsOf(account.AsOf ?? asOf)),
        ];
        AccountValueFacts[] buying = [.. all.Where(each => each.AnnualPurchases is not null)];
        if (buying.Length == 0 && all.All(each => each.DebtOverdueDays is null))
            return rolled;
        var own = group.Head.Value ?? new();
        var purchases = buying.Length == 0 ? null : (decimal?)buying.Sum(each => each.AnnualPurchases!.Value);
        var spend = own.CategorySpend >= purchases ? own.CategorySpend : Sum(each => each.CategorySpend);
        return rolled with
        {
            Value = own with
            {
                // Together, because the spend must not be below the purchases.
                AnnualPurchases = purchases,
                CategorySpend = spend >= purchases ? spend : null,
                NetProfit = own.NetProfit ?? Sum(each => each.NetProfit),
                GrossMarginRate = own.GrossMarginRate ?? Weighted(each => each.GrossMarginRate),
                CreditDays = own.CreditDays ?? Weighted(each => each.CreditDays),
                DebtOverdueDays = all.Max(each => each.DebtOverdueDays),
            },
        };

        decimal? Sum(Func<AccountValueFacts, decimal?> fact) =>
            buying.Length == 0 ? null : buying.Aggregate((decimal?)0, (sum, each) => sum + fact(each));

        // Returns that outweigh what is bought leave no weight to weigh by.
        double? Weighted(Func<AccountValueFacts, double?> fact)
        {
            if (purchases is not > 0 || buying.Any(each => each.AnnualPurchases < 0))
                return null;
            var total = (double)purchases.Value;
            AccountValueFacts[] weighty = [.. buying.Where(each => each.AnnualPurchases > 0)];
            var mean = weighty.Aggregate((double?)0, (sum, each) => sum + (fact(each) * (double)each.AnnualPurchases!.Value / total));

            // A mean is between the least and the most; its rounding need not be.
            return mean is { } known ? Math.Clamp(known, weighty.Min(fact)!.Value, weighty.Max(fact)!.Value) : null;
        }
    }

    /// <summary>Begins a review with purchases, value and tier, by which other topics are judged.</summary>
    public static AccountReview Begin(AccountFile account, LocalDate asOf, int? rank, AccountTier? revenueTier, ReviewModels models)
    {
        var facts = account.ValueAsOf(asOf);
        var value = models.Value.Assess(facts);
        var bands = models.Value.Bands;
        var step = models.Stability.Next(account.TierState, value, bands, asOf);
        var next = bands.Above(value.Band);
        return new()
        {
            Id = account.Id,
            Name = account.KnownName ?? account.Id,
            Owner = account.Owner,
            AsOf = asOf,
            AnnualPurchases = facts.AnnualPurchases,
            // What a member owes puts at stake what that member buys, and is found there.
            DebtOverdueDays = account.Group is null ? facts.DebtOverdueDays : account.Group.Head.Value?.DebtOverdueDays,
            Rank = rank,
            RevenueTier = revenueTier,
            Value = value,
            Stability = step,
            Tier = EffectiveTier<AccountTier>.On(step.State?.Tier, account.TierOverrides, asOf),
            NextBand = next,
            Paths = next is null ? [] : models.Value.ShortestPathsTo(facts, next),
        };
    }

    // A review begins with it.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review;

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        var pending = review.Stability.State?.Pending;
        return facts with
        {
            Tier = review.Tier.Tier,
            PendingTier = pending,
            IsFalling = pending is null ? null : !pending.IsAtLeast(review.Stability.State!.Tier),
            DebtOverdueDays = review.DebtOverdueDays,
            IsValueRated = review.Value.IsRated,
            ValueCoverage = review.Value.Coverage,
        };
    }

    internal override bool IsKnown(AccountReview review) => review.Value.IsRated;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "debtOverdue", f => f.DebtOverdueDays > AccountFindings.OverdueDays,
            new(Topic, 0.2m, kind: FindingKind.Issue),
            arguments: f => [f.DebtOverdueDays],
            provenance: Provenance.LibraryDefault("who does not pay for a month after the term may not pay for the next deliveries either"))
        // What lowers the tier has findings of its own, with their actions.
        .Rule(
            "tierFalling", f => f.IsFalling == true, new(Topic, 0.1m, kind: FindingKind.Weakness, actions: []),
            arguments: f => [f.PendingTier], provenance: AccountFindings.Watching)
        .Rule(
            "valueUnrated", f => !f.IsValueRated, new(Topic, 0.02m, kind: FindingKind.Unknown),
            arguments: f => [100 * f.ValueCoverage], provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "debt.collect",
            f => f.Topic == ReviewTopic.AccountValue && f.Kind == FindingKind.Issue,
            new(ActionKind.CollectDebt, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("collect"),
            arguments: f => [f.Account.DebtOverdueDays])
        .Rule(
            "value.learn",
            f => (f.Topic == ReviewTopic.AccountValue || f.Topic == ReviewTopic.Purchases) && f.Kind == FindingKind.Unknown,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("learn"));

    internal override string? Summary(AccountReview review, TopicReader reader) => reader.Joined(
        reader.Points(review.Value, "0.0"), Capped(review, reader), ShortestWay(review, reader), review.Stability.Text.In(reader.Language));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader) =>
        review.Value.ModelId == reader.Models.Value.Id
            ? [reader.Models.Value.Describe(review.Value, review.Paths, reader.Language).ToSection()]
            : [];

    // Without the cap nobody understands the band beside the points.
    private static string? Capped(AccountReview review, TopicReader reader)
    {
        var caps = review.Value.Caps.Where(cap => cap.State == CapState.Applied).Select(cap => cap.Key).ToArray();
        return caps.Length == 0 || review.Value.ModelId != reader.Models.Value.Id ? null
            : reader.Joined(reader.Models.Value.Caps.Where(cap => caps.Contains(cap.Key))
                .Select(cap => reader.Text("capped", cap.HighestBand, cap.Label)));
    }

    private static string? ShortestWay(AccountReview review, TopicReader reader)
    {
        if (review.NextBand is null || review.Paths is not [{ Kind: ImprovementKind.Change } path, ..])
            return null;
        return $"{review.NextBand.Name}: {string.Join(" + ", path.Changes.Select(Told))}";

        string Told(FactChange change)
        {
            var criterion = reader.Models.Value.Criteria.First(each => each.Key == change.Criterion);
            var (from, to) = (reader.Raw(criterion, change.RawFrom, hasUnit: false), reader.Raw(criterion, change.RawTo));
            return $"{criterion.Label.In(reader.Language)} {from} → {to}";
        }
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The worth of the account, and its tier.</summary>
    public static readonly ReviewTopic AccountValue = new(3);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of an account's worth.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<AccountValueFacts, AccountTier> Value { get; init => field = Guard.NotNull(value); } = AccountValue.Standard;

    /// <summary>The rules that keep a tier from flapping.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public TierStability Stability { get; init => field = Guard.NotNull(value); } = TierStability.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>The facts of its value. If the annual purchases are not known, they are taken from <see cref="Purchases"/>.</summary>
    [JsonPropertyOrder(30)]
    public AccountValueFacts? Value { get; init; }

    /// <summary>The state of its tier after the last review; null before the first one.</summary>
    [JsonPropertyOrder(31)]
    public TierState<AccountTier>? TierState { get; init; }

    /// <summary>Tiers set by people, including past ones.</summary>
    [JsonPropertyOrder(32)]
    public IReadOnlyList<TierOverride<AccountTier>> TierOverrides { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<TierOverride<AccountTier>>.Empty;

    /// <summary>Returns the facts of its value, with the annual purchases taken from <see cref="Purchases"/> if they are not
    /// given.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public AccountValueFacts ValueAsOf(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var facts = Value ?? new();
        if (Invoices.Count > 0)
            facts = facts with { DebtOverdueDays = Invoices.Max(invoice => invoice?.DaysOverdueOn(asOf) ?? 0) };
        return facts.AnnualPurchases is null ? facts with { AnnualPurchases = PurchasesInYearTo(asOf) } : facts;
    }
}

public sealed partial record AccountReview
{
    /// <summary>The number of days for which its oldest debt is overdue; 0 if nothing is overdue, null if it is not known.</summary>
    [JsonPropertyOrder(29)]
    public double? DebtOverdueDays { get; init; }

    /// <summary>The worth of the account, with reasons.</summary>
    [JsonPropertyOrder(30)]
    public required Assessment<AccountTier> Value { get; init; }

    /// <summary>The band stabilised over successive reviews; null if there is no band and never was one.</summary>
    [JsonPropertyOrder(31)]
    public required TierStep<AccountTier> Stability { get; init; }

    /// <summary>The tier that counts: an override in force, otherwise the tier of <see cref="Stability"/>.</summary>
    [JsonPropertyOrder(32)]
    public required EffectiveTier<AccountTier> Tier { get; init; }

    /// <summary>The next better band, if there is one.</summary>
    [JsonPropertyOrder(33)]
    public AccountTier? NextBand { get; init; }

    /// <summary>The changes of facts that lead to <see cref="NextBand"/>, the one with the least effort first: each fact alone, or two or
    /// three together if none alone is enough; then what to learn, or the cap that is in the way.</summary>
    [JsonPropertyOrder(34)]
    public IReadOnlyList<FactPath> Paths { get; init => field = ValueList.Of(value ?? []); } = ValueList<FactPath>.Empty;
}

public sealed partial record ReviewFacts
{
    /// <summary>The number of days for which its oldest debt is overdue; 0 if nothing is overdue, null if it is not known.</summary>
    [FactRange(FactUnit.Days)]
    public double? DebtOverdueDays
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The tier that counts.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>The tier to which it is moving (<see cref="TierStability"/>).</summary>
    public AccountTier? PendingTier { get; init; }

    /// <summary>Whether it is moving to a worse tier; null if it is not moving to another tier.</summary>
    public bool? IsFalling { get; init; }

    /// <summary>Whether enough is known for a value.</summary>
    public bool IsValueRated { get; init; }

    /// <summary>The known share of the weight of its value, 0 … 1.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double ValueCoverage
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }
}
