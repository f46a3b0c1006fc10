using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>A sales team: JSON with all of it, CSV with a row a focus, of the team and then of each person who is named, and its document
/// for a person.</summary>
internal static class TeamReports
{
    public static Report Of(TeamReport team) => new(
        output => JsonText.Write(output, json => WriteJson(team, json)), output => WriteCsv(team, output), team.Describe);

    private static void WriteCsv(TeamReport team, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        string[] columns = ["focus", "points", "coverage", "low", "high", "isShortBoard"];
        csv.WriteHeader(team.IsNamed ? ["person", "position", "rank", "closedDeals", .. columns] : columns);
        Rows(null, team.IsOnePerson ? [] : team.Focuses, team.ShortBoard);
        foreach (var person in team.People)
            Rows(person, person.Focuses, person.ShortBoard);

#pragma warning disable MA0011 // the writer's own provider is the invariant culture
        // The rows of the team name no person.
        void Rows(TeamPerson? person, IReadOnlyList<FocusScore> focuses, IReadOnlyList<FocusScore> shortBoard)
        {
            foreach (var focus in focuses)
            {
                if (team.IsNamed)
                {
                    csv.WriteField(person?.Member.Name);
                    csv.WriteField(person?.Member.Position.Name);
                    csv.WriteField(person?.Rank);
                    csv.WriteField(person?.ClosedDeals);
                }

                csv.WriteField(focus.Focus.Name);
                csv.WriteField(focus.Points);
                csv.WriteField(focus.Coverage);
                csv.WriteField(focus.Low);
                csv.WriteField(focus.High);
                csv.WriteField(shortBoard.Contains(focus) ? "true" : "false");
                csv.EndRecord();
            }
        }
#pragma warning restore MA0011
    }

