using System.Globalization;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Tool.Plans;

/// <summary>Puts the rows of tables into a file of plans: a row with the id of an action, an objective or a measure edits it, another one
/// adds one. Notes have no ids: a table of them has all notes of the accounts that it covers. A column that a table has says all of its
/// part, so that an empty cell clears it, but for what an action cannot be without; a column that it lacks leaves it as it is. A new id
/// that is likely a slip of one that the plans have is refused, and so is a row that was changed from an older state of what it
/// edits.</summary>
internal sealed class PlanTable
{
    private static readonly string Directions = Listed(ObjectiveDirection.InOrder.Select(each => each.Name));

    private readonly PlanFile _before;
    private readonly LocalDate _today;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(string Account, string Part, string Id)> _seenParts = [];
    private readonly Dictionary<string, NoteRows> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NoteRows> _covered = new(StringComparer.Ordinal);
    private readonly string? _by;
    private readonly List<string> _new = [];
    private readonly List<string> _known = [];
    private readonly List<string> _newAccounts = [];

    /// <summary>Begins with the plans as they are.</summary>
    /// <param name="before">The plans.</param>
    /// <param name="today">The day of the edits.</param>
    /// <param name="by">Who makes them, where a row does not say; null if not known.</param>
    public PlanTable(PlanFile before, LocalDate today, string? by) => (_before, File, _today, _by) = (before, before, today, by);

    /// <summary>The file with every row that was read.</summary>
    public PlanFile File { get; private set; }

    /// <summary>The actions that were added.</summary>
    public IReadOnlyList<string> Added => _new;

    /// <summary>The actions that rows without an id would add once more.</summary>
    public IReadOnlyList<string> Known => _known;

    /// <summary>The actions whose row has an empty cell where an action needs an owner or a day: they keep what they have.</summary>
    public int Kept { get; private set; }

    /// <summary>The accounts whose notes were taken out since the table was written, and stay out.</summary>
    public int NotPutBack { get; private set; }

    /// <summary>The accounts that had no plan.</summary>
    public IReadOnlyList<string> NewAccounts => _newAccounts;

    /// <summary>The objectives, measures and accounts with notes that were added or changed.</summary>
    public int ChangedParts { get; private set; }

    /// <summary>How many actions were changed.</summary>
    public int Changed { get; private set; }

    /// <summary>How many rows say what stands there already.</summary>
    public int Same { get; private set; }

    /// <summary>A row of actions.</summary>
    /// <exception cref="RowException">It cannot be taken; the message says why, and what is there now.</exception>
    public void Add(FieldTable.FieldRow row, FieldTable table) => Told(row, () =>
    {
        var id = Cell(row, PlanFields.Id);
        if (id is not null && !_seen.Add(id))
            throw row.Fault(PlanFields.Id, "it is duplicated; an action has one row");
        if (id is not null && File.Plans.FirstOrDefault(each => each.Actions.Any(action => action.Id == id)) is { } plan)
            Edit(row, table, plan.Actions.First(action => action.Id == id), plan);
        else
            AddNew(row, table, id);
    });

