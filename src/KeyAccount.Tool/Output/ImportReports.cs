using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Imports;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>What became of the tables of an import.</summary>
internal static class ImportReports
{
    private const int Shown = 10;

    private static readonly ImportNoteKind[] Order =
    [
        ImportNoteKind.Fault, ImportNoteKind.OutsideList, ImportNoteKind.UnknownAccount, ImportNoteKind.UnknownItem,
        ImportNoteKind.Repeated, ImportNoteKind.FutureDate, ImportNoteKind.AlikeAccounts, ImportNoteKind.AlikePeople,
        ImportNoteKind.AlikeItems, ImportNoteKind.NewAccount, ImportNoteKind.NewItem, ImportNoteKind.Change, ImportNoteKind.Kept,
    ];

    public static Report Of(ImportSummary summary) => new(
        output => JsonText.Write(output, json => WriteJson(summary, json)),
        output => WriteCsv(summary, output),
        language => Describe(summary, language));

    private static void WriteJson(ImportSummary summary, Utf8JsonWriter json)
    {
        var report = summary.Report;
        json.WriteStartObject();
        json.WriteString("portfolio", summary.Target);
        json.WriteBoolean("isWritten", summary.IsWritten);
        if (!summary.IsWritten)
            json.WriteString("reason", ReasonOf(summary, Language.English));
        json.WriteNumber("accounts", report.Accounts);
        json.WriteStartArray("tables");
        foreach (var table in summary.Tables)
        {
            json.WriteStartObject();
            json.WriteString("table", table.Table);
            json.WriteString("file", table.Report.Name);
            json.WriteNumber("read", table.Report.Read);
            json.WriteNumber("used", table.Report.Used);
            json.WriteNumber("leftOver", table.Report.LeftOver);
            json.WriteString("style", table.Style);
            json.WriteStartObject("columns");
            foreach (var group in table.Plan.Columns.GroupBy(column => column.Column.Title ?? column.Column.Path, StringComparer.Ordinal))
                json.WriteString(group.Key, string.Join(", ", group.Select(column => column.Column.Path)));
            json.WriteEndObject();
            WriteTexts(json, "unmapped", table.Plan.Unmapped);
            WriteTexts(json, "missing", table.Plan.Missing);
            WriteTexts(json, "joined", table.Plan.Joined.Select(joined => $"{string.Join(" + ", joined.Titles)} = {joined.Path}"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "filesLeftOver", summary.LeftOver);
        json.WriteStartArray("notes");
        foreach (var note in report.Notes)
        {
            json.WriteStartObject();
            json.WriteString("kind", note.Kind.ToString());
            json.WriteString("table", note.Table);
            json.WriteString("where", note.Where);
            if (note.Column is not null)
                json.WriteString("column", note.Column);
            if (note.Value is not null)
                json.WriteString("value", note.Value);
            if (note.AccountId is not null)
                json.WriteString("account", note.AccountId);
            json.WriteNumber("count", note.Count);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var gap in summary.Gaps())
        {
            json.WriteStartObject();
            json.WriteString("account", gap.AccountId);
            json.WriteString("topic", gap.Topic.Name);
            json.WriteBoolean("isAll", gap.IsAll);
            WriteTexts(json, "missing", gap.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteCsv(ImportSummary summary, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("kind", "table", "where", "column", "value", "account", "count", "message");
        if (!summary.IsWritten)
        {
            csv.WriteRecord(
                "NotWritten", "", "", "", CsvText.Cell(summary.Target), "", Count(summary.Faults), ReasonOf(summary, Language.English));
        }

        foreach (var note in summary.Report.Notes)
        {
            csv.WriteRecord(
                note.Kind.ToString(), CsvText.Cell(note.Table), note.Where, CsvText.Cell(note.Column ?? ""), CsvText.Cell(note.Value ?? ""),
                CsvText.Cell(note.AccountId ?? ""), Count(note.Count), CsvText.Cell(note.Message));
        }

        foreach (var gap in summary.Gaps())
        {
            csv.WriteRecord(
                "Gap", "", "", gap.Topic.Name, gap.IsAll ? "all" : "part", CsvText.Cell(gap.AccountId), Count(gap.Missing.Count),
                string.Join("; ", gap.Missing));
        }
    }

    private static Document Describe(ImportSummary summary, string language)
    {
        string Of(string key, params object?[] arguments) => ToolText.Of($"Import.{key}", language, arguments);
        var report = summary.Report;
        List<Block> blocks =
        [
            summary.IsWritten ? new Paragraph(Of("Accounts", report.Accounts))
                : new Paragraph([Run.Emphasis(Of("NotWritten", summary.Target)), new(" "), new(ReasonOf(summary, language))]),
            new Table(
                [
                    new(Of("Table")), new(Of("File")), new(Of("Read")) { Alignment = Alignment.End },
                    new(Of("Used")) { Alignment = Alignment.End }, new(Of("LeftOver")) { Alignment = Alignment.End },
                ],
                [
                    .. summary.Tables.Select(table => new TableRow(
                    [
                        new TextCell(table.Table), new TextCell([Run.Name(table.Report.Name)]), new TextCell(Count(table.Report.Read)),
                        new TextCell(Count(table.Report.Used)), new TextCell(Count(table.Report.LeftOver)),
                    ])),
                ]),
        ];
        ListItem[] columns =
        [
            .. summary.Tables.Where(table => table.Plan.Unmapped.Count > 0)
                .Select(table => new ListItem(Of("Unmapped", table.Report.Name, string.Join(", ", table.Plan.Unmapped)))),
            .. summary.Tables.Where(table => table.Plan.Missing.Count > 0)
                .Select(table => new ListItem(Of("Missing", table.Report.Name, string.Join(", ", table.Plan.Missing)))),
            .. summary.Tables.SelectMany(table => table.Plan.Joined.Select(joined => new ListItem(
                Of("Joined", table.Report.Name, string.Join(", ", joined.Titles), joined.Path)))),
            .. summary.OtherCurrencies.Select(column => new ListItem(
                Of("OtherCurrency", column.File, column.Title, column.Currency, summary.Currency))),
            .. summary.LeftOver.Select(file => new ListItem(Of("NoTable", file))),
        ];
        if (columns.Length > 0)
            blocks.Add(new Section(Of("Columns"), [new BulletList(columns)]));
        foreach (var kind in Order)
        {
            ImportNote[] notes = [.. report.Notes.Where(note => note.Kind == kind)];
            if (notes.Length == 0)
                continue;
            ListItem[] items = kind is ImportNoteKind.NewItem or ImportNoteKind.Kept
                ? [.. notes.GroupBy(note => note.Column, StringComparer.Ordinal).Select(group => ItemOf([.. group], language))]
                : [.. notes.Select(note => Item(note, language))];
            blocks.Add(new Section(
                Of($"Kind.{kind}", notes.Sum(note => IsGroup(kind) ? 1 : note.Count)),
                [
                    .. kind is ImportNoteKind.Fault or ImportNoteKind.OutsideList && language != Language.English
                        ? (Block[])[new Paragraph(Of("FaultsInEnglish"))] : [],
                    new BulletList(
                    [
                        .. items.Take(Shown),
                        .. items.Length > Shown ? (ListItem[])[new(Of("More", items.Length - Shown))] : [],
                    ]),
                ]));
        }

        var gaps = summary.GapsByTopic();
        if (gaps.Count > 0)
        {
            blocks.Add(new Section(Of("Gaps"),
            [
                new Table(
                    [
                        new(Of("Topic")), new(Of("Nothing")) { Alignment = Alignment.End }, new(Of("Part")) { Alignment = Alignment.End },
                        new(Of("MostMissing")),
                    ],
                    [
                        .. gaps.Select(gap => new TableRow(
                        [
                            new TextCell(gap.Topic.DisplayName(language)), new TextCell(Count(gap.Nothing)), new TextCell(Count(gap.Part)),
                            new TextCell([Run.Code(string.Join(", ", gap.MostMissing))]),
                        ])),
                    ]),
            ]));
        }

        return new(language, summary.Target, blocks);
    }

    private static string ReasonOf(ImportSummary summary, string language) => ToolText.Of("Import.Reason", language, summary.Faults);

    private static bool IsGroup(ImportNoteKind kind) =>
        kind is ImportNoteKind.AlikeAccounts or ImportNoteKind.AlikePeople or ImportNoteKind.AlikeItems;

    // What is new or stays, by where it belongs: how much, and the first of it.
    private static ListItem ItemOf(ImportNote[] notes, string language)
    {
        var item = Item(notes[0], language);
        var count = notes.Sum(note => note.Count);
        return new(
        [
            .. notes[0].Column is { } path ? (Run[])[Run.Code(path), new(" ")] : [],
            new(ToolText.Of("Import.CountFirst", language, count)),
            new(language == Language.English ? " " : ""),
            .. item.Runs,
        ]);
    }

    private static ListItem Item(ImportNote note, string language)
    {
        var runs = new List<Run>();
        var colon = language == Language.English ? ": " : "：";
        if (note.AccountId is { } account)
        {
            runs.Add(Run.Name(account));
            runs.Add(new(" "));
        }

        if (PlaceOf(note, language) is { Length: > 0 } place)
        {
            runs.Add(Run.Code(place));
            runs.Add(new(colon));
        }

        if (note.Value is { } value)
        {
            runs.Add(Run.Name(value.ReplaceLineEndings(" ")));
            runs.Add(new(colon));
        }

        runs.Add(new(note.MessageIn(language).ReplaceLineEndings(" ")));
        if (note.Count > 1 && !IsGroup(note.Kind))
            runs.Add(new($" ({ToolText.Of("Import.Times", language, note.Count)})"));
        return new(runs);
    }

    private static string PlaceOf(ImportNote note, string language)
    {
        // Of what is new or stays the path has been said.
        var column = note.Kind is ImportNoteKind.NewItem or ImportNoteKind.Kept ? null : note.Column;
        if (language == Language.English)
            return (note with { Column = column }).Place;
        return string.Join("，", ((string?[])
        [
            note.Table,
            note.Row is { } row ? ToolText.Of("Import.PlaceRow", language, row) : note.Where,
            column is null ? null : ToolText.Of("Import.PlaceColumn", language, column),
        ]).Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
