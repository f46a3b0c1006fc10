using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount plan set ACTION --plan PLAN.json --status done</c>: edits the state, the owner, the date and the resources of an
/// action.</summary>
internal static class PlanSetCommand
{
    private const int NamedFaults = 5;

    public static Command Create()
    {
        var action = new Argument<string?>("ACTION")
        {
            Description = "The id of the action, as keyaccount plan shows it.", Arity = ArgumentArity.ZeroOrOne,
        };
        var plan = FileName.Option("--plan", "The plans.", "PLAN.json");
        plan.Required = true;

        // Read when the languages of --lang and --texts are in force.
        var status = new Option<string?>("--status")
        {
            Description = "How far it is.",
            HelpName = string.Join('|', ActionEdit.StatusWords),
        };
        status.CompletionSources.Add([.. ActionEdit.StatusWords]);
        var on = ParsedOption.Date("--on", "The day from which this holds (default: today).");
        var due = ParsedOption.Date("--due", "By when.");
        var note = Text("--note", "What was done or decided; the reason of dismissed.");
        var evidence = Text("--evidence", "The evidence, such as a document.");
        var owner = Text("--owner", "The person who is responsible.");
        var by = Text("--by", "Who says so; with --from, who makes all its edits that do not say.");
        var progress = Number("--progress", "The progress of an action that has begun, from 0 to 1.");
        var hours = Number("--hours", "The hours that the action takes.");
        var budget = ParsedOption.Amount("--budget", "Its budget.", isZeroAllowed: true);
        var spent = ParsedOption.Amount("--spent", "The cost so far.", isZeroAllowed: true);
        var revision = new Option<int?>("--revision")
        {
            Description = "The revision that you have read; the edit is refused where the action has been edited since.",
            HelpName = "NUMBER",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return number;
                result.AddError($"--revision '{text}' is not {ActionEdit.RevisionRange}.");
                return null;
            },
        };
        var edits = ParsedOption.File(
            "--from",
            "Edits from a file, or - for the standard input: a JSON object a line, each answered with a line; or a table of actions (.csv, "
            + ".tsv, .xlsx) with the columns of plan --format csv, or the tables of plan --tables (a folder or a workbook), taken as a "
            + "whole: a row with a new id adds an action.");
        var columns = ParsedOption.Titles("owner=Who", PlanFields.Names, "a column of that table");
        var tables = new TableOptions();
        var language = LanguageOption.Create("The language of the answer; without it, that of the system.");
        var command = new Command("set", "Edit an action of a plan: its status, its owner, its day, what it takes.") { action };
        Option[] parts = [status, on, due, note, evidence, owner, progress, hours, budget, spent, by, revision];
        command.Options.Add(plan);
        foreach (var part in parts)
            command.Options.Add(part);
        command.Options.Add(edits);
        command.Options.Add(columns);
        tables.AddTo(command);
        command.Options.Add(language);
        command.SetAction(result =>
        {
            var (file, id, source) = (result.GetValue(plan)!, result.GetValue(action), result.GetValue(edits));
            var tag = LanguageOption.Of(result, language);
            var output = result.InvocationConfiguration.Output;
            if ((id is null) == (source is null))
                throw new UsageException("name an ACTION, or a file of edits with --from.");
            var isTable = source is not null
                && (Path.GetExtension(source).ToLowerInvariant() is ".csv" or ".tsv" or ".xlsx" or ".xlsm" || Directory.Exists(source));
            Option[] ofTables = [columns, .. tables.All];
            if (!isTable && ofTables.FirstOrDefault(each => result.GetResult(each) is { Implicit: false }) is { } given)
                throw new UsageException($"{given.Name} needs a table with --from, such as --from actions.csv.");
            if (source is not null)
            {
                if (parts.Any(part => part != by && result.GetResult(part) is not null))
                    throw new UsageException("the edits come from --from; leave out all other options except --by.");
                if (isTable)
                {
                    var titles = ParsedOption.Map(result.GetValue(columns), title => title, StringComparer.Ordinal);
                    var (notes, warnings) = (new List<Text>(), new List<FactWarning>());
                    output.WriteLine(SafeText.Line(FromTable(
                        file, source, tables.ReadingOf(result), titles, notes, warnings, result.GetValue(by), tag),
                        1_000));
                    GlobalOptions.Tell(result, [.. notes.Select(note => $"note: {note.In(tag)}"), .. PlanStore.NotesOn(warnings, tag)]);
                }
                else
                {
                    GlobalOptions.Tell(result, PlanStore.NotesOn(FromLines(file, source, result.GetValue(by), tag, output), tag));
                }

                return;
            }

            if (!parts.Where(part => part != by && part != revision).Any(part => result.GetResult(part) is not null))
                throw new UsageException("there is nothing to set; name --status, --due, --owner or another part.");
            var edit = new ActionEdit
            {
                Action = id,
                Status = StatusOf(result.GetValue(status)),
                On = result.GetValue(on), Due = result.GetValue(due), Note = result.GetValue(note), Evidence = result.GetValue(evidence),
                Owner = result.GetValue(owner), Progress = result.GetValue(progress), Hours = result.GetValue(hours),
                Budget = result.GetValue(budget), Spent = result.GetValue(spent), Revision = result.GetValue(revision),
                By = result.GetValue(by),
            };
            var edited = PlanStore.Edit(file, edit, ToolClock.Today);
            output.WriteLine(SafeText.Line(edited.Reason.In(tag), 1_000));
            GlobalOptions.Tell(result, PlanStore.NotesOn(WarningsOn(edited), tag));
        });
        return command;
    }

    // All rows or none: half a table is no plan.
    private static string FromTable(
        FileInfo file, string source, TableReading reading, Dictionary<string, string> titles, List<Text> notes,
        List<FactWarning> warnings, string? by, string language)
    {
        if (FilePlace.IsAmong(file, [new(source)]))
            throw new UsageException($"--from '{source}' is the plan; name a table of actions.");
        PlanTable? read = null;
        using var sources = TableSource.Open([source], "actions");
        var tables = PlanTables.Of(sources, reading);
        PlanStore.Update(file, before =>
        {
            var (plans, faults, count) = (new PlanTable(before, ToolClock.Today, by), new List<string>(), 0L);
            foreach (var (opened, name, how) in tables)
            {
                count += opened.Reading(() => Read(plans, opened, name, how, tables.Count > 1, titles, notes, fault => faults.Add(
                    tables.Count == 1 ? fault.ToString() : $"{name}: {fault}")));
            }

            plans.PutNotes(tables.Any(each => each.Table == PlanTables.Notes), fault => faults.Add(fault.ToString()));
            read = plans;
            warnings.AddRange(plans.File.Warnings().Except(before.Warnings()));
            return faults.Count == 0 ? plans.File : throw new ToolException(string.Create(
                CultureInfo.InvariantCulture, $"{source}: {faults.Count} of {count} rows cannot be applied; nothing is changed.")
                + string.Concat(faults.Take(NamedFaults).Select(fault => $"\n  {fault}"))
                + (faults.Count > NamedFaults
                    ? string.Create(CultureInfo.InvariantCulture, $"\n  … and {faults.Count - NamedFaults} more") : ""));
        });
        if (read!.Kept > 0)
            notes.Add(ToolText.TextOf("Plan.Kept", read.Kept));
        if (read.NotPutBack > 0)
            notes.Add(ToolText.TextOf("Plan.NotPutBack", read.NotPutBack));
        return string.Join(' ', Told(read, language));
    }

    private static IEnumerable<string> Told(PlanTable read, string language)
    {
        yield return ToolText.Of("Plan.FromTable", language, read.Added.Count, read.Changed, read.Same);
        if (read.Added.Count > 0)
            yield return ToolText.Of("Plan.Added", language, Few(read.Added));
        if (read.Known.Count > 0)
            yield return ToolText.Of("Plan.Known", language, read.Known.Count, Few([.. read.Known.Distinct(StringComparer.Ordinal)]));
        if (read.NewAccounts.Count > 0)
            yield return ToolText.Of("Plan.NewAccounts", language, Few(read.NewAccounts));
        if (read.ChangedParts > 0)
            yield return ToolText.Of("Plan.Parts", language, read.ChangedParts);

        string Few(IReadOnlyList<string> names) => string.Join(", ", names.Take(NamedFaults))
            + (names.Count > NamedFaults ? $" {ToolText.Of("Read.MoreFiles", language, names.Count - NamedFaults)}" : "");
    }

    private static long Read(
        PlanTable plans, TableSource source, string name, TableReading reading, bool isAmongOthers, Dictionary<string, string> titles,
        List<Text> notes, Action<RowFault> fault)
    {
        var (fields, add) = name switch
        {
            PlanTables.Objectives => (PlanFields.OfObjectives, plans.AddObjective),
            PlanTables.Measures => (PlanFields.OfMeasures, plans.AddMeasure),
            PlanTables.Notes => (PlanFields.OfNotes, (row, _) => plans.AddNote(row)),
            PlanTables.Accounts => (PlanFields.OfAccounts, (row, _) => plans.AddAccount(row)),
            _ => (PlanFields.All, (Action<FieldTable.FieldRow, FieldTable>)plans.Add),
        };
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var table = FieldTable.Open(
            source, reading, fields, titles.Where(title => names.Contains(title.Key)).ToDictionary(StringComparer.Ordinal),
            canBeEmpty: true);
        if (table.Count == 0 && !isAmongOthers)
        {
            throw new ToolException("the file has a header and no rows" + (name != PlanTables.Notes ? "."
                : "; a row with an account and neither section nor text removes all notes of the account."));
        }

        if (name == PlanTables.Actions && !table.Has(PlanFields.Id) && !table.Has(PlanFields.Action))
            throw new ToolException("it has no column 'id' and none 'action'; --column id=TITLE says which it is.");
        notes.AddRange(table.NotesOnUnread(fields, "isOverdue"));
        table.ReadAll(row => add(row, table), e => fault(e.Fault));
        return table.Count;
    }

    // An edit is answered when it is on the disk, and only then.
    private static List<FactWarning> FromLines(FileInfo file, string source, string? by, string language, TextWriter output)
    {
        var warnings = new List<FactWarning>();
        using var reader = new StreamReader(source == "-" ? Console.OpenStandardInput() : InputFile.Open(new(source), "edits"));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var edit = ActionEdit.FromJson(line);
                edit = edit with { By = edit.By ?? by };
                var edited = PlanStore.Edit(file, edit, ToolClock.Today);
                output.WriteLine(SafeText.Line(edited.Reason.In(language), 1_000));
                output.Flush();
                warnings.AddRange(WarningsOn(edited));
            }
            catch (ToolException e)
            {
                throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"line {number} of the edits: {e.Message}"), e);
            }
        }

        return [.. warnings.DistinctBy(warning => warning.Path, StringComparer.Ordinal)];
    }

    // What is unlikely of the action that was edited.
    private static List<FactWarning> WarningsOn(PlanEdit edit)
    {
        var plans = edit.File.Plans.ToList();
        var plan = plans.FindIndex(each => each.Actions.Contains(edit.Action!));
        var action = plans[plan].Actions.ToList().IndexOf(edit.Action!);
        var path = string.Create(CultureInfo.InvariantCulture, $"plans[{plan}].actions[{action}].");
        return [.. edit.File.Warnings().Where(warning => warning.Path.StartsWith(path, StringComparison.Ordinal))];
    }

    private static ActionStatus? StatusOf(string? word) => word is null ? null : ActionEdit.StatusOf(word)
        ?? throw new UsageException($"--status '{word}' is not one of {string.Join(", ", ActionEdit.StatusWords)}.");

    private static Option<string?> Text(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TEXT",
        CustomParser = result => ParsedOption.Parsed(
            result, name, text => string.IsNullOrWhiteSpace(text) ? null : text, "a text that is not blank"),
    };

    private static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            if (PlainAmount.TryParse(result.Tokens[0].Value, out var number) && number >= 0)
                return (double)number;
            result.AddError($"{name} '{result.Tokens[0].Value}' is not a number of at least 0.");
            return null;
        },
    };
}
