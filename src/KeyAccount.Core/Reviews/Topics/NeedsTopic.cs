using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of needs: what the account lacks, and the worth of our answer to it.</summary>
internal sealed class NeedsTopic() : AccountTopic(ReviewTopic.Needs)
{
    private const decimal MostPerUnit = 1e12m;
    private const decimal MostAmount = 1e15m;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("needs[].expectation.value", "in expectationUnit", "expectation"),
        new("needs[].expectation.unit", name: "expectationUnit"),
        new("needs[].today.value", "in todayUnit", "today"),
        new("needs[].today.unit", name: "todayUnit"),
        new("needs[].volumePerYear", "times a year"),
        new("needs[].worth[].perUnit", "currency a unit"),
        new("needs[].fabe[].evidence.kind", name: "evidenceKind"),
        new("needs[].fabe[].evidence.text", name: "evidence"),
        new("needs[].fabe[].evidence.date", name: "evidenceDate"),
        new("economicValues[].reference.amount", "currency", name: "referencePrice"),
        new("economicValues[].reference.product", name: "referenceProduct"),
        new("economicValues[].reference.origin", name: "referenceOrigin"),
        new("economicValues[].reference.verifiedOn", name: "referenceVerifiedOn"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
        [ModelSlot.Of(m => m.Presentation, (m, value) => m with { Presentation = value })];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.needs", account.Needs.Select(each => each?.Id), faults);
        Portfolio.CheckIds($"{path}.economicValues", account.EconomicValues.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Needs.Count; i++)
            faults.AddRange(account.Needs[i]?.Faults(asOf).Select(fault => Of(Invariant($"{path}.needs[{i}]"), fault)) ?? []);
        for (var i = 0; i < account.EconomicValues.Count; i++)
        {
            faults.AddRange(
                account.EconomicValues[i]?.Faults(asOf).Select(fault => Of(Invariant($"{path}.economicValues[{i}]"), fault)) ?? []);
        }
    }

    internal override void CheckAmounts(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        if (!Fit(account.Needs))
            faults.Add(new($"{path}.needs", "together their values do not fit a decimal, which holds up to 7.9e28"));
    }

    // Needs and offers always state their currency; one that is that of the account calls for no conversion.
    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Needs
        .SelectMany(need => need?.Worth.Select(worth => worth.Currency) ?? [])
        .Concat(account.EconomicValues.Select(offer => offer?.Reference?.Currency))
        .Where(currency => currency != account.Currency);

    // What a need is worth, and what an offer costs, is still to come.
    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        return converted with
        {
            Needs =
            [
                .. account.Needs.Select((need, i) => need with
                {
                    Worth =
                    [
                        .. need.Worth.Select((each, at) => each with
                        {
                            PerUnit = converter.Within(
                                each.PerUnit, each.Currency, converter.AsOf, Invariant($"needs[{i}].worth[{at}].perUnit"), MostPerUnit),
                            Currency = converter.Target,
                        }),
                    ],
                }),
            ],
            EconomicValues = [.. account.EconomicValues.Select((offer, i) => Of(offer, Invariant($"economicValues[{i}]")))],
        };

