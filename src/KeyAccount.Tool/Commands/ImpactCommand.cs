using System.CommandLine;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount impact [PORTFOLIO.json] --settings NEW.json</c>: what changed models change, before they are released.</summary>
internal static class ImpactCommand
{
    public static Command Create()
    {
        var command = new Command(
            "impact",
            "Show what new settings of models change before they are released: who moves tier or advice, with what money at stake, and "
            + "why; whose band depends on one weight.");
        var portfolio = new PortfolioOptions(command, isOption: false);
        var against = FileName.Option("--against", "The settings in force today (default: none, the models of the library).");
        var report = new ReportOptions();
        command.Options.Add(against);
        report.AddTo(command);
        command.SetAction(result =>
        {
            if (!portfolio.HasSettings(result))
                throw new UsageException("impact compares models; --settings FILE names the new settings.");
            using var opened = portfolio.Open(result, report);
            var (before, models) = opened.By!(result.GetValue(against));
            var impact = opened.Report(() => opened.Progress.Run(
                opened.IsLong, "review", opened.Run.Accounts.Count,
                progress => ModelImpact.Between(
                    before, opened.Run, models, opened.Models, progress is null ? null : done => progress(done))));
            report.Write(
                result,
                new(
                    output => JsonText.Write(output, impact.WriteTo),
                    output => WriteCsv(impact, output),
                    language => impact.Describe(language, report.IsOnPaper(result) ? Detail.Full : Detail.Brief)),
                [.. opened.Files, result.GetValue(against)]);
            GlobalOptions.Tell(result, opened.Notes);
        });
        return command;
    }

    private static void WriteCsv(ModelImpact impact, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(
            "account_id", "name", "owner", "tier_before", "tier_after", "value_before", "value_after", "risk_before", "risk_after",
            "at_stake", "findings_new", "findings_settled", "advice", "why");
        foreach (var account in impact.Accounts)
        {
            var (before, after) = (account.Movement.Before!, account.Movement.After!);
            csv.WriteField(CsvText.Cell(after.Id));
            csv.WriteField(CsvText.Cell(after.Name));
            csv.WriteField(CsvText.Cell(after.Owner ?? ""));
            csv.WriteField(before.Tier?.Name ?? "");
            csv.WriteField(after.Tier?.Name ?? "");
            csv.WriteField(account.Value.FromBand ?? "");
            csv.WriteField(account.Value.ToBand ?? "");
            csv.WriteField(before.Risk?.Name ?? "");
            csv.WriteField(after.Risk?.Name ?? "");
            if (account.AtStake is { } money)
                csv.WriteField(money, default, System.Globalization.CultureInfo.InvariantCulture);
            else
                csv.WriteField("");
            csv.WriteField(CsvText.Cell(string.Join("; ", account.Movement.NewFindings)));
            csv.WriteField(CsvText.Cell(string.Join("; ", account.Movement.SettledFindings)));
            csv.WriteField(CsvText.Cell(string.Join("; ", account.Advice
                .Select(each => $"{each.TableId}: {each.Before} → {each.After}").Distinct(StringComparer.Ordinal))));
            csv.WriteField(CsvText.Cell(string.Join(" ", account.Reasons.Select(reason => reason.En))));
            csv.EndRecord();
        }
    }
}
