using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount validate FILE</c>: every fault of a portfolio or settings file.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>(
            "FILE") { Description = "A portfolio file or a settings file.", CustomParser = result => FileName.Parse(result, "FILE") };
        var command = new Command("validate", "Check a portfolio file or a settings file and name every fault with its place.") { file };
        command.SetAction(result =>
        {
            var input = result.GetRequiredValue(file);
            var found = InputFile.Read(
                input, "accounts or settings", stream => ModelFaults.Report(() => Check(InputFile.BytesOf(stream)), int.MaxValue));
            var output = result.InvocationConfiguration.Output;
            output.WriteLine($"{SafeText.Line(input.ToString(), int.MaxValue)}: {found.What}, no fault{WarningCount(found.Warnings)}.");
            foreach (var warning in found.Warnings)
                output.WriteLine($"  {SafeText.Line(warning, int.MaxValue)}");
        });
        return command;
    }

    private static string WarningCount(IReadOnlyList<string> warnings) =>
        warnings.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {warnings.Count} warning(s)");

    private static (string What, IReadOnlyList<string> Warnings) Check(ReadOnlyMemory<byte> json)
    {
        if (IsPortfolio(json))
        {
            // What the models would refuse is found by asking them.
            var portfolio = Portfolio.FromJson(json);
            var review = new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio);
            var index = portfolio.Accounts.Select((account, i) => (account.Id, i))
                .ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
            return (
                $"a portfolio of {review.Accounts.Count} account(s)",
                [.. review.Accounts.OrderBy(account => index[account.Id]).SelectMany(account => account.Warnings.Select(
                    warning => string.Create(CultureInfo.InvariantCulture, $"accounts[{index[account.Id]}]: {warning.Message.En}")))]);
        }

        var settings = SettingsFile.FromJson(json);
        _ = new ReviewModels().With(settings);
        return ($"settings of {settings.Count} model(s)", []);
    }

    // A settings file has ids of models at its top.
    private static bool IsPortfolio(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject()
                    .Any(member => member.NameEquals("accounts") || member.NameEquals("asOf") || member.NameEquals("currency"));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
