using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of competition: our rivals for the account, their strength, and how to differ from them.</summary>
internal sealed class CompetitionTopic() : AccountTopic(ReviewTopic.Competition)
{
    private const decimal MostOfIt = 0.5m;
    private const decimal NotableRise = 0.1m;
    private const double ClearWeight = 75;

    private const decimal MostAmount = 1e15m;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("rivals[].wonAgainst", "deals"),
        new("rivals[].lostAgainst", "deals"),
        new("rivals[].benchmarks[].ours", "rating 1 to 4"),
        new("rivals[].benchmarks[].theirs", "rating 1 to 4"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
        [ModelSlot.Of(m => m.Differentiation, (m, value) => m with { Differentiation = value })];

    /// <summary>What rivals were called in version 2.</summary>
    internal const string Competitors = "competitors";

    /// <summary>Upgrades competitors to rivals: version 2 had competitors with a name, their sales and their strengths; version 3 has
    /// rivals.</summary>
    internal static void FromCompetitors(JsonObject account)
    {
        if (account.ContainsKey("rivals") || !account.Remove(Competitors, out var competitors))
            return;
        foreach (var competitor in competitors is JsonArray list ? list.OfType<JsonObject>() : [])
        {
            if (competitor.TryGetPropertyValue("name", out var name) && !competitor.ContainsKey("id"))
                competitor["id"] = name?.DeepClone();
        }

        account["rivals"] = competitors;
    }

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.rivals", account.Rivals.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Rivals.Count; i++)
        {
            if (account.Rivals[i] is not { } rival)
                continue;
            foreach (var fault in rival.Faults(asOf))
            {
                faults.Add(fault.Split(" is ", 2) is [var member, var rest]
                    ? new(Invariant($"{path}.rivals[{i}].{member}"), $"it is {rest}") : new(Invariant($"{path}.rivals[{i}]"), fault));
            }
        }

        for (var i = 0; i < account.EnvironmentNotes.Count; i++)
        {
            if (account.EnvironmentNotes[i] is not { } note)
                faults.Add(new(Invariant($"{path}.environmentNotes[{i}]"), "it is null; it must be an object"));
            else if (note.Date > asOf)
            {
                faults.Add(new(
                    Invariant($"{path}.environmentNotes[{i}].date"),
                    Invariant($"it is {note.Date:R}; it must be {asOf:R} (the day of the facts) or earlier")));
            }
        }
    }

    // What a rival sells in a year is still to come; an encounter has its date.
    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        return converted with { Rivals = [.. account.Rivals.Select((rival, i) => Of(rival, Invariant($"rivals[{i}]")))] };

