using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>A reviewed portfolio for a person, on one screen: totals, tier and risk, what has changed, what is at stake, what to do, what
/// we do not know. What does not fit is counted.</summary>
internal sealed class ReviewPage(
    PortfolioReviewRun run, PortfolioSummary summary, PortfolioChange? since, IReadOnlyList<AccountReview> accounts, Sheet sheet,
    bool isScreen)
{
    public const int MostOnScreen = 14;
    public const int MostOnPaper = 50;

    private const int FewestOnScreen = 5;
    private const int ScreenLines = 48;
    private const int ShownMovements = 5;
    private const int ShownActions = 6;
    private const int ShownCohorts = 6;
    private const int ShownWarnings = 3;
    private const int NameWidth = 22;

    public void Write()
    {
        sheet.Title(sheet.Text("Review.Title", SafeText.Line(run.Name ?? "–", 80)));
        sheet.Line(
            sheet.Text("Review.AsOf", LocalDatePattern.Iso.Format(run.AsOf), summary.Accounts, SafeText.Line(run.Currency, 10)),
            isDim: true);
        if (run.Owner is not null)
            sheet.Line(sheet.Text("Review.OwnedBy", SafeText.Line(run.Owner, 80)));
        sheet.Line(sheet.Text(
            "Review.Totals",
            Money(summary.Purchases),
            Percent(summary.Concentration.Largest),
            Percent(summary.Concentration.FiveLargest),
            summary.Concentration.TierA,
            Page.Number(summary.Concentration.Gini, "0.00")));
        WriteMatrix();
        if (since is not null)
            WriteSince(since);
        WriteAccounts();
        WriteWarnings();
        WriteRetention();
    }

    // Of the accounts that are shown or would be: what somebody should look at before the review is believed.
    private void WriteWarnings()
    {
        var warnings = accounts.SelectMany(account => account.Warnings.Select(warning => (account.Name, warning.Message))).ToArray();
        var shown = warnings.Take(isScreen ? ShownWarnings : MostOnPaper).ToArray();
        foreach (var (name, message) in shown)
            sheet.Line(sheet.Text("Review.Warning", SafeText.Fit(name, NameWidth).TrimEnd(), message));
        if (warnings.Length > shown.Length)
            sheet.Line(sheet.Text("Account.More", warnings.Length - shown.Length), isDim: true);
    }

    /// <summary>What has changed, for a portfolio.</summary>
    private void WriteSince(PortfolioChange change)
    {
        sheet.Heading(sheet.Text("Review.Since", LocalDatePattern.Iso.Format(change.From)));
        sheet.Line(sheet.Text(
            "Review.Movements",
            change.Movements.Count(each => each.IsPromoted == true),
            change.Movements.Count(each => each.IsPromoted == false),
            change.Movements.Count(each => each.IsRiskier == true),
            change.Movements.Count(each => each.IsRiskier == false),
            change.Movements.Count(each => each.Before is null),
            change.Movements.Count(each => each.After is null),
            change.Unmoved));
        if (change.ChangedModels.Count > 0)
            sheet.Line(sheet.Text("Review.ChangedModels", sheet.Listed(change.ChangedModels)));
        var shown = change.Movements.Take(isScreen ? ShownMovements : MostOnPaper).ToArray();
        foreach (var movement in shown)
            sheet.Line(Movement(movement));
        if (change.Movements.Count > shown.Length)
            sheet.Line(sheet.Text("Review.More", change.Movements.Count - shown.Length), isDim: true);
    }

    private string Movement(AccountMovement movement)
    {
        var name = SafeText.Fit(movement.Name, NameWidth).TrimEnd();
        if (movement.Before is null || movement.After is null)
            return sheet.Text(movement.Before is null ? "Review.New" : "Review.Gone", name);
        var parts = new List<string>();
        if (movement.Before.Tier != movement.After.Tier)
            parts.Add($"{Tier(movement.Before.Tier)} → {Tier(movement.After.Tier)}");
        if (movement.Before.Risk != movement.After.Risk)
            parts.Add($"{Risk(movement.Before.Risk)} → {Risk(movement.After.Risk)}");
        parts.AddRange(movement.NewFindings.Select(rule => $"+{rule}"));
        parts.AddRange(movement.SettledFindings.Select(rule => $"-{rule}"));
        return $"{name}: {sheet.Listed(parts)}";
    }

    private void WriteMatrix()
    {
        sheet.Heading(sheet.Text("Review.Matrix"));
        RiskLevel?[] risks = [.. RiskLevel.InOrder.Reverse(), null];
        var rows = AccountTier.InOrder.Append(null)
            .Where(tier => tier is not null || summary.Matrix.Any(cell => cell.Tier is null && cell.Accounts > 0))
            .Select(tier => (string[])
            [
                Tier(tier),
                .. risks.Select(risk => Cell([.. summary.Matrix.Where(cell => cell.Tier == tier && cell.Risk == risk)])),
                Cell([.. summary.Matrix.Where(cell => cell.Tier == tier)]),
            ]);
        sheet.Table(
            [
                new("Review.Tier", 8), new("Review.HighRisk", 16, true), new("Review.MediumRisk", 16, true), new(
                    "Review.LowRisk", 16, true),
                new("Review.UnknownRisk", 16, true), new("Review.All", 16, true),
            ],
            rows);
        var known = summary.Coverage.Where(each => each.Accounts > 0)
            .Select(each => $"{each.Topic.DisplayName(sheet.Language)} {Count(each.Accounts)}").ToArray();
        var unknown = summary.Coverage.Where(each => each.Accounts == 0).Select(each => each.Topic.DisplayName(sheet.Language)).ToArray();
        sheet.Line(sheet.Text("Review.Known", summary.Accounts, sheet.Listed(known.DefaultIfEmpty("–"))));
        if (unknown.Length > 0 && summary.Accounts > 0)
            sheet.Line(sheet.Text("Review.Unknown", sheet.Listed(unknown)));
    }

    private string Cell(RiskCell[] cells) => cells.Sum(cell => cell.Accounts) is var count and > 0
        ? $"{Count(count)}  {Percent(summary.Purchases > 0 ? cells.Sum(cell => cell.Purchases) / summary.Purchases : null),6}"
        : "–";

    private void WriteAccounts()
    {
        // Whatever else stands on the screen, what is left of it is for the accounts.
        var actions = accounts.SelectMany(account => account.Actions.Take(1).Select(action => (Account: account, Action: action)))
            .Take(isScreen ? ShownActions : MostOnPaper)
            .ToArray();
        var below = 9 + actions.Length
            + (run.Retention is { Cohorts.Count: > 0 } retention ? 4 + Math.Min(ShownCohorts, retention.Cohorts.Count) : 0);
        var shown = accounts.Take(isScreen ? Math.Clamp(ScreenLines - sheet.Lines - below - 3, FewestOnScreen, MostOnScreen) : MostOnPaper)
            .ToArray();
        if (shown.Length == 0)
            return;
        sheet.Heading(sheet.Text("Review.AtStakeTitle"));
        sheet.Table(
            [
                new("Review.Account", NameWidth), new("Review.Tier", 4), new("Review.Risk", 7), new("Review.Purchases", 11, true), new(
                    "Review.Trend", 7, true),
                new("Review.AtStake", 11, true), new("Review.Finding", 0),
            ],
            shown.Select(account => (string[])
            [
                account.Name,
                account.Tier.Tier is null && account.RevenueTier is { } byRevenue ? $"({byRevenue.Name})"
                    : Tier(account.Tier.Tier) + (account.Tier.Override is null ? "" : "*"),
                Risk(account.Risk),
                Money(account.AnnualPurchases),
                Change(account.Trend?.Change),
                Money(account.AtStake),
                account.Findings.Count > 0 ? account.Findings[0].Text.In(sheet.Language) : "–",
            ]));
        if (shown.Any(account => account.Tier.Tier is null || account.Tier.Override is not null))
            sheet.Line(sheet.Text("Review.Legend"), isDim: true);
        if (summary.Accounts > shown.Length)
            sheet.Line(sheet.Text("Review.More", Count(summary.Accounts - shown.Length)), isDim: true);

        if (actions.Length == 0)
            return;
        sheet.Heading(sheet.Text("Review.Do"));
        sheet.Table(
            [new("Review.Account", NameWidth), new("Review.Due", 10), new("Review.Owner", 19), new("Review.Action", 0)],
            actions.Select(each => (string[])
            [
                each.Account.Name, LocalDatePattern.Iso.Format(each.Action.DueOn), each.Action.Owner.DisplayName(sheet.Language),
                each.Action.Text.In(sheet.Language),
            ]));
        var all = summary.Actions.Sum(action => action.Accounts);
        if (all > actions.Length)
            sheet.Line(
                sheet.Text("Review.MoreActions", Count(all - actions.Length), LocalDatePattern.Iso.Format(summary.Actions[0].FirstDueOn)),
                isDim: true);
    }

    // A period that is not over yet stands in brackets.
    private void WriteRetention()
    {
        if (run.Retention is not { Cohorts.Count: > 0 } retention)
            return;
        sheet.Heading(sheet.Text("Review.Retention"));
        var ages = Math.Min(8, retention.Cohorts.Max(cohort => cohort.Periods.Count));
        var rows = retention.Cohorts.TakeLast(isScreen ? ShownCohorts : MostOnPaper).Select(cohort => Row(
            YearMonthPattern.Iso.Format(cohort.From.ToYearMonth()),
            Count(cohort.Accounts),
            cohort.Periods.Take(ages)
                .Select(period => period.IsComplete ? Page.Number(period.Retention, "0 %") : $"({Page.Number(period.Retention, "0 %")})")));
        string[] all = Row(sheet.Text("Review.All"), "", retention.ByAge.Take(ages).Select(age => Page.Number(age.Retention, "0 %")));
        sheet.Table(
            [new("Review.Cohort", 12), new("Review.Accounts", 9, true), .. Enumerable.Range(0, ages)
                .Select(age => new Column($"Review.Age{age.ToString(CultureInfo.InvariantCulture)}", 8, true))],
            rows.Append(all));

        string[] Row(string first, string second, IEnumerable<string> cells)
        {
            string[] row = [first, second, .. cells];
            return [.. row, .. Enumerable.Repeat("", ages + 2 - row.Length)];
        }
    }

    private static string Tier(AccountTier? tier) => tier?.Name ?? "–";

    private string Risk(RiskLevel? risk) => risk is null ? "–" : sheet.Text(
        risk == RiskLevel.High ? "Review.HighRisk" : risk == RiskLevel.Medium ? "Review.MediumRisk" : "Review.LowRisk");

    private static string Money(decimal? amount) => Page.Number(amount, "#,0");

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(decimal? share) => Page.Number(share, "0.0 %");

    private static string Change(decimal? change) => Page.Number(change, "+0 %;-0 %;0 %");
}
