using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>Reads the settings of a decision table, and applies changed ones.</summary>
internal static class TableTuning<TFacts, TAdvice>
{
    // Enough of the hash to tell the versions of one company apart at a glance.
    private const int HashDigits = 12;

    // A person wants to see what is missing, not a page of it.
    private const int MostCells = 3;

    public static DecisionTableSettings SettingsOf(DecisionTable<TFacts, TAdvice> table)
    {
        var type = TableJson.TypeOf(typeof(TAdvice));
        return new()
        {
            Id = table.Id,
            Version = table.Version,
            HitPolicy = table.HitPolicy,
            Priorities = table.Priorities.Count == 0 ? null : PrioritiesOf(table.Priorities, type),
            Rules =
            [
                .. table.Rules.Select(rule => new RuleSettings
                {
                    Id = rule.Id,
                    When = table.RowsOf(rule),
                    Advice = Written(rule.Advice, type),
                    Reason = rule.Reason == (Text)rule.Id ? null : rule.Reason,
                }),
            ],
        };
    }

    public static DecisionTable<TFacts, TAdvice> Tune(DecisionTable<TFacts, TAdvice> table, DecisionTableSettings overrides)
    {
        var faults = new List<ModelFault>();
        if (overrides.Id is { } id && id != table.Id)
            faults.Add(new("id", $"it is '{id}'; the table is '{table.Id}'"));
        if (overrides.Version is not null && string.IsNullOrWhiteSpace(overrides.Version))
            faults.Add(new("version", "it is blank"));
        var domain = table.Domain;
        var changes = overrides.Rules is null ? [.. table.Rules.Select(rule => new Change(rule, null))]
            : Changes(table, overrides.Rules, ref domain, faults);
        var policy = overrides.HitPolicy ?? table.HitPolicy;
        var priorities = overrides.Priorities is null || overrides.Priorities == table.Settings.Priorities ? table.Priorities
            : PrioritiesOf(overrides.Priorities, faults);
        DecisionTable<TFacts, TAdvice> Made(string version) => DecisionTable<TFacts, TAdvice>.Checked(
            table.Id, version, policy, priorities, domain, [.. changes.Select(change => change.Made(version))], [],
            table.Declared);

        if (faults.Count > 0)
            throw new InvalidModelException(table.Id, faults);
        var tuned = Made(table.Version);
        Prove(table, tuned, faults);
        if (faults.Count > 0)
            throw new InvalidModelException(table.Id, faults);
        if (overrides.Version is { } named && named != table.Version)
            return Made(named);
        var hash = tuned.Settings.ContentHash();
        return hash == table.Settings.ContentHash() ? tuned : Made($"{table.Version.Split('+')[0]}+{hash[..HashDigits]}");
    }

    private static void Prove(DecisionTable<TFacts, TAdvice> before, DecisionTable<TFacts, TAdvice> after, List<ModelFault> faults)
    {
        if (after.HitPolicy == before.HitPolicy && after.Priorities.SequenceEqual(before.Priorities)
            && after.Rules.SequenceEqual(before.Rules))
            return;
        // First the combinations that people know, then all that lies between and beyond them.
        Prove(before, after, after.Domain, faults);
        if (faults.Count == 0)
            Prove(before, after, FineDomain(before, after), faults);
    }

    private static void Prove(
        DecisionTable<TFacts, TAdvice> before, DecisionTable<TFacts, TAdvice> tuned, IReadOnlyList<TableDimension> domain,
        List<ModelFault> faults)
    {
        var after = tuned.Over(domain);
        if (!after.IsProvable)
        {
            if (before.IsProvable)
            {
                faults.Add(new(
                    "rules", "their ranges have so many ends that there would be over a million combinations, which are not proven"));
            }

            return;
        }

        var (lost, conflicts, cells, overlaps, unused) = after.Worse(before, MostCells);
        if (lost > 0)
            faults.Add(new("rules", $"{English.Count(lost, "combination")} would have no answer: {Some(cells)}"));
        if (conflicts > 0)
        {
            faults.Add(new(
                "rules",
                $"{after.HitPolicy} allows one answer, and {English.Count(conflicts, "combination")} would have several: "
                + Some(overlaps)));
        }

        faults.AddRange(unused.Select(
            rule => new ModelFault($"rules[\"{rule}\"]", "it would never answer; other rules precede it, or it matches nothing")));
    }

