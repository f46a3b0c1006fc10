using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Imports;

/// <summary>What an import has to tell, with the tables as they were read.</summary>
internal sealed class ImportSummary(
    string target, PortfolioBuilder builder, IReadOnlyList<ImportedTable> tables, IReadOnlyList<string> leftOver)
{
    private const int MostPaths = 3;

    private static readonly List<ReviewTopic> InOrder = [.. new ReviewModels().Topics.Select(topic => topic.Topic)];

    /// <summary>The file of the portfolio.</summary>
    public string Target { get; } = target;

    public ImportReport Report { get; } = builder.Report;

    public IReadOnlyList<string> LeftOver { get; } = leftOver;

    public IEnumerable<(string Table, ImportTableReport Report, string Style, ColumnPlan Plan)> Tables =>
        tables.Zip(Report.Tables, (table, report) => (table.File.Table, report, table.Style, table.Plan));

    public IEnumerable<ImportGap> Gaps() => builder.Gaps();

    /// <summary>By topic: how many accounts have nothing and how many only a part, and what most of them lack.</summary>
    public IReadOnlyList<(ReviewTopic Topic, int Nothing, int Part, IReadOnlyList<string> MostMissing)> GapsByTopic() =>
    [
        .. Gaps().GroupBy(gap => gap.Topic).OrderBy(topic => InOrder.IndexOf(topic.Key)).Select(topic => (
            topic.Key,
            topic.Count(gap => gap.IsAll),
            topic.Count(gap => !gap.IsAll),
            (IReadOnlyList<string>)[.. topic.SelectMany(gap => gap.Missing).CountBy(path => path, StringComparer.Ordinal)
                .OrderByDescending(path => path.Value).ThenBy(path => path.Key, StringComparer.Ordinal).Take(MostPaths)
                .Select(path => path.Key)])),
    ];
}
