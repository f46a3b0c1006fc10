using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Teams;

/// <summary>Puts the rows of tables into the file of a team: what a table says of a person takes the place of what the file says.</summary>
/// <remarks>An entry of a log that the file had before the table was opened is the same entry read again: it stays one. Names are taken as
/// they are written, like those of an import; look-alikes are reported.</remarks>
internal sealed class TeamTables
{
    private const int NamedPeople = 5;

    // A target of more than this many times a result below 2 is in per cent, and the result is a fraction.
    private const int PerCent = 10;

    // What an attainment may be at most.
    private const int MostTimes = 10;

    // Half a percentage point: what is written beside a target and a result may be rounded.
    private const decimal Rounding = 0.005m;

    private readonly List<TeamMember> _members;
    private readonly Dictionary<string, int> _places;
    private readonly List<WeeklyLog> _logs;
    private readonly Dictionary<(string Person, LocalDate Monday), int> _weeks = [];
    private readonly HashSet<(string Person, string Measure)> _withResults = [];
    private readonly Dictionary<string, string> _quotaRows = new(StringComparer.Ordinal);
    private readonly List<string> _added = [];
    private readonly Dictionary<Entry, int> _before = [];
    private readonly HashSet<Entry> _inTable = [];
    private readonly TeamFile _file;
    private string? _currency;
    private long _repeated;
    private long _same;

    public TeamTables(TeamFile file)
    {
        (_file, _members, _logs, _currency) = (file, [.. file.Members], [.. file.Logs], file.Currency);
        for (var i = 0; i < _logs.Count; i++)
            _weeks.TryAdd((_logs[i].Person, _logs[i].Monday), i);
        _places = _members.Select((member, i) => (member.Name, i)).ToDictionary(each => each.Name, each => each.i, StringComparer.Ordinal);
    }

    /// <summary>The file with everything that was read.</summary>
    public TeamFile ToFile() => _file with { Members = [.. _members], Logs = [.. _logs], Currency = _currency };

    /// <summary>Begins a table of entries: what is there now may be read again.</summary>
    public void Begin()
    {
        _before.Clear();
        _inTable.Clear();
        foreach (var log in _logs)
        {
            foreach (var (part, entry) in log.Done.Select(each => (0, (object)each)).Concat(log.Planned.Select(each => (1, (object)each)))
                .Concat(log.NextWeek.Select(each => (2, (object)each))))
            {
                Entry key = new(log.Person, log.Monday, part, entry);
                _before[key] = _before.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>The remarks that a reader of the result must know: who is new, what was there before, and which names look alike.</summary>
    public IEnumerable<string> Notes(string language)
    {
        if (_added.Count > 0)
            yield return ToolText.Of("Team.Added", language, _added.Count, Listed(_added, language));
        if (_repeated > 0)
            yield return ToolText.Of("Team.Repeated", language, _repeated);
        if (_same > 0)
            yield return ToolText.Of("Team.Same", language, _same);
    }

    /// <summary>People of a team, and others, whose names look alike; null if none do.</summary>
    public static string? AlikeNote(TeamFile file, IEnumerable<string> others, string language)
    {
        var groups = LookAlikes.Among([.. file.Members.Select(member => member.Name).Concat(others).Distinct(StringComparer.Ordinal)]);
        return groups.Count == 0 ? null : ToolText.Of(
            "Team.Alike", language, groups.Count, Listed(
                [.. groups.Select(group => string.Join(" = ", group.Take(NamedPeople).Select(name => $"'{SafeText.Line(name, 40)}'")))],
                language, isQuoted: true));
    }

    /// <summary>Names in a sentence: the first few, and how many more there are.</summary>
    public static string Listed(IReadOnlyList<string> names, string language, bool isQuoted = false) =>
        string.Join("; ", names.Take(NamedPeople).Select(name => isQuoted ? name : $"'{SafeText.Line(name, 40)}'"))
        + (names.Count > NamedPeople ? $" {ToolText.Of("Read.MoreFiles", language, names.Count - NamedPeople)}" : "");

    /// <summary>A row of quotas: a person that the file does not have needs a position.</summary>
    public void AddQuota(FieldTable.FieldRow row)
    {
        var name = row.Needed(TeamFields.Person);
        if (_quotaRows.TryGetValue(name, out var earlier))
            throw row.Fault(TeamFields.Person, $"the person has a row already ({earlier}); each person has one");
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
                Quota = Amount(row, TeamFields.Quota) ?? before.Quota,
                Potential = Amount(row, TeamFields.Potential) ?? before.Potential,
                Sold = Amount(row, TeamFields.Sold) ?? before.Sold,
                Pay = Amount(row, TeamFields.Pay) ?? before.Pay,
                OnTargetEarnings = Amount(row, TeamFields.OnTargetEarnings) ?? before.OnTargetEarnings,
                PlannedOpportunities = (int?)planned ?? before.PlannedOpportunities,
            };
            if (_places.TryAdd(name, _members.Count))
            {
                _members.Add(member);
                _added.Add(name);
            }
            else
            {
                _members[_places[name]] = member;
            }

            _quotaRows.Add(name, row.Where);
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
            if (!_withResults.Add((member.Name, measure)))
                throw row.Fault(TeamFields.Measure, "it is duplicated for this person");

            // What the table does not say of a person stays.
            MeasureResult read = new(measure, (double)AttainmentIn(row, table));
            _members[at] = member with
            {
                Results = member.Results.Any(result => result.Measure == measure)
                    ? [.. member.Results.Select(result => result.Measure == measure ? read : result)] : [.. member.Results, read],
            };
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
            if (part == 0)
            {
                var kind = Word<LogActivityKind>(row, TeamFields.Kind) ?? LogActivityKind.Visit;
                Add(person, week, EntryOf(row, kind, row.Date(TeamFields.On)));
                return;
            }

            PlannedVisit visit = new(
                row.Needed(TeamFields.Account), row.Text(TeamFields.Note), Word<LogResult>(row, TeamFields.Outcome));
            var place = LogOf(person, week);
            var log = _logs[place];
            if (!IsNew(new(person, log.Monday, part, visit)))
                return;
            _logs[place] = part == 1 ? log with { Planned = [.. log.Planned, visit] } : log with { NextWeek = [.. log.NextWeek, visit] };
        });
    }

