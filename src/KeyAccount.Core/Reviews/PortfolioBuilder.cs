using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Builds a portfolio from the rows of any source: tables of a CRM, a query, workbooks. Rows are added one by one; faults are
/// reported by row and column.</summary>
/// <remarks>
/// <para>A row holds values of one account; the paths of its columns tell where they go. Rows with the same keys (the id of a person, a
/// contract or a deal; the category of a wallet) are one item, and purchases of one month are added. Rows that state the same value must
/// agree.</para>
/// <para>Rows are kept packed, and purchases as monthly sums: the memory needed is that of the portfolio and does not grow with the rows of
/// purchases. <see cref="Write"/> makes the accounts one by one; <see cref="InParallel"/> allows it several threads.</para>
/// <para>A portfolio or a file with accounts is updated: values in rows replace the existing ones, and everything else stays.</para>
/// <para>Not a value: it holds rows. Not safe to share between threads. It can build only once.</para>
/// </remarks>
public sealed class PortfolioBuilder
{
    /// <summary>The name of the table that establishes which accounts there are.</summary>
    public const string Accounts = "accounts";

    private const int MostNotes = 10_000;
    private const int MostAttempts = 1_000;
    private const int MostFaultyRows = 10_000;

    // Every writing as it is, but escaped what turns the direction of the text after it.
    private static readonly JavaScriptEncoder Readable = MakeReadable();

    private static readonly Lazy<(ImportShape Shape, IReadOnlyDictionary<string, ImportShape> Leaves)> Ready = new(() =>
        (ImportShape.Of(ReviewModels.ReadyTopics, out var leaves), leaves));

    private readonly Portfolio _head;
    private readonly Func<int, AccountFile> _existing;
    private readonly int _existingCount;
    private readonly IReadOnlyList<AccountTopic> _topics;
    private readonly ImportShape _shape;
    private readonly IReadOnlyDictionary<string, ImportShape> _leaves;
    private readonly List<ImportTable> _tables = [];
    private readonly List<ImportAccount> _accounts = [];
    private readonly Dictionary<string, ImportAccount> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<ImportNoteKind, List<ImportNote>> _notes = [];
    private readonly Dictionary<(ImportNoteKind, string, string?, string?, string?), int> _known = [];
    private readonly Dictionary<string, int> _partNumbers = new(StringComparer.Ordinal);
    private readonly List<string[]> _parts = [[]];
    private readonly ConcurrentBag<MadeAccount> _spare = [];
    private readonly ConcurrentDictionary<YearMonth, byte[]> _months = [];
    private readonly Lazy<HashSet<ImportShape>> _covered;
    private int _faultyRows;
    private readonly List<(string Id, ulong[] Filled)> _filled = [];
    private Dictionary<string, ImportAccount?>? _byName;
    private ParallelOptions? _parallel;
    private bool _isBuilt;
    private long _faults;

    /// <summary>Creates a builder.</summary>
    /// <param name="head">The portfolio: its currency, its date, and the accounts to update, if any.</param>
    /// <param name="models">Models with topics of your own, whose columns are allowed as well; null for the library's topics only.</param>
    /// <exception cref="ArgumentNullException"><paramref name="head"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults.</exception>
    /// <exception cref="ArgumentException">A column of a topic has no place in the account file.</exception>
    public PortfolioBuilder(Portfolio head, ReviewModels? models = null)
        : this(
            head, head?.Accounts.Count ?? 0, index => head!.Accounts[index],
            index => (head!.Accounts[index].Id, head.Accounts[index].Name, head.Accounts[index].AsOf), models)
    {
    }

    /// <summary>Creates a builder that updates a file.</summary>
    /// <param name="file">The file, which is read account by account; its stream must stay open until the portfolio is written.</param>
    /// <param name="head">The replacement for <see cref="PortfolioFile.Head"/>, such as one with a later date; null to keep it.</param>
    /// <param name="models">Models with topics of your own, whose columns are allowed as well; null for the library's topics only.</param>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults.</exception>
    /// <exception cref="ArgumentException">A column of a topic has no place in the account file.</exception>
    public PortfolioBuilder(PortfolioFile file, Portfolio? head = null, ReviewModels? models = null)
        : this(
            head ?? file?.Head!, file?.Entries.Count ?? 0, index => file!.Read(index),
            index => (file!.Entries[index].Id, file.Entries[index].Name, file.Entries[index].AsOf), models)
    {
    }

