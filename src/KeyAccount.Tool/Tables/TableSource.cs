using KeyAccount.Tool.Files;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>A file with a table, or the standard input. It can be read more than once: what comes through a pipe is kept in a temporary
/// file.</summary>
internal sealed class TableSource : IDisposable
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm"];

    private readonly Stream _stream;
    private readonly string? _spool;

    private TableSource(FileInfo? file, string name, Stream stream)
    {
        (File, Name) = (file, name);
        if (stream.CanSeek)
        {
            _stream = stream;
            return;
        }

        _spool = Path.Combine(Path.GetTempPath(), $"keyaccount-{Path.GetRandomFileName()}");
        _stream = TemporaryFiles.Create(_spool);
        try
        {
            using (stream)
                stream.CopyTo(_stream);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file; null for the standard input.</summary>
    public FileInfo? File { get; }

    /// <summary>How the file was named, for messages.</summary>
    public string Name { get; }

    public long Length => _stream.Length;

    public long Position => _stream.Position;

    /// <summary>Whether a file is a workbook that is read, by its ending.</summary>
    public static bool IsWorkbook(string name) => Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".xlsm";

    /// <summary>The endings of the files that a folder means.</summary>
    public static IReadOnlyList<string> Endings => Extensions;

    /// <summary>Whether a folder means a file of this name: it is not hidden, and no lock file of Excel, which begins with ~$.</summary>
    public static bool IsShown(string name) => !name.StartsWith("~$", StringComparison.Ordinal) && !name.StartsWith('.');

    /// <summary>Reads something of it; what keeps it from being read becomes an error that names it.</summary>
    public T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ToolException e)
        {
            throw e.In(Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{Name}': {e.Message}", e);
        }
    }

    /// <summary>Opens what was named: files, folders (their tables by name), <c>-</c> for the standard input.</summary>
    public static TableSources Open(IReadOnlyList<string> names, string kind)
    {
        var sources = new TableSources();
        try
        {
            foreach (var name in names)
            {
                if (name == "-")
                    sources.Add(
                        InputFile.Read(
                            new FileInfo("standard input"), kind, () => new TableSource(
                                null, "standard input", Console.OpenStandardInput())));
                else if (Directory.Exists(name))
                    sources.AddRange(InFolder(name, kind));
                else
                    sources.Add(OfFile(new(name), kind));
            }

            return sources;
        }
        catch
        {
            sources.Dispose();
            throw;
        }
    }

    /// <summary>The contents from the beginning; the stream stays open when it is disposed.</summary>
    public Stream FromBeginning()
    {
        _stream.Position = 0;
        return _stream;
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (_spool is not null)
            TemporaryFiles.Remove(_spool);
    }

    private static TableSource OfFile(FileInfo file, string kind)
    {
        var stream = InputFile.Open(file, kind);
        return InputFile.Read(file, kind, () => new TableSource(file, file.ToString(), stream));
    }

    private static IEnumerable<TableSource> InFolder(string folder, string kind)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => IsShown(file.Name) && Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new FileInfo(Path.Combine(folder, file.Name)))
            .ToArray();
        return files.Length > 0
            ? files.Select(file => OfFile(file, kind))
            : throw new ToolException($"the folder '{folder}' has no table ({string.Join(", ", Extensions)}); name a file of {kind}.");
    }
}

/// <summary>The tables that are read as one.</summary>
internal sealed class TableSources : List<TableSource>, IDisposable
{
    /// <summary>The bytes of all.</summary>
    public long Length => this.Sum(source => source.Length);

    public void Dispose() => ForEach(source => source.Dispose());
}
