using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What the account lacks, and what our answer is worth to it.</summary>
internal sealed class NeedsTopic() : AccountTopic(ReviewTopic.Needs)
{
    public override IReadOnlyList<AccountColumn> Columns { get; } =
    [
        new("needs[].id"),
        new("needs[].depth"),
        new("needs[].people"),
        new("needs[].opportunityId"),
        new("needs[].words"),
        new("needs[].expectation.value", "in expectationUnit", "expectation"),
        new("needs[].expectation.unit", name: "expectationUnit"),
        new("needs[].today.value", "in todayUnit", "today"),
        new("needs[].today.unit", name: "todayUnit"),
        new("needs[].direction"),
        new("needs[].volumePerYear", "times a year"),
        new("needs[].neededBy"),
        new("needs[].decidedBy"),
        new("needs[].learnedOn"),
        new("needs[].learnedFrom"),
        new("needs[].answer"),
        new("needs[].fit", "fraction"),
        new("needs[].confidential"),
        new("needs[].worth[].perUnit", "currency a unit"),
        new("needs[].worth[].currency"),
        new("needs[].worth[].component"),
        new("needs[].worth[].beneficiary"),
        new("needs[].fabe[].feature"),
        new("needs[].fabe[].advantage"),
        new("needs[].fabe[].benefit"),
        new("needs[].fabe[].needId"),
        new("needs[].fabe[].evidence.kind", name: "evidenceKind"),
        new("needs[].fabe[].evidence.text", name: "evidence"),
        new("needs[].fabe[].evidence.date", name: "evidenceDate"),
        new("economicValues[].id"),
        new("economicValues[].product"),
        new("economicValues[].price", "currency"),
        new("economicValues[].reference.amount", "currency", name: "referencePrice"),
        new("economicValues[].reference.currency", name: "currency"),
        new("economicValues[].reference.product", name: "referenceProduct"),
        new("economicValues[].reference.origin", name: "referenceOrigin"),
        new("economicValues[].reference.verifiedOn", name: "referenceVerifiedOn"),
        new("economicValues[].differences[].label"),
        new("economicValues[].differences[].amount", "currency"),
        new("economicValues[].differences[].needId"),
        new("economicValues[].differences[].component"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
        [ModelSlot.Of(m => m.Presentation, (m, value) => m with { Presentation = value })];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        var before = faults.Count;
        Portfolio.CheckIds($"{path}.needs", account.Needs.Select(each => each?.Id), faults);
        Portfolio.CheckIds($"{path}.economicValues", account.EconomicValues.Select(each => each?.Id), faults);
        var needs = account.Needs.Select(each => each?.Id).ToHashSet(StringComparer.Ordinal);
        var people = account.Contacts.Select(each => each?.Id).ToHashSet(StringComparer.Ordinal);
        var deals = account.Opportunities.Select(each => each?.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < account.Needs.Count; i++)
        {
            if (account.Needs[i] is not { } need)
                continue;
            var place = Invariant($"{path}.needs[{i}]");
            faults.AddRange(need.Faults(asOf).Select(fault => Of(place, fault)));
            for (var at = 0; at < need.People.Count; at++)
            {
                if (need.People[at] is { } person && !people.Contains(person))
                    faults.Add(new(Invariant($"{place}.people[{at}]"), $"it is '{person}'; it must be the id of a contact of the account"));
            }

            if (need.OpportunityId is { } deal && !deals.Contains(deal))
                faults.Add(new($"{place}.opportunityId", $"it is '{deal}'; it must be the id of an opportunity of the account"));
        }

        for (var i = 0; i < account.EconomicValues.Count; i++)
        {
            if (account.EconomicValues[i] is not { } offer)
                continue;
            var place = Invariant($"{path}.economicValues[{i}]");
            faults.AddRange(offer.Faults(asOf).Select(fault => Of(place, fault)));
            for (var at = 0; at < offer.Differences.Count; at++)
            {
                if (offer.Differences[at].NeedId is { } id && !needs.Contains(id))
                {
                    faults.Add(
                        new(Invariant($"{place}.differences[{at}].needId"), $"it is '{id}'; it must be the id of a need of the account"));
                }
            }
        }

        if (faults.Count == before && !Fit(account.Needs))
            faults.Add(new($"{path}.needs", "together their values do not fit a decimal, which holds up to 7.9e28"));
    }

    /// <summary>What is in another currency than that of the portfolio.</summary>
    internal static void CheckCurrency(string path, AccountFile account, string currency, List<ModelFault> faults)
    {
        for (var i = 0; i < account.Needs.Count; i++)
        {
            for (var at = 0; at < account.Needs[i]?.Worth.Count; at++)
                Check(Invariant($"{path}.needs[{i}].worth[{at}].currency"), account.Needs[i].Worth[at].Currency);
        }

        for (var i = 0; i < account.EconomicValues.Count; i++)
            Check(Invariant($"{path}.economicValues[{i}].reference.currency"), account.EconomicValues[i]?.Reference?.Currency);

        void Check(string place, string? stated)
        {
            if (stated is not null && stated != currency)
                faults.Add(new(place, $"it is {stated}; it must be {currency}, the currency of the portfolio, with the amount converted"));
        }
    }

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review with
    {
        Needs = NeedsReview.Of(
            account.Needs,
            [
                .. account.Contacts.Where(contact => contact.IsThereOn(review.AsOf)).OrderByDescending(contact => contact.Weight)
                    .ThenBy(contact => contact.Id, StringComparer.Ordinal)
                    .Select(contact => new NeedPerson
                    {
                        Id = contact.Id, Name = contact.Called, Role = contact.Role, Style = contact.Style, Values = contact.Values,
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
    /// <summary>What the account lacks, and what our answer is worth to it.</summary>
    public static readonly ReviewTopic Needs = new(17);
}

public sealed partial record ReviewModels
{
    /// <summary>In which way value is presented to a person.</summary>
    public DecisionTable<PresentationFacts, PresentationAdvice> Presentation { get; init => field = Guard.NotNull(value); } =
        ValuePresentation.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>What it lacks.</summary>
    [JsonPropertyOrder(170)]
    public IReadOnlyList<Need> Needs { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Need>.Empty;

    /// <summary>What our offers are worth to it, beside its best alternative.</summary>
    [JsonPropertyOrder(171)]
    public IReadOnlyList<EconomicValue> EconomicValues { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<EconomicValue>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>What it lacks, and what our answers are worth; null where nothing is known of that.</summary>
    [JsonPropertyOrder(170)]
    public NeedsReview? Needs { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>How many needs are known.</summary>
    [FactRange(FactUnit.Count)]
    public int Needs { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>Whether the value of an open need is shown, in money and with a whole argument; null where no need is open.</summary>
    public bool? ValueShown { get; init; }

    /// <summary>How many needs have a saving that is counted under more than one kind of cost.</summary>
    [FactRange(FactUnit.Count)]
    public int SavingsCountedTwice { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>How many offers rest on a price that nobody has verified.</summary>
    [FactRange(FactUnit.Count)]
    public int HearsayPrices { get; init => field = FactRange<ReviewFacts>.Checked(value); }
}
