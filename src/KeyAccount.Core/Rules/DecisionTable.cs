using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>Ordered rules that turn facts into advice with its reason. The vocabulary is that of DMN.</summary>
/// <typeparam name="TFacts">The facts the rules read.</typeparam>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>
/// <para>Immutable, checked when it is built, and safe to share between threads; compared by reference. Begin with
/// <see cref="DecisionTable.For{TFacts,TAdvice}"/>. A table with a domain works out each answer once and looks it up from then on.</para>
/// <para><b>What is not known is not different.</b> The conditions of rules, like the caps of a scorecard, are read in three values: true,
/// false and unknown. A comparison is unknown while an operand is null: <c>f.Visits > 5</c>, <c>f.Visits != 3</c>, <c>f.Tier != A</c> and
/// <c>!(f.Visits > 5)</c> alike, also where the fact is a member of something that is null. And, or and not follow Kleene. A rule matches
/// where its condition is true, and neither where it is false nor where it is unknown. A rule that is to match while a fact is not known
/// asks for it, and its question is always answered: <c>f.Visits == null</c>, <c>!f.Visits.HasValue</c>, <c>(f.Visits ?? 0) ==
/// 0</c>.</para>
/// <para><c>Contains</c>, <c>Equals</c>, <c>Any</c> and <c>All</c> are comparisons too. A method of your own is asked as it stands: one
/// that takes a nullable receives null and answers for it.</para>
/// </remarks>
/// <example>
/// <code>
/// var table = DecisionTable.For&lt;Account, string&gt;("visits")
///     .Domain(f =&gt; f.Tier, [.. AccountTier.InOrder, null])
///     .Rule("a", f =&gt; f.Tier == AccountTier.A, "monthly")
///     .Rule("other", f =&gt; f.Tier != AccountTier.A, "yearly")
///     .Rule("ungraded", f =&gt; f.Tier == null, "grade it first")
///     .Build(HitPolicy.Unique);
/// Console.WriteLine(table.Decide(new(AccountTier.A)).Advice);
/// Console.WriteLine(table.Verify());
///
/// record Account(AccountTier? Tier);
/// </code>
/// </example>
public sealed class DecisionTable<TFacts, TAdvice> : IDecisionTable, IStoredTable, Documents.IFactModel
{
    // Beyond this a domain is not meant to be gone through.
    private const int MostCombinations = 1_000_000;
    private const int FewCombinations = 1_000;

    private readonly Rule<TFacts, TAdvice>[] _rules;
    private readonly Lazy<TableCells<TFacts, TAdvice>?> _cells;
    private readonly Lazy<DecisionTableSettings> _settings;

    private DecisionTable(
        string id,
        string version,
        HitPolicy policy,
        IReadOnlyList<TAdvice> priorities,
        IReadOnlyList<TableDimension> domain,
        Rule<TFacts, TAdvice>[] rules)
    {
        Id = id;
        Version = version;
        HitPolicy = policy;
        Priorities = priorities;
        Domain = domain;
        _rules = rules;
        Declared = domain;
        _cells = new(() => TableCells<TFacts, TAdvice>.Over(domain));
        _settings = new(() => TableTuning<TFacts, TAdvice>.SettingsOf(this));
    }

    /// <summary>The stable identifier of the table.</summary>
    public string Id { get; }

    /// <summary>The version of the table, which every decision carries.</summary>
    public string Version { get; }

    /// <summary>The hit policy: how many rules may answer.</summary>
    public HitPolicy HitPolicy { get; }

    /// <summary>The advice by rank, the highest first; empty unless the hit policy is <see cref="HitPolicy.Priority"/>.</summary>
    public IReadOnlyList<TAdvice> Priorities { get; }

    /// <summary>The facts that the rules read, with all their values; empty if none was declared.</summary>
    public IReadOnlyList<TableDimension> Domain { get; }

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<Rule<TFacts, TAdvice>> Rules => _rules;

    /// <summary>Each rule with its advice and its provenance.</summary>
    public IEnumerable<ModelDefault> Defaults =>
        _rules.Select(rule => new ModelDefault($"rules[\"{rule.Id}\"]", rule.Advice?.ToString() ?? "", rule.Provenance));

