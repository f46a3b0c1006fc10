using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A map of the people of a customer who decide together, with the ties between them: who supports us, what is lost if a person
/// leaves, who is to be won next and through whom, and what we do not know.</summary>
/// <remarks>
/// <para>A value: immutable, checked when it is made, safe to share between threads, equal when people, ties, decision mode and models are,
/// and the same after a round trip through JSON. The order in which they are given never matters, nor which end of a mutual tie is named
/// first.</para>
/// <para>Who is <em>not known</em> is a person whose level on the ladder is null. Sources: 《大客戶戰略客戶關係管理》 (organisation, politics, coach),
/// 《客户关系拓展与管理》
/// (decision chain), 《B2B 大客户开发与管理》 (roles, ladder), 《开发大客户培训课件》 (six to eight people decide together).</para>
/// </remarks>
/// <example>
/// <code>
/// var map = new StakeholderMap(
///     [
///         new() { Id = "wang", Name = "Wang", Role = StakeholderRole.KDM, Influence = 10, Ladder = LadderLevel.CR3 },
///         new() { Id = "li", Name = "Li", Role = StakeholderRole.KI, Influence = 7, Ladder = LadderLevel.CR1 },
///     ],
///     [new("li", "wang", TieKind.ReportsTo)],
///     new(Ladder.Points, Ladder.Stances, Ladder.Moves));
/// Console.WriteLine(map.NextToWin()[0].Advice);
/// </code>
/// </example>
public sealed class StakeholderMap : IEquatable<StakeholderMap>
{
    /// <summary>The number of known people below which the map asks for more: 6. Provenance: <c>LibraryDefault</c>, the lower end of the
    /// average that 《开发大客户培训课件》 gives (平均6-8个决策人参与购买过程).</summary>
    public const int UsualDeciders = 6;

    /// <summary>The upper end of the same average: 8. Source: 《开发大客户培训课件》 (平均6-8个决策人参与购买过程).</summary>
    public const int UsualDecidersTo = 8;

    /// <summary>The largest number of people on a map: 4,000. Provenance: <c>LibraryDefault</c>; the loss of each person is evaluated, and
    /// nobody reads a larger map.</summary>
    public const int MostPeople = 4_000;

    /// <summary>The largest number of ties on a map: 20,000. Provenance: <c>LibraryDefault</c>, as for <see cref="MostPeople"/>.</summary>
    public const int MostTies = 20_000;

    private readonly Dictionary<string, int> _indexes;
    private readonly Lazy<StakeholderGraph> _graph;

    /// <summary>Builds a map, or reports everything that is wrong with it.</summary>
    /// <param name="people">The people in any order; there may be none, of a customer we do not know.</param>
    /// <param name="ties">The ties between the people, in any order.</param>
    /// <param name="models">The models that give the levels of the ladder their meaning.</param>
    /// <param name="decisionMode">How the customer decides; null while it is not known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="people"/>, <paramref name="ties"/> or <paramref name="models"/> is
    /// null.</exception>
    /// <exception cref="InvalidModelException">There are more than <see cref="MostPeople"/> people or <see cref="MostTies"/> ties, or one
    /// is wrong: an id that is blank, duplicated or belongs to nobody, an influence or strength outside its range, a tie to oneself or
    /// a duplicated one, people who report in a circle. It holds every fault with its path.</exception>
    [JsonConstructor]
    public StakeholderMap(
        IReadOnlyList<Stakeholder> people, IReadOnlyList<Tie> ties, StakeholderModels models, DecisionMode? decisionMode = null)
        : this(Sorted(people, ties), models, decisionMode)
    {
    }

    private StakeholderMap(
        (IReadOnlyList<Stakeholder> People, IReadOnlyList<Tie> Ties) sorted, StakeholderModels models, DecisionMode? decisionMode)
    {
        ArgumentNullException.ThrowIfNull(models);
        (People, Ties) = sorted;
        DecisionMode = decisionMode;
        Models = models;
        _indexes = new(People.Count, StringComparer.Ordinal);
        for (var i = 0; i < People.Count; i++)
            _indexes.Add(People[i].Id, i);
        _graph = new(Graph);
        Support = SupportOf(People);
    }

    private StakeholderMap(StakeholderMap map, IReadOnlyList<Stakeholder> people)
    {
        (People, Ties, DecisionMode, Models) = (people, map.Ties, map.DecisionMode, map.Models);
        (Support, _indexes) = (map.Support, map._indexes);
        _graph = new(Graph);
    }

    /// <summary>The people, by id.</summary>
    public IReadOnlyList<Stakeholder> People { get; }

    /// <summary>The ties, by the ids of their ends and their kind; a mutual one begins with the smaller id.</summary>
    public IReadOnlyList<Tie> Ties { get; }

