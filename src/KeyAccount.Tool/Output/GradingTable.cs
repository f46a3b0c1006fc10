using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Tool.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KeyAccount.Tool.Output;

/// <summary>A graded portfolio for a person: the tiers, the Pareto curve, the largest accounts.</summary>
internal sealed class GradingTable(ParetoGrading<string> grading, string title, Page page)
{
    /// <summary>Of how many of the largest accounts the share is told.</summary>
    public static readonly int[] Largest = [1, 5];

    private const int TopAccounts = 10;
    private const int LongestId = 40;
    private const int CurveWidth = 60;
    private const int CurveHeight = 6;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    public void Write()
    {
        page.Line(title, "bold");
        page.Line(Reading() + "\n", "dim");
        page.Write(Tiers());
        page.Line(page.Text("Grade.Gini", Page.Number(grading.Gini, "0.0000")));
        if (grading.Herfindahl is { } index)
        {
            page.Line(page.Text(
                "Grade.Herfindahl",
                Page.Number(index, "0.0000"),
                Percent(grading.ShareOfLargest(Largest[0])!.Value),
                Percent(grading.ShareOfLargest(Largest[1])!.Value)));
        }

        page.Heading(page.Text("Grade.Curve"));
        page.Write(new Rows(Curve()));
        page.Heading(page.Text("Grade.Top"));
        page.Write(Top());
    }

    private static string ColorOf(AccountTier tier) => tier == AccountTier.A ? "green" : tier == AccountTier.B ? "yellow" : "grey";

    private static string Money(decimal amount) => amount.ToString("#,0.00##########################", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private string Reading() => page.Text(
        grading.Rule switch
        {
            ParetoRule.Crossing => "Grade.Rule.Crossing",
            ParetoRule.Inclusive => "Grade.Rule.Inclusive",
            _ => "Grade.Rule.HeadCount",
        },
        (100 * grading.Cuts.A).ToString("0.############", CultureInfo.InvariantCulture),
        (100 * grading.Cuts.B).ToString("0.############", CultureInfo.InvariantCulture));

    private Table Tiers()
    {
        var table = page.Framed("Grade.Tier", "Grade.Accounts", "Grade.Share", "Grade.Revenue", "Grade.Share");
        foreach (var tier in AccountTier.InOrder)
        {
            AddRow(
                table,
                tier.DisplayName(page.Language),
                ColorOf(tier),
                grading.CountOf(tier),
                grading.RevenueOf(tier),
                grading.Total == 0 ? 0 : (double)(grading.RevenueOf(tier) / grading.Total));
        }

        AddRow(table, page.Text("Grade.All"), "bold", grading.Accounts.Count, grading.Total, grading.Total == 0 ? 0 : 1);
        return table;
    }

    private void AddRow(Table table, string name, string style, int count, decimal revenue, double share) => table.AddRow(
        $"[{style}]{Markup.Escape(name)}[/]",
        count.ToString("#,0", CultureInfo.InvariantCulture),
        Percent((double)count / grading.Accounts.Count),
        Money(revenue),
        Percent(share));

    // One column per slice of the accounts, largest first; its height is the cumulative share, its colour the tier.
    private IEnumerable<IRenderable> Curve()
    {
        var accounts = Enumerable.Range(1, CurveWidth)
            .Select(column => grading.Accounts[(int)((((long)column * grading.Accounts.Count) + CurveWidth - 1) / CurveWidth) - 1])
            .ToArray();
        for (var row = CurveHeight - 1; row >= 0; row--)
        {
            var label = row == CurveHeight - 1 ? "100 %" : row == 0 ? "  0 %" : "     ";
            yield return new Markup(label + " " + string.Concat(accounts.Select(account =>
            {
                var eighths = Math.Clamp((int)Math.Round(account.CumulativeShare * CurveHeight * 8) - (row * 8), 0, 8);
                return $"[{ColorOf(account.Tier)}]{Eighths[eighths]}[/]";
            })));
        }

        yield return new Markup("      " + Markup.Escape(page.Text("Grade.CurveAxis")));
    }

    private Table Top()
    {
        var table = page.Framed("Grade.Account", "Grade.Rank", "Grade.Revenue", "Grade.Share", "Grade.Cumulative", "Grade.Tier");
        foreach (var account in grading.Accounts.Take(TopAccounts))
        {
            table.AddRow(
                Markup.Escape(SafeText.Line(account.Account, LongestId)),
                account.Rank.ToString(CultureInfo.InvariantCulture),
                Money(account.Revenue),
                Percent(account.Share),
                Percent(account.CumulativeShare),
                $"[{ColorOf(account.Tier)}]{account.Tier.Name}[/]");
        }

        return table;
    }
}
