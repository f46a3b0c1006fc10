using System.CommandLine;
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
            result.InvocationConfiguration.Output.WriteLine($"{SafeText.Line(input.ToString(), int.MaxValue)}: {found}, no fault.");
        });
        return command;
    }

    private static string Check(ReadOnlyMemory<byte> json)
    {
        if (IsPortfolio(json))
        {
            // What the models would refuse is found by asking them.
            var portfolio = Portfolio.FromJson(json);
            return $"a portfolio of {new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio).Accounts.Count} account(s)";
        }

        var settings = SettingsFile.FromJson(json);
        _ = new ReviewModels().With(settings);
        return $"settings of {settings.Count} model(s)";
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
