using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Purchases;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KeyAccount.Tool.Output;

/// <summary>A graded portfolio for a person: the tiers, the Pareto curve, the largest accounts.</summary>
internal sealed class GradingTable(ParetoGrading<AccountRevenue> grading, string title, string language)
{
    public const int Width = 100;
    private const int TopAccounts = 10;
    private const int LongestId = 40;
    private const int CurveWidth = 60;
    private const int CurveHeight = 6;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    private static readonly TextTable Texts = TextTable.FromResources(typeof(GradingTable).Assembly, "KeyAccount.Tool.Texts");

    public void WriteTo(IAnsiConsole console)
    {
        console.Write(new Markup($"[bold]{Markup.Escape(title)}[/]\n"));
        console.Write(new Markup($"[dim]{Markup.Escape(Reading())}[/]\n\n"));
        if (grading.Accounts.Count == 0)
        {
            console.Write(new Markup($"{Markup.Escape(Text("Grade.NoAccounts"))}\n"));
            return;
        }

        console.Write(Tiers());
        console.Write(new Markup($"{Markup.Escape(Text("Grade.Gini", grading.Gini.ToString("0.0000", CultureInfo.InvariantCulture)))}\n"));
        console.Write(new Markup($"\n[bold]{Markup.Escape(Text("Grade.Curve"))}[/]\n"));
        console.Write(new Rows(Curve()));
        console.Write(new Markup($"\n[bold]{Markup.Escape(Text("Grade.Top"))}[/]\n"));
        console.Write(Top());
    }

    private static string ColorOf(AccountTier tier) => tier == AccountTier.A ? "green" : tier == AccountTier.B ? "yellow" : "grey";

    private static string Money(decimal amount) => amount.ToString("#,0.00##########################", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private string Text(string key, params object?[] arguments) => Texts[key].With(arguments).In(language);

    private string Reading() => Text(
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
        var table = Framed("Grade.Tier", "Grade.Accounts", "Grade.Share", "Grade.Revenue", "Grade.Share");
        foreach (var tier in AccountTier.InOrder)
        {
            AddRow(
                table,
                tier.DisplayName(language),
                ColorOf(tier),
                grading.CountOf(tier),
                grading.RevenueOf(tier),
                grading.Total == 0 ? 0 : (double)(grading.RevenueOf(tier) / grading.Total));
        }

        AddRow(table, Text("Grade.All"), "bold", grading.Accounts.Count, grading.Total, grading.Total == 0 ? 0 : 1);
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

        yield return new Markup("      " + Markup.Escape(Text("Grade.CurveAxis")));
    }

    private Table Top()
    {
        var table = Framed("Grade.Account", "Grade.Rank", "Grade.Revenue", "Grade.Share", "Grade.Cumulative", "Grade.Tier");
        foreach (var account in grading.Accounts.Take(TopAccounts))
        {
            table.AddRow(
                Markup.Escape(Shown.Line(account.Account.Id, LongestId)),
                account.Rank.ToString(CultureInfo.InvariantCulture),
                Money(account.Revenue),
                Percent(account.Share),
                Percent(account.CumulativeShare),
                $"[{ColorOf(account.Tier)}]{account.Tier.Name}[/]");
        }

        return table;
    }

    // Names to the left, numbers to the right.
    private Table Framed(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(Text(columns[i])));
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        return table;
    }
}