    private PortfolioBuilder(
        Portfolio head, int count, Func<int, AccountFile> existing, Func<int, (string Id, string? Name, LocalDate? AsOf)> entry,
        ReviewModels? models)
    {
        ArgumentNullException.ThrowIfNull(head);
        _head = head with { Accounts = [] };
        if (_head.FaultsOf() is { Count: > 0 } faults)
            throw new InvalidModelException("portfolio", faults);
        (_existing, _existingCount) = (existing, count);
        _covered = new(FindCovered);
        Waiting = new(id => _byId.GetValueOrDefault(id), Sums);
        Currency = JsonSerializer.Serialize(_head.Currency, ReviewJson.Default.String);
        _topics = models?.Topics ?? ReviewModels.ReadyTopics;
        (_shape, _leaves) = models is null ? Ready.Value : (ImportShape.Of(_topics, out var leaves), leaves);
        for (var i = 0; i < count; i++)
        {
            var (id, name, asOf) = entry(i);
            var known = new ImportAccount(id) { Name = name, Existing = i, AsOf = asOf };
            _accounts.Add(known);
            _byId.TryAdd(id, known);
        }
    }

    /// <summary>The treatment of rows with faults.</summary>
    public ImportTolerance Tolerance { get; init; }

    /// <summary>The portfolio without its accounts.</summary>
    public Portfolio Head => _head;