    /// <summary>A visit: an entry in the log of its week.</summary>
    public void AddVisit(FieldTable.FieldRow row)
    {
        var person = _members[PlaceOf(row)].Name;
        var on = row.Date(TeamFields.VisitedOn) ?? throw row.Fault(TeamFields.VisitedOn, "a date is needed");
        row.Needed(TeamFields.Account);
        Told(row, () => Add(person, on, EntryOf(row, LogActivityKind.Visit, on)));
    }

    private void Add(string person, LocalDate day, LoggedActivity entry)
    {
        var place = LogOf(person, day);
        var log = _logs[place];
        if (IsNew(new(person, log.Monday, 0, entry)))
            _logs[place] = log with { Done = [.. log.Done, entry] };
    }

    // As often as it was there before, an entry is the one that was there.
    private bool IsNew(Entry entry)
    {
        if (_before.TryGetValue(entry, out var left) && left > 0)
        {
            _before[entry] = left - 1;
            _repeated++;
            return false;
        }

        if (!_inTable.Add(entry))
            _same++;
        return true;
    }

    private static decimal AttainmentIn(FieldTable.FieldRow row, FieldTable table)
    {
        var stated = table.Has(TeamFields.Attainment) ? row.Fraction(table.SlotOf(TeamFields.Attainment))?.Value : null;
        if (stated < 0)
            throw row.Fault(TeamFields.Attainment, "it must be 0 or more");
        var (target, result) = (row.Number(TeamFields.Target)?.Value, row.Number(TeamFields.Result)?.Value);
        if (target <= 0)
            throw row.Fault(TeamFields.Target, "it must be above 0: nothing can be measured against it");
        if (result < 0)
            throw row.Fault(TeamFields.Result, "it must be 0 or more");
        if (target is not { } goal || result is not { } reached)
        {
            return stated ?? throw row.Fault(
                target is null ? result is null ? TeamFields.Attainment : TeamFields.Target : TeamFields.Result,
                target is null && result is null ? "it is needed, or a target above 0 and a result"
                    : "it is needed: target and result belong together");
        }

        var attained = reached / goal;
        if (stated is not null)
        {
            return Math.Abs(stated.Value - attained) <= Rounding ? stated.Value : throw row.Fault(
                TeamFields.Attainment, $"target and result make {Plain(attained)}; leave one of them out, or correct it");
        }

        return IsFractionOf(reached, goal) ? throw row.Fault(TeamFields.Result, OtherUnit("target", goal))
            : IsFractionOf(goal, reached) ? throw row.Fault(TeamFields.Target, OtherUnit("result", reached))
            : attained > MostTimes ? throw row.Fault(
                TeamFields.Result, $"it is {Plain(attained)} times the target; at most {MostTimes} times can be an attainment")
            : attained;
    }

