using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount table ID</c>: a decision table as a grid, out and back.</summary>
internal static class TableCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The id of a decision table (keyaccount models lists them)." };
        var from = new Option<string?>("--from")
        {
            Description = "Read the grid back from a CSV file, a workbook, or - for the standard input, check it and prove it complete.",
            HelpName = "FILE",
        };
        var settings = FileName.Option("--settings", "Start from the settings of models in this file.");
        var save = FileName.Option("--save", "Write the table into this settings file, beside what it holds of other models.");
        var version = new Option<string?>("--name") { Description = "The version of the table that is read.", HelpName = "VERSION" };
        var report = new ReportOptions(hasWorkbook: true);
        var command = new Command(
            "table",
            "Print a decision table as a grid: facts, advice, the reason in each language, the hit policy in the corner. --from reads it "
            + "back after you have changed it, --save puts it into a settings file.") { id, from, settings, save, version };
        report.AddTo(command);
        command.SetAction(result =>
        {
            var (grid, target, named) = (result.GetValue(from), result.GetValue(save), result.GetValue(version));
            if (grid?.Length == 0)
                throw new UsageException("--from '' is not the name of a file.");
            if (named is not null && (grid is null || string.IsNullOrWhiteSpace(named)))
                throw new UsageException("--name is the version of a table that is read with --from; it is not blank.");
            var models = result.GetValue(settings) is { } file
                ? InputFile.Read(file, "settings", stream => ModelFaults.Report(
                    () => new ReviewModels().With(SettingsFile.FromJson(InputFile.BytesOf(stream)))))
                : new();
            var tables = ModelCatalog.Of(models).OfType<IDecisionTable>().ToArray();
            var table = Array.Find(tables, each => each.Id == result.GetRequiredValue(id)) ?? throw UsageException.NoModel(
                "decision table", result.GetRequiredValue(id), [.. tables.Select(each => each.Id)]);
            // Before anything is said of the table, what it is to stand beside is checked.
            var kept = target is not null && File.Exists(target.FullName) && target.Length > 0
                ? InputFile.Read(target, "settings", stream => ModelFaults.Report(() => Kept(stream, table.Id)))
                : new();
            var tuned = table;
            if (grid is not null)
            {
                var read = GridFile.Read(grid, table);
                tuned = table.With(read with { Version = named });
                GlobalOptions.Tell(result, [NoteOf(table, tuned, grid)]);
            }

            if (target is not null)
            {
                var others = kept.Tables.Where(each => each.Key != tuned.Id).ToDictionary(StringComparer.Ordinal);
                others[tuned.Id] = tuned.Settings with { Id = null };
                var json = SettingsFile.ToJson(kept with { Tables = others });
                ReportOutput.Write(target, result.InvocationConfiguration.Output, output => output.WriteLine(json));
                GlobalOptions.Tell(result, [Invariant($"note: {target} has {tuned.Id}, version {tuned.Version}.")]);
            }

            if (target is null || report.IsAsked(result))
                report.Write(result, GridReport.Of(tuned), grid is null or "-" ? null : new FileInfo(grid), target);
        });
        return command;
    }

    // What is wrong with the settings of other models would be saved with them; those of the table itself are replaced.
    private static ModelSettings Kept(Stream file, string tableId)
    {
        var kept = SettingsFile.FromJson(InputFile.BytesOf(file));
        var others = kept.Tables.Where(each => each.Key != tableId).ToDictionary(StringComparer.Ordinal);
        _ = new ReviewModels().With(kept with { Tables = others });
        return kept;
    }

    private static string NoteOf(IDecisionTable before, IDecisionTable after, string grid)
    {
        var known = before.Settings.Rules!.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var rules = after.Settings.Rules!;
        var changed = rules.Where(rule => known.TryGetValue(rule.Id, out var was) && !rule.Equals(was)).Select(rule => rule.Id).ToArray();
        var added = rules.Where(rule => !known.ContainsKey(rule.Id)).Select(rule => rule.Id).ToArray();
        var gone = known.Keys.Except(rules.Select(rule => rule.Id), StringComparer.Ordinal).ToArray();
        string[] said = [.. new[] { Said("changed", changed), Said("new", added), Said("gone", gone) }.OfType<string>()];
        return said.Length > 0 ? $"note: {grid} is proven; {string.Join("; ", said)}."
            : after.Version == before.Version ? $"note: {grid} is the same as the table."
            : $"note: {grid} is proven; the order or the hit policy has changed.";
    }

    private static string? Said(string what, string[] rules) => rules.Length == 0 ? null : $"{what}: {string.Join(", ", rules)}";
}
