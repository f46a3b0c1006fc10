using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Imports;

/// <summary>The summary of an import, with the tables as they were read.</summary>
/// <param name="target">The file of the portfolio.</param>
/// <param name="builder">The builder of the portfolio.</param>
/// <param name="tables">The tables.</param>
/// <param name="leftOver">Files and sheets that are not tables.</param>
/// <param name="isWritten">Whether the portfolio was written.</param>
internal sealed class ImportSummary(
    string target, PortfolioBuilder builder, IReadOnlyList<ImportedTable> tables, IReadOnlyList<string> leftOver, bool isWritten)
{
    private const int MostPaths = 3;

    private static readonly List<ReviewTopic> InOrder = [.. new ReviewModels().Topics.Select(topic => topic.Topic)];

    /// <summary>The file of the portfolio.</summary>
    public string Target { get; } = target;

    /// <summary>Whether the portfolio was written: it is not where there are faults.</summary>
    public bool IsWritten { get; } = isWritten;

    public long Faults => Report.CountOf(ImportNoteKind.Fault) + Report.CountOf(ImportNoteKind.OutsideList);

    public ImportReport Report { get; } = builder.Report;

    public IReadOnlyList<string> LeftOver { get; } = leftOver;

    public IEnumerable<(string Table, ImportTableReport Report, string Style, ColumnPlan Plan)> Tables =>
        tables.Zip(Report.Tables, (table, report) => (table.File.Table, report, table.Style, table.Plan));

    /// <summary>Columns of amounts of accounts whose titles say another currency than that of the portfolio.</summary>
    public IEnumerable<(string File, string Title, string Currency)> OtherCurrencies =>
        tables.SelectMany(table => table.OtherCurrencies.Select(column => (table.File.Name, column.Title, column.Currency)));

    public string Currency => builder.Head.Currency;

    public IEnumerable<ImportGap> Gaps() => builder.Gaps();

    /// <summary>By topic: how many accounts have no data and how many only a part, and what most of them lack.</summary>
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