    /// <summary>How the customer decides; null while it is not known.</summary>
    public DecisionMode? DecisionMode { get; }

    /// <summary>The models that give the levels of the ladder their meaning on this map.</summary>
    public StakeholderModels Models { get; }

    /// <summary>How far the people support us, each counted by their influence: over those who are known, with the range over everybody,
    /// the share of the influence that is known, and the weakest.</summary>
    public Support Support { get; }

    /// <summary>The coverage of each role, in the order of the term; a last entry without a part if there are people whose role is not
    /// known.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChainCoverage<StakeholderRole>> ByRole => CoverageBy(person => person.Role);

    /// <summary>The coverage of each layer of the management, from the top down; a last entry without a part as for <see
    /// cref="ByRole"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChainCoverage<ManagementLevel>> ByManagementLevel => CoverageBy(person => person.ManagementLevel);

    /// <summary>The coverage of the visible and the hidden chain; a last entry without a part as for <see cref="ByRole"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChainCoverage<ChainVisibility>> ByChain => CoverageBy(person => person.Chain);

    /// <summary>The depth of the relationship: root, blossom, fruit, each with whether it is reached.</summary>
    [JsonIgnore]
    public IReadOnlyList<DepthFinding> Depth =>
        [.. RelationshipDepth.InOrder.Select(depth => new DepthFinding(depth, IsReached(depth.Level)))];

    /// <summary>The stance of a person, by their level on the ladder.</summary>
    /// <param name="id">The id of the person.</param>
    /// <returns>The stance; null while the level is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">Nobody on the map has the id.</exception>
    public Stance? StanceOf(string id) => StanceOf(People[IndexOf(id)]);

    /// <summary>The path by which somebody on our side can introduce us to a person: the one with the greatest product of
    /// strengths.</summary>
    /// <param name="id">The id of the person.</param>
    /// <returns>The path; null if nobody else on our side can carry us there. Of several as strong, the one with the fewest steps, then
    /// the one whose people come first by their ids.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">Nobody on the map has the id.</exception>
    /// <remarks>It begins with a supporter other than the person, and leads over nobody who is an opponent or not known; the person at its
    /// end may be either. Which tie carries which way: <see cref="TieKind"/>. The product is a <c>LibraryDefault</c>: each step must hold,
    /// and a longer way is less sure.</remarks>
    public StakeholderPath? PathTo(string id) => _graph.Value.PathTo(IndexOf(id));

    /// <summary>The loss if a person leaves, for each person: the most critical first.</summary>
    /// <returns>First those with whom the decision is lost, then by how far the support falls, then by id.</returns>
    public IReadOnlyList<StakeholderRisk> Risks() =>
    [
        .. StakeholderRisk.OfAll(this)
            .OrderByDescending(risk => risk.LosesDecision)
            .ThenBy(risk => risk.SupportChange ?? double.NegativeInfinity)
            .ThenBy(risk => risk.Person.Id, StringComparer.Ordinal),
    ];

