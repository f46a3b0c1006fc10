using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Documents;

/// <summary>Random documents of every kind of block, with texts as hostile as they come.</summary>
internal static class RandomDocument
{
    private static readonly string[] Words =
    [
        "", "a", "purchases", "Without", "8.2 points", "一个客户", "大客户管理，", "（关键）", "「名」", "한국어", "😀", "👩‍👩‍👧", "é", "e\u0301", "אבג", "شركة", "אבג 123 דהו",
        "*", "**b**", "_x_", "`", "``", "# h", "- x", "1. y", "2) z", "|", "a|b", "<script>", "&amp;", "[l](http://x)", "![i](x)", "~~~", "---", "===",
        "\\", "\n", "\r\n", "\t", "\u001b[2J", "\u202e", "\u2066", "\u2069", "\0", "\u200b", "www.example.com", "http://x", "a@b.c", "$x$", "{0}", "[", "]", "[a] x[1]", "［三］",
        "supercalifragilisticexpialidocious",
    ];

    private static readonly Gen<string> Text =
        from count in Gen.Choose(1, 6)
        from words in Gen.Elements(Words).ArrayOf(count)
        select string.Join(' ', words);

    private static readonly Gen<string?> Maybe = Gen.Frequency((1, Gen.Constant<string?>(null)), (3, Text.Select(text => (string?)text)));

    private static readonly Gen<bool> Either = Gen.Elements(true, false);

    private static readonly Gen<double> Real = Gen.Choose(-1_000_000, 1_000_000).Select(parts => parts / 64.0);

    private static readonly Gen<decimal> Amount = Gen.Frequency(
        (5, Gen.Choose(-1_000_000, 1_000_000).Select(parts => parts / 100m)),
        (1, Gen.Elements(0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1.10m)));

    private static readonly Gen<decimal?> MaybeAmount = Gen.Frequency((1, Gen.Constant<decimal?>(null)), (4, Amount.Select(amount => (decimal?)amount)));

    private static readonly Gen<LocalDate> Date = Gen.Choose(0, 20_000).Select(days => new LocalDate(1990, 1, 1).PlusDays(days));

    private static readonly Gen<Run> OneRun = from text in Text from style in Gen.Elements(Enum.GetValues<RunStyle>()) select new Run(text, style);

    private static readonly Gen<Run[]> Runs = Several(OneRun, 0, 3);

    private static readonly Gen<Cell?> OneCell = Gen.Frequency(
        (1, Gen.Constant<Cell?>(null)),
        (3, Runs.Select(runs => (Cell?)new TextCell(runs))),
        (3, from value in Amount
            from decimals in Gen.Elements<int?>(null, 0, 1, 2, 28)
            from unit in Maybe
            from isSigned in Either
            select (Cell?)new NumberCell(value, decimals, unit, isSigned)),
        (1, Date.Select(date => (Cell?)new DateCell(date))));

    private static readonly Gen<Axis> OneAxis =
        from title in Text from unit in Maybe from decimals in Gen.Elements<int?>(null, 0, 2) select new Axis(title, unit, decimals);

    private static readonly Gen<Block> OneTable =
        from count in Gen.Choose(1, 7)
        from columns in (from title in Text from side in Gen.Elements(Enum.GetValues<Alignment>()) from unit in Maybe from isCategory in Either select new TableColumn(title, side, unit) { IsCategory = isCategory }).ArrayOf(count)
        from rows in Several(from cells in OneCell.ArrayOf(count) from isTotal in Either from key in Maybe select new TableRow(cells, isTotal) { Key = key }, 0, 5)
        select (Block)new Table(columns, rows);