    /// <summary>The report so far; it is complete once the portfolio has been built.</summary>
    public ImportReport Report
    {
        get
        {
            Waiting.Settle();
            return new(
                _accounts.Count(account => !account.IsLeftOut),
                [.. _tables.Select(table => new ImportTableReport(table.Name, table.Read, table.Used))],
                [.. _notes.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value)]);
        }
    }

    /// <summary>Lists the possible columns by table, as the account file and its topics declare them.</summary>
    /// <param name="models">Models with topics of your own; null for the library's topics only.</param>
    /// <returns>The columns in the order of the topics.</returns>
    public static IReadOnlyList<AccountColumn> ColumnsOf(ReviewModels? models = null) =>
        [.. AccountFile.Columns, .. (models?.Topics ?? ReviewModels.ReadyTopics).SelectMany(topic => topic.Columns)];

    /// <summary>Lists the possible values of a column.</summary>
    /// <param name="path">The path of the column.</param>
    /// <param name="models">Models with topics of your own; null for the library's topics only.</param>
    /// <returns>The names; empty if the column has no list of values.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static IReadOnlyList<string> AllowedValues(string path, ReviewModels? models = null)
    {
        return LeafOf(path, LeavesOf(models)).Names ?? [];
    }

    /// <summary>Tells what a cell of a column holds: <c>text</c>, <c>number</c>, <c>date</c>, <c>month</c>, <c>flag</c> or <c>name</c> (one
    /// of <see cref="AllowedValues"/>); with an <c>s</c> at the end, several of them, such as <c>numbers</c>.</summary>
    /// <param name="path">The path of the column.</param>
    /// <param name="models">Models with topics of your own; null for the library's topics only.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static string KindOf(string path, ReviewModels? models = null)
    {
        var leaf = LeafOf(path, LeavesOf(models));
        var kind = leaf.IsMonth ? "month" : leaf.IsDate ? "date" : leaf.IsNumber ? "number" : leaf.IsFlag ? "flag"
            : leaf.Names is null ? "text"
            : "name";
        return leaf.IsList ? kind + "s" : kind;
    }

    /// <summary>Adds a table whose rows are added one by one. Add the table of the accounts first: rows of other tables are left over if
    /// their account is not in it. Without such a table, the accounts are those that rows name.</summary>
    /// <param name="name">The name of the table in faults.</param>
    /// <param name="columns">Its columns; one of them has the path <c>id</c> or, if accounts are identified by name, <c>name</c>.</param>
    /// <param name="addsAccounts">Whether its rows establish which accounts there are; null for the table <see cref="Accounts"/>.</param>
    /// <param name="rowWord">The word for its rows in faults.</param>
    /// <param name="isLatest">Whether only the latest row of an account counts: the date is the cell after those of the columns.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">A path is not a column, is duplicated, or lacks one that each entry of its list needs; the
    /// exception holds every fault with its path.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has been built.</exception>
    public ImportTable AddTable(
        string name, IReadOnlyList<ImportColumn> columns, bool? addsAccounts = null, string rowWord = "row", bool isLatest = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(rowWord);
        EnsureOpen();
        var copy = ValueList.Of(columns);
        if (FaultsOf(copy, _leaves) is { Count: > 0 } faults)
            throw new InvalidModelException(name, faults);
        if (LacksOf(copy, _leaves) is { Count: > 0 } lacks)
            throw new InvalidModelException(name, lacks);
        var table = new ImportTable(this, _tables.Count, name, copy, addsAccounts ?? name == Accounts, _leaves)
        {
            RowWord = rowWord,
            IsLatest = isLatest,
        };
        Waiting.Settle();
        _tables.Add(table);
        return table;
    }

    /// <summary>Adds a table with all of its rows.</summary>
    /// <param name="name">The name of the table in faults; <see cref="Accounts"/> for the accounts, which come first.</param>
    /// <param name="paths">The paths of its columns, such as <c>id</c>, <c>contacts[].id</c>, <c>contacts[].role</c>.</param>
    /// <param name="rows">The cells of each row in the order of the columns; the first row is row 1.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument, a path or a row is null.</exception>
    /// <exception cref="ArgumentException">A path is blank, or a row has more cells than there are columns.</exception>
    /// <exception cref="InvalidModelException">A path is not a column, or is duplicated; the exception holds every fault with its
    /// path.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has been built.</exception>
    public ImportTable Add(string name, IReadOnlyList<string> paths, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(rows);
        var table = AddTable(name, [.. paths.Select(path => new ImportColumn(path))]);
        var number = 0L;
        foreach (var row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            number++;
            table.Add(number, row as object?[] ?? [.. row]);
        }

        return table;
    }

    /// <summary>Lists everything that is wrong with the columns of a table.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="models">Models with topics of your own; null for the library's topics only.</param>
    /// <returns>The faults by the index of the column; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or one of them is null.</exception>
    public static IReadOnlyList<ModelFault> FaultsOf(IReadOnlyList<ImportColumn> columns, ReviewModels? models = null)
    {
        return FaultsOf(ValueList.Of(columns), LeavesOf(models));
    }

    /// <summary>Lets <see cref="Build"/> and <see cref="Write"/> make the accounts on several threads: the same accounts in the same
    /// order, the same report, the same faults, and the same bytes. No more accounts are held in memory than the threads need. Rows are
    /// still added by one thread at a time; topics of your own check accounts on several threads.</summary>
    /// <param name="options">The number of threads, and the token that cancels the work: <see cref="Build"/> and <see cref="Write"/> then
    /// throw an <see cref="OperationCanceledException"/>, and the builder cannot build any more.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has been built.</exception>
    public PortfolioBuilder InParallel(ParallelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        EnsureOpen();
        _parallel = options;
        return this;
    }

    /// <summary>Builds the portfolio.</summary>
    /// <returns>The portfolio, without faults.</returns>
    /// <exception cref="InvalidModelException">There are faults; each has its table, row and column as its path.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has already been built.</exception>
    /// <exception cref="OperationCanceledException">The token of <see cref="InParallel"/> was cancelled.</exception>
    public Portfolio Build()
    {
        var accounts = new List<AccountFile>(_accounts.Count);
        foreach (var made in Made(isWritten: false))
            accounts.Add(made.Account!);
        Refuse();
        return _head with { Accounts = accounts };
    }

    /// <summary>Writes the portfolio as JSON, account by account, for <see cref="PortfolioFile"/> and
    /// <see cref="Portfolio.FromJson(string)"/> to read. The same rows give the same bytes.</summary>
    /// <param name="stream">The stream to write to; if an exception is thrown, its content is not a portfolio.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidModelException">There are faults; each has its table, row and column as its path.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has already been built.</exception>
    /// <exception cref="OperationCanceledException">The token of <see cref="InParallel"/> was cancelled.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = Readable });
        json.WriteStartObject();
        using (var head = JsonSerializer.SerializeToDocument(_head, ReviewJson.Default.Portfolio))
        {
            foreach (var property in head.RootElement.EnumerateObject().Where(property => !property.NameEquals("accounts")))
                property.WriteTo(json);
        }

        json.WriteStartArray("accounts");
        foreach (var made in Made(isWritten: true))
        {
            if (_faults > 0)
                continue;
            json.WriteRawValue(made.Json, skipInputValidation: true);
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        Refuse();
    }

    /// <summary>Lists the gaps of each account for each topic, once the portfolio has been built.</summary>
    /// <returns>The gaps by account and topic; parts that a topic can do without are not gaps.</returns>
    public IEnumerable<ImportGap> Gaps()
    {
        var topics = _topics
            .Select(topic => (topic.Topic, Leaves: topic.Columns.Where(column => !column.IsOptional).Select(column => _leaves[column.Path])
                .ToArray()))
            .Where(topic => topic.Leaves.Length > 0)
            .ToArray();
        foreach (var (id, filled) in _filled)
        {
            foreach (var (topic, leaves) in topics)
            {
                var isAll = Array.TrueForAll(leaves, leaf => !Has(filled, leaf));

                // A list that has nothing is missing as a whole, and what belongs to its items is their matter.
                string[] missing = [.. leaves.Where(leaf => !Has(filled, leaf))
                    .Where(leaf => leaf.List is null || isAll
                        || !Array.Exists(leaves, other => other.List == leaf.List && Has(filled, other)))
                    .Select(leaf => leaf.List is null ? leaf.Path : leaf.Lists[0].Path).Distinct(StringComparer.Ordinal)];
                if (missing.Length > 0)
                    yield return new(id, topic, missing, isAll);
            }
        }

        static bool Has(ulong[] filled, ImportShape leaf) => (filled[leaf.Number >> 6] & (1UL << (leaf.Number & 63))) != 0;
    }

    internal void EnsureOpen()
    {
        if (_isBuilt)
            throw new InvalidOperationException("the portfolio has been built; create another builder.");
    }

    /// <summary>What holds the sums of the accounts by month.</summary>
    internal MonthSumPages Sums { get; } = new();

    /// <summary>The rows that are not placed yet.</summary>
    internal WaitingRows Waiting { get; }

    /// <summary>The currency of the portfolio as JSON.</summary>
    internal string Currency { get; }

    /// <summary>Whether one more faulty row is kept, so that the consequences of the fault are recognised as such.</summary>
    internal bool TakesFaulty() => _faultyRows++ < MostFaultyRows;

    /// <summary>The number of an entry's keys other than its month, as JSON.</summary>
    internal int PartOf(string keys)
    {
        if (!_partNumbers.TryGetValue(keys, out var number))
        {
            _partNumbers[keys] = number = _parts.Count;
            _parts.Add(keys.Split('\u001F'));
        }

        return number;
    }

    /// <summary>A month as JSON: the accounts have the same few.</summary>
    internal byte[] JsonOf(YearMonth month) =>
        _months.GetOrAdd(month, static each => Encoding.UTF8.GetBytes($"\"{YearMonthPattern.Iso.Format(each)}\""));

    /// <summary>The keys of a number for the entries of a list; for 0, empty ones.</summary>
    internal string[] PartAt(int number, ImportShape list) => number > 0 ? _parts[number] : list.NoParts;

    /// <summary>Whether a table could have the entries of a list.</summary>
    internal bool Covers(ImportShape list) => _covered.Value.Contains(list);

    internal ImportTable TableAt(int index) => _tables[index];

    internal ImportShape? LeafAt(string path) => _leaves.GetValueOrDefault(path);

    /// <summary>Stores a note; equal notes are stored once, with their count.</summary>
    internal void Note(ImportNote note)
    {
        if (note.Kind is ImportNoteKind.Fault or ImportNoteKind.OutsideList)
            _faults += Tolerance == ImportTolerance.None ? 1 : 0;
        if (!_notes.TryGetValue(note.Kind, out var notes))
            _notes[note.Kind] = notes = [];
        var message = note.Kind is ImportNoteKind.Change or ImportNoteKind.NewItem or ImportNoteKind.Kept
            ? $"{note.AccountId} {note.Message}" : note.Message;
        if (!Merged(note, message) && notes.Count < MostNotes)
            Keep(note, message);
        else if (notes.Count >= MostNotes && !Merged(note = Further(note), note.Message))
            Keep(note, note.Message);

        bool Merged(ImportNote note, string message)
        {
            if (!_known.TryGetValue((note.Kind, note.Table, note.Column, note.Value, message), out var at))
                return false;
            notes[at] = notes[at] with
            {
                Count = notes[at].Count + note.Count,
                AccountId = notes[at].AccountId == note.AccountId ? note.AccountId : null,
            };
            return true;
        }

        void Keep(ImportNote note, string message)
        {
            _known[(note.Kind, note.Table, note.Column, note.Value, message)] = notes.Count;
            notes.Add(note);
        }

        static ImportNote Further(ImportNote note) => note with
        {
            Value = null,
            AccountId = null,
            Text = ImportTexts.Further,
            Message = ImportTexts.Further.En,
        };
    }

    /// <summary>The account of a row; null if the row is left over.</summary>
    internal ImportAccount? AccountOf(ImportTable table, string id, bool isName, long row)
    {
        if (_byId.TryGetValue(id, out var account))
            return account;

        var hasAccounts = _existingCount > 0 || _tables.Exists(other => other.AddsAccounts);
        if (isName && hasAccounts && (table.AddsAccounts ? _existingCount > 0 : true) && Named(id) is { } named)
            return named;
        if (!table.AddsAccounts && hasAccounts)
        {
            Note(ImportNote.Of(ImportNoteKind.UnknownAccount, table, row, null, id, ImportTexts.UnknownAccount));
            return null;
        }

        account = new(id);
        _byId[id] = account;
        _accounts.Add(account);
        _byName = null;
        return account;
    }

    private static JavaScriptEncoder MakeReadable()
    {
        var characters = new TextEncoderSettings(UnicodeRanges.All);
        characters.ForbidCharacters(
            '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069');
        return JavaScriptEncoder.Create(characters);
    }

    /// <summary>The values of the account file by their paths.</summary>
    internal static IReadOnlyDictionary<string, ImportShape> LeavesOf(ReviewModels? models)
    {
        if (models is null)
            return Ready.Value.Leaves;
        ImportShape.Of(models.Topics, out var leaves);
        return leaves;
    }

    private static ImportLeaf LeafOf(string path, IReadOnlyDictionary<string, ImportShape> leaves) =>
        path is not null && leaves.TryGetValue(path, out var shape) ? shape.Leaf!
            : throw new ArgumentException($"'{path}' is not a column of the account file.", nameof(path));

    private static List<ModelFault> FaultsOf(IReadOnlyList<ImportColumn> columns, IReadOnlyDictionary<string, ImportShape> leaves)
    {
        var faults = new List<ModelFault>();
        var paths = columns.Select(column => column.Path).ToArray();
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var place = Invariant($"columns[{i}]");
            if (!leaves.TryGetValue(column.Path, out var shape))
            {
                faults.Add(new(
                    $"{place}.path", $"'{column.Path}' is not a column of the account file.{Nearest(column.Path, leaves.Keys)}"));
                continue;
            }

            if (Array.IndexOf(paths, column.Path) is var first && first < i
                && (!shape.Leaf!.IsText || (column.Title?.Trim() is { } title
                    && string.Equals(columns[first].Title?.Trim(), title, StringComparison.OrdinalIgnoreCase))))
            {
                faults.Add(new(
                    $"{place}.path",
                    Invariant($"{column.Path} is also the path of columns[{first}]; only a text may be combined from several columns, ")
                        + "such as first and last name"));
            }

            if (column.Unit != ImportUnit.Same && !shape.Leaf!.IsNumber)
                faults.Add(new($"{place}.unit", $"it is {column.Unit}, but {column.Path} is not a number; leave it out"));
            if (column.OnlyWith is { } other && Array.IndexOf(paths, other) < 0)
                faults.Add(new($"{place}.onlyWith", $"no column of the table has the path '{other}'"));
            foreach (var (written, meant) in column.Values)
            {
                if (shape.Leaf!.Names is { } && !string.IsNullOrWhiteSpace(meant))
                {
                    using var json = new Utf8JsonWriter(Stream.Null);
                    if (shape.Leaf.Write(meant, ImportUnit.Same, json, out _) is { } fault)
                        faults.Add(new($"{place}.values[\"{written}\"]", $"it is '{meant}'; {fault}"));
                }
            }
        }

        if (!paths.Contains("id", StringComparer.Ordinal) && !paths.Contains("name", StringComparer.Ordinal))
            faults.Add(new("columns", "no column says which account a row is about; one must have the path id, or name"));
        return faults;
    }

    // What each row of a table would lack is told once.
    private static List<ModelFault> LacksOf(IReadOnlyList<ImportColumn> columns, IReadOnlyDictionary<string, ImportShape> leaves)
    {
        var faults = new List<ModelFault>();
        var paths = columns.Select(column => column.Path).ToArray();
        foreach (var list in paths.SelectMany(path => leaves[path].Lists).Distinct())
        {
            foreach (var key in NeededOf(list).Where(key => !paths.Contains(key.Path, StringComparer.Ordinal)))
                faults.Add(new("columns", $"no column has the path {key.Path}, which each entry of {list.Path} needs"));
        }

        return faults;

        IEnumerable<ImportShape> NeededOf(ImportShape list) =>
            list.Summed is { } summed ? [list.Keys[0], summed]
            : list.Keys is not [var key, ..] ? []
            : key.Name == "id" && list.Member("name") is { Leaf: not null } name && paths.Contains(name.Path, StringComparer.Ordinal) ? []
            : [key];
    }

    // Written in another way, it is that one; else those that end alike.
    private static string Nearest(string path, IEnumerable<string> paths)
    {
        var all = paths.ToArray();
        var last = path[(path.LastIndexOf('.') + 1)..];
        string[] near = [.. all.Where(each => Plain(each).Equals(Plain(path), StringComparison.OrdinalIgnoreCase))];
        if (near.Length == 0)
        {
            near = [.. all.Where(each => each.Equals(last, StringComparison.OrdinalIgnoreCase)
                || each.EndsWith($".{last}", StringComparison.OrdinalIgnoreCase)).Take(3)];
        }

        if (near.Length == 0 && LookAlikes.Nearest(path, all) is { } nearest)
            near = [nearest];
        return near.Length > 0 ? $" Is it {string.Join(" or ", near)}?" : "";

        static string Plain(string path) => path.Replace("[]", "", StringComparison.Ordinal);
    }

    private ImportAccount? Named(string name)
    {
        if (_byName is null)
        {
            _byName = new(StringComparer.OrdinalIgnoreCase);
            foreach (var account in _accounts)
            {
                // A name that two accounts have names none.
                if (account.Name is { } known)
                    _byName[known.Trim()] = _byName.ContainsKey(known.Trim()) ? null : account;
            }
        }

        return _byName.GetValueOrDefault(name);
    }

    private void Refuse()
    {
        if (_faults == 0)
            return;
        throw new InvalidModelException("portfolio", [.. Report.Notes
            .Where(note => note.Kind is ImportNoteKind.Fault or ImportNoteKind.OutsideList)
            .Select(note => new ModelFault(
                note.Place,
                (note.Value is null ? "" : $"'{note.Value}': ") + note.Message
                + (note.Count > 1 ? Invariant($" ({note.Count} times)") : ""))
            {
                AccountId = note.AccountId,
            })]);
    }

    private HashSet<ImportShape> FindCovered() =>
    [
        .. _tables.SelectMany(table => table.Levels.Where((level, i) => Array.IndexOf(table.Outer, i) < 0
            || Enumerable.Range(0, table.Columns.Count).Any(column => table.LevelOf[column] == i && !table[column].Column!.IsKey))),
    ];

    // Accounts are assembled on any thread, and taken over on this one in their order.
    private IEnumerable<MadeAccount> Made(bool isWritten)
    {
        EnsureOpen();
        Waiting.Settle();
        _isBuilt = true;
        var i = 0;
        foreach (var made in InOrder.Select(_accounts.Count, _parallel, place => Make(_accounts[place], isWritten)))
        {
            var account = _accounts[i++];
            made.Notes.ForEach(Note);
            foreach (var (table, rows) in made.Used)
                _tables[table].Used += rows;
            if (made.Filled is { } filled)
                _filled.Add((account.Id, filled));
            account.IsLeftOut = made.Account is null;
            account.Forget();
            if (made.Account is not null)
                yield return made;
            _spare.Add(made);
        }

        TellAlike();
    }

    private MadeAccount Make(ImportAccount account, bool isWritten)
    {
        if (_spare.TryTake(out var made))
            made.Clear();
        else
            made = new(Readable);

        // Of an account that was named by faulty rows alone nothing is known.
        if ((account.Existing ?? account.Row?.Table) is not null)
            made.Account = Make(account, made);
        if (isWritten && made.Account is not null && Interlocked.Read(ref _faults) == 0)
            made.Write();
        return made;
    }

    private void TellAlike()
    {
        ImportAccount[] accounts = [.. _accounts.Where(account => !account.IsLeftOut)];
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in AlikeIds(accounts))
            Tell(group, [.. group.Select(account => account.Id).Order(StringComparer.Ordinal)], ImportTexts.AlikeIds);
        ILookup<string, ImportAccount>? byLabel = null;
        foreach (var group in LookAlikes.Among([.. accounts.Select(LabelOf)]))
        {
            byLabel ??= accounts.ToLookup(LabelOf, StringComparer.Ordinal);
            Tell([.. group.Distinct(StringComparer.Ordinal).SelectMany(name => byLabel[name])], group, ImportTexts.AlikeNames);
        }

        TellLikeUnknown();

        static string LabelOf(ImportAccount account) => account.Name ?? account.Id;

        void Tell(ImportAccount[] group, IReadOnlyList<string> names, Terms.Text text)
        {
            var value = string.Join(" = ", names.Select(name => $"'{name}'"));
            if (!told.Add(value))
                return;
            var row = group.Select(account => account.Row).LastOrDefault(row => row is not null);
            Note(ImportNote.Of(
                ImportNoteKind.AlikeAccounts, row is { } at ? _tables[at.Table] : null, row?.Row, null, value, text)
                with { Count = group.Length });
        }
    }

    private static IEnumerable<ImportAccount[]> AlikeIds(ImportAccount[] accounts)
    {
        var (seen, twice) = (new HashSet<ulong>(accounts.Length), new HashSet<ulong>());
        foreach (var account in accounts)
        {
            if (HashOf(account) is var hash && !seen.Add(hash))
                twice.Add(hash);
        }

        return twice.Count == 0 ? [] : accounts.Where(account => twice.Contains(HashOf(account)))
            .GroupBy(account => LookAlikes.IdKeyOf(account.Id), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() > 1)
            .Select(group => group.ToArray());

        static ulong HashOf(ImportAccount account) => LookAlikes.IdHashOf(Encoding.UTF8.GetBytes(account.Id));
    }

    private void TellLikeUnknown()
    {
        if (!_notes.TryGetValue(ImportNoteKind.UnknownAccount, out var unknown))
            return;
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in _accounts)
        {
            byKey.TryAdd(LookAlikes.KeyOf(account.Id), account.Id);
            if (account.Name is { } name)
                byKey.TryAdd(LookAlikes.KeyOf(name), account.Id);
        }

        for (var i = 0; i < unknown.Count; i++)
        {
            if (unknown[i].Value is { } named && LookAlikes.KeyOf(named) is { Length: > 0 } key
                && byKey.TryGetValue(key, out var like))
            {
                var text = ImportTexts.UnknownAccountLike(like);
                unknown[i] = unknown[i] with { Message = text.En, Text = text };
            }
        }
    }

    private AccountFile? Make(ImportAccount account, MadeAccount made)
    {
        var existing = account.Existing is { } at ? _existing(at) : null;
        if (existing is not null && account.Length == 0 && account.Sums.Count == 0)
        {
            var root = LoadedOf(existing);
            if (account.Row is null)
            {
                made.Notes.Add(ImportNote.Of(ImportNoteKind.Kept, null, null, null, account.Id, ImportTexts.KeptAccount)
                    with { AccountId = account.Id });
            }
            else
            {
                var attempt = new ImportAttempt(this, account, [], made);
                attempt.TellUpdate(root);
                attempt.Tell();
            }

            made.Filled = FilledOf(root);
            return existing;
        }

        var hasFaults = account.Faulty.Any();
        HashSet<ImportOrigin> left = Tolerance == ImportTolerance.LeaveOutRows ? [.. account.Faulty] : [];

        // Purchases of a new account become JSON, each with its row, only where there is something to tell of them.
        var isPlain = existing is null && !hasFaults && account.Sums is { Count: > 0, HasParts: false, List.Path: "purchases" };
        for (var attempts = 0; ; attempts++)
        {
            var attempt = new ImportAttempt(this, account, left, made);
            var root = existing is null ? new ImportObject(_shape, Origin(account)) { IsDefined = true } : LoadedOf(existing);
            if (existing is null)
            {
                root[_leaves["id"]] = new ImportValue(
                    JsonSerializer.SerializeToUtf8Bytes(account.Id, ReviewJson.Default.String), Origin(account));
            }

            attempt.Apply(root, hasSums: !isPlain);
            var faults = new List<ModelFault>();
            var read = Read(made.Assemble(root), faults, isPlain ? account.Sums : null);
            if (isPlain && (read is null || faults.Count > 0 || attempt.HasFaults))
            {
                isPlain = false;
                attempts--;
                continue;
            }

            foreach (var fault in faults)
                attempt.Take(root, fault);

            // Even where nothing is left out in the end: behind one fault there may be others.
            if (!attempt.HasFaults || attempts == MostAttempts || !attempt.LeavesOut(left, Tolerance))
            {
                if (!attempt.IsUnknown)
                    attempt.Tell();
                if (attempt.IsUnknown || (Tolerance == ImportTolerance.None && (attempts > 0 || hasFaults)))
                    return null;
                if (attempt.HasFaults || read is null)
                    return existing is not null && Tolerance != ImportTolerance.None ? existing : null;
                if (existing is null && _existingCount > 0)
                    made.Notes.Add(NewNote(account));
                made.Filled = FilledOf(root);
                if (isPlain)
                    MarkFilled(made.Filled, account.Sums.List.Keys[0], account.Sums.List.Summed!);
                return read;
            }

            attempt.TellFaults();
        }
    }

    private ImportNote NewNote(ImportAccount account)
    {
        var table = account.Row is { } row ? _tables[row.Table] : null;
        return ImportNote.Of(ImportNoteKind.NewAccount, table, account.Row?.Row, null, account.Id, ImportTexts.NewAccount)
            with { AccountId = account.Id };
    }

    private static ImportOrigin Origin(ImportAccount account) =>
        account.Row is { } row ? new(row.Table, row.Row, -1) : ImportOrigin.Existing;

    private ImportObject LoadedOf(AccountFile account)
    {
        using var json = JsonSerializer.SerializeToDocument(account, ReviewJson.Default.AccountFile);
        return ImportObject.Of(_shape, json.RootElement);
    }

    private AccountFile? Read(ReadOnlyMemory<byte> json, List<ModelFault> faults, MonthSums? sums)
    {
        const string Place = "account";
        try
        {
            var account = Parsed(json.Span) ?? CheckedJson.Read(json, ReviewJson.Default.AccountFile, Place);
            if (sums is { } months)
            {
                account = account with
                {
                    Purchases = [.. months.InOrder(Sums).Select(each => new MonthlyPurchases(each.Month, ImportAttempt.Plain(each.Sum)))],
                };
            }

            _head.Check(Place, account, faults);
            foreach (var topic in _topics)
                topic.CheckPart(account);
            for (var i = 0; i < faults.Count; i++)
                faults[i] = faults[i] with { Path = faults[i].Path.Length > Place.Length ? faults[i].Path[(Place.Length + 1)..] : "" };
            return account;
        }
        catch (InvalidModelException e)
        {
            faults.AddRange(e.Faults.Select(fault => fault with
            {
                Path = fault.Path.Replace("topics[\"", "topics.", StringComparison.Ordinal).Replace("\"]", "", StringComparison.Ordinal),
            }));
            return null;
        }
        catch (ArgumentException) when (sums is not null)
        {
            return null;
        }
    }

    // Of what is sound nothing needs to be looked for.
    private static AccountFile? Parsed(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PlainPurchasesConverter.Account);
        }
        catch (Exception e) when (
            e is JsonException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static void MarkFilled(ulong[] filled, params ReadOnlySpan<ImportShape> leaves)
    {
        foreach (var leaf in leaves)
            filled[leaf.Number >> 6] |= 1UL << (leaf.Number & 63);
    }

    private ulong[] FilledOf(ImportObject root)
    {
        var filled = new ulong[(_leaves.Count + 63) >> 6];
        Mark(root);
        return filled;

        void Mark(ImportObject node)
        {
            for (var i = 0; i < node.Nodes.Length; i++)
            {
                switch (node.Nodes[i])
                {
                    case ImportValue:
                        MarkFilled(filled, node.Shape.Members[i]);
                        break;
                    case ImportObject inner:
                        Mark(inner);
                        break;
                    case ImportItems items:
                        foreach (var item in items.Items)
                            Mark(item);
                        break;
                }
            }
        }
    }
}