        Rival Of(Rival rival, string place) => rival with
        {
            AnnualSales = converter.Of(rival.AnnualSales, null, $"{place}.annualSales"),
            AmountWon = converter.Within(rival.AmountWon, null, converter.AsOf, $"{place}.amountWon", MostAmount),
            AmountLost = converter.Within(rival.AmountLost, null, converter.AsOf, $"{place}.amountLost", MostAmount),
            Encounters =
            [
                .. rival.Encounters.Select((each, at) => each with
                {
                    Amount = converter.Within(
                        each.Amount, null, each.Date, Invariant($"{place}.encounters[{at}].amount"), MostAmount),
                }),
            ],
        };
    }

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf)
    {
        var rivals = group.Head.Rivals.ToList();
        foreach (var (member, rival) in group.Members.SelectMany(member => member.Rivals, (member, rival) => (member, rival)))
        {
            var here = rival with
            {
                Encounters =
                [
                    .. rival.Encounters.Select(
                        each => each with { OpportunityId = AccountGroup.QualifyKnown(member, each.OpportunityId) }),
                ],
            };
            var at = rivals.FindIndex(each => each.Id == rival.Id);
            if (at < 0)
                rivals.Add(here);
            else if (IsAnother(rivals[at].Name, rival.Name))
                rivals.Add(here with { Id = AccountGroup.Qualify(member, rival.Id) });
            else
            {
                // What the head states of sales goes before those at its members.
                var isStated = at < group.Head.Rivals.Count && group.Head.Rivals[at].AnnualSales is not null;
                rivals[at] = Together(rivals[at], here, isStated);
            }
        }

        return rolled with
        {
            Rivals = rivals,
            EnvironmentNotes = [.. group.Head.EnvironmentNotes, .. group.Members.SelectMany(member => member.EnvironmentNotes)],
        };

        // An id such as r1 may be that of two rivals; a name that only one account has noted tells nothing.
        static bool IsAnother(string? name, string? other) => !string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(other)
            && !string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
    }

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        if (account.Rivals.Count == 0 && account.EnvironmentNotes.Count == 0)
            return review;
        var decider = account.Contacts.Where(contact => contact.IsThereOn(review.AsOf) && contact.Role is not null)
            .OrderByDescending(contact => contact.Weight).ThenBy(contact => contact.Id, StringComparer.Ordinal).FirstOrDefault();
        var facts = new DifferentiationFacts
        {
            Decider = decider?.Role,
            Value = models.KeepsConfidential && decider?.Values is [var first, ..] ? first : null,
            Sensitivity = account.Loyalty?.PriceSensitivity,
            Posture = review.Posture?.Advice?.Posture,
        };
        var deals = account.Opportunities.Where(deal => deal.IsOpen).SelectMany(deal => deal.Competitors)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return review with
        {
            Competition = new()
            {
                Rivals =
                [
                    .. account.Rivals.Select(rival => RivalReview.Of(
                            rival, facts, review.AsOf, deals.Contains(rival.Id) || (rival.Name is { } name && deals.Contains(name)),
                            models.Differentiation))
                        .OrderByDescending(rival => rival.IsStrong).ThenByDescending(rival => rival.AnnualSales ?? 0)
                        .ThenBy(rival => rival.Id, StringComparer.Ordinal),
                ],
                Swot = account.EnvironmentNotes.Count == 0 ? null
                    : new([.. OwnEntries(review), .. account.EnvironmentNotes.Select(SwotEntry.Of)]),
            },
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        facts = facts with { OthersSupply = review.ShareOfWallet?.MainBusiness.Share is { } share ? share < 1 : null };
        return review.Competition is not { } competition ? facts : facts with
        {
            Rivals = competition.Rivals.Count,
            StrongRival = competition.Strong is [var strong, ..] ? strong.Name : null,
            CounterBy = competition.Strong is [{ Differentiation.Advice: { } way }, ..] ? way : null,
        };
    }

    internal override bool IsKnown(AccountReview review) => review.Competition is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "rivalStrong", f => f.StrongRival != null,
            new(Topic, 0.1m, null, FindingKind.Weakness, FindingSubject.Competitor),
            arguments: f => [f.StrongRival],
            provenance: AccountFindings.Watching)
        .Rule(
            "rivalUnknown", f => f.OthersSupply == true && f.Rivals == 0,
            new(Topic, 0.02m, null, FindingKind.Unknown, FindingSubject.Competitor),
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "rivalStrong.counter",
            f => f.Topic == ReviewTopic.Competition && f.Kind == FindingKind.Weakness,
            new(ActionKind.CounterRival, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("counterRival"),
            arguments: f => [f.Account.StrongRival, AccountFindings.Named(f.Account.CounterBy)])
        .Rule(
            "rivalUnknown.ask",
            f => f.Topic == ReviewTopic.Competition && f.Kind == FindingKind.Unknown,
            new(ActionKind.AnswerSixQuestions, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("answerSixQuestions"));

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) =>
        stake.Kind == FindingKind.Weakness ? review.Competition?.Strong.Select(rival => rival.Id) ?? [] : [];

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Competition is not { } competition ? null
        : reader.Joined(
            competition.Rivals.Count == 0 ? null : reader.Text("rivalsInShort", competition.Rivals.Count),
            competition.Strong.Count == 0 ? null
                : reader.Text("strongInShort", reader.Listed(competition.Strong.Select(rival => rival.Name))),
            competition.Rivals.Any(rival => rival.Answers.Count > 0)
                ? reader.Text("knownInShort", TopicReader.Number(100 * competition.Rivals.Max(rival => rival.Coverage), "0"))
                : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Competition is not { } competition)
            yield break;
        Block[] blocks =
        [
            .. CompetitionDocuments.Of(
                competition, [.. review.OpenQuestionsOf(rival => rival.Answers.Count > 0).Select(question => question.Text)],
                reader.Currency, new(reader.Language)),
        ];
        if (blocks.Length > 0)
            yield return new(reader.Text("competition"), blocks);
    }

    // One rival as two accounts know it: what the first does not know is taken from the second, and what both count is added.
    private static Rival Together(Rival one, Rival other, bool isStated)
    {
        var (first, second) = (WinRecord.Of(one), WinRecord.Of(other));
        return one with
        {
            Name = string.IsNullOrWhiteSpace(one.Name) ? other.Name : one.Name,
            Role = one.Role ?? other.Role,
            AnnualSales = isStated || other.AnnualSales is null ? one.AnnualSales : (one.AnnualSales ?? 0) + other.AnnualSales,
            Strength = one.Strength ?? other.Strength,
            OurAdvantages = [.. one.OurAdvantages.Union(other.OurAdvantages)],
            Answers = [.. one.Answers, .. other.Answers],
            Benchmarks = [.. one.Benchmarks.UnionBy(other.Benchmarks, each => each.Dimension)],
            Encounters = [.. one.Encounters, .. other.Encounters],
            WonAgainst = one.WonAgainst is null && other.WonAgainst is null ? null : (int)(first.Won + second.Won),
            LostAgainst = one.LostAgainst is null && other.LostAgainst is null ? null : (int)(first.Lost + second.Lost),
            AmountWon = one.AmountWon is null && other.AmountWon is null ? null : first.AmountWon + second.AmountWon,
            AmountLost = one.AmountLost is null && other.AmountLost is null ? null : first.AmountLost + second.AmountLost,
        };
    }

    // Order structure, share of wallet, stage and satisfaction are the source's data of the inside.
    internal static IEnumerable<SwotEntry> OwnEntries(AccountReview review)
    {
        if (review.ShareOfWallet?.MainBusiness.Share is { } share)
            yield return Entry("shareOfWallet", "share", share >= MostOfIt, 100 * share);
        if (review.Satisfaction is { } satisfaction && satisfaction != SatisfactionLevel.Medium)
            yield return Entry("satisfaction", "satisfaction", satisfaction == SatisfactionLevel.High, satisfaction);
        if (review.Development?.Stage is { } stage)
            yield return Entry("development.stage", "stage", stage.IsAtLeast(DevelopmentStage.Advanced), stage);
        if (review.Trend?.Change is { } change && (change >= NotableRise || change <= -NotableRise))
            yield return Entry("trend.change", "orders", change > 0, 100 * Math.Abs(change));

        static SwotEntry Entry(string fact, string text, bool isStrength, object about) => new()
        {
            Part = isStrength ? SwotPart.Strength : SwotPart.Weakness,
            Fact = fact,
            Text = TextTable.Library[$"Competition.Swot.{text}{(isStrength ? ".high" : ".low")}"].With(about),
            Weight = ClearWeight,
        };
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>Our rivals for the account, their strength, and how to differ from them.</summary>
    public static readonly ReviewTopic Competition = new(18);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of ways to differ from a rival.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<DifferentiationFacts, Differentiation> Differentiation { get; init => field = Guard.NotNull(value); } =
        CompetitiveStrategy.Differentiate;
}

