using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KeyAccount.Tool.Tests.Support;

/// <summary>Writes workbooks part by part, also such as no spreadsheet writes.</summary>
internal static class Workbook
{
    /// <summary>The style of a date, 14 of the built-in formats.</summary>
    public const int DateStyle = 1;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Header => Row(1, Text("account_id"), Text("date"), Text("amount"));

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(double number, int style = 0) => string.Create(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{number:R}</v></c>");

    public static string Formula(string formula, string? value) => $"<c><f>{formula}</f>{(value is null ? "" : $"<v>{value}</v>")}</c>";

    /// <summary>A row with its cells one after another.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, i) => cell.Insert(2, $" r=\"{(char)('A' + i)}{number}\"")))}</row>";

    public static byte[] Of(params (string Name, string Rows)[] sheets) => Of(sheets, isFrom1904: false);

    public static byte[] Of((string Name, string Rows)[] sheets, bool isFrom1904, string beforeRows = "", string prolog = "")
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Write(archive, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{(isFrom1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>""");
            Write(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId99" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
            Write(archive, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Length; i++)
                Write(archive, $"xl/worksheets/sheet{i + 1}.xml", $"{prolog}<worksheet xmlns=\"{Main}\">{beforeRows}<sheetData>", sheets[i].Rows, "</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive archive, string name, params string[] parts)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        foreach (var part in parts)
            writer.Write(part);
    }
}
