using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount grade PURCHASES.csv</c>: grades the accounts of a file of purchases.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("PURCHASES.csv")
        {
            Description = "A CSV with a header; one purchase a row, the purchases of an account add up.",
            CustomParser = result => FileName.Parse(result, "PURCHASES.csv"),
        };
        var from = Date("--from", "The first day that counts.");
        var to = Date("--to", "The last day that counts.");
        var rule = WordOption.Create("--rule", "How the cuts are read (default: crossing).", [.. Enum.GetValues<ParetoRule>().Select(Output.GradingReport.CodeOf)]);
        var cuts = new Option<ParetoCuts?>("--cuts")
        {
            Description = "Where A and B end (default: 0.80,0.95 of the revenue; 0.20,0.50 of the accounts with --rule head-count).",
            HelpName = "A,B",
            CustomParser = ParseCuts,
        };
        var account = new Option<string>("--account") { Description = "The column with the account id.", HelpName = "COL", DefaultValueFactory = _ => "account_id" };
        var date = new Option<string?>("--date") { Description = "The column with the date (default: date; may be absent without --from and --to).", HelpName = "COL" };
        var amount = new Option<string>("--amount") { Description = "The column with the amount.", HelpName = "COL", DefaultValueFactory = _ => "amount" };
        var encoding = new Option<string>("--encoding") { Description = "The encoding of the file, such as GB18030.", HelpName = "NAME", DefaultValueFactory = _ => "utf-8" };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Leave out rows that cannot be read, and say how many." };
        var report = new ReportOptions();

        var command = new Command("grade", "Grade the accounts of a file of purchases into A, B and C.")
        {
            file, from, to, rule, cuts, account, date, amount, encoding, skip,
        };
        report.AddTo(command);
        command.SetAction(result =>
        {
            var input = result.GetRequiredValue(file);
            var format = new PurchaseFormat
            {
                Account = result.GetRequiredValue(account),
                Date = result.GetValue(date),
                Amount = result.GetRequiredValue(amount),
                From = result.GetValue(from),
                To = result.GetValue(to),
                Encoding = PurchaseFormat.EncodingByName(result.GetRequiredValue(encoding)),
            };
            if (format.From > format.To)
                throw new ToolException($"--from {LocalDatePattern.Iso.Format(format.From.Value)} is after --to {LocalDatePattern.Iso.Format(format.To.Value)}.");

            var totals = Read(input, format);
            Judge(totals, input, result.GetValue(skip), result.InvocationConfiguration.Error);
            report.Write(
                result,
                Output.GradingReport.Of(Grade(totals, result.GetValue(cuts), RuleOf(result.GetValue(rule))), SafeText.Line(input.Name, 80)),
                input);
        });
        return command;
    }

    /// <summary>Grades, with what cannot be added up as an error for the user.</summary>
    public static ParetoGrading<string> Grade(PurchaseTotals totals, ParetoCuts? cuts, ParetoRule rule)
    {
        try
        {
            return Pareto.Grade(totals.Accounts(), account => totals.Revenues[account], cuts, rule);
        }
        catch (OverflowException e)
        {
            throw new ToolException(e.Message, e);
        }
    }

    private static ParetoRule RuleOf(string? code) =>
        Enum.GetValues<ParetoRule>().FirstOrDefault(rule => string.Equals(Output.GradingReport.CodeOf(rule), code, StringComparison.OrdinalIgnoreCase));

    private static PurchaseTotals Read(FileInfo file, PurchaseFormat format) => InputFile.Read(
        file,
        "purchases",
        stream => ProgressBar.Do(
            ProgressBar.IsShown(stream),
            "purchases",
            stream.CanSeek ? stream.Length : 0,
            progress => PurchaseReader.Read(stream, format, progress is null ? null : position => progress(position))));

    private static void Judge(PurchaseTotals totals, FileInfo file, bool skip, TextWriter error)
    {
        if (totals.FaultyRows == 0)
            return;
        var count = string.Create(CultureInfo.InvariantCulture, $"{totals.FaultyRows} of {totals.Rows} rows");
        var rows = string.Concat(totals.Faults.Select(fault => $"\n  {fault}"));
        if (totals.FaultyRows > totals.Faults.Count)
            rows += string.Create(CultureInfo.InvariantCulture, $"\n  … and {totals.FaultyRows - totals.Faults.Count} more");
        if (!skip)
            throw new ToolException($"{file}: {count} cannot be read, nothing was graded; --skip-bad-rows grades the others.{rows}");
        error.WriteLine($"warning: {SafeText.Line(file.ToString(), int.MaxValue)}: skipped {count}.{rows}");
    }

    private static Option<LocalDate?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
                return date;
            result.AddError($"{name} '{text}' is not a date; expected YYYY-MM-DD, such as 2025-01-31.");
            return null;
        },
    };

    private static ParetoCuts? ParseCuts(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parts = text.Split(',');
        if (parts.Length != 2 || !PurchaseField.TryAmount(parts[0], out var a) || !PurchaseField.TryAmount(parts[1], out var b))
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
            result.AddError($"--cuts '{text}': {e.Message.Split(" (Parameter", 2)[0]}");
            return null;
        }
    }
}