    private static void WriteJson(TeamReport team, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (team.Name is { } name)
            json.WriteString("name", name);
        json.WriteString("from", LocalDatePattern.Iso.Format(team.From));
        json.WriteString("asOf", LocalDatePattern.Iso.Format(team.AsOf));
        Text(json, "currency", team.Currency);
        json.WriteNumber("people", team.PeopleCount);
        json.WriteBoolean("isNamed", team.IsNamed);
        json.WriteBoolean("hasPeople", team.HasPeople);
        if (team.IsOnePerson)
        {
            json.WriteEndObject();
            return;
        }

        Number(json, "score", team.Assessment.Score);
        Text(json, "level", team.Assessment.Band?.Name);
        json.WriteNumber("coverage", team.Assessment.Coverage);
        Focuses(json, team.Focuses);
        json.WriteStartArray("shortBoard");
        foreach (var focus in team.ShortBoard)
            json.WriteStringValue(focus.Focus.Name);
        json.WriteEndArray();
        json.WriteStartArray("actions");
        foreach (var hit in team.Actions)
        {
            json.WriteStartObject();
            json.WriteString("action", hit.Advice.Name);
            json.WriteString("rule", hit.RuleId);
            json.WriteString("reason", hit.Reason.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (team.Log is { } log)
            Log(json, log);
        Counts(json, "formality", team.Formality, sign => sign.Name);
        Counts(json, "pitfalls", team.Pitfalls, pitfall => pitfall.Name);
        json.WriteStartArray("loop");
        foreach (var count in team.LoopCounts)
        {
            json.WriteStartObject();
            json.WriteString("part", count.Part.Name);
            Count(json, "met", count.Met);
            Count(json, "missing", count.Missing);
            Count(json, "notDue", count.NotDue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("objectives", team.Objectives);
        Counts(json, "smartFaults", team.SmartFaultCounts, part => part.Name);
        Pay(json, team);
        json.WriteStartArray("skills");
        foreach (var gap in team.SkillGaps)
        {
            json.WriteStartObject();
            json.WriteString("competence", gap.Competence.Name);
            json.WriteNumber("rated", gap.Rated);
            Count(json, "below", gap.Below);
            json.WriteNumber("meanLevels", gap.MeanLevels);
            Text(json, "training", gap.Measure?.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (team.IsNamed)
            People(json, team);
        json.WriteEndObject();
    }

    private static void Focuses(Utf8JsonWriter json, IEnumerable<FocusScore> focuses)
    {
        json.WriteStartArray("focuses");
        foreach (var focus in focuses)
        {
            json.WriteStartObject();
            json.WriteString("focus", focus.Focus.Name);
            Number(json, "points", focus.Points);
            json.WriteNumber("coverage", focus.Coverage);
            json.WriteNumber("low", focus.Low);
            json.WriteNumber("high", focus.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Log(Utf8JsonWriter json, LogMeasures log)
    {
        json.WriteStartObject("log");
        json.WriteNumber("logs", log.Logs);
        json.WriteNumber("hours", log.Hours);
        json.WriteNumber("sellingHours", log.SellingHours);
        Number(json, "topTierShare", log.TopTierShare);
        foreach (var (name, rate) in new[]
        {
            ("planKept", log.PlanKept), ("promisesKept", log.PromisesKept), ("effective", log.Effective), ("withResult", log.WithResult),
            ("late", log.Late),
        })
        {
            Rate(json, name, rate);
        }

        json.WriteEndObject();
    }

    private static void Pay(Utf8JsonWriter json, TeamReport team)
    {
        json.WriteStartObject("pay");
        Rate(json, "atQuota", team.QuotaFairness.AtQuota);
        if (team.QuotaFairness.IsHealthy is { } isHealthy)
            json.WriteBoolean("isHealthy", isHealthy);
        Number(json, "quotaAndPotential", team.QuotaFairness.QuotaAndPotential.Value);
        Number(json, "payAndResult", team.QuotaFairness.PayAndResult.Value);
        if (team.TotalPay is { } total)
            json.WriteNumber("total", total);
        json.WriteStartArray("cliffs");
        foreach (var (plan, cliff) in team.Plans.SelectMany(plan => plan.Cliffs().Select(cliff => (plan, cliff))))
        {
            json.WriteStartObject();
            json.WriteString("plan", plan.Id);
            json.WriteString("kind", cliff.Kind.ToString());
            Text(json, "measure", cliff.Measure);
            json.WriteNumber("at", cliff.At);
            json.WriteNumber("from", cliff.From);
            json.WriteNumber("to", cliff.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, TeamReport team)
    {
        json.WriteStartArray("members");
        foreach (var person in team.People)
        {
            json.WriteStartObject();
            json.WriteString("name", person.Member.Name);
            json.WriteString("position", person.Member.Position.Name);
            Number(json, "rank", person.Rank);
            json.WriteNumber("closedDeals", person.ClosedDeals);
            if (!person.IsSmallSample)
                Number(json, "score", person.Assessment.Score);
            json.WriteNumber("low", person.Range.Low);
            json.WriteNumber("high", person.Range.High);
            Focuses(json, person.Focuses);
            if (person.Statement is { } statement)
            {
                json.WriteStartObject("pay");
                json.WriteString("plan", statement.PlanId);
                json.WriteNumber("onTarget", statement.OnTargetEarnings);
                json.WriteStartArray("lines");
                foreach (var line in statement.Lines)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", line.Kind.Name);
                    json.WriteString("key", line.Key);
                    Number(json, "attainment", line.Attainment);
                    Number(json, "payout", line.Payout);
                    json.WriteNumber("amount", line.Amount);
                    json.WriteString("reason", line.Reason.En);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteNumber("total", statement.Total);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var (person, kind, reason, evidence) in team.PitfallFindings
            .Select(each => (each.Person, each.Pitfall.Name, each.Reason, each.Evidence))
            .Concat(team.FormalityFindings.Select(each => (each.Person, each.Sign.Name, each.Reason, each.Evidence))))
        {
            json.WriteStartObject();
            json.WriteString("person", person);
            json.WriteString("kind", kind);
            json.WriteString("reason", reason.En);
            json.WriteStartArray("evidence");
            foreach (var each in evidence)
                json.WriteStringValue(each);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Counts<TTerm>(
        Utf8JsonWriter json, string name, IReadOnlyDictionary<TTerm, int?> counts, Func<TTerm, string> nameOf)
    {
        json.WriteStartObject(name);
        foreach (var (term, count) in counts)
            Count(json, nameOf(term), count);
        json.WriteEndObject();
    }

    // Null for fewer than five people, where nobody is named.
    private static void Count(Utf8JsonWriter json, string name, int? count)
    {
        if (count is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void Rate(Utf8JsonWriter json, string name, RateEstimate rate)
    {
        if (rate.Trials == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("count", rate.Successes);
        json.WriteNumber("of", rate.Trials);
        if (rate.CountedInterval() is { } interval)
        {
            json.WriteNumber("low", interval.Low);
            json.WriteNumber("high", interval.High);
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
