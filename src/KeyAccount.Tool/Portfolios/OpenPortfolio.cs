using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Portfolios;

/// <summary>A portfolio that is open for review, with the files that are read.</summary>
internal sealed class OpenPortfolio(
    PortfolioReviewRun run, ReviewModels models, IReadOnlyList<FileInfo?> files, Stream? stream, ProgressBar progress,
    IReadOnlyList<string> notes, string? reading = null) : IDisposable
{
    private const int ShownAccounts = 10;

    public PortfolioReviewRun Run { get; } = run;

    public ReviewModels Models { get; } = models;

    public IReadOnlyList<FileInfo?> Files { get; } = files;

    /// <summary>How purchases were read, as JSON; null where none were.</summary>
    public string? Reading { get; } = reading;

    /// <summary>What to tell beside the result.</summary>
    public IReadOnlyList<string> Notes { get; } = notes;

    public ProgressBar Progress { get; } = progress;

    /// <summary>Whether its file is so long that a person wants to see how far the work is.</summary>
    public bool IsLong { get; } = stream is not null && progress.IsShown(stream);

    public void Dispose() => stream?.Dispose();

    /// <summary>Reviews something of it; what its accounts are refused for is told with its file.</summary>
    public T Report<T>(Func<T> review)
    {
        try
        {
            return ModelFaults.Report(review);
        }
        catch (ToolException e) when (stream is not null)
        {
            throw e.In(Files[0]!.ToString());
        }
    }

    /// <summary>Reviews the account with an id, or the only one whose name or id is like it.</summary>
    public AccountReview Review(string name)
    {
        var accounts = Run.Accounts;
        var found = accounts.Where(each => each.Entry.Id == name).ToArray();
        if (found.Length == 0)
            found = [.. accounts.Where(each => string.Equals(each.Entry.Name ?? each.Entry.Id, name, StringComparison.OrdinalIgnoreCase))];
        if (found.Length == 0)
        {
            found = [.. accounts.Where(each => each.Entry.Id.Contains(name, StringComparison.OrdinalIgnoreCase)
                || each.Entry.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)];
        }

        return found switch
        {
            [var one] => Report(() => Run.Review(one)),
            [] => throw new ToolException($"there is no account '{name}'."),
            _ => throw new ToolException(
                $"'{name}' can be "
                + $"{string.Join(", ", found.Take(ShownAccounts).Select(each => $"'{each.Entry.Id}'"))}"
                + $"{(found.Length > ShownAccounts ? ", …" : "")}; name one of them by its id."),
        };
    }
}
