using CsvHelper;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>A reviewed portfolio: JSON and CSV with every account, its document for a person.</summary>
internal static class ReviewReport
{
    // Up to so many accounts are reviewed before the first is written: what a model refuses is then told before anything is written.
    private const int ReviewedBeforeWriting = 2_000;

    /// <summary>The review of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="earlier">An earlier review; null for none.</param>
    /// <param name="detail">How much a person reads.</param>
    /// <param name="isPage">Whether that is a page, which has the accounts themselves.</param>
    public static Report Of(OpenPortfolio portfolio, ReviewSnapshot? earlier, Detail detail, bool isPage) => new(
        output => portfolio.Report(() =>
        {
            var run = portfolio.Run;
            if (run.Accounts.Count <= ReviewedBeforeWriting)
            {
                var review = run.ToReview(earlier) with { Reading = portfolio.Reading };
                JsonText.Write(output, review.WriteTo);
            }
            else
            {
                _ = Progressing(
                    portfolio, isQuiet: Console.IsOutputRedirected, progress => JsonText.Write(
                        output, json => run.WriteTo(json, earlier, progress, portfolio.Reading)));
            }

            return true;
        }),
        output => portfolio.Report(() =>
        {
            var run = portfolio.Run;
            WriteCsv(run.Accounts.Count <= ReviewedBeforeWriting ? run.ToReview().Accounts : run.Reviews(), output, run.HasPlans);
            return true;
        }),
        language => portfolio.Report(() => Progressing(
            portfolio, isQuiet: true, progress => isPage
                ? portfolio.Run.DescribeWithAccounts(language, earlier: earlier, progress: progress)
                : WithHint(portfolio.Run.Describe(language, detail, earlier, progress)))));

    // With plans a row tells of them too: how much is to be done, and what comes first.
    private static readonly string[] OfPlans =
        ["toDo", "overdue", "plannedAction", "plannedStatus", "plannedDueOn", "plannedOwner", "plannedNote"];

    public static void WriteCsv(IEnumerable<AccountReview> accounts, TextWriter output, bool hasPlans)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(
        [
            "id", "name", "annualPurchases", "rank", "revenueTier", "tier", "isOverridden", "score", "band", "coverage", "nextBand",
            "criterion", "from", "to",
            "change", "risk", "atStake", "finding", "action", "dueOn", "owner", "warning", "state", "segment", "parent", "group",
            "groupPurchases", "groupAtStake", "tags", .. hasPlans ? OfPlans : [],
        ]);
        foreach (var account in accounts)
        {
            var path = account.Paths.Count > 0 && account.Paths[0].Changes.Count > 0 ? account.Paths[0].Changes[0] : null;
            var action = account.Actions.Count > 0 ? account.Actions[0] : null;
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
            csv.WriteField(CsvText.Cell(account.Id));
            csv.WriteField(CsvText.Cell(account.Name));
            csv.WriteField(account.AnnualPurchases);
            csv.WriteField(account.Rank);
            csv.WriteField(account.RevenueTier?.Name ?? "");
            csv.WriteField(account.Tier.Tier?.Name ?? "");
            csv.WriteField(account.Tier.Override is null ? "false" : "true");
            csv.WriteField(account.Value.Score);
            csv.WriteField(account.Value.Band?.Name ?? "");
            csv.WriteField((double?)account.Value.Coverage);
            csv.WriteField(account.NextBand?.Name ?? "");
            csv.WriteField(path?.Criterion ?? "");
            csv.WriteField(path?.RawFrom);
            csv.WriteField(path?.RawTo);
            csv.WriteField(account.Trend?.Change);
            csv.WriteField(account.Risk?.Name ?? "");
            csv.WriteField(account.AtStake);
            csv.WriteField(account.TopFinding?.RuleId ?? "");
            csv.WriteField(action?.Kind.Name ?? "");
            csv.WriteField(action is null ? "" : LocalDatePattern.Iso.Format(action.DueOn));
            csv.WriteField(action?.Owner.Name ?? "");
            csv.WriteField(account.EarlyWarning?.Warning.Band?.Name ?? "");
            csv.WriteField(account.EarlyWarning?.State.Advice?.Name ?? "");
            csv.WriteField(account.Rfm?.Segment?.Name ?? "");
            csv.WriteField(CsvText.Cell(account.Parent ?? ""));
            csv.WriteField(CsvText.Cell(account.GroupId ?? ""));
            csv.WriteField(account.Group?.AnnualPurchases);
            csv.WriteField(account.Group?.AtStake);
            csv.WriteField(string.Join("; ", account.Tags.Select(tag => tag.RuleId)));
            if (hasPlans)
                WritePlan(csv, account.Planned ?? []);
#pragma warning restore MA0011
            csv.EndRecord();
        }
    }

#pragma warning disable MA0011 // the writer's own provider is the invariant culture
    private static void WritePlan(CsvWriter csv, IReadOnlyList<PlannedAction> planned)
    {
        var first = planned.Count > 0 ? planned[0] : null;
        csv.WriteField((double?)planned.Count(each => !each.Action.State.HasEnded));
        csv.WriteField((double?)planned.Count(each => each.IsOverdue));
        csv.WriteField(CsvText.Cell(first?.Action.Id ?? ""));
        csv.WriteField(first is null ? "" : first.IsOverdue ? "Overdue" : first.Action.State.Status.Name);
        csv.WriteField(first is null ? "" : LocalDatePattern.Iso.Format(first.Action.DueOn));
        csv.WriteField(CsvText.Cell(first?.Action.Owner ?? ""));
        csv.WriteField(CsvText.Cell(first?.Action.State.Note ?? ""));
    }
#pragma warning restore MA0011

    private static Document WithHint(Document document) => new(
        document.Language,
        document.Title,
        [.. document.Blocks, new Paragraph(ToolText.Of("Review.Hint", document.Language), Tone.Note)]);

    // A bar beside a result on the same terminal would be drawn into it.
    private static T Progressing<T>(OpenPortfolio portfolio, bool isQuiet, Func<Action<int>?, T> work) => portfolio.Progress.Run(
        portfolio.IsLong
            && isQuiet, "review", portfolio.Run.Accounts.Count, progress => work(progress is null ? null : done => progress(done)));

    private static bool Progressing(OpenPortfolio portfolio, bool isQuiet, Action<Action<int>?> work) =>
        Progressing(portfolio, isQuiet, progress =>
    {
        work(progress);
        return true;
    });
}
