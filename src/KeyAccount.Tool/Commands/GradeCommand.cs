using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core.Grading;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount grade PURCHASES</c>: grades the accounts of tables of purchases.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("PURCHASES.csv")
        {
            Description =
                "Tables with a header (.csv, .tsv, .txt, .xlsx), folders of them, or - for the standard input; one purchase a row, the "
                + "purchases of an account add up.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = FileName.ParseAll,
        };
        var rule = WordOption.Create(
            "--rule", "How the cuts are read (default: crossing).", [.. Enum.GetValues<ParetoRule>().Select(Output.GradingReport.CodeOf)]);
        var cuts = new Option<ParetoCuts?>("--cuts")
        {
            Description = "Where A and B end (default: 0.80,0.95 of the revenue; 0.20,0.50 of the accounts with --rule head-count).",
            HelpName = "A,B",
            CustomParser = ParseCuts,
        };
        var engine = WordOption.Create(
            "--engine",
            "What reads and adds up: tables (default) reads whatever programs write; duckdb reads Parquet and plain CSV where rows are "
            + "many. A timestamp of Parquet with a time zone counts on its day in UTC.",
            "tables", "duckdb");
        var library = FileName.Option("--engine-library", "The library of DuckDB (libduckdb), where the system does not find it.");
        var purchases = new PurchaseOptions(hasOldNames: true, isDateNeeded: false);
        var redact = new RedactOptions(isTable: true);
        var report = new ReportOptions();

        var command = new Command("grade", "Grade the accounts of tables of purchases into A, B and C.")
        {
            files, rule, cuts, engine, library,
        };
        purchases.AddTo(command);
        redact.AddTo(command);
        report.AddTo(command);
        command.SetAction(result =>
        {
            var format = purchases.FormatOf(result);
            var isInPlace = string.Equals(result.GetValue(engine), "duckdb", StringComparison.OrdinalIgnoreCase);
            if (!isInPlace && result.GetValue(library) is not null)
                throw new UsageException("--engine-library needs --engine duckdb.");
            var names = result.GetRequiredValue(files);
            using var sources = TableSource.Open(isInPlace ? DuckDbPurchases.Expanded(names) : names, "purchases");
            var bar = GlobalOptions.ProgressOf(result);
            var totals = isInPlace ? DuckDbPurchases.Read(sources, format, result.GetValue(library)) : bar.Run(
                bar.IsShown(sources.Length), "purchases", sources.Length, progress => PurchaseReader.Read(sources, format, progress));
            totals.NameOf = redact.NamesOf(result, report.LanguageOf(result), totals.Sums.Keys);
            var notes = PurchaseTelling.Check(sources, totals, format, "graded", report.LanguageOf(result));
            report.Write(
                result,
                Output.GradingReport.Of(
                    Grade(totals, result.GetValue(cuts), RuleOf(result.GetValue(rule))),
                    SafeText.Line(
                        string.Join(", ", sources.Take(3).Select(source => Path.GetFileName(source.Name)))
                            + (sources.Count > 3 ? ", …" : ""), 80),
                    json => PurchaseNotes.Write(json, totals)),
                [.. sources.Select(source => source.File), .. purchases.SideFiles(result), result.GetValue(library)]);
            GlobalOptions.Tell(result, notes);
        });
        return command;
    }

    /// <summary>Grades, with what cannot be added up as an error for the user.</summary>
    public static ParetoGrading<string> Grade(PurchaseTotals totals, ParetoCuts? cuts, ParetoRule rule)
    {
        try
        {
            var ids = totals.Accounts();

            // An account that keeps its name is looked up by it: a second table of a million names would be the largest thing in memory.
            if (Array.TrueForAll(ids, id => ReferenceEquals(totals.NameOf(id), id)))
                return Pareto.Grade(ids, id => totals.Sums[id].Revenue, cuts, rule);
            var revenues = ids.ToDictionary(totals.NameOf, id => totals.Sums[id].Revenue, StringComparer.Ordinal);
            return Pareto.Grade([.. ids.Select(totals.NameOf)], name => revenues[name], cuts, rule);
        }
        catch (OverflowException e)
        {
            throw new ToolException(e.Message, e);
        }
    }

    private static ParetoRule RuleOf(string? code) =>
        Enum.GetValues<ParetoRule>()
            .FirstOrDefault(rule => string.Equals(Output.GradingReport.CodeOf(rule), code, StringComparison.OrdinalIgnoreCase));

    private static ParetoCuts? ParseCuts(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parts = text.Split(',');
        if (parts.Length != 2 || !PlainAmount.TryParse(parts[0], out var a) || !PlainAmount.TryParse(parts[1], out var b))
        {
            result.AddError($"--cuts '{text}' is not two fractions; expected A,B such as 0.80,0.95.");
            return null;
        }

        try
        {
            return new(a, b);
        }
        catch (ArgumentOutOfRangeException e)
        {
            result.AddError($"--cuts '{text}': {ToolException.ReasonOf(e)}");
            return null;
        }
    }
}