    /// <summary>A row of objectives.</summary>
    /// <exception cref="RowException">It cannot be taken; the message says why.</exception>
    public void AddObjective(FieldTable.FieldRow row, FieldTable table) => Told(row, () =>
    {
        var plan = PlanOf(row);
        var id = IdOf(
            row, plan, "objective", plan.Objectives.Select(each => each.Id),
            _before.Find(plan.AccountId)?.Objectives.Select(each => each.Id));
        var known = plan.Objectives.FirstOrDefault(each => each.Id == id);
        var direction = Cell(row, PlanFields.Direction) is not { } word ? known?.Direction
            : TermWord.Of<ObjectiveDirection>(word)
                ?? throw row.Fault(PlanFields.Direction, $"it must be one of {Directions}");
        var next = new Objective(
            id, Told(row, table, PlanFields.Statement, known?.Statement) ?? throw row.Fault(PlanFields.Statement, "it is needed"),
            direction ?? throw row.Fault(PlanFields.Direction, $"it is needed; it must be one of {Directions}"),
            Number(PlanFields.Baseline, known?.Baseline), Number(PlanFields.Target, known?.Target))
        {
            Metric = Told(row, table, PlanFields.Metric, known?.Metric), Unit = Told(row, table, PlanFields.Unit, known?.Unit),
            DataSource = Told(row, table, PlanFields.DataSource, known?.DataSource),
            DueOn = table.Has(PlanFields.Due) ? row.Date(PlanFields.Due) : known?.DueOn,
            Owner = Told(row, table, PlanFields.Owner, known?.Owner), Goal = Told(row, table, PlanFields.Goal, known?.Goal),
            Best = Number(PlanFields.Best, known?.Best), TenthPercentile = Number(PlanFields.TenthPercentile, known?.TenthPercentile),
            NinetiethPercentile = Number(PlanFields.NinetiethPercentile, known?.NinetiethPercentile),
            Reason = Told(row, table, PlanFields.Reason, known?.Reason),
        };
        if (!IsChanged(row, PlanFingerprint.Of(next), known is null ? null : PlanFingerprint.Of(known), () => Shown(known!)))
            return;
        if (next.TenthPercentile > next.NinetiethPercentile)
        {
            throw row.Fault(PlanFields.TenthPercentile, Invariant(
                $"it must be at most ninetiethPercentile, {next.NinetiethPercentile}; ")
                + "the tenth percentile cannot be above the ninetieth");
        }

        if (plan.Case is { HasEnded: false, OpenedOn: var begun } && next.DueOn < begun)
            throw row.Fault(PlanFields.Due, Invariant($"it is before the plan was begun, on {begun:R}; name that day or a later one"));
        Put(plan, plan with { Objectives = Replaced(plan.Objectives, known, next) });

        double? Number(Field field, double? was) => table.Has(field) ? (double?)row.Number(field)?.Value : was;
    });

    /// <summary>A row of measures.</summary>
    /// <exception cref="RowException">It cannot be taken; the message says why.</exception>
    public void AddMeasure(FieldTable.FieldRow row, FieldTable table) => Told(row, () =>
    {
        var plan = PlanOf(row);
        var id = IdOf(
            row, plan, "measure", plan.Measures.Select(each => each.Id),
            _before.Find(plan.AccountId)?.Measures.Select(each => each.Id));
        var known = plan.Measures.FirstOrDefault(each => each.Id == id);
        var next = new PlanMeasure
        {
            Id = id,
            ObjectiveId = Told(row, table, PlanFields.Objective, known?.ObjectiveId)
                ?? throw row.Fault(PlanFields.Objective, "it is needed"),
            Statement = Told(row, table, PlanFields.Statement, known?.Statement) ?? throw row.Fault(PlanFields.Statement, "it is needed"),
        };
        if (!IsChanged(row, PlanFingerprint.Of(next), known is null ? null : PlanFingerprint.Of(known), () => Shown(known!)))
            return;
        if (plan.Objectives.All(each => each.Id != next.ObjectiveId))
        {
            var there = plan.Objectives.Count == 0 ? "it has none"
                : $"it has {Listed(plan.Objectives.Select(each => $"'{each.Id}'"))}";
            throw row.Fault(PlanFields.Objective, $"the plan of {plan.AccountId} has no objective with this id; {there}");
        }

        Put(plan, plan with { Measures = Replaced(plan.Measures, known, next) });
    });

    /// <summary>A row of notes; one that names an account and neither section nor text adds none.</summary>
    /// <exception cref="RowException">It cannot be taken; the message says why.</exception>
    public void AddNote(FieldTable.FieldRow row) => Told(row, () =>
    {
        var isEmpty = Cell(row, PlanFields.Section) is null && Cell(row, PlanFields.Text) is null;
        if ((isEmpty ? Find(row) : PlanOf(row)) is not { } plan)
            return;
        if (!_notes.TryGetValue(plan.AccountId, out var rows))
            _notes.Add(plan.AccountId, rows = new(row.Where));
        if (Cell(row, PlanFields.Fingerprint) is { } read)
            rows.Read.Add(read);
        if (isEmpty)
            return;
        var section = TermWord.Of<PlanSection>(Needed(row, PlanFields.Section))
            ?? throw row.Fault(PlanFields.Section, $"it must be one of {Listed(PlanSection.InOrder.Select(each => each.Name))}");
        var told = Needed(row, PlanFields.Text);

        // Blanks around a text are no change of it.
        var text = _before.Find(plan.AccountId)?.Notes
            .FirstOrDefault(note => note.Section == section && note.Text.Trim() == told)?.Text ?? told;
        rows.Notes.Add(new() { Section = section, Text = text });
        if (File.Find(plan.AccountId) is null)
            File = File.With(plan);
    });