        EconomicValue Of(EconomicValue offer, string place)
        {
            return offer with
            {
                Reference = offer.Reference with
                {
                    Amount = Amount(offer.Reference.Amount, "reference.amount")!.Value, Currency = converter.Target,
                },
                Differences =
                [
                    .. offer.Differences.Select((each, at) => each with
                    {
                        Amount = Amount(each.Amount, Invariant($"differences[{at}].amount"))!.Value,
                    }),
                ],
                Price = Amount(offer.Price, "price"),
            };

            decimal? Amount(decimal? amount, string member) =>
                converter.Within(amount, offer.Reference.Currency, converter.AsOf, $"{place}.{member}", MostAmount);
        }
    }

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Needs =
        [
            .. group.Head.Needs,
            .. group.Members.SelectMany(member => member.Needs.Select(each => each with
            {
                Id = AccountGroup.Qualify(member, each.Id),
                People = [.. each.People.Select(person => AccountGroup.Qualify(member, person))],
                OpportunityId = AccountGroup.QualifyKnown(member, each.OpportunityId),
                Fabe = [.. each.Fabe.Select(claim => claim with { NeedId = AccountGroup.QualifyKnown(member, claim.NeedId) })],
            })),
        ],
        EconomicValues =
        [
            .. group.Head.EconomicValues,
            .. group.Members.SelectMany(member => member.EconomicValues.Select(each => each with
            {
                Id = AccountGroup.Qualify(member, each.Id),
                Product = each.Product ?? each.Id,
                Differences =
                [
                    .. each.Differences.Select(part => part with { NeedId = AccountGroup.QualifyKnown(member, part.NeedId) }),
                ],
            })),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review with
    {
        Needs = NeedsReview.Of(
            review.DowntimeNeed(account) is { } downtime && account.Needs.All(need => need.Id != downtime.Id)
                ? [.. account.Needs, downtime] : account.Needs,
            [
                .. account.Contacts.Where(contact => contact.IsThereOn(review.AsOf)).OrderByDescending(contact => contact.Weight)
                    .ThenBy(contact => contact.Id, StringComparer.Ordinal)
                    .Select(contact => new NeedPerson
                    {
                        Id = contact.Id, Name = contact.Called, Role = contact.Role,
                        Style = models.KeepsConfidential ? contact.Style : null,
                        Values = models.KeepsConfidential ? contact.Values : [],
                    }),
            ],
            account.EconomicValues, review.AsOf, models.Presentation),
    };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.Needs is not { } needs ? facts : facts with
    {
        Needs = (int)needs.Needs,
        ValueShown = needs.IsValueShown,
        SavingsCountedTwice = needs.CountedTwice.Count,
        HearsayPrices = needs.Hearsay.Count,
    };

    internal override bool IsKnown(AccountReview review) => review.Needs is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    // Where nobody is known, there is nobody to ask: who to know comes first.
    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "noNeedKnown", f => f.Needs == 0 && f.Tier == AccountTier.A && f.Contacts > 0,
            new(Topic, 0.01m, null, FindingKind.Unknown, FindingSubject.Need),
            provenance: AccountFindings.Knowing)
        .Rule(
            "valueNotShown", f => f.Needs > 0 && f.ValueShown == false,
            new(Topic, 0.05m, null, FindingKind.Weakness, FindingSubject.Need),
            arguments: f => [f.Needs],
            provenance: AccountFindings.Watching)
        .Rule(
            "savingCountedTwice", f => f.SavingsCountedTwice > 0,
            new(Topic, 0.01m, null, FindingKind.Contradiction, FindingSubject.Need),
            arguments: f => [f.SavingsCountedTwice],
            provenance: AccountFindings.Knowing)
        .Rule(
            "hearsayPrice", f => f.HearsayPrices > 0,
            new(Topic, 0.01m, null, FindingKind.Issue, FindingSubject.Competitor),
            arguments: f => [f.HearsayPrices],
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "noNeedKnown.ask",
            f => f.Topic == ReviewTopic.Needs && f.Kind == FindingKind.Unknown,
            new(ActionKind.AskNeeds, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("askNeeds"))
        .Rule(
            "valueNotShown.show",
            f => f.Topic == ReviewTopic.Needs && f.Kind == FindingKind.Weakness,
            new(ActionKind.ShowValue, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("showValue"))
        .Rule(
            "savingCountedTwice.settle",
            f => f.Topic == ReviewTopic.Needs && f.Kind == FindingKind.Contradiction,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("settleSaving"))
        .Rule(
            "hearsayPrice.verify",
            f => f.Topic == ReviewTopic.Needs && f.Kind == FindingKind.Issue,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("verifyPrice"));

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => review.Needs is not { } needs ? []
        : stake.Kind == FindingKind.Contradiction ? needs.CountedTwice
        : stake.Kind == FindingKind.Weakness ? needs.Gaps.Select(gap => gap.NeedId)
        : stake.Kind == FindingKind.Issue ? needs.Hearsay.Select(offer => offer.Id)
        : [];

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Needs is not { } needs ? null
        : reader.Joined(
            needs.Needs == 0 ? null
                : needs.OpenValue is { } value
                    ? reader.Text("needsInShort", needs.Needs, needs.Open, TopicReader.Number(value, "#,0"))
                    : reader.Text("needsNotValued", needs.Needs, needs.Open),
            needs.Offers.Count == 0 ? null : reader.Text("offersInShort", needs.Offers.Count));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Needs is { } needs)
            yield return new(reader.Text("needs"), [.. NeedsDocuments.Of(needs, reader.Currency, new(reader.Language))]);
    }

    private static bool Fit(IReadOnlyList<Need> needs)
    {
        try
        {
            _ = needs.Sum(need => need.GapValue ?? 0);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static ModelFault Of(string place, string fault) => fault.Split(" is ", 2) is [var member, var rest]
        ? new($"{place}.{member}", $"it is {rest}") : new(place, fault);
}

public sealed partial class ReviewTopic
{
    /// <summary>What the account lacks, and the worth of our answer to it.</summary>
    public static readonly ReviewTopic Needs = new(17);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of ways to present value to a person.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<PresentationFacts, PresentationAdvice> Presentation { get; init => field = Guard.NotNull(value); } =
        ValuePresentation.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>What the account lacks.</summary>
    [JsonPropertyOrder(170)]
    public IReadOnlyList<Need> Needs { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Need>.Empty;

    /// <summary>The worth of our offers to the account, compared with its best alternative.</summary>
    [JsonPropertyOrder(171)]
    public IReadOnlyList<EconomicValue> EconomicValues { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<EconomicValue>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>What the account lacks, and the worth of our answers; null if nothing is known about it.</summary>
    [JsonPropertyOrder(170)]
    public NeedsReview? Needs { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The number of known needs.</summary>
    [FactRange(FactUnit.Count)]
    public int Needs { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>Whether the value of an open need is shown, in money and with a complete argument; null if no need is open.</summary>
    public bool? ValueShown { get; init; }

    /// <summary>The number of needs with a saving that is counted under more than one kind of cost.</summary>
    [FactRange(FactUnit.Count)]
    public int SavingsCountedTwice { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The number of offers based on a price that nobody has verified.</summary>
    [FactRange(FactUnit.Count)]
    public int HearsayPrices { get; init => field = FactRange<ReviewFacts>.Checked(value); }
}
