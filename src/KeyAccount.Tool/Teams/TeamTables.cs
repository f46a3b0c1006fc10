using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tables;
using NodaTime;

namespace KeyAccount.Tool.Teams;

/// <summary>Puts the rows of tables into the file of a team: what a table says of a person takes the place of what the file says.</summary>
internal sealed class TeamTables
{
    private readonly List<TeamMember> _members;
    private readonly Dictionary<string, int> _places;
    private readonly List<WeeklyLog> _logs;
    private readonly Dictionary<(string Person, LocalDate Monday), int> _weeks = [];
    private readonly HashSet<string> _withResults = new(StringComparer.Ordinal);
    private readonly TeamFile _file;

    public TeamTables(TeamFile file)
    {
        (_file, _members, _logs) = (file, [.. file.Members], [.. file.Logs]);
        for (var i = 0; i < _logs.Count; i++)
            _weeks.TryAdd((_logs[i].Person, _logs[i].Monday), i);
        _places = _members.Select((member, i) => (member.Name, i)).ToDictionary(each => each.Name, each => each.i, StringComparer.Ordinal);
    }

    /// <summary>The file with everything that was read.</summary>
    public TeamFile ToFile() => _file with { Members = [.. _members], Logs = [.. _logs] };

    /// <summary>A row of quotas: a person that the file does not have needs a position.</summary>
    public void AddQuota(FieldTable.FieldRow row)
    {
        var name = row.Needed(TeamFields.Person);
        var position = Word<SalesPosition>(row, TeamFields.Position);
        Told(row, () =>
        {
            var before = _places.TryGetValue(name, out var at) ? _members[at] : new()
            {
                Name = name,
                Position = position ?? throw row.Fault(
                    TeamFields.Position, $"it is needed for somebody who is not in the file; {Allowed<SalesPosition>()}"),
            };
            var planned = row.Number(TeamFields.PlannedOpportunities)?.Value;
            if (planned is { } count && (count != decimal.Truncate(count) || count is < 0 or > 10_000))
                throw row.Fault(TeamFields.PlannedOpportunities, "it must be a whole number from 0 to 10,000");
            var member = before with
            {
                Position = position ?? before.Position,
                Phase = Word<EmploymentPhase>(row, TeamFields.Phase) ?? before.Phase,
                JoinedOn = row.Date(TeamFields.JoinedOn) ?? before.JoinedOn,
                LeftOn = row.Date(TeamFields.LeftOn) ?? before.LeftOn,
                Quota = row.Number(TeamFields.Quota)?.Value ?? before.Quota,
                Potential = row.Number(TeamFields.Potential)?.Value ?? before.Potential,
                Sold = row.Number(TeamFields.Sold)?.Value ?? before.Sold,
                Pay = row.Number(TeamFields.Pay)?.Value ?? before.Pay,
                OnTargetEarnings = row.Number(TeamFields.OnTargetEarnings)?.Value ?? before.OnTargetEarnings,
                PlannedOpportunities = (int?)planned ?? before.PlannedOpportunities,
            };
            if (_places.TryAdd(name, _members.Count))
                _members.Add(member);
            else
                _members[_places[name]] = member;
        });
    }

    /// <summary>A row of results: the attainment, or a target and a result. The results of a person in the tables take the place of all
    /// that the file has.</summary>
    public void AddResult(FieldTable.FieldRow row, FieldTable table)
    {
        var at = PlaceOf(row);
        var measure = row.Needed(TeamFields.Measure);
        Told(row, () =>
        {
            var member = _members[at];
            var earlier = _withResults.Add(member.Name) ? [] : member.Results;
            if (earlier.Any(result => result.Measure == measure))
                throw row.Fault(TeamFields.Measure, "it is duplicated for this person");
            _members[at] = member with { Results = [.. earlier, new(measure, (double)AttainmentIn(row, table))] };
        });
    }