    /// <summary>The people to be won next, with the move on the ladder, and through whom.</summary>
    /// <returns>Everybody whose level is known and for whom there is a move up: first by how far the nearest move lifts the support, then
    /// by the strength of the path, then by id. Who is not known is found in <see cref="OpenQuestions"/> instead: learn first.</returns>
    /// <remarks>The order is a <c>LibraryDefault</c>. The nearest move ranks, because a longer one lifts more for everybody and is less
    /// sure.</remarks>
    public IReadOnlyList<WinningStep> NextToWin()
    {
        var others = Others;
        return
        [
            .. Enumerable.Range(0, People.Count).Select(index => WinningStep.Of(this, others, index)).OfType<WinningStep>()
                .OrderByDescending(step => step.Gain)
                .ThenByDescending(step => step.Path?.Strength)
                .ThenBy(step => step.Person.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The open questions, with the people concerned.</summary>
    /// <returns>First the questions about the map as a whole, then those about people: of the greatest influence first, then by id and by
    /// topic.</returns>
    public IReadOnlyList<OpenQuestion> OpenQuestions() => [.. OpenQuestion.Of(this)];

    /// <summary>The map without one person and their ties.</summary>
    /// <param name="id">The id of the person.</param>
    /// <returns>The new map; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">Nobody on the map has the id.</exception>
    public StakeholderMap Without(string id)
    {
        var index = IndexOf(id);
        return new(([.. People.Where((_, i) => i != index)], [.. Ties.Where(tie => tie.From != id && tie.To != id)]), Models, DecisionMode);
    }

    /// <summary>The map as a Mermaid flowchart: layers of the management as boxes, stances as colours, ties as lines.</summary>
    /// <param name="languageTag">The language of the labels, as <see cref="Language.Resolve"/> takes it.</param>
    /// <returns>The text, with lines that end in <c>\n</c>. Names appear on one line, without what steers text, shortened where they are
    /// long, and nothing in them can become part of the diagram.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public string ToMermaid(string languageTag = Language.English) => MapDiagram.Mermaid(this, Language.Resolve(languageTag));

    /// <summary>The map as a Graphviz graph in the DOT language: layers of the management as boxes, stances as colours, ties as
    /// lines.</summary>
    /// <param name="languageTag">The language of the labels, as <see cref="Language.Resolve"/> takes it.</param>
    /// <returns>The text, with lines that end in <c>\n</c>. Names appear as in <see cref="ToMermaid"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public string ToGraphviz(string languageTag = Language.English) => MapDiagram.Graphviz(this, Language.Resolve(languageTag));

    /// <inheritdoc/>
    public bool Equals(StakeholderMap? other) => ReferenceEquals(this, other)
        || (other is not null && DecisionMode == other.DecisionMode && People.SequenceEqual(other.People) && Ties.SequenceEqual(other.Ties)
            && Models == other.Models);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StakeholderMap);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(People.Count, Ties.Count, DecisionMode, Models);

    internal Stance? StanceOf(Stakeholder person) => person.Ladder is null ? null : Models.StanceOn(person.Ladder).Advice;

    internal bool IsSupporter(Stakeholder person) => StanceOf(person) == Stance.Supporter;

    /// <summary>The support without a person, or with a person at another level.</summary>
    internal Support.Others<LadderLevel> Others => new([.. People.Select(person => (person.Influence, person.Ladder))], Models.Points);

    internal Support SupportOf(IEnumerable<Stakeholder> people) =>
        Support.Of(people.Select(person => (person.Influence, person.Ladder)), Models.Points);

    /// <summary>The people to whom nobody on our side can introduce us once a person has left.</summary>
    /// <summary>The map with other facts about its people, who keep id, influence and ladder.</summary>
    internal StakeholderMap With(Func<Stakeholder, Stakeholder> change) => new(this, [.. People.Select(change)]);

    internal IReadOnlyList<Stakeholder> CutOffWithout(Stakeholder person) => _graph.Value.CutOffWithout(_indexes[person.Id]);

    private static (IReadOnlyList<Stakeholder> People, IReadOnlyList<Tie> Ties) Sorted(
        IReadOnlyList<Stakeholder> people, IReadOnlyList<Tie> ties)
    {
        Check(people, ties);
        return (
            [.. people.OrderBy(person => person.Id, StringComparer.Ordinal)],
            [
                .. ties.Select(tie => tie.Normalised())
                    .OrderBy(tie => tie.From, StringComparer.Ordinal)
                    .ThenBy(tie => tie.To, StringComparer.Ordinal)
                    .ThenBy(tie => tie.Kind.Value),
            ]);
    }

    /// <summary>Reports everything that keeps people and ties from being a map.</summary>
    /// <exception cref="InvalidModelException">Something is wrong.</exception>
    internal static void Check(IReadOnlyList<Stakeholder> people, IReadOnlyList<Tie> ties)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(ties);
        var faults = new List<ModelFault>();
        if (people.Count > MostPeople)
            faults.Add(new("people", Invariant($"there are {people.Count}; a map holds at most {MostPeople}")));
        if (ties.Count > MostTies)
            faults.Add(new("ties", Invariant($"there are {ties.Count}; a map holds at most {MostTies}")));
        if (faults.Count > 0)
            throw new InvalidModelException("stakeholderMap", faults);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < people.Count; i++)
            Check(people[i], i, ids, faults);
        var seen = new HashSet<(string From, string To, TieKind Kind)>();
        for (var i = 0; i < ties.Count; i++)
            Check(ties[i], i, ids, seen, faults);
        if (seen.Any(tie => tie.Kind == TieKind.ReportsTo)
            && Circle(seen.Where(tie => tie.Kind == TieKind.ReportsTo && tie.From != tie.To)) is { Length: > 0 } circle)
            faults.Add(new("ties", $"people report in a circle: {string.Join(", ", circle)}"));
        if (faults.Count > 0)
            throw new InvalidModelException("stakeholderMap", faults);
    }

    private static void Check(Stakeholder? person, int at, HashSet<string> ids, List<ModelFault> faults)
    {
        if (person is null)
        {
            Add("", "it is null; it must be an object");
            return;
        }

        if (string.IsNullOrWhiteSpace(person.Id))
            Add(".id", "it is blank");
        else if (!ids.Add(person.Id))
            Add(".id", $"{person.Id} is duplicated");
        if (!double.IsFinite(person.Influence) || person.Influence < 0)
            Add(".influence", Invariant($"it is {person.Influence}; it must be finite and at least 0"));

        void Add(string member, string why) => faults.Add(new(Invariant($"people[{at}]{member}"), why));
    }

