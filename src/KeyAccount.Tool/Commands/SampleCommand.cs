using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount sample --out DIR</c>: a portfolio as the tables that an import reads.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var target = new Option<string>("--out")
        {
            Description = "The folder for a CSV file of each table, or a workbook (.xlsx) with a sheet for each.",
            HelpName = "DIR|BOOK.xlsx",
            Required = true,
            CustomParser = result =>
            {
                if (result.Tokens[0].Value.Length == 0)
                    result.AddError("--out '' is not the name of a folder.");
                return result.Tokens[0].Value;
            },
        };
        var command = new Command(
            "sample", "Write a portfolio, without a file the sample, as the tables that keyaccount import --from reads.");
        var portfolio = PortfolioArgument.AddTo(command);
        var preset = WordOption.Create("--preset", "Made-up exports of this CRM, as it titles their columns.", "salesforce");
        command.Options.Add(target);
        command.Options.Add(preset);
        command.SetAction(result =>
        {
            var file = result.GetValue(portfolio);
            if (result.GetValue(preset) is not null)
            {
                if (file is not null)
                    throw new UsageException("--preset writes made-up exports; a portfolio goes without it.");
                TableFiles.Write(Samples.Exports, result.GetRequiredValue(target));
                return;
            }

            var place = result.GetRequiredValue(target);
            using var stream = file is null ? Samples.Portfolio() : InputFile.Open(file, "accounts");
            var count = file is null ? Write(stream) : InputFile.Read(stream, file, Write);
            GlobalOptions.Tell(result, [Invariant($"note: {count} tables are in {place}; keyaccount import --from {place} reads them.")]);

            int Write(Stream from) => ModelFaults.Report(() => TableFiles.Write(PortfolioFile.Read(InputFile.Seekable(from)), place));
        });
        return command;
    }
}
