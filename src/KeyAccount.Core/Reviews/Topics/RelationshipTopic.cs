using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of the relationship in its three dimensions.</summary>
internal sealed class RelationshipTopic() : AccountTopic(ReviewTopic.Relationship)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("organisation.shareOfWallet", "fraction", "organisationShareOfWallet"),
        new("organisation.jointProjects", "projects"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Oke.Organisation, (m, value) => m with { Oke = m.Oke with { Organisation = value } }),
        ModelSlot.Of(m => m.Oke.Standard, (m, value) => m with { Oke = m.Oke with { Standard = value } }),
        ModelSlot.Of(m => m.Oke.Targets, (m, value) => m with { Oke = m.Oke with { Targets = value } }),
        ModelSlot.Of(m => m.Oke.HoldingBack, (m, value) => m with { Oke = m.Oke with { HoldingBack = value } }),
        ModelSlot.Of(m => m.Oke.Activities, (m, value) => m with { Oke = m.Oke with { Activities = value } }),
        ModelSlot.Of(m => m.Oke.Agreement, (m, value) => m with { Oke = m.Oke with { Agreement = value } }),
        ModelSlot.Of(m => m.Relationship, (m, value) => m with { Relationship = value }),
    ];

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var (profile, target) = OkeOf(review, account, models);
        return review with
        {
            Oke = profile,
            StrategyTarget = target,
            Relationship = account.Relationship is null ? null : models.Relationship.Assess(account.Relationship),
            Snowball = account.Contacts.Any(contact => contact.Department is not null) ? SnowballOf(account, review.AsOf) : null,
            NextWithPeople = account.Contacts.Where(contact => contact.Building.Count > 0 && contact.IsThereOn(review.AsOf))
                .OrderByDescending(contact => contact.Weight).ThenBy(contact => contact.Id, StringComparer.Ordinal)
                .SelectMany(
                    contact => new RelationshipCase(contact.Building).NextSteps(),
                    (contact, step) => new NextWithPerson(contact.Id, step))
                .ToArray(),
        };
    }

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        for (var i = 0; i < account.Contacts.Count; i++)
        {
            if (account.Contacts[i] is not { Building: { Count: > 0 } events })
                continue;
            var place = Invariant($"{path}.contacts[{i}].building");
            if (!Portfolio.Fits(place, events.Count, faults))
                continue;

            var state = RelationshipCase.Empty;
            for (var at = 0; at < events.Count; at++)
            {
                if (events[at] is not { } happened)
                {
                    faults.Add(new(Invariant($"{place}[{at}]"), "it is null; it must be an object"));
                    break;
                }

                var result = state.Apply(happened);
                if (happened.On > asOf)
                {
                    faults.Add(new(
                        Invariant($"{place}[{at}].on"),
                        Invariant($"it is {happened.On:R}; it must be {asOf:R} (the day of the facts) or earlier")));
                }
                else if (!result.IsAccepted)
                {
                    faults.Add(new(Invariant($"{place}[{at}]"), $"it is refused: {result.Reason}"));
                    break;
                }

                state = result.Case;
            }
        }
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.Oke is not { } oke ? facts : facts with
    {
        HoldingBack = oke.HoldingBack.Advice,
        Relationship = oke.Score.Band,
        Activity = oke is { Activities: [var activity, ..] } ? activity.Advice.Activity : null,
        Conflicts = oke.Conflicts.Count,
    };

    internal override bool IsKnown(AccountReview review) => review.Oke is { Score.IsRated: true };

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "levelConflict", f => f.Conflicts > 0, new(Topic, 0.03m, null, FindingKind.Contradiction, FindingSubject.Person),
            arguments: f => [f.Conflicts], provenance: AccountFindings.Knowing)
        .Rule(
            "shortBoard", f => f.HoldingBack != null, new(Topic, 0.1m, kind: FindingKind.Weakness),
            arguments: f => [f.HoldingBack], provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "conflict.confirm",
            f => f.Topic == ReviewTopic.Relationship && f.Kind == FindingKind.Contradiction,
            new(ActionKind.ConfirmStanding, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("confirm"),
            arguments: f => [f.Account.Conflicts])
        .Rule(
            "board.lengthen",
            f => f.Topic == ReviewTopic.Relationship && f.Kind == FindingKind.Weakness && f.Account.Activity != null,
            new(ActionKind.LengthenShortBoard, ActionOwner.KeyAccountManager, 60),
            AccountActions.What("lengthen"),
            arguments: f => [f.Account.HoldingBack, f.Account.Activity]);

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Oke is not { } oke ? null : reader.Joined(
        oke.Organisation.Band?.DisplayName(reader.Language),
        oke.KeyDecisionMakers.Level?.DisplayName(reader.Language),
        oke.Extensive.Level?.DisplayName(reader.Language),
        ShortBoard(oke, reader));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Oke is not { } oke)
            yield break;
        var document = oke.Describe(reader.Models.Oke, reader.Language);
        yield return new(
            document.Title,
            [
                .. document.Blocks,
                .. review.Relationship is { IsRated: true } relationship
                    && reader.Told(reader.Models.Relationship, relationship) is { } told
                    ? (Block[])[told]
                    : [],
                .. Building(review, new(reader.Language)),
            ]);
    }

    private static IEnumerable<Block> Building(AccountReview review, DocumentWriter writer)
    {
        foreach (var block in review.Snowball?.Blocks(writer) ?? [])
            yield return block;
        if (review.NextWithPeople.Count == 0)
            yield break;
        yield return new Section(writer.Text("Relationships.Describe.building"),
        [
            new BulletList(
            [
                .. review.NextWithPeople.Select(next => writer.Item(
                    "Relationships.Describe.building.next",
                    Run.Name(review.People.FirstOrDefault(person => person.Id == next.Person)?.Name ?? next.Person), next.Step.Text)),
            ]),
        ]);
    }

    internal static Snowball SnowballOf(AccountFile account, LocalDate asOf) => Snowball.Of(
    [
        .. account.Contacts.Select(contact => new SnowballPerson
        {
            Id = contact.Id,
            Influence = contact.Weight,
            Department = contact.Department,
            Layer = contact.ManagementLevel?.Name,
            Ladder = new(contact.Ladder),
            Until = contact.Until,
        }),
    ], asOf);

    // Conflicts know people by what they are called.
    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => stake.Kind == FindingKind.Contradiction
        ? review.People.Where(person => review.Oke?.Conflicts.Any(conflict => conflict.Person == person.Name) == true)
            .Select(person => person.Id)
        : [];

    private static string? ShortBoard(OkeProfile oke, TopicReader reader) => oke.Extensive.ShortBoard.Count == 0 ? null
        : reader.Text("shortBoard", reader.Listed(oke.Extensive.ShortBoard.Select(each => each.DisplayName(reader.Language))));

    // Where the strategic match is known, the target follows from it; else from where the organisation stands.
    private static (OkeProfile? Profile, Decision<OkeTarget>? Target) OkeOf(
        AccountReview review, AccountFile account, ReviewModels models)
    {
        var makers = account.Contacts
            .Where(contact => contact.Role == StakeholderRole.KDM || contact.KeyLevel is not null)
            .Select(contact => new KeyDecisionMaker
            {
                Name = contact.Called,
                Influence = contact.Weight,
                Level = contact.KeyLevel,
                Ladder = contact.StandingAsOf(review.AsOf)?.Known,
            })
            .ToArray();
        var share = account.Organisation?.ShareOfWallet ?? (double?)review.ShareOfWallet?.MainBusiness.Share;
        if (account.Organisation is null && account.Extensive is null && makers.Length == 0 && share is null)
            return default;
        var organisation = (account.Organisation ?? new()) with { ShareOfWallet = share };
        var target = review.Strategy?.Match?.Level is not { } match ? null : models.StrategyTargets.Decide(
            new() { Match = match, Organisation = models.Oke.Organisation.BandOf(organisation) });
        return (Oke.Profile(organisation, makers, account.Extensive ?? new(), target?.Advice, models.Oke), target);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The relationship in its three dimensions.</summary>
    public static readonly ReviewTopic Relationship = new(4);
}