    /// <summary>A row of accounts: which the table of notes covers, whether it has rows of them or not.</summary>
    /// <exception cref="RowException">It cannot be taken; the message says why.</exception>
    public void AddAccount(FieldTable.FieldRow row) => Told(row, () =>
    {
        if (Find(row) is { } plan && Cell(row, PlanFields.Fingerprint) is { } read)
            _covered[plan.AccountId] = new(row.Where) { Read = { read } };
    });

    /// <summary>Puts the notes of each account in the place of those that it has, when all rows are read.</summary>
    /// <param name="isCovering">Whether there was a table of notes.</param>
    /// <param name="fault">Receives what cannot be taken.</param>
    public void PutNotes(bool isCovering, Action<RowFault> fault)
    {
        foreach (var (id, covered) in isCovering ? _covered : [])
        {
            if (!_notes.TryAdd(id, covered) && _notes[id].Read.Count == 0)
                _notes[id].Read.UnionWith(covered.Read);
        }

        foreach (var (id, rows) in _notes)
        {
            if (rows.Read.Count > 1)
                fault(new(
                    rows.Where, $"the notes of {id} have more than one fingerprint, {Listed(rows.Read)}; leave the one of the newest"));
            else if (File.Find(id) is { } plan && !plan.Notes.SequenceEqual(rows.Notes))
                PutNotes(plan, rows, fault);
        }
    }

    private void PutNotes(AccountPlan plan, NoteRows rows, Action<RowFault> fault)
    {
        if (rows.Read.FirstOrDefault() is { } read && _before.Find(plan.AccountId) is not null && PlanFingerprint.Of(plan.Notes) is var now
            && read != now)
        {
            if (PlanFingerprint.Of(rows.Notes) == read)
            {
                NotPutBack += plan.Notes.Count == 0 ? 1 : 0;
                return;
            }

            var there = plan.Notes.Count == 0 ? "there are none"
                : $"they are: {string.Join("; ", plan.Notes.Select(note => $"{note.Section.Name}: {SafeText.Line(note.Text, 80)}"))}";
            fault(new(
                rows.Where, $"the notes of {plan.AccountId} have been changed since the table was written; now {there}. "
                + $"To replace them, write {now} as the fingerprint of their rows"));
            return;
        }

        File = File.With(plan with { Notes = [.. rows.Notes] });
        ChangedParts++;
    }

    // Whether a row is to be taken: not one that says what the table said when it was written, or what stands there now.
    private static bool IsChanged(FieldTable.FieldRow row, string next, string? now, Func<string> shown)
    {
        if (next == now)
            return false;
        if (now is null || Cell(row, PlanFields.Fingerprint) is not { } read || read == now)
            return true;
        if (next == read)
            return false;
        throw row.Fault(
            PlanFields.Fingerprint, $"it has been changed since the table was written; it is now: {shown()}. To replace that, write "
            + $"{now} as the fingerprint");
    }

    private static string Shown(Objective each) => string.Join(", ", new[]
    {
        SafeText.Line(each.Statement, 80), each.Direction.Name,
        Invariant($"baseline {each.Baseline?.ToString(CultureInfo.InvariantCulture) ?? "–"}"),
        Invariant($"target {each.Target?.ToString(CultureInfo.InvariantCulture) ?? "–"}"),
        each.DueOn is { } due ? Invariant($"due {due:R}") : "due –", $"owner {each.Owner ?? "–"}",
    });

    private static string Shown(PlanMeasure each) => $"{SafeText.Line(each.Statement, 80)}, objective {each.ObjectiveId}";

    private static void Told(FieldTable.FieldRow row, Action take)
    {
        try
        {
            take();
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new RowException(new(row.Where, ToolException.ReasonOf(e).TrimEnd('.')));
        }
    }

