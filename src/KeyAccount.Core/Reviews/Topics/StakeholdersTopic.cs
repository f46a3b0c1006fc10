using System.Text.Json.Serialization;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of stakeholders: the people on whom our position depends.</summary>
internal sealed class StakeholdersTopic() : AccountTopic(ReviewTopic.Stakeholders)
{
    private static readonly Provenance LeavingPeople = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} names the change of key people as a threat to share and standing; for how long it is one is ours");

    private const int ShownSteps = 3;
    private const int ShownRisks = 6;
    private const int ShownQuestions = 5;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("contacts[].influence", "weight"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Stakeholders.Stances, (m, value) => m with { Stakeholders = m.Stakeholders with { Stances = value } }),
        ModelSlot.Of(m => m.Stakeholders.Moves, (m, value) => m with { Stakeholders = m.Stakeholders with { Moves = value } }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        var before = faults.Count;
        Portfolio.CheckIds($"{path}.contacts", account.Contacts.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Contacts.Count; i++)
        {
            if (account.Contacts[i] is { } contact)
                CheckContact(Invariant($"{path}.contacts[{i}]"), contact, asOf, faults);
        }

        // A map of people who are not sound says nothing of their ties.
        if (account.Contacts.Count == 0 || account.Ties.Count == 0 || faults.Count > before)
            return;
        try
        {
            account.CheckMap(asOf);
        }
        catch (InvalidModelException e)
        {
            faults.AddRange(e.Faults.Select(fault => fault.Under(path)));
        }
    }

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Contacts =
        [
            .. group.Head.Contacts,
            .. group.Members.SelectMany(
                member => member.Contacts.Select(each => each with { Id = AccountGroup.Qualify(member, each.Id) })),
        ],
        Ties =
        [
            .. group.Head.TiesOfContacts,
            .. group.Members.SelectMany(member => member.TiesOfContacts.Select(each => each with
            {
                From = AccountGroup.Qualify(member, each.From), To = AccountGroup.Qualify(member, each.To),
            })),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        if (account.GroupContacts.Count > 0)
            review = review with { GroupPeople = [.. PeopleOfGroups(account.GroupContacts, review.AsOf, models)] };
        if (account.Contacts.Count == 0)
            return review;
        review = review with { LeftPeople = [.. LeftPeople(account, review.AsOf).Select(each => each.Shown(models.KeepsConfidential))] };
        var map = account.MapAsOf(review.AsOf, models.Stakeholders);
        return review with
        {
            People =
            [
                .. account.Contacts
                    .Where(contact => contact.IsThereOn(review.AsOf))
                    .Select(contact => Judge(contact, map, review.AsOf, models))
                    .OrderByDescending(person => person.Influence)
                    .ThenBy(person => person.Id, StringComparer.Ordinal),
            ],
            Stakeholders = StakeholderReview.Of(map, models.KeepsConfidential),
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        if (review.People.Count == 0 && review.LeftPeople.Count == 0)
            return facts;
        var map = review.Stakeholders;
        var deciders = map?.ByRole.FirstOrDefault(each => each.Part == StakeholderRole.KDM);
        var lone = LoneSupporterOf(review);
        var worst = WorstOf(review);
        var next = map is { NextToWin: [var step, ..] } ? step : null;
        return facts with
        {
            Contacts = review.People.Count,
            Deciders = deciders?.People ?? 0,
            DecidersAgainst = deciders?.Opponents ?? 0,
            Supporters = map?.ByRole.Sum(each => each.Supporters) ?? 0,
            StaleContacts = review.People.Count(IsStale),
            WorstLoss = worst is null ? null : worst.Person.Name ?? worst.Person.Id,
            LosesDecision = worst is null ? null : worst.Person.Id == lone?.Id,
            SupportChange = worst?.SupportChange,
            NextMove = next?.Move,
            NextStep = next?.Advice,
            LeftPerson = review.LeftPeople.Count > 0 ? review.LeftPeople[0].Called : null,
            NewPerson = NewestOf(review)?.Name,
        };
    }

    internal override bool IsKnown(AccountReview review) => review.Stakeholders is { Support.Value: not null };

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "deciderAgainst", f => f.DecidersAgainst > 0, new(Topic, 0.4m, null, FindingKind.Risk, FindingSubject.DecisionMaker),
            arguments: f => [f.DecidersAgainst, f.Deciders])
        .Rule(
            "decisionLost", f => f.LosesDecision == true, new(Topic, 0.3m, null, FindingKind.Weakness, FindingSubject.DecisionMaker),
            arguments: f => [f.WorstLoss], provenance: AccountFindings.Watching)
        .Rule(
            "keyPersonLeft", f => f.LeftPerson != null, new(Topic, 0.3m, null, FindingKind.Issue, FindingSubject.Person),
            arguments: f => [f.LeftPerson], provenance: LeavingPeople)
        .Rule(
            "keyPersonNew", f => f.NewPerson != null, new(Topic, 0.1m, null, FindingKind.Issue, FindingSubject.DecisionMaker),
            arguments: f => [f.NewPerson], provenance: LeavingPeople)
        .Rule(
            "supportLost",
            f => f.LosesDecision == false && f.SupportChange <= -AccountFindings.NotableLoss,
            new(Topic, 0.2m, null, FindingKind.Weakness, FindingSubject.Person),
            arguments: f => [f.WorstLoss, -f.SupportChange],
            provenance: AccountFindings.Watching)
        .Rule(
            "oneSupporter", f => f.Contacts > 1 && f.Supporters == 1, new(Topic, 0.2m, kind: FindingKind.Weakness),
            arguments: f => [f.Contacts], provenance: AccountFindings.Watching)
        .Rule(
            "nobodyKnown", f => f.Contacts == 0, new(Topic, 0.03m, null, FindingKind.Unknown, FindingSubject.DecisionMaker),
            provenance: AccountFindings.Knowing)
        .Rule(
            "deciderUnknown", f => f.Contacts > 0 && f.Deciders == 0,
            new(Topic, 0.05m, null, FindingKind.Unknown, FindingSubject.DecisionMaker),
            arguments: f => [f.Contacts], provenance: AccountFindings.Knowing)
        .Rule(
            "standingStale", f => f.StaleContacts > 0, new(Topic, 0.03m, null, FindingKind.Unknown, FindingSubject.Person),
            arguments: f => [f.StaleContacts, f.Contacts], provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "decider.meet",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Risk,
            new(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 30),
            AccountActions.What("meet"))
        .Rule(
            "decider.win",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Risk,
            new(ActionKind.WinPerson, ActionOwner.KeyAccountManager, 45),
            AccountActions.What("win"),
            arguments: AccountActions.NextStep)
        .Rule(
            "left.succeed",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Issue && f.Subject == FindingSubject.Person,
            new(ActionKind.FindDecider, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("succeed"),
            arguments: f => [f.Account.LeftPerson])
        .Rule(
            "new.meet",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Issue && f.Subject == FindingSubject.DecisionMaker,
            new(ActionKind.MeetLeaders, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("meetNew"),
            arguments: f => [f.Account.NewPerson])
        .Rule(
            "decision.broaden",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Weakness && f.Subject == FindingSubject.DecisionMaker,
            new(ActionKind.BroadenContacts, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("broaden"),
            arguments: f => [f.Account.WorstLoss])
        .Rule(
            "support.win",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Weakness
                && (f.Subject == null || f.Subject != FindingSubject.DecisionMaker),
            new(ActionKind.WinPerson, ActionOwner.KeyAccountManager, 45),
            AccountActions.What("win"),
            arguments: AccountActions.NextStep)
        .Rule(
            "unknown.find",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Unknown && f.Subject == FindingSubject.DecisionMaker,
            new(ActionKind.FindDecider, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("find"))
        .Rule(
            "stale.confirm",
            f => f.Topic == ReviewTopic.Stakeholders && f.Kind == FindingKind.Unknown && f.Subject == FindingSubject.Person,
            new(ActionKind.ConfirmStanding, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("confirm"),
            arguments: f => [f.Account.StaleContacts]);

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review)
    {
        if (stake.Kind == FindingKind.Weakness && stake.Subject != FindingSubject.Account)
            return WorstOf(review) is { } worst ? [worst.Person.Id] : [];
        var people = stake.Kind == FindingKind.Risk && stake.Subject == FindingSubject.DecisionMaker
            ? review.People.Where(person => person.Role == StakeholderRole.KDM && person.Stance == Stance.Opponent)
            : stake.Kind == FindingKind.Unknown && stake.Subject == FindingSubject.Person ? review.People.Where(IsStale)
            : [];
        return people.Select(person => person.Id);
    }

    internal override string? Summary(AccountReview review, TopicReader reader)
    {
        var map = review.Stakeholders;
        return reader.Joined(
        [
            map?.Support.Value is { } support
                ? reader.Text(
                    "supportInShort", TopicReader.Number(support, "0"), TopicReader.Number(map.Support.Range.Low, "0"),
                    TopicReader.Number(map.Support.Range.High, "0"))
                : null,
            map?.Risks is [{ Findings: [var loss, ..] }, ..] ? loss.In(reader.Language) : null,
            .. ByGroup(review).Select(group => reader.Text("groupPeopleInShort", group.Count(), group.Key)),
        ]);
    }

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.People.Count > 0)
            yield return new(reader.Text("people"), [new BulletList([.. review.People.Select(person => ItemOf(person, reader))])]);
        foreach (var group in ByGroup(review))
        {
            yield return new(
                reader.Text("groupPeople", group.Key), [new BulletList([.. group.Select(each => ItemOf(each.Person, reader))])]);
        }

        if (review.Stakeholders is not { } map)
            yield break;
        var writer = new DocumentWriter(reader.Language);
        var people = reader.Account is { Contacts.Count: > 0 } account ? account.MapAsOf(review.AsOf, reader.Models.Stakeholders) : null;
        yield return new(
            writer.Text("Stakeholders.Describe.title"),
            [
                .. ((IEnumerable<Block?>)
                [
                    StakeholderMapDocument.Support(map.Support, writer),
                    people is null ? null : StakeholderMapDocument.People(people, writer),
                    ChainOf(review, reader),
                    StakeholderMapDocument.Depth(map.Depth, writer),
                    Few("Stakeholders.Describe.win", [.. map.NextToWin.Select(step => step.Advice)], ShownSteps, isOrdered: true),
                    .. people is null ? [] : StakeholderMapDocument.Strategies(people, writer),
                    Few("Stakeholders.Describe.risks", [.. map.Risks.SelectMany(risk => risk.Findings)], ShownRisks),
                    Few("Stakeholders.Describe.questions", [.. map.OpenQuestions.Select(question => question.Text)], ShownQuestions),
                ]).OfType<Block>(),
            ]);

        Section? Few(string heading, IReadOnlyList<Text> texts, int most, bool isOrdered = false) => writer.SectionOf(
            heading,
            [
                DocumentWriter.List(texts.Take(most).Select(writer.ItemWithName), isOrdered),
                texts.Count > most ? writer.Note("Reviews.Describe.more", new NumberCell(texts.Count - most)) : null,
            ]);
    }

    // Where no department is known, a fish-bone has one bone, and the map tells more.
    private static FishboneFigure? ChainOf(AccountReview review, TopicReader reader)
    {
        if (reader.Account is not { } account || account.Contacts.All(contact => string.IsNullOrWhiteSpace(contact.Department)))
            return null;
        var map = account.MapAsOf(review.AsOf, reader.Models.Stakeholders);
        var departments = account.Contacts.ToLookup(contact => contact.Id, contact => contact.Department, StringComparer.Ordinal);
        return new DecisionChain(
        [
            .. map.People.Select(person => new DecisionChainPerson
            {
                Name = person.Name ?? person.Id, Bone = departments[person.Id].FirstOrDefault(), Role = person.Role,
                Stance = map.StanceOf(person), Chain = person.Chain, Influence = person.Influence,
            }),
        ]).ToFigure(reader.Language);
    }

    // They are counted where they are known, and not at every member once more.
    private static IEnumerable<GroupPerson> PeopleOfGroups(
        IReadOnlyList<GroupContact> contacts, LocalDate asOf, ReviewModels models)
    {
        foreach (var group in contacts.Where(each => each.Contact.IsThereOn(asOf)).GroupBy(each => each.Group, StringComparer.Ordinal))
        {
            Contact[] there =
            [
                .. group.Select(each => each.Contact with { Ladder = [.. each.Contact.Ladder.Where(entry => entry.Date <= asOf)] }),
            ];
            var map = new AccountFile { Id = group.Key, Contacts = there }.MapAsOf(asOf, models.Stakeholders);
            foreach (var person in there.Select(contact => Judge(contact, map, asOf, models))
                .OrderByDescending(person => person.Influence).ThenBy(person => person.Id, StringComparer.Ordinal))
                yield return new(group.Key, person with { Moves = [] });
        }
    }

    private static IEnumerable<IGrouping<string, GroupPerson>> ByGroup(AccountReview review) =>
        review.GroupPeople.GroupBy(each => each.Group, StringComparer.Ordinal);

    private static ListItem ItemOf(PersonReview person, TopicReader reader) => new(
        person.Standing is not { } standing
            ? reader.Text("noEvidence", person.Name)
            : reader.Text(
                standing.IsConfirmed ? "standing" : "unconfirmed",
                person.Name,
                standing.Level,
                standing.Last.Evidence,
                LocalDatePattern.Iso.Format(standing.Last.Date),
                TopicReader.Number(standing.Confidence, "0%")),
        [
            .. person.Moves.Select(hit => new ListItem(
                reader.Text("move", hit.Advice, Ladder.Plans.Decide(new() { Move = hit.Advice }).Advice!.Strategy))),
        ]);

    // Who is the only one of those who decide to be for us; else, of those who are for us, whose leaving costs most. Nothing is lost with
    // somebody who is not for us.
    private static StakeholderRisk? WorstOf(AccountReview review)
    {
        if (review.Stakeholders is not { } map)
            return null;
        var lone = LoneSupporterOf(review);
        var supporters = review.People.Where(person => person.Stance == Stance.Supporter).Select(person => person.Id)
            .ToHashSet(StringComparer.Ordinal);
        return map.Risks.FirstOrDefault(risk => risk.Person.Id == lone?.Id)
            ?? map.Risks.FirstOrDefault(risk => supporters.Contains(risk.Person.Id));
    }

    private static PersonReview? LoneSupporterOf(AccountReview review)
    {
        var deciders = review.People
            .Where(person => person.Role == StakeholderRole.KDM && person.Stance == Stance.Supporter).Take(2).ToArray();
        return deciders.Length == 1 ? deciders[0] : null;
    }

    private static PersonReview? NewestOf(AccountReview review) => review.People
        .Where(person => person.Since is { } since && IsKey(person.Role) && since > review.AsOf.PlusDays(-AccountFindings.NewPersonDays))
        .MaxBy(person => person.Since);

    private static IEnumerable<Contact> LeftPeople(AccountFile account, LocalDate asOf) => account.Contacts
        .Where(contact => !contact.IsThereOn(asOf) && contact.Until > asOf.PlusDays(-AccountFindings.LeftPersonDays)
            && IsKeyPerson(contact))
        .OrderByDescending(contact => contact.Weight).ThenBy(contact => contact.Id, StringComparer.Ordinal);

    /// <summary>Whether a person's departure hurts us: somebody who decides or has a say, or our coach.</summary>
    internal static bool IsKeyPerson(Contact contact) => IsKey(contact.Role) || contact.IsCoach;

    private static bool IsKey(StakeholderRole? role) => role == StakeholderRole.KDM || role == StakeholderRole.KI;

    private static bool IsStale(PersonReview person) => person.Standing is { IsConfirmed: false };

    private static void CheckContact(string path, Contact contact, LocalDate asOf, List<ModelFault> faults)
    {
        if (contact.Until < contact.Since)
        {
            faults.Add(new(
                $"{path}.until",
                $"it is {LocalDatePattern.Iso.Format(contact.Until.Value)}; it must not be before since, "
                + LocalDatePattern.Iso.Format(contact.Since.Value)));
        }

        if (contact.Since is { } since && since > asOf)
            faults.Add(new($"{path}.since", Invariant($"it is {since:R}; it must be {asOf:R} (the day of the facts) or earlier")));
        for (var at = 0; at < contact.Ladder.Count; at++)
        {
            if (contact.Ladder[at] is not { Date: var date })
                faults.Add(new(Invariant($"{path}.ladder[{at}]"), "it is null; it must be an object"));
            else if (date == default)
                faults.Add(new(Invariant($"{path}.ladder[{at}].date"), "it is missing"));
            else if (date > asOf)
            {
                faults.Add(new(
                    Invariant($"{path}.ladder[{at}].date"),
                    $"it is {LocalDatePattern.Iso.Format(date)}; it must not be after {LocalDatePattern.Iso.Format(asOf)}, the date of the "
                    + "facts"));
            }
        }
    }

    private static PersonReview Judge(Contact contact, StakeholderMap map, LocalDate asOf, ReviewModels models)
    {
        var standing = contact.StandingAsOf(asOf);
        var level = standing?.Known;
        return new()
        {
            Id = contact.Id,
            Name = contact.Called,
            Since = contact.Since,
            Role = contact.Role,
            Influence = contact.Weight,
            Standing = standing,
            Stance = map.StanceOf(contact.Id),
            Moves = level is null ? [] : models.Stakeholders.MovesFrom(level).Hits,
        };
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The people on whom our position depends.</summary>
    public static readonly ReviewTopic Stakeholders = new(5);
}

public sealed partial record ReviewModels
{
    /// <summary>The models for counting and winning people.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public StakeholderModels Stakeholders { get; init => field = Guard.NotNull(value); } = new(Ladder.Points, Ladder.Stances, Ladder.Moves);
}

public sealed partial record AccountFile
{
    /// <summary>The account's mode of decision.</summary>
    [JsonPropertyOrder(50)]
    public DecisionMode? DecisionMode { get; init; }

    /// <summary>The people we deal with.</summary>
    [JsonPropertyOrder(51)]
    [MostEntries(StakeholderMap.MostPeople)]
    public IReadOnlyList<Contact> Contacts { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Contact>.Empty;

    /// <summary>The ties and divisions between the people there.</summary>
    [JsonPropertyOrder(52)]
    [MostEntries(StakeholderMap.MostTies)]
    public IReadOnlyList<Tie> Ties { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Tie>.Empty;

    // Where the people are not known, nothing can be said of what ties them.
    internal IReadOnlyList<Tie> TiesOfContacts => Contacts.Count == 0 ? [] : Ties;

    /// <summary>Builds the map of the people present on a date; a level that is not confirmed counts as unknown.</summary>
    /// <param name="asOf">The date.</param>
    /// <param name="models">The meaning of the levels of the ladder; null for the library's own.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Evidence of a person is dated after <paramref name="asOf"/>.</exception>
    /// <exception cref="InvalidModelException">The people or their ties have faults; the exception holds all of them.</exception>
    public StakeholderMap MapAsOf(LocalDate asOf, StakeholderModels? models = null)
    {
        Guard.Iso(asOf);
        return new(
            [.. ContactsOn(asOf).Select(contact => contact.AsOf(asOf))], TiesOn(asOf), models ?? LibraryModels.Stakeholders, DecisionMode);
    }

    // As a map would, but without making it.
    internal void CheckMap(LocalDate asOf) => StakeholderMap.Check(
        [.. ContactsOn(asOf).Select(contact => new Stakeholder { Id = contact.Id, Influence = contact.Weight })], TiesOn(asOf));

    private IEnumerable<Contact> ContactsOn(LocalDate asOf) => Contacts.Where(contact => contact.IsThereOn(asOf));

    private IReadOnlyList<Tie> TiesOn(LocalDate asOf)
    {
        if (Contacts.All(contact => contact.IsThereOn(asOf)))
            return TiesOfContacts;
        var left = Contacts.Where(contact => !contact.IsThereOn(asOf)).Select(contact => contact.Id).ToHashSet(StringComparer.Ordinal);
        return [.. TiesOfContacts.Where(tie => !left.Contains(tie.From) && !left.Contains(tie.To))];
    }

    // Made once, and not before somebody asks.
    private static class LibraryModels
    {
        internal static readonly StakeholderModels Stakeholders = new ReviewModels().Stakeholders;
    }
}

public sealed partial record AccountReview
{
    /// <summary>Each person's standing, those with the most influence first.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<PersonReview> People { get; init => field = ValueList.Of(value ?? []); } = ValueList<PersonReview>.Empty;

    /// <summary>The key people and coaches who have left within a year, those with the most influence first.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<Contact> LeftPeople { get; init => field = ValueList.Of(value ?? []); } = ValueList<Contact>.Empty;

    /// <summary>The people of its groups who also decide for the account: those of the nearest group first, and within a group those with
    /// the most influence. They are not among <see cref="People"/>, and do not count in any figure about these.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<GroupPerson> GroupPeople { get; init => field = ValueList.Of(value ?? []); } = ValueList<GroupPerson>.Empty;

    /// <summary>The results of the stakeholder map; null if nobody is known.</summary>
    [JsonPropertyOrder(51)]
    public StakeholderReview? Stakeholders { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The number of people we know.</summary>
    [FactRange(FactUnit.Count)]
    public int Contacts
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of these who decide (<see cref="StakeholderRole.KDM"/>).</summary>
    [FactRange(FactUnit.Count)]
    public int Deciders
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of deciders who are against us.</summary>
    [FactRange(FactUnit.Count)]
    public int DecidersAgainst
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of people who are for us.</summary>
    [FactRange(FactUnit.Count)]
    public int Supporters
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of people whose evidence is too old to count.</summary>
    [FactRange(FactUnit.Count)]
    public int StaleContacts
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The person whose departure costs the most: the only decision maker who is for us, otherwise the supporter without whom the
    /// support falls the most.</summary>
    public string? WorstLoss { get; init; }

    /// <summary>Whether nobody who decides would be for us without that person; null if nobody's departure costs anything.</summary>
    public bool? LosesDecision { get; init; }

    /// <summary>The most important key person who has left within a year; null if nobody has.</summary>
    public string? LeftPerson { get; init; }

    /// <summary>The key person who has arrived last, within half a year; null if nobody has.</summary>
    public string? NewPerson { get; init; }

    /// <summary>The change of the support without that person, in points.</summary>
    [FactRange(-200, 200, FactUnit.Points)]
    public double? SupportChange
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The move on the ladder that wins the next person; null if no move of the ladder wins anybody.</summary>
    public LadderMove? NextMove { get; init; }

    /// <summary>The person to win next, by which move and through whom.</summary>
    public Text? NextStep { get; init; }
}