    /// <summary>The data half of the table: its rules as rows over the domain, which say the same as the conditions in every combination of
    /// it.</summary>
    /// <remarks>The condition of a rule is null if it cannot be said: the table has no domain, the rule reads more than 65,536
    /// combinations, or a fact is not a term, a truth value, an enumeration, a text or a number. Its advice is null if it has no form in
    /// JSON.</remarks>
    public DecisionTableSettings Settings => _settings.Value;

    /// <summary>Asks the table for a decision.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The rules that answer; none where no rule matches.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A fault of the table, which the message names: two rules match and the hit policy is
    /// <see cref="HitPolicy.Unique"/>, or <see cref="HitPolicy.Any"/> and they advise differently; or the arguments of a reason throw or
    /// are fewer than its placeholders.</exception>
    public Decision<TAdvice> Decide(TFacts facts)
    {
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        return _cells.Value is { } cells ? cells.Decide(this, facts) : Ask(facts);
    }

    Type Documents.IFactModel.FactsType => typeof(TFacts);

    Documents.Document Documents.IFactModel.Answer(object facts, string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Decide(Guard.FactsOf<TFacts>(facts, Id)).Describe(language);
    }

    /// <summary>Checks every combination of the declared domain.</summary>
    /// <returns>The combinations without an answer, those with several, the rules that answer nowhere, and what each rule answers while a
    /// fact is not known.</returns>
    /// <exception cref="InvalidOperationException">The table declares no domain, or one of more than a million combinations.</exception>
    public TableProof Verify()
    {
        var combinations = TableDimension.Combinations(Domain);
        if (Domain.Count == 0 || combinations > MostCombinations)
        {
            var declared = Domain.Count == 0 ? "no domain" : Invariant($"a domain of {combinations} combinations");
            throw new InvalidOperationException(
                Invariant($"The table '{Id}' declares {declared}; it can be verified over 1 to {MostCombinations}."));
        }

        var holds = Array.ConvertAll(_rules, rule => Asked(rule, rule.Holds, Domain));
        var unknown = new UnknownAnswers(_rules, Domain);
        var gaps = new List<TableCell>();
        var overlaps = new List<TableOverlap>();
        var conflicts = new List<TableOverlap>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var values = new object?[Domain.Count];
        for (var combination = 0; combination < combinations; combination++)
        {
            // The combination's number, read in the mixed radix of the dimensions; the last one turns fastest.
            for (int i = Domain.Count - 1, rest = combination; i >= 0; rest /= Domain[i].Values.Count, i--)
                values[i] = Domain[i].Values[rest % Domain[i].Values.Count];

            var matching = _rules.Where((_, i) => holds[i](values)).ToArray();
            unknown.Count(values, matching);

            // Rules that agree answer together.
            used.UnionWith((HitPolicy == HitPolicy.Any ? matching : Answering(matching)).Select(rule => rule.Id));
            if (matching.Length == 1)
                continue;
            var cell = new TableCell([.. Domain.Select((dimension, i) => KeyValuePair.Create(dimension.Name, values[i]))]);
            if (matching.Length == 0)
            {
                gaps.Add(cell);
                continue;
            }

            var overlap = new TableOverlap(cell, [.. matching.Select(rule => rule.Id)]);
            overlaps.Add(overlap);
            if (IsConflict(matching))
                conflicts.Add(overlap);
        }

        return new(
            HitPolicy,
            combinations,
            gaps,
            overlaps,
            conflicts,
            [.. _rules.Select(rule => rule.Id).Where(id => !used.Contains(id))],
            unknown.Answers);
    }

    /// <summary>The table with other settings.</summary>
    /// <param name="overrides">The changes: all rules in their order, a hit policy, a version. A rule that says what the rule
    /// of its id says stays that rule; what is null stays too.</param>
    /// <returns>The new table; this one stays as it is. It is proven over its domain, to which the ends of new ranges are added. Where
    /// neither the settings name a version nor the content is that of this table, its version gets a part of the hash of the
    /// content.</returns>
    /// <remarks>A condition that settings change is read over the domain: what a rule in code says of values that the domain does not have,
    /// it says no longer.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with them: a fact or a value that the domain does not have, a reversed
    /// range, advice that is none, a duplicated rule; a combination that has an answer now and would have none, rules in conflict, a rule
    /// that would answer nowhere. It holds every fault with its path.</exception>
    public DecisionTable<TFacts, TAdvice> With(DecisionTableSettings overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return TableTuning<TFacts, TAdvice>.Tune(this, overrides);
    }

