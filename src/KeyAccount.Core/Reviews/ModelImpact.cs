using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The impact of other models on the same portfolio, before they are released: which accounts change tier or advice, with what
/// money at stake, and why; and how far each weight may move before a band changes.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ModelImpact
{
    private const int MostReasons = 5;
    private const string ActionTable = "review.actions";

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The models that differ, by id.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<ModelVersionChange> Models { get; init => field = ValueList.Of(value, nameof(Models)); }

    /// <summary>The ids of those of <see cref="Models"/> that decide nothing that is compared: their advice is not part of the review, or
    /// no account has facts for it. If they change the tier, risk, findings or advice of other models, that is shown.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> NotCompared { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>The accounts whose tier, value band, risk, findings or advice change, the one with the most at stake first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<AccountImpact> Accounts { get; init => field = ValueList.Of(value, nameof(Accounts)); }

    /// <summary>The number of accounts that do not change.</summary>
    public required int Unmoved { get; init; }

    /// <summary>The accounts with a band under the new models; those whose band changes with the smallest change of a weight come
    /// first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<AccountSensitivity> Sensitivity { get; init => field = ValueList.Of(value, nameof(Sensitivity)); }

    /// <summary>The total money at stake in the accounts that change.</summary>
    [JsonIgnore]
    public decimal AtStake => DecimalOverflow.Named(
        () => Accounts.Sum(account => account.AtStake ?? 0), "ModelImpact.AtStake", (nameof(Accounts), Accounts.Count));

    /// <summary>Calculates the impact of other models on a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="before">The models in force.</param>
    /// <param name="after">The models under consideration.</param>
    /// <returns>The impact; it does not depend on the order of the accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults, or a model refuses the facts of an account.</exception>
    public static ModelImpact Of(Portfolio portfolio, ReviewModels before, ReviewModels after)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Between(new AccountReviewer(before).Begin(portfolio), new AccountReviewer(after).Begin(portfolio), before, after);
    }

    /// <summary>Calculates the impact of other models from two reviews, account by account.</summary>
    /// <param name="earlier">The review by the models in force.</param>
    /// <param name="later">The review of the same accounts by the models under consideration.</param>
    /// <param name="before">The models in force.</param>
    /// <param name="after">The models under consideration.</param>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <returns>The impact.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="progress"/> is null.</exception>
    /// <exception cref="ArgumentException">The two do not review the same accounts.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of an account.</exception>
    public static ModelImpact Between(
        PortfolioReviewRun earlier, PortfolioReviewRun later, ReviewModels before, ReviewModels after, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var moved = new List<AccountImpact>();
        var sensitivity = new List<AccountSensitivity>();
        var count = 0;
        var compared = new HashSet<string>(StringComparer.Ordinal)
        {
            before.Value.Id, after.Value.Id, before.Findings.Id, after.Findings.Id, ActionTable,
        };
        var tables = (TablesOf(before), TablesOf(after));
        foreach (var (one, other) in earlier.Reviews().Zip(later.Reviews(progress)))
        {
            if (one.Id != other.Id)
                throw new ArgumentException($"later reviews '{other.Id}' where earlier reviews '{one.Id}'.", nameof(later));
            count++;
            var impact = ImpactOf(one, other, before, after, tables, compared);
            if (impact.Movement.HasMoved || impact.Value.BandChanged || impact.Advice.Count > 0)
                moved.Add(impact);
            if (other.Value is { Score: { } score, Band: { } band })
            {
                WeightSensitivity[] weights =
                    [.. after.Value.Sensitivity(other.Value).OrderBy(weight => weight.Margin ?? double.PositiveInfinity)];
                sensitivity.Add(new(other.Id, other.Name, score, band, weights)
                {
                    Label = weights is [var least, ..] ? after.Value.Criteria.FirstOrDefault(each => each.Key == least.Key)?.Label : null,
                });
            }
        }

        var models = ModelsBetween(before, after);
        return new()
        {
            AsOf = later.AsOf,
            Currency = later.Currency,
            Models = models,
            NotCompared = [.. models.Select(model => model.Id).Where(id => !compared.Contains(id))],
            Accounts = [.. moved.OrderByDescending(each => each.AtStake ?? -1).ThenBy(each => each.Movement.Id, StringComparer.Ordinal)],
            Unmoved = count - moved.Count,
            Sensitivity =
            [
                .. sensitivity.OrderBy(each => each.Weights.Min(weight => weight.Margin) ?? double.PositiveInfinity)
                    .ThenBy(each => each.Id, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Compares two reviews of an account by the same models, with different facts.</summary>
    internal static AccountImpact Between(AccountReview one, AccountReview other, ReviewModels models)
    {
        var tables = TablesOf(models);
        return ImpactOf(one, other, models, models, (tables, tables), []);
    }

    private static AccountImpact ImpactOf(
        AccountReview one, AccountReview other, ReviewModels before, ReviewModels after,
        (Dictionary<string, IDecisionTable> Before, Dictionary<string, IDecisionTable> After) tables, HashSet<string> compared)
    {
        var change = other.Value.ChangeFrom(one.Value);
        var movement = new AccountMovement(AccountSummary.Of(one), AccountSummary.Of(other));
        var advice = AdviceOf(one, other, tables, compared);
        advice.AddRange(UnstoredOf(one, other, before, after, compared));
        return new(movement, change, advice, ReasonsOf(one, other, change, movement, before, after));
    }

    /// <summary>Reads an impact from JSON.</summary>
    /// <param name="json">The text that <see cref="ToJson"/> wrote.</param>
    /// <returns>The impact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or does not hold an impact; the exception holds every fault with
    /// its path.</exception>
    public static ModelImpact FromJson(string json) => CheckedJson.Read(json, ReviewJson.Default.ModelImpact, "impact");

    /// <summary>Writes the impact as JSON.</summary>
    /// <returns>An indented object.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ReviewJson.Default.ModelImpact);

    /// <summary>Writes the impact as a JSON object.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, ReviewJson.Default.ModelImpact);
    }

    /// <summary>Describes the impact for a person: how many accounts change, which models differ, which accounts change and why, and whose
    /// band is sensitive.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="detail">The level of detail: up to 10 accounts in brief, up to 50 in full; the others are counted.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is not defined.</exception>
    public Document Describe(string language = Language.English, Detail detail = Detail.Brief)
    {
        ArgumentNullException.ThrowIfNull(language);
        Guard.Defined(detail);
        return ImpactDocument.Of(this, language, detail);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of models that differ and the number of accounts that change.</returns>
    public override string ToString() => Invariant(
        $"ModelImpact {{ AsOf = {AsOf:R}, Models = {Models.Count}, Accounts = {Accounts.Count}, Unmoved = {Unmoved} }}");

    private static Text[] ReasonsOf(
        AccountReview one, AccountReview other, ScoreChange change, AccountMovement movement, ReviewModels before, ReviewModels after)
    {
        var reasons = new List<Text>();
        if (change.Parts.Count > 0)
        {
            var most = change.Parts.GroupBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => (part.Key, Points: part.Sum(each => each.Points)))
                .MaxBy(part => change.Points < 0 ? -part.Points : part.Points);
            var label = after.Value.Criteria.FirstOrDefault(each => each.Key == most.Key)?.Label ?? most.Key;
            reasons.Add(TextTable.Library["Reviews.Impact.score"].With(
                Rounded(change.From), Rounded(change.To), label, most.Points.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture)));
        }

        // By the cuts before, the score now would still be in the band before: the better of the two bands begins elsewhere.
        if (change.BandChanged && change.Caps.Count == 0 && one.Value.Band is { } was && other.Value is { Band: { } now, Score: { } score }
            && before.Value.Bands.Of(score) == was)
        {
            var better = was.IsAtLeast(now) ? was : now;
            reasons.Insert(0, change.Parts.Count > 0
                ? TextTable.Library["Reviews.Impact.cutAlone"].With(
                    Rounded(change.To), better, CutOf(before, better), CutOf(after, better), was)
                : TextTable.Library["Reviews.Impact.cut"].With(Rounded(change.To), better, CutOf(before, better), CutOf(after, better)));
        }

        // Coverage: how much must be known for a score.
        if (change.From is null && change.To is { } first)
            reasons.Add(TextTable.Library["Reviews.Impact.ratedNow"].With(Rounded(first)));
        else if (change.From is { } last && change.To is null)
            reasons.Add(TextTable.Library["Reviews.Impact.unratedNow"].With(Rounded(last)));
        if (change.Caps.Count > 0)
            reasons.Add(TextTable.Library["Reviews.Impact.cap"].With(change.Caps[0]));
        if (movement.Before!.Tier != movement.After!.Tier && other.Stability is { } step
            && (!change.BandChanged || step.Text != one.Stability?.Text))
            reasons.Add(step.Text);
        HashSet<string> found = movement.NewFindings.ToHashSet(StringComparer.Ordinal),
            settled = movement.SettledFindings.ToHashSet(StringComparer.Ordinal);
        if (movement.Before.Risk != movement.After.Risk)
        {
            reasons.Add(TextTable.Library["Reviews.Impact.riskMoves"].With(
                movement.Before.Risk ?? (object)"–", movement.After.Risk ?? (object)"–"));
        }

        reasons.AddRange(other.Findings.Where(finding => found.Contains(finding.RuleId)).Select(finding => finding.Text));
        reasons.AddRange(one.Findings.Where(finding => settled.Contains(finding.RuleId))
            .Select(finding => TextTable.Library["Reviews.Impact.settled"].With(finding.Text)));
        return [.. reasons.Distinct().Take(MostReasons)];
    }

    private static string Rounded(decimal? score) => score is { } known ? known.ToString("0.##", CultureInfo.InvariantCulture) : "–";

    private static double CutOf(ReviewModels models, AccountTier tier) =>
        models.Value.Bands.InOrder.FirstOrDefault(band => band.Band == tier).From;

    // A model that no review asks is one before and after: as settings have tuned it, or as it is ready.
    private static ModelVersionChange[] ModelsBetween(ReviewModels before, ReviewModels after)
    {
        var (was, now) = (ById(before), ById(after));
        return
        [
            .. was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(id => was.GetValueOrDefault(id) is var one && now.GetValueOrDefault(id) is var other
                    && (one?.Version != other?.Version || ContentOf(one) != ContentOf(other)))
                .Select(id => new ModelVersionChange(id, was.GetValueOrDefault(id)?.Version, now.GetValueOrDefault(id)?.Version)),
        ];

        static Dictionary<string, IModel> ById(ReviewModels models) =>
            ModelCatalog.All.Concat(models.All).GroupBy(model => model.Id, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);

        // What a person has changed without naming a version is changed too; tables and scorecards name theirs by their content.
        static string? ContentOf(IModel? model) => (model as ITunableModel)?.SettingsJson();
    }

    private static Dictionary<string, IDecisionTable> TablesOf(ReviewModels models) =>
        models.All.OfType<IDecisionTable>().ToDictionary(table => table.Id, StringComparer.Ordinal);

    private static List<AdviceChange> AdviceOf(
        AccountReview one, AccountReview other,
        (Dictionary<string, IDecisionTable> Before, Dictionary<string, IDecisionTable> After) tables, HashSet<string> compared)
    {
        var (before, after) = (DecisionsOf(one, tables.Before), DecisionsOf(other, tables.After));
        compared.UnionWith(before.Values.Concat(after.Values).Select(decided => decided.Table));
        var changes = new List<AdviceChange>();
        foreach (var (place, now) in after)
        {
            if (!before.TryGetValue(place, out var was) || was.Whole != now.Whole)
                changes.Add(Change(now.Table, before.GetValueOrDefault(place), now));
        }

        changes.AddRange(before.Where(each => !after.ContainsKey(each.Key)).Select(each => Change(each.Value.Table, each.Value, null)));
        string[] asked = [.. one.Actions.Select(Asked)], asks = [.. other.Actions.Select(Asked)];
        if (!asked.SequenceEqual(asks))
        {
            // What stays is not told again; where only the order differs nothing is left to tell.
            string[] gone = [.. asked.Except(asks, StringComparer.Ordinal)], added = [.. asks.Except(asked, StringComparer.Ordinal)];
            if (gone.Length + added.Length > 0)
            {
                changes.Add(new(
                    ActionTable, string.Join(", ", gone), string.Join(", ", added),
                    other.Actions.FirstOrDefault(action => added.Contains(Asked(action)))?.Text)
                {
                    BeforeName = Listed(one.Actions.Where(action => gone.Contains(Asked(action))).Select(Named)),
                    AfterName = Listed(other.Actions.Where(action => added.Contains(Asked(action))).Select(Named)),
                });
            }
        }

        return changes;

        static string Asked(ReviewAction action) => Invariant($"{action.Kind} {action.Owner} {action.DueOn:R}");

        static object Named(ReviewAction action) =>
            ((Text)Invariant($"{{0}} ({{1}}, {action.DueOn:R})")).With(action.Kind, action.Owner);
    }

    // What a review works with and keeps no decision of: how people stand and are moved, the service and the deadlines of a tier.
    private static IEnumerable<AdviceChange> UnstoredOf(
        AccountReview one, AccountReview other, ReviewModels before, ReviewModels after, HashSet<string> compared)
    {
        var (stances, moves) = (after.Stakeholders.Stances, after.Stakeholders.Moves);
        Text? WhyStance(PersonReview person) => person.Standing is { } standing
            ? WhyOf(stances.Decide(new() { Level = standing.Level }).Hits) : null;
        return new[]
        {
            OfPeople(stances.Id, person => person.Stance is { } stance ? [stance] : [], WhyStance),
            OfPeople(moves.Id, person => [.. person.Moves.Select(hit => hit.Advice)], person => WhyOf(person.Moves)),
            OfTier(before.Service, after.Service, review => review.Tier.Tier is null ? null
                : new() { Tier = review.Tier.Tier, Value = review.Value.Score is { } score ? AccountValue.Pyramid.Of(score) : null }),
            OfTier(before.ComplaintDeadlines, after.ComplaintDeadlines, review => review.Complaints.Count == 0 ? null
                : new() { Tier = review.Tier.Tier }),
        }.OfType<AdviceChange>();

        AdviceChange? OfPeople(string table, Func<PersonReview, ITerm[]> adviceOf, Func<PersonReview, Text?> why)
        {
            if (one.People.Concat(other.People).Any(person => adviceOf(person).Length > 0))
                compared.Add(table);
            (PersonReview Was, PersonReview Now)[] changed =
            [
                .. one.People
                    .Join(other.People, person => person.Id, person => person.Id, (was, now) => (was, now), StringComparer.Ordinal)
                    .Where(pair => !adviceOf(pair.was).SequenceEqual(adviceOf(pair.now))),
            ];
            return changed.Length == 0 ? null : new(
                table, Codes(changed.Select(pair => pair.Was)), Codes(changed.Select(pair => pair.Now)), why(changed[0].Now))
            {
                BeforeName = Listed(changed.Select(pair => Named(pair.Was))), AfterName = Listed(changed.Select(pair => Named(pair.Now))),
            };

            string Codes(IEnumerable<PersonReview> people) =>
                string.Join("; ", people.Select(person => $"{person.Id}: {string.Join(", ", adviceOf(person).AsEnumerable())}"));

            object Named(PersonReview person) =>
                ((Text)"{0}: {1}").With(person.Name, Listed(adviceOf(person)) ?? (Text)"–");
        }

        AdviceChange? OfTier<TFacts, TAdvice>(
            DecisionTable<TFacts, TAdvice> was, DecisionTable<TFacts, TAdvice> now, Func<AccountReview, TFacts?> factsOf)
            where TFacts : class
        {
            Decided? first = DecidedBy(was, factsOf(one)), second = DecidedBy(now, factsOf(other));
            if (first is null && second is null)
                return null;
            compared.UnionWith([was.Id, now.Id]);
            return first?.Whole == second?.Whole ? null : Change(now.Id, first, second);
        }

        static Decided? DecidedBy<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table, TFacts? facts)
            where TFacts : class
        {
            if (facts is null)
                return null;
            var hits = table.Decide(facts).Hits;
            var rules = string.Join(", ", hits.Select(hit => hit.RuleId));
            return new(
                table.Id, rules, string.Join(", ", hits.Select(hit => $"{hit.RuleId}: {hit.Advice}")), rules,
                WhyOf(hits));
        }

        static Text? WhyOf<TAdvice>(IReadOnlyList<Hit<TAdvice>> hits) => hits.Count == 0 ? null : hits[0].Reason;
    }

    private static AdviceChange Change(string table, Decided? was, Decided? now) => was?.Short == now?.Short
        ? new(table, was?.Whole ?? "", now?.Whole ?? "", now?.Reason)
        : new(table, was?.Short ?? "", now?.Short ?? "", now?.Reason) { BeforeName = was?.Name, AfterName = now?.Name };

    private static Text? Listed(IEnumerable<object> names)
    {
        object[] all = [.. names.Distinct()];
        return all.Length == 0 ? null
            : ((Text)string.Join(", ", Enumerable.Range(0, all.Length).Select(i => Invariant($"{{{i}}}")))).With(all);
    }

    // Every decision in a review, by its place: whatever topic made it, it has the id of its table and its hits.
    private static Dictionary<string, Decided> DecisionsOf(AccountReview review, Dictionary<string, IDecisionTable> tables)
    {
        var decisions = new Dictionary<string, Decided>(StringComparer.Ordinal);
        using var document = JsonSerializer.SerializeToDocument(review, ReviewJson.Default.AccountReview);
        Walk(document.RootElement, "");
        return decisions;

        void Walk(JsonElement element, string place)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object when element.TryGetProperty("tableId", out var table)
                    && element.TryGetProperty("hits", out var hits) && hits.ValueKind == JsonValueKind.Array:
                    decisions[place] = Decided.Of(table.GetString()!, hits, tables.GetValueOrDefault(table.GetString()!));
                    break;
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                        Walk(member.Value, $"{place}.{member.Name}");
                    break;
                case JsonValueKind.Array:
                    var i = 0;
                    foreach (var item in element.EnumerateArray())
                        Walk(item, Invariant($"{place}[{i++}]"));
                    break;
            }
        }
    }

    private sealed record Decided(string Table, string Short, string Whole, Text? Name, Text? Reason)
    {
        public static Decided Of(string table, JsonElement hits, IDecisionTable? model)
        {
            var all = hits.EnumerateArray().ToArray();
            return new(
                table,
                string.Join(", ", all.Select(hit => hit.TryGetProperty("advice", out var advice) && advice.ValueKind == JsonValueKind.String
                    ? advice.GetString() : RuleOf(hit))),
                string.Join(", ", all.Select(hit =>
                    $"{RuleOf(hit)}: {(hit.TryGetProperty("advice", out var advice) ? RawJsonConverter.Compact(advice) : "")}")),
                Listed(all.Select(hit => hit.TryGetProperty("advice", out var advice) && advice.ValueKind == JsonValueKind.String
                    ? NameOf(model, advice.GetString()!) : RuleOf(hit))),
                all is [var first, ..] && first.TryGetProperty("reason", out var reason)
                    ? reason.Deserialize(ReviewJson.Default.Text) : null);
        }

        // A term is called as the table of texts calls it.
        private static object NameOf(IDecisionTable? model, string advice) =>
            model?.GetType().GetGenericArguments() is [_, { Namespace: { } place } type]
            && TextTable.Library.TryGet($"{place.Split('.')[^1]}.{type.Name}.{advice}") is { } name ? name : advice;

        private static string RuleOf(JsonElement hit) => hit.GetProperty("ruleId").GetString()!;
    }
}