    private static string OtherUnit(string other, decimal value) =>
        $"it looks like a fraction, and the {other} of {Plain(value)} like per cent; write both in one unit, or the attainment";

    // 0.95 of 95. Below one whole and a part, nobody counts in units.
    private static bool IsFractionOf(decimal part, decimal whole) =>
        part is > 0 and < 2 && part != decimal.Truncate(part) && whole <= 200 && whole >= PerCent * Math.Max(1, part);

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static LoggedActivity EntryOf(FieldTable.FieldRow row, LogActivityKind kind, LocalDate? on) => new()
    {
        Kind = kind, Account = row.Text(TeamFields.Account), On = on,
        Hours = (double?)row.Number(TeamFields.Hours)?.Value,
        Result = Word<LogResult>(row, TeamFields.Outcome), Text = row.Text(TeamFields.Note), WrittenOn = row.Date(TeamFields.WrittenOn),
    };

    private int PlaceOf(FieldTable.FieldRow row)
    {
        var name = row.Needed(TeamFields.Person);
        if (_places.TryGetValue(name, out var at))
            return at;
        var key = LookAlikes.KeyOf(name);
        var alike = key.Length == 0 ? null : _members.Find(member => LookAlikes.KeyOf(member.Name) == key)?.Name;
        throw row.Fault(
            TeamFields.Person,
            alike is null ? "the team has nobody of that name; add the person to the file or to the table of quotas"
                : $"the team has nobody of that name, but it has '{SafeText.Line(alike, 60)}'; write the name as the team does");
    }

    private int LogOf(string person, LocalDate day)
    {
        WeeklyLog wanted = new() { Person = person, Week = day };
        if (_weeks.TryGetValue((person, wanted.Monday), out var at))
            return at;
        _weeks.Add((person, wanted.Monday), _logs.Count);
        _logs.Add(wanted with { Week = wanted.Monday });
        return _logs.Count - 1;
    }

    // An amount in the currency of the team; the first that is stated is that of a team that names none.
    private decimal? Amount(FieldTable.FieldRow row, Field field)
    {
        if (row.Number(field) is not { } amount)
            return null;
        var stated = row.Text(TeamFields.Currency) is { } cell ? Currencies.Named(cell) : null;
        foreach (var (said, place) in new[] { (amount.Currency, field), (stated, TeamFields.Currency) })
        {
            if (said is null)
                continue;
            if (!Currencies.IsCode(said) && !Currencies.IsSign(said))
                throw row.Fault(place, "it must be the code of a currency, such as CNY");
            if (_currency is null && Currencies.IsSign(said))
                throw row.Fault(place, $"{said} can be more than one currency; write its code, such as CNY");
            _currency ??= said;
            if (!Currencies.CanMean(said, _currency))
            {
                throw row.Fault(
                    place, $"it is in {said}, and the amounts of the team are in {_currency}; convert it first: one team has one currency");
            }
        }

        return amount.Value;
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

    private readonly record struct Entry(string Person, LocalDate Monday, int Part, object Content);

    // What a value refuses is a fault of its row, and of its cell where there is one.
    private static void Told(FieldTable.FieldRow row, Action add)
    {
        try
        {
            add();
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            var why = ToolException.ReasonOf(e).TrimEnd('.');
            var name = (e as ArgumentException)?.ParamName ?? "";
            throw TeamFields.All.FirstOrDefault(
                each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase) && row.Text(each) is not null) is { } field
                    ? row.Fault(field, why.Split("; ", 2)[^1]) : new RowException(new(row.Where, why));
        }
    }
}