public sealed partial record AccountFile
{
    /// <summary>Our rivals for the account.</summary>
    [JsonPropertyOrder(181)]
    public IReadOnlyList<Rival> Rivals { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Rival>.Empty;

    /// <summary>External influences that may help or hurt us.</summary>
    [JsonPropertyOrder(182)]
    public IReadOnlyList<EnvironmentNote> EnvironmentNotes { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<EnvironmentNote>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>Our rivals for the account, and how to differ from them; null if nothing is known about them.</summary>
    [JsonPropertyOrder(180)]
    public CompetitionReview? Competition { get; init; }

    /// <summary>The unanswered questions about relevant rivals, in the words of the questions, rival by rival.</summary>
    [JsonIgnore]
    public IReadOnlyList<OpenQuestion> RivalQuestions => [.. OpenQuestionsOf(_ => true)];

    internal IEnumerable<OpenQuestion> OpenQuestionsOf(Func<RivalReview, bool> isAsked) =>
        Competition?.Rivals.Where(rival => rival.IsRelevant && isAsked(rival)).SelectMany(rival => rival.OpenQuestions.Cast<object>()
            .Concat(rival.OpenDealQuestions)
            .Select(question => new OpenQuestion(
                OpenTopic.Competitor, null, TextTable.Library["Stakeholders.OpenQuestion.Competitor"].With(rival.Name, question)))) ?? [];
}

public sealed partial record ReviewFacts
{
    /// <summary>The number of rivals.</summary>
    [FactRange(FactUnit.Count)]
    public int Rivals { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>Whether others also supply the account, judging by its share of wallet; null if it is not known.</summary>
    public bool? OthersSupply { get; init; }

    /// <summary>The strongest rival that is strong at this account; null if there is none.</summary>
    public string? StrongRival { get; init; }

    /// <summary>How to differ from that rival; null if there is none.</summary>
    public Differentiation? CounterBy { get; init; }
}
