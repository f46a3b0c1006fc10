using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>One account for a person: what it is rated, why, what is not known, and what would bring it further.</summary>
internal sealed class ExplainTable(AccountReview account, string currency, ReviewModels models, Page page)
{
    private const int LongestLine = 80;
    private const int LongestFinding = 300;

    public void Write()
    {
        page.Line(SafeText.Line(account.Name, LongestLine), "bold");
        page.Line(page.Text("Explain.AsOf", LocalDatePattern.Iso.Format(account.AsOf)) + "\n", "dim");
        foreach (var sentence in Summary())
            page.Line(sentence);
        var reader = new TopicReader(models, currency, page.Language);
        foreach (var section in models.Topics.SelectMany(topic => topic.Describe(account, reader)))
            WriteSection(section);
        if (account.Findings.Count > 0)
            WriteFindings();
    }

    // With the facts each rule has read, under their names in the files of programs.
    private void WriteFindings()
    {
        page.Heading(page.Text("Explain.AtStake"));
        foreach (var finding in account.Findings)
        {
            page.Bullet(page.Text(
                "Explain.Finding",
                finding.RuleId,
                Clean(finding.Text.In(page.Language)),
                Page.Number(finding.Stake.Share, "0 %"),
                finding.Stake.Basis,
                Page.Number(finding.AtStake, "#,0"),
                Clean(string.Join(", ", finding.Evidence.Select(each => $"{each.Fact} = {each.Value ?? page.Text("Explain.NotKnown")}")))));
        }

        if (account.Actions.Count + account.Forbidden.Count == 0)
            return;
        page.Heading(page.Text("Explain.Do"));
        foreach (var action in account.Actions)
            page.Bullet(
                page.Text(
                    "Explain.ActionLine", LocalDatePattern.Iso.Format(action.DueOn), action.Owner, Clean(action.Text.In(page.Language)),
                    action.RuleId, action.Finding));
        foreach (var forbidden in account.Forbidden)
            page.Bullet(page.Text("Account.Forbidden", forbidden.Kind.DisplayName(page.Language), forbidden.Reason));
    }

    private IEnumerable<string> Summary()
    {
        yield return account.Tier.Tier is { } tier ? page.Text("Explain.Tier", tier) : page.Text("Explain.NoTier");
        if (account.Tier.Override is { } set)
        {
            yield return page.Text(
                "Explain.Override", SafeText.Line(set.By, LongestLine), LocalDatePattern.Iso.Format(set.Until), SafeText.Line(
                    set.Reason, LongestLine), (object?)account.Tier.Computed ?? "–");
        }

        yield return account.Stability.Text.In(page.Language);
        if (account.AnnualPurchases is not null)
        {
            yield return page.Text(
                "Explain.Revenue", Page.Number(account.AnnualPurchases, "#,0.00"), SafeText.Line(currency, 10), account.Rank,
                account.RevenueTier);
        }

        var value = account.Value;
        yield return value.IsRated
            ? page.Text("Explain.Value", Page.Number(value.Score, "0.0"), value.Band)
            : page.Text("Explain.NotRated", Page.Number(models.Value.MinimumCoverage, "0 %"));
        if (value.Coverage < 1)
            yield return page.Text(
                "Explain.Known", Page.Number(value.Coverage, "0 %"), Page.Number(value.Range.Low, "0.0"), Page.Number(
                    value.Range.High, "0.0"));
    }

    private void WriteSection(Section section)
    {
        page.Heading(Clean(section.Heading));
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case Core.Documents.Paragraph paragraph:
                    page.Line(Clean(Run.TextOf(paragraph.Runs)));
                    break;
                case BulletList list:
                    foreach (var item in list.Items)
                    {
                        page.Bullet(Clean(Run.TextOf(item.Runs)));
                        foreach (var under in item.Items)
                            page.Line($"      {Clean(Run.TextOf(under.Runs))}");
                    }

                    break;
                case Core.Documents.Table table:
                    page.Write(Framed(table));
                    break;
                case Section inner:
                    WriteSection(inner);
                    break;
            }
        }
    }

    private Spectre.Console.Table Framed(Core.Documents.Table table)
    {
        var framed = new Spectre.Console.Table().Border(TableBorder.Rounded);
        foreach (var column in table.Columns)
        {
            var title = new Spectre.Console.TableColumn(Markup.Escape(Clean(column.Display())));
            framed.AddColumn(column.Alignment == Core.Documents.Alignment.End ? title.RightAligned() : title);
        }

        foreach (var row in table.Rows)
        {
            framed.AddRow([.. row.Cells.Select(cell => Markup.Escape(Clean(cell?.Display(page.Language) ?? "–")))
                .Select(text => row.IsTotal && text.Length > 0 ? $"[bold]{text}[/]" : text)]);
        }

        return framed;
    }

    // Names stand in it as they are in the file.
    private static string Clean(string text) => SafeText.Line(text, LongestFinding);
}
