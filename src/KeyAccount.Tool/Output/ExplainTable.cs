using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime.Text;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>One account for a person: what it is rated, why, what is not known, and what would bring it further.</summary>
internal sealed class ExplainTable(AccountReview account, string currency, ReviewModels models, string language)
{
    private const int LongestLine = 80;

    private static readonly TextTable Texts = TextTable.FromResources(typeof(ExplainTable).Assembly, "KeyAccount.Tool.Texts");

    public void WriteTo(IAnsiConsole console)
    {
        Line(console, $"[bold]{Markup.Escape(Shown.Line(account.Name, LongestLine))}[/]");
        Line(console, $"[dim]{Markup.Escape(Text("Explain.AsOf", LocalDatePattern.Iso.Format(account.AsOf)))}[/]\n");
        foreach (var sentence in Summary())
            Line(console, Markup.Escape(sentence));

        Line(console, $"\n[bold]{Markup.Escape(Text("Explain.Made"))}[/]");
        console.Write(Contributions());
        foreach (var cap in Caps())
            Line(console, Markup.Escape(cap));

        if (account.NextBand is not null)
        {
            Line(console, $"\n[bold]{Markup.Escape(Text("Explain.Way", account.NextBand))}[/]");
            foreach (var way in Ways().DefaultIfEmpty(Text("Explain.NotAlone")))
                console.Write(new Padder(new Markup(Markup.Escape($"• {way}")), new Padding(2, 0, 0, 0)));
        }

        var unknown = models.Value.Criteria.Where((_, i) => !account.Value.Contributions[i].IsKnown).Select(criterion => criterion.Label.In(language)).ToArray();
        if (unknown.Length > 0)
            Line(console, "\n" + Markup.Escape(Text("Explain.Unknown", string.Join(language == Language.English ? ", " : "、", unknown))));
    }

    private static void Line(IAnsiConsole console, string markup) => console.Write(new Markup(markup + "\n"));

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private IEnumerable<string> Summary()
    {
        yield return account.Tier.Tier is { } tier ? Text("Explain.Tier", tier) : Text("Explain.NoTier");
        if (account.Tier.Override is { } set)
            yield return Text("Explain.Override", Shown.Line(set.By, LongestLine), LocalDatePattern.Iso.Format(set.Until), Shown.Line(set.Reason, LongestLine), (object?)account.Tier.Computed ?? "–");
        yield return account.Stability.Text.In(language);
        if (account.AnnualPurchases is { } purchases)
        {
            yield return Text(
                "Explain.Revenue", purchases.ToString("#,0.00", CultureInfo.InvariantCulture), Shown.Line(currency, 10), account.Rank, account.RevenueTier);
        }

        var value = account.Value;
        yield return value.IsRated
            ? Text("Explain.Value", Number(value.Score, "0.0"), value.Band)
            : Text("Explain.NotRated", Number(models.Value.MinimumCoverage, "0 %"));
        if (value.Coverage < 1)
            yield return Text("Explain.Known", Number(value.Coverage, "0 %"), Number(value.Range.Low, "0.0"), Number(value.Range.High, "0.0"));
    }

    private Table Contributions()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(Column("Explain.Criterion"));
        foreach (var column in (string[])["Explain.Raw", "Explain.Points", "Explain.Weight", "Explain.Adds"])
            table.AddColumn(Column(column).RightAligned());
        foreach (var (criterion, part) in models.Value.Criteria.Zip(account.Value.Contributions))
        {
            table.AddRow(
                Markup.Escape(criterion.Label.In(language)),
                Markup.Escape(part.Raw is { } raw ? $"{CriterionText.Of(criterion, raw, language)} {criterion.Unit.In(language)}".TrimEnd() : Text("Explain.NotKnown")),
                Number(part.Points, "0.0"),
                Number(part.Weight, "0.0 %"),
                Number(part.Value, "0.0"));
        }

        return table.AddRow(
            $"[bold]{Markup.Escape(Text("Explain.Sum"))}[/]", "", "", "", $"[bold]{Number(account.Value.Score, "0.0")}[/]");
    }

    // A cap bars every way alike: once is enough.
    private IEnumerable<string> Ways() => account.Paths.FirstOrDefault(path => path.Kind == ImprovementKind.CapInTheWay) is { } barred
        ? [Text("Explain.Barred", models.Value.Caps.First(cap => cap.Key == barred.Cap).Label)]
        : account.Paths.Where(path => path.Kind != ImprovementKind.NotByThisAlone).Select(path => path.Reason.In(language));

    private IEnumerable<string> Caps() => models.Value.Caps.Zip(account.Value.Caps)
        .Where(pair => pair.Second.State == CapState.Applied || pair.Second.Holds is null)
        .Select(pair => Text(pair.Second.State == CapState.Applied ? "Explain.Capped" : "Explain.CapUnknown", pair.First.Label));

    private TableColumn Column(string key) => new(Markup.Escape(Text(key)));

    private string Text(string key, params object?[] arguments) => Texts[key].With(arguments).In(language);
}