    private void Put(AccountPlan plan, AccountPlan next)
    {
        if (next.Equals(plan) && File.Find(plan.AccountId) is not null)
            return;
        File = File.With(next);
        ChangedParts++;
    }

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> all, T? known, T next)
        where T : class => known is null ? [.. all, next] : [.. all.Select(each => ReferenceEquals(each, known) ? next : each)];

    // The id of an objective or a measure; a row each.
    private string IdOf(
        FieldTable.FieldRow row, AccountPlan plan, string part, IEnumerable<string> now, IEnumerable<string>? known)
    {
        var id = Needed(row, PlanFields.Id);
        if (!_seenParts.Add((plan.AccountId, part, id)))
            throw row.Fault(PlanFields.Id, "it is duplicated; each has one row");
        if (!now.Contains(id, StringComparer.Ordinal) && LookAlikes.SlipOf(id, known ?? []) is { } near)
            throw row.Fault(PlanFields.Id, $"the plan of {plan.AccountId} has no such id, but it has '{near}'; write that one to edit it");
        return id;
    }

    // The plan of the account that a row names: a new one where there is none, unless the name is likely that of one that there is.
    private AccountPlan PlanOf(FieldTable.FieldRow row)
    {
        if (Find(row) is { } plan)
            return plan;
        var (accountId, name) = (Cell(row, PlanFields.AccountId), Cell(row, PlanFields.Account));
        var account = accountId ?? name!;
        var field = accountId is null ? PlanFields.Account : PlanFields.AccountId;
        if ((LookAlikes.SlipOf(account, _before.Plans.SelectMany(each => new[] { each.AccountId, each.Name }).OfType<string>())
            ?? (accountId is null ? _before.Plans.Select(Called).FirstOrDefault(called => IsPartOf(account, called)) : null)) is { } near)
        {
            var id = _before.Plans.FirstOrDefault(each => each.AccountId != near && each.Name == near)?.AccountId;
            throw row.Fault(
                field, $"there is no plan for this account, but one for '{near}'{(id is null ? "" : $" (id '{id}')")}; write it that way"
                + (accountId is null ? ", or name another account by its id, as accountId" : ""));
        }

        _newAccounts.Add(account);
        return new() { AccountId = account, Name = name == account ? null : name };
    }

    // An id goes before a name, and a name that two have is none.
    private AccountPlan? Find(FieldTable.FieldRow row)
    {
        var (accountId, name) = (Cell(row, PlanFields.AccountId), Cell(row, PlanFields.Account));
        if ((accountId ?? name) is not { } account)
            throw row.Fault(PlanFields.Account, "it is needed for what the plan does not have");
        var plan = File.Find(account);
        if (plan is not null)
            CheckAccount(row, plan, "the id");
        if (plan is not null || accountId is not null)
            return plan;
        AccountPlan[] called = [.. File.Plans.Where(each => IsCalled(each, account))];
        return called.Length < 2 ? called.FirstOrDefault() : throw row.Fault(
            PlanFields.Account,
            $"accounts {Listed(called.Select(each => $"'{each.AccountId}'"))} have this name; name one of them by its id");
    }

    // What a row says of the account of what it edits must be of that account.
    private void CheckAccount(FieldTable.FieldRow row, AccountPlan plan, string what)
    {
        var (accountId, name) = (Cell(row, PlanFields.AccountId), Cell(row, PlanFields.Account));
        var field = accountId is not null && accountId != plan.AccountId ? PlanFields.AccountId

            // A name may have changed since the table was written: beside the id it only must not be another account's.
            : name is not null && !IsCalled(plan, name)
                && (accountId is null || File.Find(name) is not null || File.Plans.Any(each => IsCalled(each, name))) ? PlanFields.Account
            : null;
        if (field is not null)
        {
            throw row.Fault(field, $"{what} is of account '{plan.AccountId}'{(plan.Name is { } own ? $" ({own})" : "")}; "
                + "the two contradict each other: correct one of them");
        }
    }

    private static string Called(AccountPlan plan) => plan.Name ?? plan.AccountId;

    private static bool IsCalled(AccountPlan plan, string name) =>
        plan.AccountId == name || string.Equals(Called(plan).Trim(), name, StringComparison.OrdinalIgnoreCase);

    // A-1 is no part of A-10, and a single letter is a part of too much.
    private static bool IsPartOf(string part, string name)
    {
        var at = name.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        var end = at + part.Length;
        return at >= 0 && (part.Length > 1 || part[0] > '\u2E7F')
            && !(end < name.Length && char.IsAsciiDigit(part[^1]) && char.IsAsciiDigit(name[end]))
            && !(at > 0 && char.IsAsciiDigit(part[0]) && char.IsAsciiDigit(name[at - 1]));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private void Edit(FieldTable.FieldRow row, FieldTable table, PlanAction known, AccountPlan plan)
    {
        CheckAccount(row, plan, "the action");
        if ((table.Has(PlanFields.Owner) && Cell(row, PlanFields.Owner) is null)
            || (table.Has(PlanFields.Due) && Cell(row, PlanFields.Due) is null))
            Kept++;
        var text = Cell(row, PlanFields.Action);
        var next = Filled(row, table, known, plan) with
        {
            // The words of a review are in every language, those of a table in one.
            Text = text is null || IsText(known, text) ? known.Text : text,
        };
        if (next == known)
        {
            Same++;
            return;
        }

        next = Signed(row, next);
        var edit = File.Edit(known.Id, _ => next, Whole(row, PlanFields.Revision, 0), _today);
        if (!edit.IsAccepted)
            throw new RowException(new(row.Where, edit.Reason.En.TrimEnd('.')));
        File = edit.File;
        Changed++;
    }

    private void AddNew(FieldTable.FieldRow row, FieldTable table, string? id)
    {
        if (id is not null && LookAlikes.SlipOf(id, _before.Actions.Select(action => action.Id)) is { } near)
        {
            throw row.Fault(
                PlanFields.Id,
                $"there is no such action, but there is '{near}'; write that id to edit it, or leave the id out to add an action");
        }

        var plan = PlanOf(row);
        var (text, owner) = (Needed(row, PlanFields.Action), Needed(row, PlanFields.Owner));
        var due = row.Date(PlanFields.Due) ?? throw row.Fault(PlanFields.Due, "a date is needed");
        if (id is null)
        {
            // The same table may come twice.
            if (plan.Actions.FirstOrDefault(each => each.DueOn == due && each.Owner.Trim() == owner && IsText(each, text)) is { } same)
            {
                _known.Add(same.Id);
                return;
            }

            var number = 1;
            while (File.Actions.Any(action => action.Id == Own(number)))
                number++;
            id = Own(number);
        }

        var action = Signed(row, Filled(row, table, new()
        {
            Id = id, Text = text, Owner = owner, DueOn = due, AtStake = row.Number(PlanFields.AtStake)?.Value,
            Revision = Whole(row, PlanFields.Revision, 0) ?? 0, Origin = OriginOf(row),
        }, plan));
        if (action.State.On > _today && action.State.On > (action.Origin?.LastAskedOn ?? _today))
            throw row.Fault(PlanFields.Since, Invariant($"it is in the future; the last day is {_today:R}"));
        if (action.State.On < action.Origin?.FirstAskedOn)
        {
            throw row.Fault(
                PlanFields.Since, Invariant($"it is before the action was first asked for, on {action.Origin.FirstAskedOn:R}"));
        }

        if (action.DueOn < action.Origin?.FirstAskedOn)
        {
            throw row.Fault(
                PlanFields.Due, Invariant($"it is before the action was first asked for, on {action.Origin.FirstAskedOn:R}"));
        }

        File = File.With(plan with { Actions = [.. plan.Actions, action] });
        _new.Add(id);

        string Own(int number) => Invariant($"{AccountPlan.IdBeginOf(plan.AccountId)}/own-{number}");
    }

    private static bool IsText(PlanAction action, string text) =>
        Language.Known.Any(language => action.Text.In(language).Trim() == text);

    // Who makes the edit, where the row does not say.
    private PlanAction Signed(FieldTable.FieldRow row, PlanAction action) =>
        _by is null || Cell(row, PlanFields.By) is not null ? action
            : action with
            {
                State = new(
                    action.State.Status, action.State.On, action.State.Note, action.State.Progress, action.State.Evidence, _by),
            };

    // What a table can say of an action, old or new.
    private PlanAction Filled(FieldTable.FieldRow row, FieldTable table, PlanAction action, AccountPlan plan) => action with
    {
        Owner = Cell(row, PlanFields.Owner) is { } owner && owner != action.Owner.Trim() ? owner : action.Owner,
        DueOn = row.Date(PlanFields.Due) ?? action.DueOn,
        State = StateOf(row, table, action),
        Resource = !table.Has(PlanFields.Resource) ? action.Resource
            : Cell(row, PlanFields.Resource) is not { } resource ? null
            : TermWord.Of<ResourceKind>(resource) ?? throw row.Fault(
                PlanFields.Resource, $"it must be one of {Listed(ResourceKind.InOrder.Select(each => each.Name))}"),
        Hours = table.Has(PlanFields.Hours) ? (double?)row.Number(PlanFields.Hours)?.Value : action.Hours,
        Budget = table.Has(PlanFields.Budget) ? row.Number(PlanFields.Budget)?.Value : action.Budget,
        Spent = table.Has(PlanFields.Spent) ? row.Number(PlanFields.Spent)?.Value : action.Spent,
        MeasureId = MeasureOf(row, table, action, plan),
    };

    // A measure that the plan does not have would make the file unreadable.
    private static string? MeasureOf(FieldTable.FieldRow row, FieldTable table, PlanAction action, AccountPlan plan)
    {
        var id = Told(row, table, PlanFields.Measure, action.MeasureId);
        if (id is null || plan.Measures.Any(measure => measure.Id == id))
            return id;
        var known = plan.Measures.Count == 0 ? "it has none" : $"it has {string.Join(", ", plan.Measures.Select(each => $"'{each.Id}'"))}";
        throw row.Fault(PlanFields.Measure, $"the plan of {plan.AccountId} has no measure with this id; {known}");
    }

    private ActionState StateOf(FieldTable.FieldRow row, FieldTable table, PlanAction action)
    {
        var state = action.State;
        var status = Cell(row, PlanFields.Status) is not { } word ? state.Status
            : ActionEdit.StatusOf(word) ?? throw row.Fault(
                PlanFields.Status, $"it must be one of {string.Join(", ", ActionEdit.StatusWords)}");

        // Day and progress of another status are not those of this one, even where nobody has taken them out of the table.
        var isSame = status == state.Status;
        var on = row.Date(PlanFields.Since) is { } day && (isSame || day != state.On) ? day : isSame ? state.On : (LocalDate?)null;
        var progress = table.Has(PlanFields.Progress) ? (double?)row.Fraction(table.SlotOf(PlanFields.Progress))?.Value : state.Progress;
        return new(
            status,
            status == ActionStatus.Open ? null : on ?? LocalDate.Max(_today, action.Origin?.FirstAskedOn ?? _today),
            Told(row, table, PlanFields.Note, isSame ? state.Note : null),
            isSame || progress != state.Progress ? progress : null,
            Told(row, table, PlanFields.Evidence, isSame ? state.Evidence : null),
            Told(row, table, PlanFields.By, isSame ? state.By : null));
    }

    private static ActionOrigin? OriginOf(FieldTable.FieldRow row) =>
        Cell(row, PlanFields.Finding) is { } finding && Cell(row, PlanFields.Rule) is { } rule
        && row.Date(PlanFields.FirstAskedOn) is { } first && row.Date(PlanFields.LastAskedOn) is { } last
            ? new(finding, rule, first, last) { Number = Whole(row, PlanFields.Number, 1) } : null;

    // Blanks around a text are no change of it.
    private static string? Told(FieldTable.FieldRow row, FieldTable table, Field field, string? before) =>
        !table.Has(field) ? before : Cell(row, field) is var text && text == before?.Trim() ? before : text;

    private static string Needed(FieldTable.FieldRow row, Field field) => Cell(row, field) ?? throw row.Fault(field, "it is needed");

    // Without the apostrophe by which a spreadsheet is kept from taking a text for a formula.
    private static string? Cell(FieldTable.FieldRow row, Field field) =>
        row.Text(field) is ['\'', .. var plain] && plain.TrimStart('\'') is ['=' or '+' or '-' or '@', ..] ? plain : row.Text(field);

    private static int? Whole(FieldTable.FieldRow row, Field field, int least) =>
        row.Number(field)?.Value is not { } number ? null
        : number == decimal.Truncate(number) && number >= least && number <= int.MaxValue ? (int)number
        : throw row.Fault(field, Invariant($"it must be a whole number from {least} to 2147483647"));

    // The notes of an account, and the fingerprints of those that the table was written with.
    private sealed class NoteRows(string where)
    {
        public string Where => where;

        public List<PlanNote> Notes { get; } = [];

        public HashSet<string> Read { get; } = new(StringComparer.Ordinal);
    }
}
