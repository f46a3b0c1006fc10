using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using NodaTime.Text;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A reviewed portfolio for a person: a row an account, the largest first; then the relationships, and retention where purchases are known.</summary>
internal sealed class ReviewTable(PortfolioReview review, ReviewModels models, Page page)
{
    // More than a person reads; programs get all of them.
    private const int ShownAccounts = 60;
    private const int ShownCohorts = 8;
    private const int LongestName = 24;
    private const int LongestPath = 60;
    private const int LongestPerson = 14;

    public void Write()
    {
        page.Line(page.Text("Review.Title", Shown.Line(review.Name ?? "–", 80)), "bold");
        page.Line(page.Text("Review.AsOf", LocalDatePattern.Iso.Format(review.AsOf), review.Accounts.Count, Shown.Line(review.Currency, 10)) + "\n", "dim");
        page.Write(Accounts());
        if (review.Accounts.Count > ShownAccounts)
            page.Line(page.Text("Review.More", review.Accounts.Count - ShownAccounts));
        page.Line(page.Text("Review.Legend"), "dim");

        var known = review.Accounts.Take(ShownAccounts).Where(IsRelationshipKnown).ToArray();
        if (known.Length > 0)
        {
            page.Heading(page.Text("Review.Relationships"));
            page.Write(Relationships(known));
            page.Line(page.Text("Review.RelationshipLegend"), "dim");
        }

        if (review.Retention is { Cohorts.Count: > 0 } retention)
        {
            page.Heading(page.Text("Review.Retention"));
            page.Write(Retention(retention));
        }
    }

    private static bool IsRelationshipKnown(AccountReview account) =>
        account.Oke is not null || account.People.Count > 0 || account.SwitchingCost is not null || account.Loyalty is not null;

    private static TableColumn Column(string text) => new(Markup.Escape(text)) { Padding = new(0, 0, 1, 0), NoWrap = true };

    private static string Tier(AccountTier? tier) => tier is null ? "–" : $"[{(tier == AccountTier.A ? "green" : tier == AccountTier.B ? "yellow" : "grey")}]{tier.Name}[/]";

    private static string Name(AccountReview account) => Markup.Escape(Shown.Line(account.Name, LongestName));

    private Table Plain(string first, string[] columns, string last)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(Column(page.Text(first)));
        foreach (var column in columns)
            table.AddColumn(Column(page.Text(column)).RightAligned());
        return table.AddColumn(new TableColumn(Markup.Escape(page.Text(last))) { Padding = new(0, 0) });
    }

    private Table Accounts()
    {
        var table = Plain("Review.Account", ["Review.Purchases", "Review.RevenueTier", "Review.Tier", "Review.Score", "Review.Band", "Review.Known"], "Review.Path");
        foreach (var account in review.Accounts.Take(ShownAccounts))
        {
            table.AddRow(
                Name(account),
                Page.Number(account.AnnualPurchases, "#,0"),
                Tier(account.RevenueTier),
                Tier(account.Tier.Tier) + (account.Tier.Override is null ? "" : "*"),
                Page.Number(account.Value.Score, "0.0"),
                Tier(account.Value.Band),
                Page.Number(account.Value.Coverage, "0 %"),
                Markup.Escape(Shown.Line(Path(account), LongestPath)));
        }

        return table;
    }

    private Table Relationships(AccountReview[] accounts)
    {
        var table = Plain(
            "Review.Account",
            ["Review.Organisation", "Review.Key", "Review.Extensive", "Review.Stage", "Review.Barrier", "Review.Loyalty", "Review.Wallet", "Review.SingleThread"],
            "Review.Move");
        foreach (var account in accounts)
        {
            var levels = account.Oke?.Levels;
            table.AddRow(
                Name(account),
                levels?.Organisation is { } organisation ? $"O{organisation.Value}" : "–",
                levels?.KeyDecisionMakers is { } key ? $"K{key.Value}" : "–",
                levels?.Extensive is { } extensive ? $"E{extensive.Value}" : "–",
                account.Development?.Stage is { } stage ? $"D{stage.Value}" : "–",
                account.SwitchingCost?.Band is { } barrier ? $"B{barrier.Value}" : "–",
                account.Loyalty?.Band is { } loyalty ? $"L{loyalty.Value}" : "–",
                Page.Number(account.ShareOfWallet?.MainBusiness.Share, "0 %"),
                Markup.Escape(account.Stakeholders is { Risks: [var worst, ..] } ? Shown.Line(worst.Person.Name ?? worst.Person.Id, LongestPerson) + (worst.LosesDecision ? "!" : "") : "–"),
                Markup.Escape(Shown.Line(Move(account), LongestPath)));
        }

        return table;
    }

    // Whom to win next, and what limits the climate.
    private string Move(AccountReview account)
    {
        var board = account.Oke is { Extensive.ShortBoard: { Count: > 0 } boards }
            ? page.Text("Review.ShortBoard", page.Listed(boards.Select(each => each.DisplayName(page.Language))))
            : null;
        var step = account.Stakeholders is { NextToWin: [var next, ..] } ? next : null;
        var move = step is null ? null : $"{Shown.Line(step.Person.Name ?? step.Person.Id, LongestPerson)} {step.Move.From.Name} → {step.Move.To.Name}";
        return string.Join("; ", new[] { move, board }.OfType<string>()) is { Length: > 0 } text ? text : "–";
    }

    private string Path(AccountReview account)
    {
        if (account.Paths.Count == 0)
            return page.Text("Review.Top");
        var path = account.Paths[0];
        var criterion = models.Value.Criteria.First(each => each.Key == path.Key);
        var label = criterion.Label.In(page.Language);
        return path.Kind switch
        {
            ImprovementKind.Change => $"{account.NextBand!.Name}: {label} {Value(criterion, path.From!.Value)} → {Value(criterion, path.To!.Value)} {criterion.Unit.In(page.Language)}".TrimEnd(),
            ImprovementKind.LearnFirst => page.Text("Review.Learn", account.NextBand!.Name, label),
            ImprovementKind.CapInTheWay => page.Text("Review.Capped", account.NextBand!.Name, models.Value.Caps.First(cap => cap.Key == path.Cap).Label),
            _ => page.Text("Review.NotAlone", account.NextBand!.Name),
        };
    }

    private string Value(Criterion<AccountValueFacts> criterion, double raw) => CriterionText.Of(criterion, raw, page.Language);

    // A period that is not over yet stands in brackets.
    private Table Retention(CohortTable retention)
    {
        var ages = retention.Cohorts.Max(cohort => cohort.Periods.Count);
        var shown = Math.Min(ages, ShownCohorts);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(Column(page.Text("Review.Cohort")))
            .AddColumn(Column(page.Text("Review.Accounts")).RightAligned());
        for (var age = 0; age < shown; age++)
            table.AddColumn(Column(string.Create(CultureInfo.InvariantCulture, $"+{age}")).RightAligned());
        foreach (var cohort in retention.Cohorts.TakeLast(ShownCohorts))
        {
            table.AddRow([
                YearMonthPattern.Iso.Format(cohort.From.ToYearMonth()),
                Page.Number((decimal)cohort.Accounts, "#,0"),
                .. cohort.Periods.Take(shown).Select(period => period.IsComplete ? Page.Number(period.Retention, "0 %") : $"({Page.Number(period.Retention, "0 %")})"),
            ]);
        }

        return table.AddRow([page.Text("Review.All"), "", .. retention.ByAge.Take(shown).Select(age => Page.Number(age.Retention, "0 %"))]);
    }
}