    private static void Check(
        Tie? tie, int at, HashSet<string> ids, HashSet<(string From, string To, TieKind Kind)> seen, List<ModelFault> faults)
    {
        if (tie is null)
        {
            Add("", "it is null; it must be an object");
            return;
        }

        CheckEnd(".from", tie.From);
        CheckEnd(".to", tie.To);
        if (!string.IsNullOrWhiteSpace(tie.From) && tie.From == tie.To)
            Add("", $"it ties {tie.From} to itself");
        if (tie.Kind is null)
            Add(".kind", $"it is null; it must be one of {string.Join(", ", TieKind.InOrder)}");
        else if (tie.Normalised() is var same && !seen.Add((same.From, same.To, same.Kind)))
            Add("", $"{same.From} {same.Kind} {same.To} is duplicated");
        if (tie.Strength is not (> 0 and <= 1))
            Add(".strength", Invariant($"it is {tie.Strength}; it must be above 0 and at most 1"));

        void CheckEnd(string end, string? id)
        {
            if (string.IsNullOrWhiteSpace(id))
                Add(end, "it is blank");
            else if (!ids.Contains(id))
                Add(end, $"{id} is not on the map");
        }

        void Add(string member, string why) => faults.Add(new(Invariant($"ties[{at}]{member}"), why));
    }

    // Takes away whoever reports to nobody that is left, and then whoever nobody that is left reports to: what remains are circles and what
    // lies between them. Each tie is looked at once in each direction.
    private static string[] Circle(IEnumerable<(string From, string To, TieKind Kind)> reports)
    {
        var ties = reports.Where(tie => tie is { From: not null, To: not null }).ToArray();
        var left = ties.SelectMany(tie => (string[])[tie.From, tie.To]).ToHashSet(StringComparer.Ordinal);
        Peel(left, ties.Select(tie => (tie.From, tie.To)).ToArray());
        if (left.Count > 0)
            Peel(left, ties.Select(tie => (tie.To, tie.From)).ToArray());
        return [.. left.Order(StringComparer.Ordinal)];
    }

    private static void Peel(HashSet<string> left, (string From, string To)[] ties)
    {
        var within = ties.Where(tie => left.Contains(tie.From) && left.Contains(tie.To)).ToArray();
        var open = left.ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        foreach (var (from, _) in within)
            open[from]++;
        var before = within.ToLookup(tie => tie.To, tie => tie.From, StringComparer.Ordinal);
        var ended = new Queue<string>(open.Where(each => each.Value == 0).Select(each => each.Key));
        while (ended.TryDequeue(out var id))
        {
            left.Remove(id);
            foreach (var from in before[id])
            {
                if (--open[from] == 0)
                    ended.Enqueue(from);
            }
        }
    }

    // An unknown person may be an opponent: no path leads over them.
    private StakeholderGraph Graph() =>
        new(People, Ties, IsSupporter, person => StanceOf(person) is { } stance && stance != Stance.Opponent);

    private int IndexOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _indexes.TryGetValue(id, out var index) ? index : throw new ArgumentException(
            $"id is '{id}'; it must be one of {string.Join(", ", People.Select(person => person.Id))}.", nameof(id));
    }

    private IReadOnlyList<ChainCoverage<TPart>> CoverageBy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TPart>(
        Func<Stakeholder, TPart?> part)
        where TPart : Term<TPart>
    {
        var people = People.ToLookup(part);
        var parts = people.Contains(null) ? [.. Term<TPart>.InOrder, null] : (IEnumerable<TPart?>)Term<TPart>.InOrder;
        return [.. parts.Select(Coverage)];

        ChainCoverage<TPart> Coverage(TPart? each) => new(
            each,
            people[each].Count(),
            people[each].Count(person => person.Ladder is not null),
            people[each].Count(IsSupporter),
            people[each].Count(person => StanceOf(person) == Stance.Opponent),
            SupportOf(people[each]));
    }

    private bool? IsReached(ManagementLevel level)
    {
        var layer = People.Where(person => person.ManagementLevel == level).ToArray();
        if (layer.Any(IsSupporter))
            return true;

        // Somebody of the layer may be for us without our knowing, or somebody who is for us may be of the layer.
        var isOpen = layer.Length == 0
            || layer.Any(person => person.Ladder is null)
            || People.Any(person => person.ManagementLevel is null && (person.Ladder is null || IsSupporter(person)));
        return isOpen ? null : false;
    }

    /// <summary>The map for a person: the support, the people, whom to win, whose loss would hurt, what to ask.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        StakeholderMapDocument.Of(this, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many people and ties.</returns>
    public override string ToString() => FormattableString.Invariant($"{People.Count} people, {Ties.Count} ties");
}
