using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Portfolios;

/// <summary>A portfolio that is open for review, with the files that are read.</summary>
internal sealed class OpenPortfolio(
    PortfolioReviewRun run, ReviewModels models, IReadOnlyList<FileInfo?> files, Stream? stream, ProgressBar progress,
    IReadOnlyList<string> notes, string? reading = null, Redaction? redaction = null) : IDisposable
{
    private const int Shown = 10;

    private readonly Stream? _stream = stream;

    public PortfolioReviewRun Run { get; } = run;

    /// <summary>What everybody is called now; null if the portfolio is not redacted.</summary>
    public Redaction? Redaction { get; } = redaction;

    public ReviewModels Models { get; } = models;

    public IReadOnlyList<FileInfo?> Files { get; } = files;

    /// <summary>How purchases were read, as JSON; null if none were.</summary>
    public string? Reading { get; } = reading;

    /// <summary>What to tell beside the result.</summary>
    public IReadOnlyList<string> Notes { get; } = notes;

    /// <summary>Whether it is the sample portfolio, which has plans.</summary>
    public bool IsSample { get; init; }

    /// <summary>The same accounts by the models of another settings file, or by the ready ones.</summary>
    public Func<FileInfo?, (PortfolioReviewRun Run, ReviewModels Models)>? By { get; init; }

    public ProgressBar Progress { get; } = progress;

    /// <summary>Whether its file is so long that a person wants to see how far the work is.</summary>
    public bool IsLong { get; } = stream is not null && progress.IsShown(stream);

    public void Dispose() => _stream?.Dispose();

    /// <summary>The accounts of an owner, whose name may be written in upper or lower case.</summary>
    public OpenPortfolio OwnedBy(string name)
    {
        var owners = Run.Owners;
        if (Redaction is not null && !owners.Contains(name, StringComparer.OrdinalIgnoreCase))
            name = Redaction.PseudonymOf(name);
        var named = owners.FirstOrDefault(owner => owner == name) is { } exact ? [exact]
            : owners.Where(owner => string.Equals(owner, name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return named switch
        {
            [var owner] => new(Run.OwnedBy(owner), Models, Files, _stream, Progress, Notes, Reading, Redaction),
            [] => throw new ToolException(
                owners.Count == 0 ? "no account of the portfolio names an owner."
                    : $"nobody called '{name}' owns an account; the owners are {Few(owners)}."),
            _ => throw new ToolException($"'{name}' is ambiguous; it can be {Few(named)}; write it as it is in the portfolio."),
        };
    }

    /// <summary>The same accounts with their plans; plans of other accounts are reported.</summary>
    public OpenPortfolio WithPlans(PlanFile plans, string language)
    {
        var told = NotesOn(plans, language);
        return new(Run.WithPlans(plans), Models, Files, _stream, Progress, [.. Notes, .. told], Reading, Redaction);
    }

    /// <summary>What to tell of plans: those of accounts that are not among its own, and which account may be meant.</summary>
    public IReadOnlyList<string> NotesOn(PlanFile plans, string language)
    {
        string[] others =
        [
            .. plans.Plans.Select(plan => plan.AccountId)
                .Where(id => Run.Find(id)?.Entry.Id != id && Run.Skipped.All(each => each.Id != id)),
        ];
        if (others.Length == 0)
            return [];
        string[] ids = [.. Run.Accounts.Select(each => each.Entry.Id)];
        var named = others.Take(Shown).Select(id => LookAlikes.Nearest(id, ids) is { } near
            ? ToolText.Of("Plan.IsIt", language, $"'{SafeText.Line(id, 80)}'", $"'{SafeText.Line(near, 80)}'")
            : $"'{SafeText.Line(id, 80)}'");
        return
        [
            $"note: {ToolText.Of(
                "Plan.OtherAccounts", language, others.Length,
                string.Join(", ", named) + (others.Length > Shown ? ", …" : ""))}",
        ];
    }

    /// <summary>Reviews something of it; why its accounts are refused is reported with its file.</summary>
    public T Report<T>(Func<T> review)
    {
        try
        {
            return ModelFaults.Report(review);
        }
        catch (ToolException e) when (Files is [{ } file, ..])
        {
            throw e.In(file.ToString());
        }
    }

    /// <summary>Reviews one of its accounts.</summary>
    public AccountReview Review(RankedAccount account) => Report(() => Run.Review(account));

    /// <summary>The account with an id, or the only one whose name or id is like it.</summary>
    public RankedAccount Find(string name)
    {
        var accounts = Run.Accounts;
        if (Redaction?.AccountIdOf(name) is { } called && accounts.Any(each => each.Entry.Id == called))
            name = called;
        var found = Run.Find(name) is { } exact ? [exact] : Array.Empty<RankedAccount>();
        if (found.Length == 0)
            found = [.. accounts.Where(each => string.Equals(each.Entry.Name ?? each.Entry.Id, name, StringComparison.OrdinalIgnoreCase))];
        if (found.Length == 0)
        {
            found = [.. accounts.Where(each => each.Entry.Id.Contains(name, StringComparison.OrdinalIgnoreCase)
                || each.Entry.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)];
        }

        // A second row of a company is asked for by its own id or name.
        if (found.Length == 0)
        {
            found =
            [
                .. accounts.Where(each => Run.RowsOf(each).Any(
                    row => string.Equals(row.Name ?? row.Id, name, StringComparison.OrdinalIgnoreCase))),
            ];
        }

        return found switch
        {
            [var one] => one,
            [] when Run.Skipped.FirstOrDefault(each => each.Id == name || each.Name == name) is { } skipped => throw new ToolException(
                $"account '{name}' is left out; {SafeText.Line(skipped.Faults[0].ToString(), 300)}"),
            [] => throw new ToolException($"there is no account '{SafeText.Line(name, 80)}'{Hint(name, accounts)}"),
            _ => throw new ToolException(
                $"'{name}' is ambiguous; it can be {Few([.. found.Select(each => each.Entry.Id)])}; name one of them by its id."),
        };
    }

    // Which account was meant: one that is written alike, or the one of an action.
    private static string Hint(string name, IReadOnlyList<RankedAccount> accounts)
    {
        if (accounts.FirstOrDefault(each => name.StartsWith($"{each.Entry.Id}/", StringComparison.Ordinal)) is { } owner)
            return $"; an action begins like this: name its account, '{SafeText.Line(owner.Entry.Id, 80)}'.";
        var near = LookAlikes.Nearest(name, accounts.SelectMany(each => new[] { each.Entry.Id, each.Entry.Name }).OfType<string>());
        return near is null ? "." : $"; is it '{SafeText.Line(near, 80)}'?";
    }

    /// <summary>What to tell of an account that was asked for by the id or the name of another row.</summary>
    public IEnumerable<string> NotesOn(RankedAccount account, string name)
    {
        var asked = Redaction?.AccountIdOf(name) ?? name;
        return Run.RowsOf(account)
            .Where(row => row.Id == asked || string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase))
            .Where(row => account.Entry.Id != asked && !string.Equals(account.Entry.Name, name, StringComparison.OrdinalIgnoreCase))
            .Take(1)
            .Select(row => $"note: '{SafeText.Line(row.Id, 80)}' is declared the same account as '{SafeText.Line(account.Entry.Id, 80)}' "
                + "(sameAs); this is that account, with both.");
    }

    private static string Few(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Shown).Select(name => $"'{name}'")) + (names.Count > Shown ? ", …" : "");
}
