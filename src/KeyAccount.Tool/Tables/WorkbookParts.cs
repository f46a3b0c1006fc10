using System.Globalization;
using System.IO.Compression;
using System.Xml;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>
/// The parts of a workbook, looked through before anything is read of it: what unpacks to more than a table can be, refers to what is
/// outside, or declares what is not there, is refused with bounded memory and time.
/// </summary>
internal sealed class WorkbookParts
{
    private const long MostBytes = 2L << 30;
    private const long UnsuspectedBytes = 64 << 20;
    private const int MostRatio = 250;
    private const int MostEntries = 10_000;
    private const long MostEmptyCells = 5_000_000;
    private const long MostCells = 60_000_000;
    private const int LongestText = 1 << 17;
    private const string SaveAgain = "open the workbook in Excel and save it again, or save the sheet as CSV UTF-8";

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly TableSource _source;
    private readonly Dictionary<string, WorkbookSheet> _sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    private WorkbookParts(TableSource source) => _source = source;

    /// <summary>The names of the sheets that are shown, in their order, then of those that are hidden.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [];

    /// <summary>How many of them are shown.</summary>
    public int ShownSheets { get; private set; }

    /// <summary>Whether days are counted from 1904.</summary>
    public bool IsFrom1904 { get; private set; }

    public static WorkbookParts Of(TableSource source)
    {
        var parts = new WorkbookParts(source);
        parts.Reading(archive =>
        {
            if (archive.Entries.Count > MostEntries)
                throw new ToolException($"the workbook has {archive.Entries.Count} parts, which no spreadsheet writes; {SaveAgain}.");
            if (archive.GetEntry("xl/workbook.xml") is null)
                throw new ToolException(
                    "this is a packed file, but not a workbook (.xlsx); unpack it, or save the workbook as .xlsx or CSV UTF-8.");
            parts.ReadWorkbook(archive);
            foreach (var entry in archive.Entries.Where(entry => entry.FullName is "xl/sharedStrings.xml" or "xl/styles.xml"))
                Scan(entry, _ => { });
            return true;
        });
        return parts;
    }

    /// <summary>Looks through a sheet.</summary>
    public WorkbookSheet Sheet(string name)
    {
        if (_sheets.TryGetValue(name, out var known))
            return known;
        return _sheets[name] = Reading(archive =>
        {
            var sheet = new WorkbookSheet(name);
            Scan(
                archive.GetEntry(_parts[name])
                    ?? throw new ToolException($"the sheet '{SafeText.Line(name, 60)}' is missing in the workbook; {SaveAgain}."),
                        sheet.See);
            sheet.End();
            if (sheet.EmptyCells > MostEmptyCells || sheet.Cells > MostCells)
                throw TooManyCells(name);
            return sheet;
        });
    }

    private static ToolException TooManyCells(string name) =>
        new($"the sheet '{SafeText.Line(name, 60)}' has millions of empty cells; delete the empty rows and columns, or save it as CSV "
            + $"UTF-8.");

    private T Reading<T>(Func<ZipArchive, T> read)
    {
        try
        {
            using var archive = new ZipArchive(_source.FromBeginning(), ZipArchiveMode.Read, leaveOpen: true);
            return read(archive);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new ToolException($"the workbook is damaged; {SaveAgain}.", e);
        }
    }

