using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>One account on one page: where it stands by every room, what is at stake, what to do, what we do not know. Every reason is in
/// <c>explain</c>.</summary>
internal sealed class AccountPage(
    AccountReview account, PortfolioReviewRun run, ReviewModels models, ReviewSnapshot? earlier, AccountSummary? before, Sheet sheet)
{
    private const int ShownFindings = 10;
    private const int ShownQuotes = 3;

    public void Write()
    {
        sheet.Title(SafeText.Line(account.Name, 80));
        sheet.Line(
            sheet.Text(
                "Account.AsOf", SafeText.Line(account.Id, 40), LocalDatePattern.Iso.Format(account.AsOf), SafeText.Line(run.Currency, 10)),
                isDim: true);
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
            [new("Account.Topic", 20), new("Account.Standing", 0)], Standings()
                .Select(each => (string[])[each.Topic.DisplayName(sheet.Language), each.Text ?? sheet.Text("Explain.NotKnown")]));

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

    // One line a room: what it has judged, and what follows.
    private IEnumerable<(ReviewTopic Topic, string? Text)> Standings()
    {
        yield return (ReviewTopic.AccountValue, Joined(
            account.Value.IsRated ? sheet.Text("Account.Points", Page.Number(account.Value.Score, "0.0"), account.Value.Band) : null,
            Path(),
            account.Stability.Text.In(sheet.Language)));
        yield return (ReviewTopic.Trend, account.Trend is not { } trend ? null : Joined(
            trend.Change is { } change ? sheet.Text("Account.Trend", Page.Number(change, "+0.0 %;-0.0 %;0 %"), trend.Months) : null,
            trend.MonthsSincePurchase is { } months ? sheet.Text("Account.Recency", months) : null));
        yield return (ReviewTopic.Relationship, account.Oke is not { } oke ? null : Joined(
            oke.Organisation.Band?.DisplayName(sheet.Language),
            oke.KeyDecisionMakers.Level?.DisplayName(sheet.Language),
            oke.Extensive.Level?.DisplayName(sheet.Language),
            oke.Extensive.ShortBoard.Count > 0
                ? sheet.Text("Explain.ShortBoard", sheet.Listed(oke.Extensive.ShortBoard.Select(each => each.DisplayName(sheet.Language))))
                    : null));
        yield return (ReviewTopic.Stakeholders, account.Stakeholders is not { } map ? null : Joined(
            map.Support.Value is { } support
                ? sheet.Text(
                    "Account.Support", Page.Number(support, "0"), Page.Number(map.Support.Range.Low, "0"), Page.Number(
                        map.Support.Range.High, "0")) : null,
            map.Risks is [{ Findings: [var loss, ..] }, ..] ? loss.In(sheet.Language) : null));
        yield return (ReviewTopic.Development, Joined(
            account.Development?.Stage?.DisplayName(sheet.Language), account.Lifecycle?.Period?.DisplayName(sheet.Language)));
        yield return (ReviewTopic.SwitchingCost, Joined(
            account.SwitchingCost is { IsRated: true } barrier
                ? sheet.Text("Account.Points", Page.Number(barrier.Score, "0"), barrier.Band) : null,
            account.BarrierAdvice?.Advice?.DisplayName(sheet.Language)));
        yield return (ReviewTopic.CompetitorBarrier, Points(account.CompetitorBarrier));
        yield return (ReviewTopic.Loyalty, Joined(
            Points(account.Loyalty),
            account.LoyaltyType?.Advice?.DisplayName(sheet.Language),
            account.ShareOfWallet?.MainBusiness.Reason.In(sheet.Language)));
        yield return (ReviewTopic.Satisfaction, Joined(
            account.Satisfaction?.DisplayName(sheet.Language),
            account.Complaints.Count > 0
                ? sheet.Text("Account.Complaints", account.Complaints.Count, account.Complaints.Count(each => each.IsOverdue)) : null));
        yield return (ReviewTopic.Contract, account.Contract is not { } contract ? null : Joined(
            SafeText.Line(contract.Id, 30), contract.Until is { } until ? sheet.Text("Account.Until", LocalDatePattern.Iso.Format(until))
                : null));
        yield return (ReviewTopic.Quotation, Joined(
        [
            account.Posture?.Advice is { } posture ? sheet.Text("Account.Posture", posture.Posture, posture.Authority) : null,
            .. account.Quotes.Take(ShownQuotes)
                .Select(quote => $"{SafeText.Line(quote.Quotation.Id, 20)}: {quote.Verdict.DisplayName(sheet.Language)}"),
            account.Quotes.Count > ShownQuotes ? sheet.Text("Account.More", account.Quotes.Count - ShownQuotes) : null,
        ]));
    }

    private string? Points<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TBand>(Assessment<TBand>? assessment)
        where TBand : Term<TBand> =>
            assessment is { IsRated: true } ? sheet.Text("Account.Points", Page.Number(assessment.Score, "0"), assessment.Band) : null;

    private string? Path()
    {
        if (account.NextBand is null || account.Paths is not [{ Kind: ImprovementKind.Change } path, ..])
            return null;
        return $"{account.NextBand.Name}: {string.Join(" + ", path.Changes.Select(Change))}";
    }

    private string Change(FactChange change)
    {
        var criterion = models.Value.Criteria.First(each => each.Key == change.Criterion);
        var (from, to) =
            (CriterionText.Of(criterion, change.RawFrom, sheet.Language), CriterionText.Of(criterion, change.RawTo, sheet.Language));
        return $"{criterion.Label.In(sheet.Language)} {from} → {to} {criterion.Unit.In(sheet.Language)}".TrimEnd();
    }

    private string? Joined(params string?[] parts) =>
        string.Join(sheet.Language == Language.English ? "; " : "；", parts.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string Money(decimal? amount) => Page.Number(amount, "#,0");
}