public sealed partial record ReviewModels
{
    /// <summary>The three dimensions of the relationship.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public OkeModels Oke { get; init => field = Guard.NotNull(value); } = new();

    /// <summary>The scorecard of trust, interest and emotion.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<RelationshipFacts, RelationshipStrength> Relationship { get; init => field = Guard.NotNull(value); } =
        RelationshipFormula.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>The observable facts between the companies.</summary>
    [JsonPropertyOrder(40)]
    public OrganisationFacts? Organisation { get; init; }

    /// <summary>The elements of the climate.</summary>
    [JsonPropertyOrder(41)]
    public ExtensiveFacts? Extensive { get; init; }

    /// <summary>The facts about trust, interest and emotion.</summary>
    [JsonPropertyOrder(42)]
    public RelationshipFacts? Relationship { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>The relationship in its three dimensions; null if nothing is known about any of them.</summary>
    [JsonPropertyOrder(40)]
    public OkeProfile? Oke { get; init; }

    /// <summary>The strength of the relationship from trust, interest and emotion; null if nothing is known about it.</summary>
    [JsonPropertyOrder(41)]
    public Assessment<RelationshipStrength>? Relationship { get; init; }

    /// <summary>How the relationship has grown from a person to the organisation; null if nobody's department is known.</summary>
    [JsonPropertyOrder(42)]
    public Snowball? Snowball { get; init; }

    /// <summary>The next of the four steps with each person whose steps are recorded, the most influential first.</summary>
    [JsonPropertyOrder(43)]
    public IReadOnlyList<NextWithPerson> NextWithPeople { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<NextWithPerson>.Empty;
}

public sealed partial record ReviewFacts
{
    /// <summary>The dimension that holds the relationship back.</summary>
    public OkeDimension? HoldingBack { get; init; }

    /// <summary>The strength of the relationship.</summary>
    public RelationshipStrength? Relationship { get; init; }

    /// <summary>What to do about the dimension that holds it back.</summary>
    public Text? Activity { get; init; }

    /// <summary>The number of people for whom two judgements contradict each other.</summary>
    [FactRange(FactUnit.Count)]
    public int Conflicts
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }
}