    /// <summary>A row of a weekly log: what was planned, what was done, or what is promised for the next week.</summary>
    public void AddEntry(FieldTable.FieldRow row)
    {
        var person = _members[PlaceOf(row)].Name;
        var week = row.Date(TeamFields.Week) ?? throw row.Fault(TeamFields.Week, "a date is needed");
        var part = row.Text(TeamFields.Part)?.ToUpperInvariant() switch
        {
            null or "DONE" or "已完成" or "完成" => 0,
            "PLANNED" or "PLAN" or "计划" or "計劃" => 1,
            "NEXT" or "NEXTWEEK" or "NEXT WEEK" or "下周" or "下週" => 2,
            _ => throw row.Fault(TeamFields.Part, "it must be planned, done or next"),
        };
        Told(row, () =>
        {
            var place = LogOf(person, week);
            var log = _logs[place];
            if (part == 0)
            {
                var kind = Word<LogActivityKind>(row, TeamFields.Kind) ?? LogActivityKind.Visit;
                _logs[place] = log with { Done = [.. log.Done, EntryOf(row, kind, row.Date(TeamFields.On))] };
                return;
            }

            PlannedVisit visit = new(
                row.Needed(TeamFields.Account), row.Text(TeamFields.Note), Word<LogResult>(row, TeamFields.Outcome));
            _logs[place] = part == 1 ? log with { Planned = [.. log.Planned, visit] } : log with { NextWeek = [.. log.NextWeek, visit] };
        });
    }

    /// <summary>A visit: an entry in the log of its week.</summary>
    public void AddVisit(FieldTable.FieldRow row)
    {
        var person = _members[PlaceOf(row)].Name;
        var on = row.Date(TeamFields.VisitedOn) ?? throw row.Fault(TeamFields.VisitedOn, "a date is needed");
        row.Needed(TeamFields.Account);
        Told(row, () =>
        {
            var place = LogOf(person, on);
            _logs[place] = _logs[place] with { Done = [.. _logs[place].Done, EntryOf(row, LogActivityKind.Visit, on)] };
        });
    }

    private static decimal AttainmentIn(FieldTable.FieldRow row, FieldTable table)
    {
        if (table.Has(TeamFields.Attainment) && row.Fraction(table.SlotOf(TeamFields.Attainment)) is { } stated)
            return stated.Value;
        return row.Number(TeamFields.Target) is { Value: > 0 } target && row.Number(TeamFields.Result) is { } result
            ? result.Value / target.Value
            : throw row.Fault(TeamFields.Attainment, "it is needed, or a target above 0 and a result");
    }

    private static LoggedActivity EntryOf(FieldTable.FieldRow row, LogActivityKind kind, LocalDate? on) => new()
    {
        Kind = kind, Account = row.Text(TeamFields.Account), On = on,
        Hours = (double?)row.Number(TeamFields.Hours)?.Value,
        Result = Word<LogResult>(row, TeamFields.Outcome), Text = row.Text(TeamFields.Note), WrittenOn = row.Date(TeamFields.WrittenOn),
    };

    private int PlaceOf(FieldTable.FieldRow row) => _places.TryGetValue(row.Needed(TeamFields.Person), out var at) ? at
        : throw row.Fault(TeamFields.Person, "the team has nobody of that name; add the person to the file or to the table of quotas");

    private int LogOf(string person, LocalDate day)
    {
        WeeklyLog wanted = new() { Person = person, Week = day };
        if (_weeks.TryGetValue((person, wanted.Monday), out var at))
            return at;
        _weeks.Add((person, wanted.Monday), _logs.Count);
        _logs.Add(wanted with { Week = wanted.Monday });
        return _logs.Count - 1;
    }

    // By its code or by its name in any language.
    private static TTerm? Word<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        FieldTable.FieldRow row, Field field)
        where TTerm : Term<TTerm>
    {
        if (row.Text(field) is not { } text)
            return null;
        return TermWord.Of<TTerm>(text) ?? throw row.Fault(field, $"it is not known; {Allowed<TTerm>()}");
    }

    private static string Allowed<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
        where TTerm : Term<TTerm> => $"it must be one of {string.Join(", ", Term<TTerm>.InOrder.Select(term => term.Name))}";

    // What a value refuses is a fault of its row.
    private static void Told(FieldTable.FieldRow row, Action add)
    {
        try
        {
            add();
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new RowException(new(row.Where, e.Message.Split(" (Parameter", 2)[0].TrimEnd('.')));
        }
    }
}
