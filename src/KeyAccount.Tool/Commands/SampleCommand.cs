using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

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
                    throw new UsageException("--preset writes made-up exports; leave it out to write a portfolio.");
                TableFiles.Write(Samples.Exports, result.GetRequiredValue(target));
                return;
            }

            var place = result.GetRequiredValue(target);
            using var stream = file is null ? Samples.Portfolio() : InputFile.Open(file, "accounts");
            var (count, confidential) = file is null ? Write(stream) : InputFile.Read(stream, file, Write);
            var told = new List<string> { ToolText.Of("Import.SampleTables", Language.Current, count, place) };
            if (confidential.Values.Sum() is > 0 and var facts)
                told.Add(ToolText.Of("Import.Confidential", Language.Current, facts, string.Join(", ", confidential.Keys)));
            GlobalOptions.Tell(result, told.Select(line => $"note: {line}"));

            (int Tables, IReadOnlyDictionary<string, int> Confidential) Write(Stream from) =>
                ModelFaults.Report(() => TableFiles.Write(PortfolioFile.Read(InputFile.Seekable(from)), place));
        });
        return command;
    }
}
