using System.CommandLine;
using System.Text.Json;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Terminal;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount validate FILE</c>: every fault of a portfolio or settings file.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>(
            "FILE") { Description = "A portfolio file or a settings file.", CustomParser = result => FileName.Parse(result, "FILE") };
        var report = new ReportOptions();
        var command = new Command("validate", "Check a portfolio file or a settings file and name every fault with its place.") { file };
        report.AddTo(command);
        command.SetAction(result =>
        {
            var input = result.GetRequiredValue(file);
            var isOnScreen = report.IsOnScreen(result);
            var found = InputFile.Read(input, "accounts or settings", stream =>
            {
                var json = InputFile.BytesOf(stream);
                if (IsTeam(json))
                    throw new ToolException($"it is a sales team; keyaccount team {input} names its faults.");
                return isOnScreen ? ModelFaults.Report(() => Check(json, input), int.MaxValue) : CheckOrTell(json, input);
            });
            report.Write(result, ValidationReport.Of(found), input);
            if (found.Faults.Count > 0)
                throw new ToolException($"{input}: {ModelFaults.CountOf(found.Faults.Count)}.");
        });
        return command;
    }

    // On a screen faults are an error; a program gets them as its result.
    private static Validation CheckOrTell(ReadOnlyMemory<byte> json, FileInfo file)
    {
        try
        {
            return ModelFaults.Fitting(() => Check(json, file));
        }
        catch (InvalidModelException e)
        {
            return new(file.ToString(), IsPortfolio(json), null, e.Faults, []);
        }
    }

    private static Validation Check(ReadOnlyMemory<byte> json, FileInfo file)
    {
        if (IsPortfolio(json))
        {
            // What the models would refuse is found by asking them.
            var portfolio = Portfolio.FromJson(json);
            var review = new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio);
            var index = portfolio.Accounts.Select((account, i) => (account.Id, i))
                .ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
            return new(
                file.ToString(), true, review.Accounts.Count, [],
                [
                    .. review.Accounts.OrderBy(account => index[account.Id]).SelectMany(account => account.Warnings.Select(
                        warning => (Invariant($"accounts[{index[account.Id]}]"), account.Id, warning.Message))),
                    .. Duplicates(portfolio, index),
                ]);
        }

        var settings = SettingsFile.FromJson(json);
        _ = new ReviewModels().With(settings);
        return new(file.ToString(), false, settings.Count, [], []);
    }

    // A group and its plants may well have names that look alike; what is declared to be one account is settled.
    private static IEnumerable<(string Path, string AccountId, Text Message)> Duplicates(Portfolio portfolio, Dictionary<string, int> index)
    {
        var accounts = portfolio.Accounts.Where(account => account.SameAs is null).ToArray();
        var byName = accounts.ToLookup(
            account => string.IsNullOrWhiteSpace(account.Name) ? account.Id : account.Name, StringComparer.Ordinal);
        var names = byName.Select(each => each.Key).ToArray();
        var alike = LookAlikes.Among(names).Concat(byName.Where(each => each.Skip(1).Any()).Select(each => (string[])[each.Key]))
            .SelectMany(group => Pairs(
                [.. group.SelectMany(name => byName[name]).DistinctBy(account => account.Id, StringComparer.Ordinal)]))
            .DistinctBy(pair => pair.Later.Id, StringComparer.Ordinal)
            .OrderBy(pair => index[pair.Later.Id]);
        foreach (var (first, later) in alike)
            yield return (Invariant($"accounts[{index[later.Id]}]"), later.Id, ToolText.TextOf("Validate.Duplicate", later.Id, first.Id));

        IEnumerable<(AccountFile First, AccountFile Later)> Pairs(AccountFile[] group)
        {
            var inOrder = group.OrderBy(account => index[account.Id]).ToArray();
            return inOrder.Skip(1).Where(each => each.Parent != inOrder[0].Id && inOrder[0].Parent != each.Id)
                .Select(each => (inOrder[0], each));
        }
    }

    private static bool IsTeam(ReadOnlyMemory<byte> json) => Has(json, member => member.NameEquals("members"));

    // A settings file has ids of models at its top.
    private static bool IsPortfolio(ReadOnlyMemory<byte> json) => Has(
        json, member => member.NameEquals("accounts") || member.NameEquals("asOf") || member.NameEquals("currency"));

    private static bool Has(ReadOnlyMemory<byte> json, Func<JsonProperty, bool> isIt)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.EnumerateObject().Any(isIt);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
