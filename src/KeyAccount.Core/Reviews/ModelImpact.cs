using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What other models make of the same portfolio, told before they are released: who moves tier or advice, with what money at
/// stake, and why; and how far each weight may move before a band changes.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ModelImpact
{
    private const int MostReasons = 3;
    private const string ActionTable = "review.actions";

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The models that are others, by id.</summary>
    public required IReadOnlyList<ModelVersionChange> Models { get; init => field = ValueList.Of(value, nameof(Models)); }

    /// <summary>The accounts whose tier, value band, risk, findings or advice change: who has most at stake first.</summary>
    public required IReadOnlyList<AccountImpact> Accounts { get; init => field = ValueList.Of(value, nameof(Accounts)); }

    /// <summary>How many accounts stay as they are.</summary>
    public required int Unmoved { get; init; }

    /// <summary>The accounts with a band by the models now: whose band hangs on the least change of a weight first.</summary>
    public required IReadOnlyList<AccountSensitivity> Sensitivity { get; init => field = ValueList.Of(value, nameof(Sensitivity)); }

    /// <summary>The money at stake with the accounts that move.</summary>
    [JsonIgnore]
    public decimal AtStake => DecimalOverflow.Named(
        () => Accounts.Sum(account => account.AtStake ?? 0), "ModelImpact.AtStake", (nameof(Accounts), Accounts.Count));

    /// <summary>What other models make of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="before">The models in force.</param>
    /// <param name="after">The models that are considered.</param>
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

    /// <summary>What other models make of the accounts of a review, one after another.</summary>
    /// <param name="earlier">The review by the models in force.</param>
    /// <param name="later">The review of the same accounts by the models that are considered.</param>
    /// <param name="before">The models in force.</param>
    /// <param name="after">The models that are considered.</param>
    /// <param name="progress">Is told how many accounts are done.</param>
    /// <returns>The impact.</returns>
    /// <exception cref="ArgumentNullException">An argument but <paramref name="progress"/> is null.</exception>
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
        foreach (var (one, other) in earlier.Reviews().Zip(later.Reviews(progress)))
        {
            if (one.Id != other.Id)
                throw new ArgumentException($"later reviews '{other.Id}' where earlier reviews '{one.Id}'.", nameof(later));
            count++;
            var change = other.Value.ChangeFrom(one.Value);
            var movement = new AccountMovement(AccountSummary.Of(one), AccountSummary.Of(other));
            var advice = AdviceOf(one, other);
            if (movement.HasMoved || change.BandChanged || advice.Count > 0)
                moved.Add(new(movement, change, advice, ReasonsOf(one, other, change, movement, before, after)));
            if (other.Value is { Score: { } score, Band: { } band })
            {
                sensitivity.Add(new(
                    other.Id, other.Name, score, band,
                    [.. after.Value.Sensitivity(other.Value).OrderBy(weight => weight.Margin ?? double.PositiveInfinity)]));
            }
        }

        return new()
        {
            AsOf = later.AsOf,
            Currency = later.Currency,
            Models =
            [
                .. earlier.Models.Keys.Union(later.Models.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .Select(id => new ModelVersionChange(id, earlier.Models.GetValueOrDefault(id), later.Models.GetValueOrDefault(id)))
                    .Where(model => model.Before != model.After),
            ],
            Accounts = [.. moved.OrderByDescending(each => each.AtStake ?? -1).ThenBy(each => each.Movement.Id, StringComparer.Ordinal)],
            Unmoved = count - moved.Count,
            Sensitivity =
            [
                .. sensitivity.OrderBy(each => each.Weights.Min(weight => weight.Margin) ?? double.PositiveInfinity)
                    .ThenBy(each => each.Id, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Reads an impact from JSON.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <returns>The impact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">It is not valid JSON, or not of that form; it holds every fault with its path.</exception>
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

    /// <summary>The impact for a person: how many move, which models are others, who moves and why, and whose band hangs on
    /// little.</summary>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <param name="detail">How much: in brief up to 10 accounts, in full up to 50; the others are counted.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English, Detail detail = Detail.Brief)
    {
        ArgumentNullException.ThrowIfNull(language);
        Guard.Defined(detail);
        return ImpactDocument.Of(this, language, detail);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>How many models are others and how many accounts move.</returns>
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
        else if (change.BandChanged && change.Caps.Count == 0 && one.Value.Band is { } was && other.Value.Band is { } now)
        {
            // The better of the two bands begins elsewhere.
            var better = was.IsAtLeast(now) ? was : now;
            reasons.Add(TextTable.Library["Reviews.Impact.cut"].With(
                Rounded(change.To), better, CutOf(before, better), CutOf(after, better)));
        }

        if (change.Caps.Count > 0)
            reasons.Add(TextTable.Library["Reviews.Impact.cap"].With(change.Caps[0]));
        if (!change.BandChanged && movement.Before!.Tier != movement.After!.Tier && other.Stability is { } step)
            reasons.Add(step.Text);
        var found = movement.NewFindings.ToHashSet(StringComparer.Ordinal);
        reasons.AddRange(other.ListedFindings.Where(finding => found.Contains(finding.RuleId)).Select(finding => finding.Text));
        return [.. reasons.Take(MostReasons)];
    }

    private static string Rounded(decimal? score) => score is { } known ? known.ToString("0.##", CultureInfo.InvariantCulture) : "–";

    private static double CutOf(ReviewModels models, Grading.AccountTier tier) =>
        models.Value.Bands.InOrder.FirstOrDefault(band => band.Band == tier).From;

    private static List<AdviceChange> AdviceOf(AccountReview one, AccountReview other)
    {
        var (before, after) = (DecisionsOf(one), DecisionsOf(other));
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
                    other.Actions.FirstOrDefault(action => added.Contains(Asked(action)))?.Text));
            }
        }

        return changes;

        static string Asked(ReviewAction action) => Invariant($"{action.Kind} {action.Owner} {action.DueOn:R}");

        static AdviceChange Change(string table, Decided? was, Decided? now) => was?.Short == now?.Short
            ? new(table, was?.Whole ?? "", now?.Whole ?? "", now?.Reason)
            : new(table, was?.Short ?? "", now?.Short ?? "", now?.Reason);
    }

    // Every decision in a review, by its place: whatever topic made it, it has the id of its table and its hits.
    private static Dictionary<string, Decided> DecisionsOf(AccountReview review)
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
                    decisions[place] = Decided.Of(table.GetString()!, hits);
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

    private sealed record Decided(string Table, string Short, string Whole, Text? Reason)
    {
        public static Decided Of(string table, JsonElement hits)
        {
            var all = hits.EnumerateArray().ToArray();
            return new(
                table,
                string.Join(", ", all.Select(hit => hit.TryGetProperty("advice", out var advice) && advice.ValueKind == JsonValueKind.String
                    ? advice.GetString() : RuleOf(hit))),
                string.Join(", ", all.Select(hit =>
                    $"{RuleOf(hit)}: {(hit.TryGetProperty("advice", out var advice) ? RawJsonConverter.Compact(advice) : "")}")),
                all is [var first, ..] && first.TryGetProperty("reason", out var reason)
                    ? reason.Deserialize(ReviewJson.Default.Text) : null);
        }

        private static string RuleOf(JsonElement hit) => hit.GetProperty("ruleId").GetString()!;
    }
}
