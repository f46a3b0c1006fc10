using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Loyalty;

/// <summary>The document of the white space.</summary>
internal static class WhiteSpaceDocuments
{
    private const int MostColumns = 8;
    private const int MostCells = 20;
    private const int UnitsInBrief = 8;

    public static Document Of(WhiteSpaceSummary summary, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        string[] columns = [.. summary.Categories.Take(MostColumns).Select(each => each.Category)];
        return writer.Document(writer.Text("Loyalty.WhiteSpace.title"),
        [
            .. Totals(summary, currency, writer),
            columns.Length == 0 || summary.Units.Count == 0 ? null : Matrix(summary, columns, currency, writer),
            summary.Categories.Count > columns.Length && columns.Length > 0
                ? writer.Note("Loyalty.WhiteSpace.moreCategories", new NumberCell(summary.Categories.Count - columns.Length)) : null,
            summary.UnitCount > summary.Units.Count
                ? writer.Note("Loyalty.WhiteSpace.moreUnits", new NumberCell(summary.UnitCount - summary.Units.Count)) : null,
            summary.Categories.Count == 0 ? null : Categories(summary, currency, writer),
        ]);
    }

    /// <summary>The white space in a document of a portfolio: totals, who has each category, and the units where most is open.</summary>
    public static IEnumerable<Block> InBrief(WhiteSpaceSummary summary, string? currency, DocumentWriter writer)
    {
        UnitSpace[] units = [.. summary.Units.Where(unit => unit.Fields.Any(field => field.State == SpaceState.Open)).Take(UnitsInBrief)];
        string[] columns = [.. summary.Categories.Take(MostColumns).Select(each => each.Category)];
        return
        [
            .. Totals(summary, currency, writer), Categories(summary, currency, writer),
            .. units.Length == 0 ? [] : (Block[])[Matrix(summary with { Units = units }, columns, currency, writer)],
        ];
    }

    /// <summary>The fields of one account; what is left out is counted.</summary>
    public static IEnumerable<Block> Of(WhiteSpaceReview review, string? currency, DocumentWriter writer)
    {
        var shown = review.Cells.Take(MostCells).ToArray();
        var hasPeers = shown.Any(cell => cell.Peers is not null);
        var hasSuppliers = shown.Any(cell => cell.Supplier is not null);
        yield return new Table(
            [
                writer.Column("Loyalty.WhiteSpace.field"), writer.Column("Loyalty.WhiteSpace.state"),
                writer.Number("Loyalty.WhiteSpace.spend", currency), writer.Number("Loyalty.WhiteSpace.size", currency),
                .. hasPeers ? (TableColumn[])[writer.Number("Loyalty.WhiteSpace.expected", currency)] : [],
                .. hasSuppliers ? (TableColumn[])[writer.Column("Loyalty.WhiteSpace.supplier")] : [],
                writer.Column("Loyalty.WhiteSpace.why"),
            ],
            [
                .. shown.Select(cell => new TableRow(
                [
                    cell.Label, writer.Cell(cell.State), NumberCell.Of(cell.SpendWithUs), SizeOf(cell, writer),
                    .. hasPeers ? (Cell?[])[NumberCell.Of(cell.Expected)] : [],
                    .. hasSuppliers ? (Cell?[])[cell.Supplier is { } supplier ? new TextCell(supplier, RunStyle.Name) : null] : [],
                    writer.Cell(cell.Block) is { } block ? block : writer.Cell(cell.Reason),
                ])),
            ]);
        if (review.Cells.Count > shown.Length)
            yield return writer.Note("Reviews.Describe.more", new NumberCell(review.Cells.Count - shown.Length));
        if (shown.Any(cell => cell.IsEstimated))
            yield return writer.Note("Loyalty.WhiteSpace.estimated");
        if (shown.FirstOrDefault(cell => cell.Peers?.Share is not null) is { Peers: { } peers } first)
        {
            yield return writer.Note(
                "Loyalty.WhiteSpace.peers", first.Category, peers.Buyers, peers.Peers, NumberCell.Percent(peers.Share, 1));
        }
    }

    private static IEnumerable<Paragraph> Totals(WhiteSpaceSummary summary, string? currency, DocumentWriter writer)
    {
        yield return writer.Paragraph(
            "Loyalty.WhiteSpace.totals", new NumberCell(summary.OpenAmount, 0, currency),
            new NumberCell(summary.CompetitorAmount, 0, currency), summary.UnitCount, summary.Accounts);
        foreach (var category in summary.Categories.Where(each => each.Spellings.Count > 0))
            yield return writer.Warning("Loyalty.WhiteSpace.spellings", category.Category, writer.Listed(category.Spellings));
        foreach (var group in summary.Categories.GroupBy(each => CategoryName.LooseKeyOf(each.Category), StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any()))
        {
            yield return writer.Warning("Loyalty.WhiteSpace.alike", writer.Listed(group.Select(each => each.Category)));
        }
    }

    private static MatrixFigure Matrix(WhiteSpaceSummary summary, string[] columns, string? currency, DocumentWriter writer) => new(
        writer.Text("Loyalty.WhiteSpace.matrix"),
        writer.Text("Loyalty.WhiteSpace.matrix.description"),
        writer.Text("Loyalty.WhiteSpace.unit"),
        writer.Text("Loyalty.WhiteSpace.category"),
        writer.Axis("Loyalty.WhiteSpace.size", currency),
        columns,
        [
            .. summary.Units.Select(unit => new MatrixRow(
                unit.Unit is null ? unit.Account : $"{unit.Account} · {unit.Unit}",
                [.. columns.Select(column => CellOf(unit.Fields.FirstOrDefault(field => field.Category == column), writer))])),
        ]);

    // Coloured by what can be won there.
    private static MatrixCell CellOf(SpaceField? field, DocumentWriter writer) => field is null ? new(null)
        : new(
            field.Size,
            field.State == SpaceState.Open ? 1 : field.State == SpaceState.Competitor ? 0.5 : 0,
            writer.NameOf(field.State));

    private static Table Categories(WhiteSpaceSummary summary, string? currency, DocumentWriter writer) => new(
        [
            writer.Column("Loyalty.WhiteSpace.category"), writer.Number("Loyalty.WhiteSpace.openAmount", currency),
            writer.Number("Loyalty.WhiteSpace.competitorAmount", currency), writer.Number("Loyalty.WhiteSpace.spend", currency),
            .. SpaceState.InOrder.Select(state => TableColumn.Number(writer.Capital(writer.NameOf(state)))),
        ],
        [
            .. summary.Categories.Take(MostCells).Select(each => new TableRow(
            [
                each.Category, new NumberCell(each.OpenAmount), new NumberCell(each.CompetitorAmount), new NumberCell(each.Spend),
                new NumberCell(each.Own), new NumberCell(each.Open), new NumberCell(each.Competitor), new NumberCell(each.Blocked),
                new NumberCell(each.Unknown),
            ])),
        ]);

    private static Cell? SizeOf(WhiteSpaceCell cell, DocumentWriter writer) => !cell.IsEstimated ? NumberCell.Of(cell.Size)
        : NumberCell.Of(cell.Size) is { } number ? new TextCell($"≈ {number.Display(writer.Language)}") : null;
}