    IDecisionTable IDecisionTable.With(DecisionTableSettings overrides) => With(overrides);

    HitPolicy IStoredTable.HitPolicy => HitPolicy;

    IReadOnlyList<StoredRule> IStoredTable.StoredRules =>
    [
        .. _rules.Select(rule => StoredRule.Of(
            rule.Id, rule.When, rule.Advice, HitPolicy == HitPolicy.Priority ? RankOf(Priorities, rule.Advice) : 0)),
    ];

    /// <summary>The table with a rule replaced where it stands, or added at the end where the id is new.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <param name="when">The condition under which it matches.</param>
    /// <param name="then">The advice.</param>
    /// <param name="reason">Why, for a person; <c>{0}</c>, <c>{1}</c> … stand for <paramref name="arguments"/>.</param>
    /// <param name="arguments">The facts to which the reason refers.</param>
    /// <param name="provenance">The provenance of the rule.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException">Id or condition is null.</exception>
    /// <exception cref="InvalidModelException">The rule does not fit the table.</exception>
    public DecisionTable<TFacts, TAdvice> With(
        string ruleId,
        Expression<Func<TFacts, bool>> when,
        TAdvice then,
        Text? reason = null,
        Func<TFacts, object?[]>? arguments = null,
        Provenance? provenance = null)
    {
        var rule = new Rule<TFacts, TAdvice>(ruleId, when, then, reason, arguments, provenance);
        var index = IndexOf(ruleId);
        return index < 0 ? WithRules([.. _rules, rule]) : WithRules([.. _rules[..index], rule, .. _rules[(index + 1)..]]);
    }

    /// <summary>The table with other advice from a rule that keeps its condition.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <param name="then">The new advice.</param>
    /// <param name="reason">The new reason; null keeps the reason.</param>
    /// <param name="provenance">The provenance of the advice.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public DecisionTable<TFacts, TAdvice> With(string ruleId, TAdvice then, Text? reason = null, Provenance? provenance = null)
    {
        var index = Existing(ruleId);
        return WithRules([.. _rules[..index], _rules[index].Advising(then, reason, provenance), .. _rules[(index + 1)..]]);
    }

    /// <summary>The table without a rule.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    /// <exception cref="InvalidModelException">It is the last one.</exception>
    public DecisionTable<TFacts, TAdvice> Without(string ruleId)
    {
        var index = Existing(ruleId);
        return WithRules([.. _rules[..index], .. _rules[(index + 1)..]]);
    }

    /// <summary>The same rules with another ranking of their advice.</summary>
    /// <param name="highestFirst">The advice, the highest first; everything that the rules advise, and more if you like.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="highestFirst"/> is null.</exception>
    /// <exception cref="InvalidModelException">The hit policy is not <see cref="HitPolicy.Priority"/>, or advice of a rule is missing or
    /// duplicated.</exception>
    public DecisionTable<TFacts, TAdvice> WithPriorities(params TAdvice[] highestFirst)
    {
        ArgumentNullException.ThrowIfNull(highestFirst);
        return Checked(Id, Version, HitPolicy, [.. highestFirst], Domain, _rules, [], Declared);
    }

