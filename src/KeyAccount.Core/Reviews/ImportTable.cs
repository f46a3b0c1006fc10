using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A table that passes rows to a <see cref="PortfolioBuilder"/>.</summary>
/// <remarks>Not a value: it passes rows to its builder. Not safe to share between threads.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "it writes to memory")]
public sealed class ImportTable
{
    private readonly PortfolioBuilder _builder;
    private readonly ImportShape[] _leaves;
    private readonly int[] _onlyWith;
    private readonly Dictionary<string, string?>?[] _values;
    private readonly int[] _ids;
    private readonly int[] _names;
    private readonly int _month = -1;
    private readonly int _sum = -1;
    private readonly bool _isJoined;
    private readonly int[] _parts = [];
    private readonly int _asOf = -1;
    private readonly bool[] _isKey;
    private readonly bool[] _isOfThePast;
    private (object? Cell, int Part) _lastPart;
    private long _refused = -1;
    private readonly ArrayBufferWriter<byte> _row = new(512);
    private readonly ArrayBufferWriter<byte> _cell = new(128);
    private readonly Utf8JsonWriter _json;

    internal ImportTable(
        PortfolioBuilder builder, int index, string name, IReadOnlyList<ImportColumn> columns, bool addsAccounts,
        IReadOnlyDictionary<string, ImportShape> leaves)
    {
        (_builder, Index, Name, Columns, AddsAccounts) = (builder, index, name, columns, addsAccounts);
        _json = new(_cell, new() { SkipValidation = true });
        _leaves = [.. columns.Select(column => leaves[column.Path])];
        _onlyWith = [.. columns.Select(column => column.OnlyWith is null ? -1
            : columns.ToList().FindIndex(other => other.Path == column.OnlyWith))];
        _values = [.. columns.Select(column => column.Values.Count == 0 ? null
            : column.Values.DistinctBy(pair => pair.Key.Trim(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(pair => pair.Key.Trim(), pair => pair.Value, StringComparer.OrdinalIgnoreCase))];
        _ids = [.. IndexesOf("id")];
        _names = _ids.Length > 0 ? [] : [.. IndexesOf("name")];
        _isJoined = columns.DistinctBy(column => column.Path, StringComparer.Ordinal).Count() < columns.Count;
        Levels = [.. _leaves.SelectMany(leaf => leaf.Lists).Distinct().OrderBy(list => list.Lists.Length)];
        LevelOf = [.. _leaves.Select(leaf => leaf.List is null ? -1 : Array.IndexOf(Levels, leaf.List))];
        Outer = [.. Levels.Select(list => list.List is null ? -1 : Array.IndexOf(Levels, list.List))];
        if (Array.Find(_leaves, leaf => leaf.List?.Summed == leaf)?.List is { } summed)
        {
            _sum = Array.IndexOf(_leaves, summed.Summed);
            _month = Array.IndexOf(_leaves, summed.Keys[0]);
            _parts = [.. summed.Keys.Skip(1).Select(key => Array.IndexOf(_leaves, key))];
        }

        _asOf = columns.ToList().FindIndex(column => column.Path == "asOf");
        _isOfThePast = [.. _leaves.Select(leaf => leaf.Leaf!.IsDate && !leaf.Column!.IsPlanned)];
        _isKey =
        [
            .. Enumerable.Range(0, columns.Count).Select(i => i == _sum || i == _month || Array.IndexOf(_parts, i) >= 0
                || Array.IndexOf(_ids, i) >= 0 || Array.IndexOf(_names, i) >= 0),
        ];
    }

    /// <summary>The name of the table in faults.</summary>
    public string Name { get; }

    /// <summary>The columns, in the order of the cells of each row.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>The word for its rows in faults: <c>row</c>, or <c>line</c> for a text file.</summary>
    public string RowWord { get; init; } = "row";

    /// <summary>Whether only the latest row of an account counts, as for surveys: the date is the cell after those of the
    /// columns.</summary>
    public bool IsLatest { get; init; }

    internal int Index { get; }

    internal bool AddsAccounts { get; }

    internal long Read { get; set; }

    internal long Used { get; set; }

    /// <summary>The lists that its rows contribute to, outer ones first.</summary>
    internal ImportShape[] Levels { get; }

    /// <summary>For each column, the index of its list among <see cref="Levels"/>; −1 if it belongs to the account.</summary>
    internal int[] LevelOf { get; }

    /// <summary>For each list, the index of the list that contains it; −1 for the account.</summary>
    internal int[] Outer { get; }

    internal ImportShape this[int column] => _leaves[column];

    /// <summary>Whether a column is not a value by itself, because it names the account or belongs to sums.</summary>
    internal bool IsKey(int column) => _isKey[column];

    internal string WhereOf(long row) => Invariant($"{RowWord} {row}");

    internal string TitleOf(int column) => Columns[column].Title ?? Columns[column].Path;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The number of the row, by which a person finds it.</param>
    /// <param name="cells">The cells in the order of <see cref="Columns"/>: texts, numbers, dates, <c>true</c> and <c>false</c>, terms, or
    /// lists of them; null or blank if nothing is known. Missing cells count as null.</param>
    /// <exception cref="ArgumentException">There are more cells than columns.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has been built.</exception>
    public void Add(long row, params ReadOnlySpan<object?> cells)
    {
        if (cells.Length > Columns.Count + (IsLatest ? 1 : 0))
        {
            throw new ArgumentException(
                Invariant($"the row has {cells.Length} cells; the table has {Columns.Count} columns."), nameof(cells));
        }

        _builder.EnsureOpen();
        if (_builder.Waiting.TryAdd(this, row, cells))
            return;
        _builder.Waiting.Settle();
        Place(row, cells, IdIn(cells), null);
    }

    /// <summary>The id or name of the account that a row is about; null if it has none.</summary>
    internal string? IdIn(ReadOnlySpan<object?> cells) => KeyOf(cells, _ids) ?? KeyOf(cells, _names);

    /// <summary>Places a row.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="id">The id or name of its account.</param>
    /// <param name="known">The account if it has been looked up.</param>
    internal void Place(long row, ReadOnlySpan<object?> cells, string? id, ImportAccount? known)
    {
        Read++;
        if (id is null)
        {
            var at = _ids.Length > 0 ? _ids[0] : _names.Length > 0 ? _names[0] : -1;

            // Where the cell could not be read, that is the fault.
            if (row != _refused)
                TellFault(row, at, null, "it does not say which account it is about");
            return;
        }

        if ((known ?? _builder.AccountOf(this, id, isName: _ids.Length == 0, row)) is not { } account)
            return;
        if (_asOf >= 0 && _asOf < cells.Length && Taken(cells, _asOf) is { } asOf)
            account.AsOf = ImportLeaf.DateOf(asOf) ?? account.AsOf;
        _row.ResetWrittenCount();
        Varint(_row, Index);
        Varint(_row, row);
        if (IsLatest)
        {
            LocalDate? day = cells.Length > Columns.Count && cells[Columns.Count] is { } date ? ImportLeaf.DateOf(date) : null;
            Varint(_row, day is null ? 0 : Period.DaysBetween(new(1, 1, 1), day.Value));
        }

        var has = false;
        var isRefused = row == _refused;
        for (var i = 0; i < cells.Length && i < Columns.Count; i++)
        {
            if (_isKey[i])
                continue;
            if (Joined(cells, i) is not { } cell)
                continue;
            if (!TryWrite(cell, i, row))
            {
                isRefused = true;
                continue;
            }

            if (_isOfThePast[i] && ImportLeaf.DateOf(cell) is { } day)
                TellFuture(account, day, cell, i, row);
            Varint(_row, i + 1);
            Varint(_row, _cell.WrittenCount);
            _row.Write(_cell.WrittenSpan);
            has = true;
        }

        Varint(_row, 0);
        var isLeftOut = isRefused && _builder.Tolerance == ImportTolerance.LeaveOutRows;
        if (_sum >= 0 && !isLeftOut && !TrySum(account, cells, row))
            return;

        // The rest of a row with a fault is looked at, so that what follows from the fault is known as such.
        if (isRefused)
        {
            if (!_builder.TakesFaulty())
                return;
            account.AddFaulty(Index, row);
        }

        var isRepeated = AddsAccounts && !has && account.Row is not null;
        account.Row ??= (Index, row);
        if (isRepeated)
            TellRepeated(account, row);
        if (AddsAccounts)
            account.Name ??= NameIn(cells);

        // A row that says nothing of an account that is updated leaves what is known of it.
        if (has || (AddsAccounts && !isRepeated && account.Existing is not null))
            account.Append(_row.WrittenSpan);
        else if (!isLeftOut && (_sum >= 0 || (AddsAccounts && !isRepeated)))
            Used++;
    }

    /// <summary>Reports a fault that the reader of the table has found.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="column">The index of the column; −1 if the whole row cannot be read.</param>
    /// <param name="value">The value; null if there is none.</param>
    /// <param name="why">What is wrong, and what is allowed.</param>
    /// <returns>Whether to add the row without the value: pass null for it, so that the other values are checked. False if the whole row
    /// cannot be read.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="why"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The portfolio has been built.</exception>
    public bool Refuse(long row, int column, string? value, string why)
    {
        ArgumentNullException.ThrowIfNull(why);
        Guard.Between(column, -1, Columns.Count - 1);
        _builder.EnsureOpen();
        _builder.Waiting.Settle();
        TellFault(row, column, value, why);
        if (column >= 0)
        {
            _refused = row;
            return true;
        }

        Read++;
        return false;
    }

    internal void TellRepeated(ImportAccount account, long row) => _builder.Note(
        ImportNote.Of(ImportNoteKind.Repeated, this, row, null, null, ImportTexts.Repeated) with { AccountId = account.Id });

    private void TellFault(long row, int column, string? value, string why, bool isOutside = false) => _builder.Note(new(
        isOutside ? ImportNoteKind.OutsideList : ImportNoteKind.Fault, Name, WhereOf(row), column < 0 ? null : TitleOf(column), value, why)
    {
        Row = row,
    });

    private void TellFuture(ImportAccount account, LocalDate day, object cell, int column, long row)
    {
        if ((account.AsOf ?? _builder.Head.AsOf) is var asOf && day > asOf)
        {
            _builder.Note(ImportNote.Of(
                ImportNoteKind.FutureDate, this, row, TitleOf(column), ImportLeaf.TextOf(cell), ImportTexts.FutureDate(asOf))
                with { AccountId = account.Id });
        }
    }

    private static void Varint(ArrayBufferWriter<byte> buffer, long value)
    {
        var span = buffer.GetSpan(10);
        var length = 0;
        var rest = (ulong)value;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[length++] = (byte)rest;
        buffer.Advance(length);
    }

    private IEnumerable<int> IndexesOf(string path) => Enumerable.Range(0, Columns.Count).Where(i => Columns[i].Path == path);

    private string? NameIn(ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length && i < Columns.Count; i++)
        {
            if (Columns[i].Path == "name" && Array.IndexOf(_names, i) < 0 && Taken(cells, i) is { } cell)
                return ImportLeaf.TextOf(cell).Trim();
        }

        return null;
    }

    // Parts of a key that stand in several columns are joined by a hyphen.
    private string? KeyOf(ReadOnlySpan<object?> cells, int[] columns)
    {
        string? key = null;
        foreach (var i in columns)
        {
            if (i >= cells.Length || Taken(cells, i) is not { } cell)
                return null;
            var text = ImportLeaf.TextOf(cell).Trim();
            key = key is null ? text : $"{key}-{text}";
        }

        return key;
    }

    // The cell of a column, with those of further columns of the same path: first name and last name.
    private object? Joined(ReadOnlySpan<object?> cells, int i)
    {
        if (!_isJoined)
            return Taken(cells, i);
        var (path, first) = (Columns[i].Path, (object?)null);
        for (var other = 0; other < Columns.Count && other < cells.Length; other++)
        {
            if (Columns[other].Path != path || Taken(cells, other) is not { } cell)
                continue;
            if (other < i)
                return null;
            first = first is null ? cell : $"{ImportLeaf.TextOf(first).Trim()} {ImportLeaf.TextOf(cell).Trim()}";
        }

        return first;
    }

    // What a cell stands for; null for nothing.
    private object? Taken(ReadOnlySpan<object?> cells, int i)
    {
        if (_onlyWith[i] is >= 0 and var other && (other >= cells.Length || Mapped(cells[other], other) is null))
            return null;
        return Mapped(cells[i], i);
    }

    private object? Mapped(object? cell, int i)
    {
        if (cell is null || (cell is string text && string.IsNullOrWhiteSpace(text)))
            return null;
        if (_values[i] is not { } values)
            return cell;
        var written = ImportLeaf.TextOf(cell).Trim();
        if (!values.TryGetValue(written, out var meant) && !values.TryGetValue("*", out meant))
            return cell;
        return string.IsNullOrWhiteSpace(meant) ? null : meant;
    }

    private bool TryWrite(object cell, int i, long row)
    {
        _cell.ResetWrittenCount();
        if (_leaves[i].Leaf!.TryWritePlain(cell, _cell))
            return true;
        _json.Reset();
        var fault = _leaves[i].Leaf!.Write(cell, Columns[i].Unit, _json, out var isOutside);
        _json.Flush();
        if (fault is null)
            return true;
        TellFault(row, i, ImportLeaf.TextOf(cell), fault, isOutside);
        return false;
    }

    private bool TrySum(ImportAccount account, ReadOnlySpan<object?> cells, long row)
    {
        var month = _month >= 0 && _month < cells.Length ? Taken(cells, _month) : null;
        var amount = _sum < cells.Length ? Taken(cells, _sum) : null;
        if (month is null && amount is null)
            return true;
        if ((amount is null || month is null) && row == _refused)
            return false;
        if (amount is null)
            return Refused(_sum, null, "it is needed");
        if (month is null)
            return Refused(_month, null, "it is needed");
        if (ImportLeaf.MonthOf(month) is not { } known)
            return Refused(_month, month, "a month or a date is needed, such as 2026-03 or 2026-03-31");
        if (ImportLeaf.NumberOf(amount, Columns[_sum].Unit, isFraction: false) is not { } number)
            return Refused(_sum, amount, "a number is needed, such as 1234.5");
        if (PartOf(cells, row) is not { } part)
            return false;
        if (_isOfThePast[_month])
            TellFuture(account, ImportLeaf.DateOf(month) ?? known.OnDayOfMonth(1), month, _month, row);
        try
        {
            account.Sum(_builder.Sums, _leaves[_sum].List!, (known.Year * 12) + known.Month - 1, part, number, new(Index, row, _sum));
            return true;
        }
        catch (OverflowException)
        {
            return Refused(_sum, amount, "together with the other rows of the month it does not fit a decimal, which holds up to 7.9e28");
        }

        bool Refused(int column, object? cell, string why)
        {
            TellFault(row, column, cell is null ? null : ImportLeaf.TextOf(cell), why);
            return false;
        }
    }

    // The number of what tells entries of one month apart, such as the currency; null where it cannot be read.
    private int? PartOf(ReadOnlySpan<object?> cells, long row)
    {
        string? keys = null;
        for (var i = 0; i < _parts.Length; i++)
        {
            var column = _parts[i];
            var cell = column >= 0 && column < cells.Length ? Taken(cells, column) : null;
            if (_parts.Length == 1 && (cell is null || cell.Equals(_lastPart.Cell)))
                return cell is null ? 0 : _lastPart.Part;
            if (cell is not null && !TryWrite(cell, column, row))
                return null;
            keys = $"{keys}{(i == 0 ? "" : "\u001F")}{(cell is null ? "" : Encoding.UTF8.GetString(_cell.WrittenSpan))}";
            if (_parts.Length == 1)
                return (_lastPart = (cell, _builder.PartOf(keys))).Part;
        }

        return keys is null ? 0 : _builder.PartOf(keys);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The name and the number of columns.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Columns.Count} columns");
}