    // Between two neighbours of what the rules compare a fact with, each rule says the same: one number there stands for all. Where a rule
    // does something else with a fact, only the values of its domain are known to matter.
    private static TableDimension[] FineDomain(DecisionTable<TFacts, TAdvice> before, DecisionTable<TFacts, TAdvice> after)
    {
        var domain = after.Domain;
        FactCuts[] all = [.. before.Rules.Union(after.Rules).Select(rule => DecisionTable<TFacts, TAdvice>.CutsOf(rule, domain))];
        return
        [
            .. domain.Select((dimension, i) => FactColumn.Fine(
                dimension,
                all.SelectMany(cuts => cuts[i] ?? dimension.Values.OfType<object>()))),
        ];
    }

    private static string Some<T>(IReadOnlyList<T> cells) =>
        string.Join("; ", cells.Take(MostCells)) + (cells.Count > MostCells ? "; …" : "");

    private static List<Change> Changes(
        DecisionTable<TFacts, TAdvice> table, IReadOnlyList<RuleSettings> rules, ref IReadOnlyList<TableDimension> domain,
        List<ModelFault> faults)
    {
        var facts = Expression.Parameter(typeof(TFacts), "f");
        var columns = table.Domain.Select(dimension => FactColumn.Of(dimension, facts)).ToArray();
        var cuts = table.Domain.Select(_ => new List<object>()).ToArray();
        var known = table.Rules.Zip(table.Settings.Rules!).ToDictionary(pair => pair.First.Id, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var changes = new List<Change>();
        var type = TableJson.TypeOf(typeof(TAdvice));
        if (rules.Count == 0)
            faults.Add(new("rules", "it is empty; give at least one"));
        foreach (var settings in rules)
        {
            var path = $"rules[\"{settings.Id}\"]";
            if (string.IsNullOrWhiteSpace(settings.Id))
                faults.Add(new(path, "the id is blank"));
            else if (!seen.Add(settings.Id))
                faults.Add(new(path, "the id is duplicated"));
            var (rule, said) = known.TryGetValue(settings.Id, out var pair) ? pair : default;
            var (rows, when) = settings.When is null || settings.When.Equals(said?.When) ? (null, null)
                : ConditionOf(table, settings.When, columns, facts, cuts, $"{path}.when", faults);
            if (rule is null && settings.When is null)
                faults.Add(new($"{path}.when", "it is missing; a new rule needs a condition"));
            if (rows is not null && rows.Equals(said?.When))
                (rows, when) = (null, null);
            if (when is not null && rule is { Rows: null }
                && string.Join(", ", DecisionTable<TFacts, TAdvice>.CutsOf(rule, table.Declared).Beyond) is { Length: > 0 } beyond)
            {
                faults.Add(new(
                    $"{path}.when",
                    $"the rule does more with {beyond} than compare it with a number, which cells cannot express; leave its cells as they "
                    + "are, or write new rules with other ids for it and those that it completes"));
            }

            var advice = rule is null ? default : rule.Advice;
            var faulty = faults.Count;
            var isNewAdvice = settings.Advice is not null && settings.Advice != said?.Advice;
            if (isNewAdvice)
                advice = AdviceOf<TAdvice>(settings.Advice!, type, $"{path}.advice", faults);
            else if (rule is null)
                faults.Add(new($"{path}.advice", "it is missing; a new rule needs advice"));
            if (isNewAdvice && advice is null && faults.Count == faulty && table.Rules.All(each => each.Advice is not null))
                faults.Add(new($"{path}.advice", "it is null; it must be advice"));
            var reason = settings.Reason is null || settings.Reason == (said?.Reason ?? rule?.Reason) ? null : settings.Reason;
            if (reason is { ArgumentsNeeded: null })
            {
                faults.Add(new(
                    Rule<TFacts, TAdvice>.PathOfReason(path, reason),
                    $"'{reason.MostDemanding.Text}' has a stray brace; write {{{{ and }}}} for a brace of the text"));
            }

            changes.Add(rule is not null && when is null && !isNewAdvice && reason is null ? new(rule, null) : new(rule, version =>
                rule is null
                    ? new(
                        settings.Id, when ?? Nowhere, advice!, reason, reason is { ArgumentsNeeded: 0 } ? NoArguments : null,
                        Provenance.Settings(version), rows)
                    : rule.Tuned(when ?? rule.When, when is null ? rule.Rows : rows, advice!, reason, Provenance.Settings(version),
                        reason is { ArgumentsNeeded: 0 } ? NoArguments : null)));
        }

        if (faults.Count == 0)
            domain = [.. table.Domain.Select((dimension, i) => columns[i]?.With(cuts[i]) ?? dimension)];
        return changes;
    }

    // A reason of settings is a template also where it speaks of no facts: a doubled brace is one.
    private static object?[] NoArguments(TFacts facts) => [];

    // Stands for a condition that has a fault.
    private static Expression<Func<TFacts, bool>> Nowhere => _ => false;

    private static (ValueList<IReadOnlyDictionary<string, string>>? Rows, Expression<Func<TFacts, bool>>? When) ConditionOf(
        DecisionTable<TFacts, TAdvice> table,
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        FactColumn?[] columns,
        ParameterExpression facts,
        List<object>[] cuts,
        string path,
        List<ModelFault> faults)
    {
        if (table.Domain.Count == 0)
        {
            faults.Add(new(path, "the table declares no domain, so its conditions are code; leave it out to keep the condition"));
            return default;
        }

        var before = faults.Count;
        Expression? any = null;
        var read = new List<IReadOnlyDictionary<string, string>>();
        for (var i = 0; i < rows.Count; i++)
        {
            var place = FormattableString.Invariant($"{path}[{i}]");
            Expression? all = null;
            foreach (var name in rows[i].Keys.Where(name => table.Domain.All(dimension => dimension.Name != name)))
            {
                var names = string.Join(", ", table.Domain.Select(dimension => dimension.Name));
                faults.Add(new($"{place}[\"{name}\"]", $"the table reads no such fact; it must be one of {names}"));
            }

            var kept = new List<KeyValuePair<string, string>>();
            for (var column = 0; column < columns.Length; column++)
            {
                if (!rows[i].TryGetValue(table.Domain[column].Name, out var cell))
                    continue;
                string? fault = "values of this fact cannot be written; leave it out";
                var condition = cell is null || columns[column] is null ? null : columns[column]!.Read(cell, cuts[column], out fault);
                if (cell is null)
                    fault = "it is null; write any where the fact does not count";
                if (fault is not null)
                    faults.Add(new($"{place}[\"{table.Domain[column].Name}\"]", fault));
                if (condition is null)
                    continue;
                kept.Add(new(table.Domain[column].Name, cell!));
                all = all is null ? condition : Expression.AndAlso(all, condition);
            }

            read.Add(ValueMap.Of(kept));
            var row = all ?? Expression.Constant(true);
            any = any is null ? row : Expression.OrElse(any, row);
        }

        return faults.Count > before ? default
            : (ValueList.Of(read), Expression.Lambda<Func<TFacts, bool>>(any ?? Expression.Constant(false), facts));
    }

    private static string? Written(TAdvice advice, JsonTypeInfo? type)
    {
        if (type is null)
            return null;
        try
        {
            return RuleSettings.Compact(JsonSerializer.Serialize(advice, type));
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static T? AdviceOf<T>(string json, JsonTypeInfo? type, string path, List<ModelFault> faults)
    {
        if (type is null)
        {
            faults.Add(new(
                path,
                $"{typeof(T)} has no form in JSON here; serialization by reflection is off in this program, so leave the advice out"));
            return default;
        }

        return CheckedJson.ReadPart(json, type, path, faults) is T advice ? advice : default;
    }

    private static string? PrioritiesOf(IReadOnlyList<TAdvice> priorities, JsonTypeInfo? type)
    {
        var list = new JsonArray();
        foreach (var advice in priorities)
        {
            if (Written(advice, type) is not { } written)
                return null;
            list.Add(JsonNode.Parse(written));
        }

        return RuleSettings.Compact(list.ToJsonString());
    }

    private static IReadOnlyList<TAdvice> PrioritiesOf(string json, List<ModelFault> faults)
    {
        var type = TableJson.TypeOf(typeof(TAdvice));
        try
        {
            if (JsonNode.Parse(json, documentOptions: CheckedJson.Tolerant) is JsonArray list)
            {
                return [.. list.Select((each, rank) => AdviceOf<TAdvice>(
                    each?.ToJsonString() ?? "null", type, FormattableString.Invariant($"priorities[{rank}]"), faults)!)];
            }

            faults.Add(new("priorities", "it must be a list of advice"));
        }
        catch (JsonException e)
        {
            faults.Add(new("priorities", $"it is not valid JSON: {e.Message}"));
        }

        return [];
    }

    // A rule that stays, or how it is made under the version of the settings.
    private sealed record Change(Rule<TFacts, TAdvice>? Rule, Func<string, Rule<TFacts, TAdvice>>? Make)
    {
        public Rule<TFacts, TAdvice> Made(string version) => Make is null ? Rule! : Make(version);
    }
}
