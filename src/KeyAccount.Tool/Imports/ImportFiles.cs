using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Imports;

/// <summary>The tables that are imported, that of the accounts first.</summary>
internal sealed class ImportFiles : IDisposable
{
    /// <summary>Surveys, or a row for each answer of a customer: account, satisfaction, date.</summary>
    public const string Surveys = "surveys";

    /// <summary>One row with what is said of the whole portfolio.</summary>
    public const string Head = "portfolio";

    /// <summary>The rates by which amounts in other currencies are converted.</summary>
    public const string Rates = "rates";

    private readonly List<TableSources> _open = [];
    private readonly List<ImportFile> _files = [];

    /// <summary>Every table that there can be, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. ImportLayout.All().Select(layout => layout.Name)];

    /// <summary>Whether the rows are answers that state the satisfaction itself, and not surveys that it follows from.</summary>
    public static bool AreAnswers(string table, IReadOnlyList<string> headers) => table == Surveys && headers.Any(
        header => ColumnPlan.Normal(header) is "satisfaction" or "satisfactionlevel" or "customersatisfaction" or "满意度" or "滿意度");

    public IReadOnlyList<ImportFile> All =>
        [.. _files.Where(file => file.Table is not (Head or Rates)).OrderBy(file => Tables.ToList().IndexOf(file.Table))];

    /// <summary>The table of the whole portfolio; null if there is none.</summary>
    public ImportFile? Portfolio => _files.Find(file => file.Table == Head);

    /// <summary>The table of rates; null if there is none.</summary>
    public ImportFile? RateTable => _files.Find(file => file.Table == Rates);

    /// <summary>Files of a folder, or sheets of a workbook, that are not tables of an import.</summary>
    public List<string> LeftOver { get; } = [];

    public IEnumerable<FileInfo> Files => _files.Select(file => file.Source.File).OfType<FileInfo>();

    /// <summary>Adds a table: a file, or <c>book.xlsx#Sheet</c>.</summary>
    public void Add(string table, string name)
    {
        var (file, sheet) = (name, (string?)null);
        var at = name.LastIndexOf('#');
        if (at > 0 && !File.Exists(name) && name[..at].EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            (file, sheet) = (name[..at], name[(at + 1)..]);
        var sources = TableSource.Open([file], table);
        _open.Add(sources);
        _files.AddRange(sources.Select(source => new ImportFile(table, source, sheet)));
    }

    /// <summary>Adds the tables of a folder, whose files are called like tables, or of a workbook, whose sheets are.</summary>
    public void AddFrom(string place)
    {
        if (Directory.Exists(place))
        {
            var sources = TableSource.Open([place], "tables");
            _open.Add(sources);
            foreach (var source in sources)
            {
                var name = Path.GetFileNameWithoutExtension(source.File!.Name);
                if (NameOf(name) is { } table)
                    _files.Add(new(table, source, null));
                else
                    LeftOver.Add(source.Name);
            }
        }
        else
        {
            var sources = TableSource.Open([place], "tables");
            _open.Add(sources);
            var source = sources[0];
            if (!TableSource.IsWorkbook(place))
                throw new UsageException($"--from '{place}' is neither a folder nor a workbook (.xlsx).");
            foreach (var sheet in source.Reading(() => WorkbookParts.Of(source).Sheets))
            {
                if (NameOf(sheet) is { } table)
                    _files.Add(new(table, source, sheet));
                else
                    LeftOver.Add($"{source.Name}#{sheet}");
            }
        }

        if (_files.Count == 0)
        {
            throw new ToolException(
                $"'{place}' has no table of an import; its files or sheets must be called {string.Join(", ", Tables)}, {Rates} or {Head}.");
        }
    }

    public void Dispose() => _open.ForEach(sources => sources.Dispose());

    private static string? NameOf(string name) => Tables.Append(Head).Append(Rates)
        .FirstOrDefault(table => string.Equals(table, name.Trim(), StringComparison.OrdinalIgnoreCase));
}
