using System.Globalization;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>One account on one page: where it stands by every room, what is at stake, what to do, what we do not know. Every reason is in
/// <c>explain</c>.</summary>
internal sealed class AccountPage(
    AccountReview account, PortfolioReviewRun run, ReviewModels models, ReviewSnapshot? earlier, AccountSummary? before, Sheet sheet)
{
    private const int ShownFindings = 10;

    public void Write()
    {
        var reader = new TopicReader(models, run.Currency, sheet.Language);
        sheet.Title(SafeText.Line(account.Name, 80));
        sheet.Line(
            sheet.Text(
                "Account.AsOf", SafeText.Line(account.Id, 40), LocalDatePattern.Iso.Format(account.AsOf), SafeText.Line(run.Currency, 10)),
                isDim: true);
        if (account.Owner is not null)
            sheet.Line(sheet.Text("Account.Owner", SafeText.Line(account.Owner, 80)));
        sheet.Line(sheet.Text(
            "Account.Summary",
            account.Tier.Tier is { } tier ? tier.DisplayName(sheet.Language) : sheet.Text("Explain.NotKnown"),
            account.Risk is { } risk ? risk.DisplayName(sheet.Language) : sheet.Text("Explain.NotKnown"),
            Money(account.AnnualPurchases),
            account.Rank is { } rank ? rank.ToString(CultureInfo.InvariantCulture) : "–",
            run.Accounts.Count,
            Money(account.AtStake)));
        if (account.Tier.Override is { } set)
            sheet.Line(
                sheet.Text(
                    "Explain.Override", SafeText.Line(set.By, 40), LocalDatePattern.Iso.Format(set.Until), SafeText.Line(set.Reason, 80),
                    (object?)account.Tier.Computed ?? "–"));
        if (earlier is not null)
            WriteSince(earlier);

        sheet.Heading(sheet.Text("Account.Stands"));
        sheet.Table(
            [new("Account.Topic", 20), new("Account.Standing", 0)],
            models.Topics
                .Where(topic => topic.Topic != ReviewTopic.Purchases)
                .Select(topic => (string[])
                [
                    topic.Topic.DisplayName(sheet.Language), topic.Summarise(account, reader) ?? sheet.Text("Explain.NotKnown"),
                ]));

        sheet.Heading(sheet.Text("Account.Findings"));
        var shown = account.Findings.Take(ShownFindings).ToArray();
        sheet.Table(
            [new("Review.AtStake", 12, true), new("Account.Share", 6, true), new("Account.Rule", 20), new("Review.Finding", 0)],
            shown.Select(
                finding =>
                    (string[])[Money(finding.AtStake), Page.Number(finding.Stake.Share, "0 %"), finding.RuleId, finding.Text.In(
                        sheet.Language)]));
        if (account.Findings.Count > shown.Length)
            sheet.Line(sheet.Text("Account.More", account.Findings.Count - shown.Length), isDim: true);

        sheet.Heading(sheet.Text("Account.Actions"));
        sheet.Table(
            [new("Review.Due", 10), new("Review.Owner", 19), new("Account.Rule", 20), new("Review.Action", 0)],
            account.Actions.Select(action => (string[])
                [LocalDatePattern.Iso.Format(action.DueOn), action.Owner.DisplayName(sheet.Language), action.RuleId, action.Text.In(
                    sheet.Language)]));
        foreach (var forbidden in account.Forbidden)
            sheet.Line(sheet.Text("Account.Forbidden", forbidden.Kind.DisplayName(sheet.Language), forbidden.Reason));
        foreach (var warning in account.Warnings)
            sheet.Line(sheet.Text("Account.Warning", warning.Message));
        if (account.Unknown.Count > 0)
            sheet.Line(sheet.Text("Explain.Unknown", sheet.Listed(account.Unknown.Select(topic => topic.DisplayName(sheet.Language)))));
    }

    private void WriteSince(ReviewSnapshot than)
    {
        var date = LocalDatePattern.Iso.Format(than.AsOf);
        if (before is null)
        {
            sheet.Line(sheet.Text("Account.New", date));
            return;
        }

        var movement = new AccountMovement(before, AccountSummary.Of(account));
        sheet.Line(sheet.Text(
            "Account.Since",
            date,
            before.Tier is { } tier ? tier.DisplayName(sheet.Language) : sheet.Text("Explain.NotKnown"),
            before.Risk is { } risk ? risk.DisplayName(sheet.Language) : sheet.Text("Explain.NotKnown"),
            Money(before.AnnualPurchases),
            sheet.Listed(movement.NewFindings.DefaultIfEmpty("–")),
            sheet.Listed(movement.SettledFindings.DefaultIfEmpty("–"))));
    }

    private static string Money(decimal? amount) => Page.Number(amount, "#,0");
}
