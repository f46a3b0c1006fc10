using System.Globalization;
using KeyAccount.Core.Reports;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>A reviewed portfolio as pages in a folder: an index, and a page for each account.</summary>
internal static class ReviewPages
{
    private const string Index = "index.html";
    private const int LongestName = 60;

    public static void Write(OpenPortfolio portfolio, ReviewSnapshot? earlier, string language, DirectoryInfo folder)
    {
        var run = portfolio.Run;
        var names = NamesOf(run.Accounts);
        try
        {
            folder.Create();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot write into '{folder}': {e.Message}", e);
        }

        // The index comes last: it is there when every page it leads to is.
        _ = portfolio.Report(() =>
        {
            var index = run.DescribeWithAccounts(language, whole: 0, earlier);
            var page = new HtmlRenderer(names.GetValueOrDefault, new HtmlLink(Index, index.Title));
            foreach (var account in run.Reviews())
                WriteFile(names[account.Id], output => page.Write(run.DescribeWhole(account, language, earlier), output));
            WriteFile(Index, output => new HtmlRenderer(names.GetValueOrDefault).Write(index, output));
            return true;
        });

        void WriteFile(string name, Action<TextWriter> write) =>
            ReportOutput.Write(new(Path.Join(folder.FullName, name)), TextWriter.Null, write);
    }

    // Named by the id where every file system takes it, so that a link to it stays; by a number otherwise.
    private static Dictionary<string, string> NamesOf(IReadOnlyList<RankedAccount> accounts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Index };
        foreach (var account in accounts.OrderBy(account => account.Index))
        {
            var id = account.Entry.Id;
            var isPlain = id.Length is > 0 and <= LongestName && id.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_');
            var name = isPlain ? $"account-{id}.html" : $"account.{(account.Index + 1).ToString(CultureInfo.InvariantCulture)}.html";
            if (!taken.Add(name))
            {
                name = $"account.{(account.Index + 1).ToString(CultureInfo.InvariantCulture)}.html";
                taken.Add(name);
            }

            names[id] = name;
        }

        return names;
    }
}
