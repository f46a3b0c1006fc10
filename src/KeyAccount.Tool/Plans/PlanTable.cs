using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Tool.Plans;

/// <summary>Puts the rows of a table of actions into a file of plans: a row with the id of an action edits it, another one adds an
/// action. A column that the table has says all of its part, so that an empty cell clears it; a column that it lacks leaves it as it
/// is.</summary>
internal sealed class PlanTable(PlanFile before, LocalDate today)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The file with every row that was read.</summary>
    public PlanFile File { get; private set; } = before;

    /// <summary>How many actions were added.</summary>
    public int Added { get; private set; }

    /// <summary>How many actions were changed.</summary>
    public int Changed { get; private set; }

    /// <summary>How many rows say what stands there already.</summary>
    public int Same { get; private set; }

    /// <summary>A row.</summary>
    /// <exception cref="RowException">It cannot be taken; the message says why, and what stands there now.</exception>
    public void Add(FieldTable.FieldRow row, FieldTable table)
    {
        try
        {
            var id = Cell(row, PlanFields.Id);
            if (id is not null && !_seen.Add(id))
                throw row.Fault(PlanFields.Id, "it is duplicated; an action has one row");
            if (id is not null && File.Plans.FirstOrDefault(each => each.Actions.Any(action => action.Id == id)) is { } plan)
                Edit(row, table, plan.Actions.First(action => action.Id == id), plan);
            else
                AddNew(row, table, id);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new RowException(new(row.Where, ToolException.ReasonOf(e).TrimEnd('.')));
        }
    }

    private void Edit(FieldTable.FieldRow row, FieldTable table, PlanAction known, AccountPlan plan)
    {
        var text = Cell(row, PlanFields.Action);
        var next = Filled(row, table, known, plan) with
        {
            // The words of a review are in every language, those of a table in one.
            Text = text is null || Language.All.Any(language => known.Text.In(language).Trim() == text) ? known.Text : text,
        };
        if (next == known)
        {
            Same++;
            return;
        }

        var edit = File.Edit(known.Id, _ => next, Whole(row, PlanFields.Revision, 0), today);
        if (!edit.IsAccepted)
            throw new RowException(new(row.Where, edit.Reason.En.TrimEnd('.')));
        File = edit.File;
        Changed++;
    }

    private void AddNew(FieldTable.FieldRow row, FieldTable table, string? id)
    {
        var (accountId, name) = (Cell(row, PlanFields.AccountId), Cell(row, PlanFields.Account));
        var account = accountId
            ?? File.Plans.FirstOrDefault(each => each.AccountId == name || each.Name == name)?.AccountId ?? name
            ?? throw row.Fault(PlanFields.Account, "it is needed for an action that the plan does not have");
        var plan = File.Find(account) ?? new AccountPlan { AccountId = account, Name = name == account ? null : name };
        if (id is null)
        {
            var number = 1;
            while (File.Actions.Any(action => action.Id == Own(number)))
                number++;
            id = Own(number);
        }

        var action = Filled(row, table, new()
        {
            Id = id, Text = Needed(row, PlanFields.Action), Owner = Needed(row, PlanFields.Owner),
            DueOn = row.Date(PlanFields.Due) ?? throw row.Fault(PlanFields.Due, "a date is needed"),
            AtStake = row.Number(PlanFields.AtStake)?.Value, Revision = Whole(row, PlanFields.Revision, 0) ?? 0, Origin = OriginOf(row),
        }, plan);
        if (action.State.On > today && action.State.On > (action.Origin?.LastAskedOn ?? today))
            throw row.Fault(PlanFields.Since, Invariant($"it is in the future; the last day is {today:R}"));
        if (action.State.On < action.Origin?.FirstAskedOn)
        {
            throw row.Fault(
                PlanFields.Since, Invariant($"it is before the action was first asked for, on {action.Origin.FirstAskedOn:R}"));
        }

        File = File.With(plan with { Actions = [.. plan.Actions, action] });
        Added++;

        string Own(int number) => Invariant($"{account}/own-{number}");
    }

    // What a table can say of an action, old or new.
    private PlanAction Filled(FieldTable.FieldRow row, FieldTable table, PlanAction action, AccountPlan plan) => action with
    {
        Owner = Cell(row, PlanFields.Owner) is { } owner && owner != action.Owner.Trim() ? owner : action.Owner,
        DueOn = row.Date(PlanFields.Due) ?? action.DueOn,
        State = StateOf(row, table, action),
        Resource = !table.Has(PlanFields.Resource) ? action.Resource
            : Cell(row, PlanFields.Resource) is not { } resource ? null
            : TermWord.Of<ResourceKind>(resource) ?? throw row.Fault(
                PlanFields.Resource, $"it must be one of {string.Join(", ", ResourceKind.InOrder.Select(each => each.Name))}"),
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
            status == ActionStatus.Open ? null : on ?? LocalDate.Max(today, action.Origin?.FirstAskedOn ?? today),
            Told(row, table, PlanFields.Note, isSame ? state.Note : null),
            isSame || progress != state.Progress ? progress : null,
            Told(row, table, PlanFields.Evidence, isSame ? state.Evidence : null));
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
}