    /// <summary>The same rules under another version. Name one where you have changed a rule, so that decisions tell which table made them.
    /// </summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The new table; this one stays as it is.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public DecisionTable<TFacts, TAdvice> WithVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new(Id, version, HitPolicy, Priorities, Domain, _rules) { Declared = Declared };
    }

    /// <summary>Builds a table, or reports everything that is wrong with it.</summary>
    internal static DecisionTable<TFacts, TAdvice> Checked(
        string id,
        string version,
        HitPolicy policy,
        IReadOnlyList<TAdvice> priorities,
        IReadOnlyList<TableDimension> domain,
        Rule<TFacts, TAdvice>[] rules,
        List<ModelFault> faults,
        IReadOnlyList<TableDimension>? declared = null)
    {
        if (!Enum.IsDefined(policy))
            faults.Add(new("hitPolicy", $"{policy} is not one of {string.Join(", ", Enum.GetNames<HitPolicy>())}"));
        if (rules.Length == 0)
            faults.Add(new("rules", "it is empty; give at least one"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (string.IsNullOrWhiteSpace(rule.Id))
                faults.Add(new($"rules[\"{rule.Id}\"]", "the id is blank"));
            else if (!seen.Add(rule.Id))
                faults.Add(new($"rules[\"{rule.Id}\"]", "the id is duplicated"));
            faults.AddRange(rule.ReasonFaults());
            if (domain.Count > 0)
                OverDomain(rule, new(rule.When.Parameters[0], rule.When.Body), domain, faults);
        }

        faults.AddRange(PriorityFaults(policy, priorities, rules));
        return faults.Count > 0 ? throw new InvalidModelException(id, faults)
            : new(id, version, policy, priorities, domain, rules) { Declared = declared ?? domain };
    }

    // The condition over the values of the domain instead of facts: no facts need be made to try them all.
    private static Expression<Func<object?[], bool>> OverDomain(
        Rule<TFacts, TAdvice> rule, OverFacts condition, IReadOnlyList<TableDimension> domain, List<ModelFault> faults)
    {
        var values = Expression.Parameter(typeof(object[]), "values");
        var visitor = new DomainVisitor(condition.Facts, values, domain);
        var body = visitor.Visit(condition.Body);
        foreach (var outside in visitor.Outside)
            faults.Add(new($"rules[\"{rule.Id}\"].when", $"it reads {outside}, which is not in the domain"));
        return faults.Count > 0 ? _ => false : Expression.Lambda<Func<object?[], bool>>(body, values);
    }

    // Compiling takes as long as interpreting a condition for some hundred combinations.
    private static Func<object?[], bool> Asked(
        Rule<TFacts, TAdvice> rule, OverFacts condition, IReadOnlyList<TableDimension> domain) =>
        OverDomain(rule, condition, domain, [])
            .Compile(preferInterpretation: TableDimension.Combinations(domain) < FewCombinations);

    /// <summary>Evaluates the rules themselves.</summary>
    internal Decision<TAdvice> Ask(TFacts facts)
    {
        var matching = Matching(facts);
        return DecisionOf(matching, ArgumentsOf(matching, facts));
    }

    /// <summary>The rules that answer, in the order of the table.</summary>
    internal Rule<TFacts, TAdvice>[] Matching(TFacts facts)
    {
        var matches = _rules.Where(rule => rule.Matches(facts));
        var matching = (HitPolicy == HitPolicy.First ? matches.Take(1) : matches).ToArray();
        return !IsConflict(matching) ? Answering(matching) : throw new InvalidOperationException(
            $"The table '{Id}' has the hit policy {HitPolicy}, and {matching.Length} rules match"
            + $"{(HitPolicy == HitPolicy.Any ? " that advise differently" : "")}: {string.Join(", ", matching.Select(rule => rule.Id))}.");
    }

    private bool IsConflict(Rule<TFacts, TAdvice>[] matching) => matching.Length > 1 && HitPolicy switch
    {
        HitPolicy.Unique => true,
        HitPolicy.Any => Array.Exists(matching, rule => !EqualityComparer<TAdvice>.Default.Equals(rule.Advice, matching[0].Advice)),
        _ => false,
    };

    // Of the rules that match, those that answer.
    private Rule<TFacts, TAdvice>[] Answering(Rule<TFacts, TAdvice>[] matching) => matching.Length <= 1 ? matching : HitPolicy switch
    {
        HitPolicy.First or HitPolicy.Any => [matching[0]],
        HitPolicy.Priority => [matching.MinBy(rule => RankOf(Priorities, rule.Advice))!],
        _ => matching,
    };

    /// <summary>The rows over the domain in which a rule matches; null if they cannot be given.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, string>>? RowsOf(Rule<TFacts, TAdvice> rule)
    {
        if (rule.Rows is not null || Domain.Count == 0)
            return rule.Rows;
        var visitor = new DomainVisitor(rule.When.Parameters[0], Expression.Parameter(typeof(object[])), Declared);
        visitor.Visit(rule.When.Body);
        return RuleRows.Of(
            Asked(rule, rule.Holds, Declared), [.. visitor.Inside], Declared, CutsOf(rule, Declared));
    }

    /// <summary>The values with which a rule compares each fact.</summary>
    internal static FactCuts CutsOf(Rule<TFacts, TAdvice> rule, IReadOnlyList<TableDimension> domain) =>
        FactCuts.Of(new(rule.When.Parameters[0], rule.When.Body), domain);

    /// <summary>The same rules over another domain.</summary>
    internal DecisionTable<TFacts, TAdvice> Over(IReadOnlyList<TableDimension> domain) =>
        new(Id, Version, HitPolicy, Priorities, domain, _rules) { Declared = Declared };

    /// <summary>The domain as code declares it, without the ends that settings have added: the rows of a rule in code do not change with
    /// what settings say of others.</summary>
    internal IReadOnlyList<TableDimension> Declared { get; init; }

    /// <summary>Whether <see cref="Verify"/> can go through the domain.</summary>
    internal bool IsProvable => Domain.Count > 0 && TableDimension.Combinations(Domain) <= MostCombinations;

    /// <summary>What is worse over the domain than in the table this one comes from: combinations that had an answer and have none, two
    /// rules in conflict, rules that answered and do not. What was open or unused before is the table's own matter.</summary>
    internal (int Lost, int Conflicts, IReadOnlyList<TableCell> Cells, IReadOnlyList<TableOverlap> Overlaps,
        IReadOnlyList<string> Unused) Worse(
            DecisionTable<TFacts, TAdvice> before, int most)
    {
        var known = before.Over(Domain);
        var (now, old) = (HoldsOf(this), HoldsOf(known));
        var (used, usedBefore) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var (lost, conflicts) = (new List<TableCell>(), new List<TableOverlap>());
        var (lostCount, conflictCount) = (0, 0);
        var values = new object?[Domain.Count];
        for (var combination = 0; combination < TableDimension.Combinations(Domain); combination++)
        {
            for (int i = Domain.Count - 1, rest = combination; i >= 0; rest /= Domain[i].Values.Count, i--)
                values[i] = Domain[i].Values[rest % Domain[i].Values.Count];
            Rule<TFacts, TAdvice>[] matching = MatchingOf(this, now), matched = MatchingOf(known, old);
            used.UnionWith((HitPolicy == HitPolicy.Any ? matching : Answering(matching)).Select(rule => rule.Id));
            usedBefore.UnionWith((known.HitPolicy == HitPolicy.Any ? matched : known.Answering(matched)).Select(rule => rule.Id));
            var isLost = matching.Length == 0 && matched.Length > 0;
            if (!isLost && !IsConflict(matching))
                continue;
            var cell = new TableCell([.. Domain.Select((dimension, i) => KeyValuePair.Create(dimension.Name, values[i]))]);
            if (isLost && lostCount++ <= most)
                lost.Add(cell);
            else if (!isLost && conflictCount++ <= most)
                conflicts.Add(new(cell, [.. matching.Select(rule => rule.Id)]));
        }

        var idle = known._rules.Select(rule => rule.Id).Where(id => !usedBefore.Contains(id)).ToHashSet(StringComparer.Ordinal);
        return (
            lostCount, conflictCount, lost, conflicts,
            [.. _rules.Select(rule => rule.Id).Where(id => !used.Contains(id) && !idle.Contains(id))]);

        Func<object?[], bool>[] HoldsOf(DecisionTable<TFacts, TAdvice> table) =>
            Array.ConvertAll(table._rules, rule => Asked(rule, rule.Holds, Domain));
        Rule<TFacts, TAdvice>[] MatchingOf(DecisionTable<TFacts, TAdvice> table, Func<object?[], bool>[] holds) =>
            Array.FindAll(table._rules, rule => holds[Array.IndexOf(table._rules, rule)](values));
    }

    private static int RankOf(IReadOnlyList<TAdvice> priorities, TAdvice advice)
    {
        for (var rank = 0; rank < priorities.Count; rank++)
        {
            if (EqualityComparer<TAdvice>.Default.Equals(priorities[rank], advice))
                return rank;
        }

        return -1;
    }

    private static IEnumerable<ModelFault> PriorityFaults(
        HitPolicy policy, IReadOnlyList<TAdvice> priorities, Rule<TFacts, TAdvice>[] rules)
    {
        if (policy != HitPolicy.Priority)
        {
            if (priorities.Count > 0)
                yield return new("priorities", $"they rank advice for the hit policy Priority, and the table has {policy}");
            yield break;
        }

        for (var rank = 0; rank < priorities.Count; rank++)
        {
            if (RankOf(priorities, priorities[rank]) < rank)
                yield return new(Invariant($"priorities[{rank}]"), $"{priorities[rank]} is duplicated");
        }

        foreach (var rule in rules.Where(rule => RankOf(priorities, rule.Advice) < 0))
        {
            yield return new(
                $"rules[\"{rule.Id}\"].then", $"{rule.Advice} is not one of the priorities; list all advice by rank with Priorities");
        }
    }

    /// <summary>What the reasons of rules that match say of facts.</summary>
    internal object?[][] ArgumentsOf(Rule<TFacts, TAdvice>[] matching, TFacts facts) =>
        Array.ConvertAll(matching, rule => rule.ArgumentsOf(facts, Id));

    /// <summary>The decision of rules that match.</summary>
    internal Decision<TAdvice> DecisionOf(Rule<TFacts, TAdvice>[] matching, object?[][] arguments)
    {
        var hits = new Hit<TAdvice>[matching.Length];
        for (var i = 0; i < hits.Length; i++)
            hits[i] = matching[i].Hit(arguments[i], Id);
        return new(Id, Version, new ValueList<Hit<TAdvice>>(hits));
    }

    private DecisionTable<TFacts, TAdvice> WithRules(Rule<TFacts, TAdvice>[] rules) =>
        Checked(Id, Version, HitPolicy, Priorities, Domain, rules, [], Declared);

    private int IndexOf(string ruleId) => Array.FindIndex(_rules, rule => rule.Id == ruleId);

    private int Existing(string ruleId)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        var index = IndexOf(ruleId);
        return index >= 0 ? index : throw new ArgumentException(
            $"ruleId is '{ruleId}'; the table '{Id}' has {string.Join(", ", _rules.Select(rule => rule.Id))}.", nameof(ruleId));
    }

    // What each rule answers while a fact that it reads is not known.
    private sealed class UnknownAnswers
    {
        private readonly List<(Rule<TFacts, TAdvice> Rule, int Fact, int[] Counts)> _all = [];
        private readonly Dictionary<Rule<TFacts, TAdvice>, Func<object?[], bool>> _fails = [];
        private readonly IReadOnlyList<TableDimension> _domain;

        public UnknownAnswers(Rule<TFacts, TAdvice>[] rules, IReadOnlyList<TableDimension> domain)
        {
            _domain = domain;
            foreach (var rule in rules)
            {
                var visitor = new DomainVisitor(rule.When.Parameters[0], Expression.Parameter(typeof(object[])), domain);
                visitor.Visit(rule.When.Body);
                foreach (var fact in visitor.Inside.Where(fact => domain[fact].Values.Contains(null)))
                    _all.Add((rule, fact, new int[3]));
            }

            foreach (var rule in _all.Select(each => each.Rule).Distinct())
                _fails.Add(rule, Asked(rule, rule.Fails, domain));
        }

        public IReadOnlyList<RuleOnUnknown> Answers =>
        [
            .. _all.Select(each =>
                new RuleOnUnknown(each.Rule.Id, _domain[each.Fact].Name, each.Counts[0], each.Counts[1], each.Counts[2])),
        ];

        public void Count(object?[] values, Rule<TFacts, TAdvice>[] matching)
        {
            foreach (var (rule, fact, counts) in _all)
            {
                if (values[fact] is null)
                    counts[matching.Contains(rule) ? 0 : _fails[rule](values) ? 1 : 2]++;
            }
        }
    }

    private sealed class DomainVisitor(ParameterExpression facts, ParameterExpression values, IReadOnlyList<TableDimension> domain)
        : ExpressionVisitor
    {
        public SortedSet<string> Outside { get; } = new(StringComparer.Ordinal);

        public SortedSet<int> Inside { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != facts)
                return base.VisitMember(node);
            for (var i = 0; i < domain.Count; i++)
            {
                if (domain[i].Fact.Member != node.Member)
                    continue;
                Inside.Add(i);
                return Expression.Convert(Expression.ArrayAccess(values, Expression.Constant(i)), node.Type);
            }

            Outside.Add(node.Member.Name);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node == facts)
                Outside.Add("the facts as a whole");
            return node;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, version, hit policy and how many rules.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} {Version}: {HitPolicy}, {Rules.Count} rules");
}

/// <summary>Starts the definition of a decision table.</summary>
public static class DecisionTable
{
    /// <summary>Starts the definition of a decision table.</summary>
    /// <typeparam name="TFacts">The facts that the rules read.</typeparam>
    /// <typeparam name="TAdvice">The advice: a term, or a record of your own.</typeparam>
    /// <param name="id">The stable identifier of the table; not blank.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static DecisionTableBuilder<TFacts, TAdvice> For<TFacts, TAdvice>(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(id);
    }
}