    private static readonly Gen<Block> OneFigure = Gen.OneOf(
        from name in Text from description in Text from category in Text from measure in OneAxis from reference in Maybe from kind in Maybe
        from bars in Several(from label in Text from value in MaybeAmount from against in MaybeAmount from member in Maybe select new Bar(label, value, against, member), 0, 5)
        select (Block)new BarFigure(name, description, category, measure, bars, reference, kind),
        from name in Text from description in Text from across in OneAxis from up in OneAxis
        from series in Several(from title in Text from points in Several(from x in Real from y in Real select new CurvePoint(x, y), 0, 8) select new CurveSeries(title, points), 0, 3)
        from marks in Several(from label in Text from x in Real from y in Real from isLine in Either select new CurveMark(label, x, isLine ? null : y), 0, 2)
        select (Block)new CurveFigure(name, description, across, up, series, marks),
        from name in Text from description in Text from count in Gen.Choose(1, 4) from measure in OneAxis from columns in Text.ArrayOf(count)
        from rows in Several(from label in Text from cells in (from value in MaybeAmount from note in Maybe select new MatrixCell(value, null, note)).ArrayOf(count) select new MatrixRow(label, cells), 0, 4)
        select (Block)new MatrixFigure(name, description, "rows", "columns", measure, columns, rows),
        from name in Text from description in Text from measure in OneAxis
        from bars in Several(from label in Text from amount in Amount from isTotal in Either select new WaterfallBar(label, amount, isTotal), 0, 5)
        select (Block)new WaterfallFigure(name, description, "step", measure, bars),
        from name in Text from description in Text
        from rows in Several(
            from label in Text from count in Gen.Choose(1, 5) from levels in Text.ArrayOf(count) from low in Gen.Choose(0, count - 1)
            from high in Gen.Choose(low, count - 1) from isKnown in Either from target in Gen.Choose(0, count - 1) from hasTarget in Either
            select new ScaleRow(label, levels, isKnown ? low : null, isKnown ? high : null, hasTarget ? target : null), 0, 3)
        select (Block)new ScaleFigure(name, description, "what", "now", "target", rows),
        from name in Text from description in Text
        from nodes in Several(from label in Text from row in Maybe from member in Maybe select new GraphNode("", label, row, null, member, 1), 0, 4)
        from edges in Several(from a in Gen.Choose(0, 99) from b in Gen.Choose(0, 99) from kind in Text from isDirected in Either select (a, b, kind, isDirected), 0, 4)
        select (Block)new GraphFigure(
            name, description, new("who", "level", "department", "stance", "ties"), [.. nodes.Select((node, i) => node with { Id = $"n{i}" })],
            [.. edges.Where(_ => nodes.Length > 0).Select(edge => new GraphEdge($"n{edge.a % nodes.Length}", $"n{edge.b % nodes.Length}", edge.kind, edge.isDirected))])
        { Rows = nodes.Length > 2 ? [.. nodes.Select(node => node.Row).OfType<string>().Reverse()] : null },
        from name in Text from description in Text from head in Text
        from bones in Several(
            from label in Text
            from items in Several(from item in Text from member in Maybe from note in Maybe from isDashed in Either select new FishboneItem(item, member, note, isDashed), 0, 3)
            select new FishboneBone(label, items), 0, 4)
        select (Block)new FishboneFigure(name, description, head, "bone", "who", bones) { DashedTitle = "hidden" },
        from name in Text from description in Text from lane in Maybe
        from events in Several(from day in Date from text in Text from days in Gen.Choose(0, 9) from isLong in Either from belongs in Maybe select new TimelineEvent(day, text, belongs, isLong ? day.PlusDays(days) : null), 0, 5)
        select (Block)new TimelineFigure(name, description, "date", "event", events, lane));

    // With a table of its own in place of the one of its data.
    private static readonly Gen<Block> FigureWithTable =
        from figure in OneFigure from table in OneTable from isOwn in Either
        select isOwn ? (Block)((Figure)figure with { Data = (Table)table }) : figure;

    public static Gen<Document> Any { get; } =
        from language in Gen.Elements(Language.All.ToArray())
        from title in Text
        from blocks in Several(Block(3), 0, 6)
        select new Document(language, title, blocks);

    private static Gen<T[]> Several<T>(Gen<T> item, int fewest, int most) => from count in Gen.Choose(fewest, most) from items in item.ArrayOf(count) select items;

    private static Gen<ListItem> Item(int depth) =>
        from runs in Runs
        from items in depth == 0 ? Gen.Constant<ListItem[]>([]) : Several(Item(depth - 1), 0, 2)
        select new ListItem(runs, items);

    private static Gen<Block> Block(int depth) => Gen.Frequency(
        (3, from runs in Runs from tone in Gen.Elements(Enum.GetValues<Tone>()) select (Block)new Paragraph(runs, tone)),
        (2, from items in Several(Item(2), 0, 3) from isOrdered in Either select (Block)new BulletList(items, isOrdered)),
        (2, from items in Several(from name in Text from value in OneCell select new KeyValueItem(name, value), 0, 4) select (Block)new KeyValueList(items)),
        (3, OneTable),
        (3, FigureWithTable),
        (depth == 0 ? 0 : 2, Gen.Constant(0).SelectMany(_ =>
            from heading in Text
            from blocks in Several(Block(depth - 1), 0, 3)
            from key in Maybe
            from isDetail in Either
            select (Block)new Section(heading, blocks, key) { IsDetail = isDetail })));
}
