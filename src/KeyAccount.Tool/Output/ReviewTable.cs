using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime.Text;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A reviewed portfolio for a person: a row an account, the largest first.</summary>
internal sealed class ReviewTable(PortfolioReview review, ReviewModels models, string language)
{
    // More than a person reads; programs get all of them.
    private const int ShownAccounts = 60;
    private const int LongestName = 24;
    private const int LongestPath = 60;

    private static readonly TextTable Texts = TextTable.FromResources(typeof(ReviewTable).Assembly, "KeyAccount.Tool.Texts");

    public void WriteTo(IAnsiConsole console)
    {
        console.Write(new Markup($"[bold]{Markup.Escape(Text("Review.Title", Shown.Line(review.Name ?? "–", 80)))}[/]\n"));
        console.Write(new Markup($"[dim]{Markup.Escape(Text("Review.AsOf", LocalDatePattern.Iso.Format(review.AsOf), review.Accounts.Count, Shown.Line(review.Currency, 10)))}[/]\n\n"));
        console.Write(Accounts());
        if (review.Accounts.Count > ShownAccounts)
            console.Write(new Markup($"{Markup.Escape(Text("Review.More", review.Accounts.Count - ShownAccounts))}\n"));
        console.Write(new Markup($"[dim]{Markup.Escape(Text("Review.Legend"))}[/]\n"));
    }

    private Table Accounts()
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(Column("Review.Account"));
        foreach (var column in (string[])["Review.Purchases", "Review.RevenueTier", "Review.Tier", "Review.Score", "Review.Band", "Review.Known"])
            table.AddColumn(Column(column).RightAligned());
        table.AddColumn(new TableColumn(Markup.Escape(Text("Review.Path"))) { Padding = new(0, 0) });
        foreach (var account in review.Accounts.Take(ShownAccounts))
        {
            table.AddRow(
                Markup.Escape(Shown.Line(account.Name, LongestName)),
                account.AnnualPurchases?.ToString("#,0", CultureInfo.InvariantCulture) ?? "–",
                Tier(account.RevenueTier),
                Tier(account.Tier.Tier) + (account.Tier.Override is null ? "" : "*"),
                account.Value.Score?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–",
                Tier(account.Value.Band),
                account.Value.Coverage.ToString("0 %", CultureInfo.InvariantCulture),
                Markup.Escape(Shown.Line(Path(account), LongestPath)));
        }

        return table;
    }

    private TableColumn Column(string key) => new TableColumn(Markup.Escape(Text(key))) { Padding = new(0, 0, 1, 0), NoWrap = true };

    private static string Tier(AccountTier? tier) => tier is null ? "–" : $"[{(tier == AccountTier.A ? "green" : tier == AccountTier.B ? "yellow" : "grey")}]{tier.Name}[/]";

    private string Path(AccountReview account)
    {
        if (account.Paths.Count == 0)
            return Text("Review.Top");
        var path = account.Paths[0];
        var criterion = models.Value.Criteria.First(each => each.Key == path.Key);
        var label = criterion.Label.In(language);
        return path.Kind switch
        {
            ImprovementKind.Change => $"{account.NextBand!.Name}: {label} {Value(criterion, path.From!.Value)} → {Value(criterion, path.To!.Value)} {criterion.Unit.In(language)}".TrimEnd(),
            ImprovementKind.LearnFirst => Text("Review.Learn", account.NextBand!.Name, label),
            ImprovementKind.CapInTheWay => Text("Review.Capped", account.NextBand!.Name, models.Value.Caps.First(cap => cap.Key == path.Cap).Label),
            _ => Text("Review.NotAlone", account.NextBand!.Name),
        };
    }

    private string Value(Criterion<AccountValueFacts> criterion, double raw) => CriterionText.Of(criterion, raw, language);

    private string Text(string key, params object?[] arguments) => Texts[key].With(arguments).In(language);
}