    private void ReadWorkbook(ZipArchive archive)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (archive.GetEntry("xl/_rels/workbook.xml.rels") is { } relations)
        {
            Scan(relations, xml =>
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External")
                    targets[xml.GetAttribute("Id") ?? ""] = xml.GetAttribute("Target") ?? "";
            });
        }

        var (shown, hidden) = (new List<string>(), new List<string>());
        Scan(archive.GetEntry("xl/workbook.xml")!, xml =>
        {
            if (xml.NodeType != XmlNodeType.Element)
                return;
            if (xml.LocalName == "workbookPr")
                IsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("name") is not { } name)
                return;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            var target = targets.GetValueOrDefault(id, "");
            _parts[name] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            (xml.GetAttribute("state") is "hidden" or "veryHidden" ? hidden : shown).Add(name);
        });
        Sheets = [.. shown, .. hidden];
        ShownSheets = shown.Count;
        if (Sheets.Count == 0)
            throw new ToolException($"the workbook has no sheet; {SaveAgain}.");
    }

    // The sizes that an archive declares may be wrong; what comes out of it is counted.
    private static void Scan(ZipArchiveEntry entry, Action<XmlReader> see)
    {
        using var counted = new CountedStream(entry.Open(), total =>
        {
            if (total > MostBytes || (total > UnsuspectedBytes && total / Math.Max(1, entry.CompressedLength) > MostRatio))
                throw new ToolException(
                    $"the part {SafeText.Line(entry.FullName, 60)} of the workbook unpacks to more than {total >> 20} MB from "
                    + $"{entry.CompressedLength >> 10} KB, as no table does; {SaveAgain}.");
        });
        using var xml = XmlReader.Create(counted, Settings);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && xml.CanReadValueChunk)
            {
                SkipText(xml, entry.FullName);
                continue;
            }

            see(xml);
        }
    }

    private static void SkipText(XmlReader xml, string part)
    {
        var buffer = new char[1024];
        long length = 0;
        while (xml.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
        {
            length += read;
            if (length > LongestText)
                throw new ToolException(
                    $"the part {SafeText.Line(part, 60)} of the workbook has a text of more than {LongestText} characters, which no cell "
                    + $"can hold; {SaveAgain}.");
        }
    }

    /// <summary>A stream that tells how much has come out of it.</summary>
    private sealed class CountedStream(Stream stream, Action<long> check) : Stream
    {
        private long _total;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _total;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = stream.Read(buffer, offset, count);
            _total += read;
            check(_total);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                stream.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>What was seen of a sheet.</summary>
    internal sealed class WorkbookSheet(string name)
    {
        private string? _cell;
        private int _column;
        private bool _hasFormula;
        private bool _hasValue;

        public long Cells { get; private set; }

        public long EmptyCells { get; private set; }

        public long Rows { get; private set; }

        /// <summary>The first cell of each column that is a formula without a value.</summary>
        public Dictionary<int, string> WithoutValue { get; } = [];

        /// <summary>The first cell of each column whose formula names another workbook.</summary>
        public Dictionary<int, string> External { get; } = [];

        public void See(XmlReader xml)
        {
            if (xml.NodeType == XmlNodeType.Element)
                SeeElement(xml);
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
                End();
        }

        public void End()
        {
            if (_cell is null)
                return;
            if (!_hasValue)
                EmptyCells++;
            if (_hasFormula && !_hasValue)
                WithoutValue.TryAdd(_column, _cell);
            _cell = null;
            if (EmptyCells > MostEmptyCells)
                throw TooManyCells(name);
        }

        private void SeeElement(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "dimension":
                    Declared(xml.GetAttribute("ref") ?? "");
                    break;
                case "row":
                    Rows++;
                    _column = -1;
                    break;
                case "c":
                    End();
                    Cells++;
                    _cell = xml.GetAttribute("r") ?? "";
                    _column = _cell.Length > 0 ? ColumnOf(_cell) : _column + 1;
                    UsedColumns = Math.Max(UsedColumns, _column + 1);
                    HasUnnamedCells |= _cell.Length == 0;
                    (_hasFormula, _hasValue) = (false, false);
                    if (xml.IsEmptyElement)
                        End();
                    break;
                case "v" or "t" or "is":
                    _hasValue |= !xml.IsEmptyElement;
                    break;
                case "f":
                    _hasFormula = true;
                    if (!xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text && IsExternal(xml.Value))
                        External.TryAdd(_column, _cell ?? "");
                    break;
            }
        }

        // [2]Prices!B3, the second of the workbooks that the links name.
        private static bool IsExternal(string formula)
        {
            for (var at = formula.IndexOf('[', StringComparison.Ordinal); at >= 0; at = formula.IndexOf('[', at + 1))
            {
                var end = formula.IndexOf(']', at);
                if (end > at + 1 && !formula.AsSpan(at + 1, end - at - 1).ContainsAnyExceptInRange('0', '9'))
                    return true;
            }

            return false;
        }

        private void Declared(string reference) => DeclaredColumns = ColumnOf(reference.Split(':')[^1]) + 1;

        /// <summary>The width that the sheet says it has; 0 where it says nothing.</summary>
        public long DeclaredColumns { get; private set; }

        /// <summary>The width that its cells have.</summary>
        public long UsedColumns { get; private set; }

        /// <summary>Whether a cell does not say where it is and stands behind the one before it.</summary>
        public bool HasUnnamedCells { get; private set; }

        /// <summary>The name of the last cell that the used columns can have: <c>C1048576</c>.</summary>
        public string LastCell
        {
            get
            {
                var letters = "";
                for (var column = Math.Max(1, UsedColumns); column > 0; column = (column - 1) / 26)
                    letters = (char)('A' + ((column - 1) % 26)) + letters;
                return letters + "1048576";
            }
        }

        private static int ColumnOf(string cell)
        {
            var column = 0;
            foreach (var c in cell)
            {
                if (!char.IsAsciiLetter(c) || column > 20_000)
                    break;
                column = (column * 26) + char.ToUpperInvariant(c) - 'A' + 1;
            }

            return column - 1;
        }
    }
}
