using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Tables;

/// <summary>A table whose rows have named fields: text, numbers and dates. All its rows are looked at before the first is read, so that
/// each column of numbers and dates has one reading.</summary>
internal sealed class FieldTable
{
    private const int NamedTitles = 10;

    private readonly Table _table;
    private readonly bool _isAhead;
    private readonly Dictionary<Field, int> _columns = [];
    private readonly Dictionary<Field, NumberColumn> _numbers = [];
    private readonly Dictionary<Field, DateColumn> _dates = [];

    private FieldTable(
        TableSource source, TableReading reading, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> titles, bool isSide)
    {
        var columns = fields.ToDictionary(field => field, field => ColumnOf(field, titles, isSide));
        _isAhead = reading.IsAhead;
        _table = Table.Open(source, reading.Table, [.. columns.Values]);
        foreach (var (field, column) in columns)
        {
            if (_table[column] is not { } index)
                continue;
            _columns[field] = index;
            if (field.Kind == FieldKind.Number)
                _numbers[field] = new(reading.Numbers, NumberText.UnitOfHeader(_table.Headers[index])?.Power ?? 0);
            else if (field.Kind == FieldKind.Date)
                _dates[field] = new(reading.Dates);
        }
    }

    private FieldTable(Table table, TableReading reading, IReadOnlyDictionary<Field, int> columns)
    {
        (_table, _isAhead) = (table, reading.IsAhead);
        foreach (var (field, index) in columns)
        {
            _columns[field] = index;
            if (field.Kind == FieldKind.Number)
                _numbers[field] = new(reading.Numbers, field.HasUnit ? 0 : NumberText.UnitOfHeader(table.Headers[index])?.Power ?? 0);
            else if (field.Kind == FieldKind.Date)
                _dates[field] = new(reading.Dates);
        }
    }

    public TableSource Source => _table.Source;

    /// <summary>The titles of its columns.</summary>
    public IReadOnlyList<string> Headers => _table.Headers;

    /// <summary>The titles of columns that no field has.</summary>
    public IEnumerable<string> Unread => Headers.Where((title, i) => title.Trim().Length > 0 && !_columns.ContainsValue(i));

    /// <summary>What to tell of columns that are not read, and which field may be meant by each.</summary>
    /// <param name="fields">The fields of its rows.</param>
    /// <param name="known">Titles of columns that are there to be looked at only.</param>
    public IEnumerable<Text> NotesOnUnread(IReadOnlyList<Field> fields, params string[] known)
    {
        string[] open = [.. fields.Where(field => !Has(field)).Select(field => field.Name)];
        var titles = Unread.Where(title => !known.Contains(title.Trim(), StringComparer.OrdinalIgnoreCase)).Select(
            title => (Title: SafeText.Line(title.Trim(), 60), Near: NearestOf(title.Trim(), fields, open)))
            .ToLookup(each => each.Near is null);
        foreach (var (title, near) in titles[false])
            yield return ToolText.TextOf("Read.NotReadNear", title, near);
        string[] others = [.. titles[true].Select(each => each.Title)];
        if (others.Length > 0)
        {
            yield return ToolText.TextOf(
                "Read.NotRead", string.Join(", ", others.Take(NamedTitles)) + (others.Length > NamedTitles ? ", …" : ""));
        }
    }

    // By any title that a field usually has.
    private static string? NearestOf(string title, IReadOnlyList<Field> fields, string[] open)
    {
        var names = fields.Where(field => open.Contains(field.Name, StringComparer.Ordinal))
            .SelectMany(field => field.OtherNames.Prepend(field.Name).Select(name => (name, field.Name)))
            .DistinctBy(each => each.name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return LookAlikes.Nearest(title, names.Keys) is { } near ? names[near] : null;
    }

    /// <summary>How many rows there are.</summary>
    public long Count { get; private set; }

    /// <summary>How the file is read: <c>comma, UTF-8, 1234.56, yyyy-MM-dd</c>.</summary>
    public string Style => string.Join(", ", _numbers.Values.Select(column => column.Style)
        .Concat(_dates.Values.Select(column => column.Style)).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(_table.Dialect));

    /// <summary>Opens a table and looks at its rows.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="reading">What is said about it.</param>
    /// <param name="fields">The fields of its rows.</param>
    /// <param name="titles">The titles of columns by the names of their fields, where they are not the usual ones.</param>
    /// <param name="isSide">Whether it comes beside another table, for which the titles are meant: it may have them too.</param>
    /// <param name="canBeEmpty">Whether a table without rows says something too.</param>
    public static FieldTable Open(
        TableSource source, TableReading reading, IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> titles,
        bool isSide = false, bool canBeEmpty = false)
    {
        var table = new FieldTable(source, reading, fields, titles, isSide);
        table._table.Reading(() =>
        {
            table.Observe(canBeEmpty);
            return true;
        });
        return table;
    }

    /// <summary>Reads a table whose columns are known, and looks at its rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="reading">What is said about it.</param>
    /// <param name="columns">The fields of its rows, with their columns.</param>
    public static FieldTable Of(Table table, TableReading reading, IReadOnlyDictionary<Field, int> columns)
    {
        var fields = new FieldTable(table, reading, columns);
        table.Reading(() =>
        {
            fields.Observe(canBeEmpty: false);
            return true;
        });
        return fields;
    }

    /// <summary>Where the rows of the table have a field: for tables of many rows, in which looking it up each time would cost.</summary>
    public FieldSlot SlotOf(Field field) =>
        new(_columns[field], _numbers.GetValueOrDefault(field), _dates.GetValueOrDefault(field));

    public bool Has(Field field) => _columns.ContainsKey(field);

    /// <summary>Reads every row once.</summary>
    /// <param name="read">What is done with a row; it throws a <see cref="RowException"/> where the row cannot be used.</param>
    /// <param name="skip">What is done with a row that cannot be used.</param>
    /// <param name="progress">Told how far the file is read.</param>
    public void ReadAll(Action<FieldRow> read, Action<RowException> skip, Action<double>? progress = null) => _table.Reading(() =>
    {
        using var rows = _table.Rows();
        Use(
            Each(rows, row =>
            {
                read(row);
                return true;
            }),
            _ => { }, skip, progress);
        return true;
    });

    /// <summary>Reads every row once, ahead where the table is read so.</summary>
    /// <param name="convert">Makes of a row what is used; on another thread where rows are read ahead. It throws a
    /// <see cref="RowException"/> where the row cannot be used.</param>
    /// <param name="use">What is done with what was made, on this thread and in order.</param>
    /// <param name="skip">What is done with a row that cannot be used.</param>
    /// <param name="progress">Told how far the file is read.</param>
    public void ReadAll<T>(Func<FieldRow, T> convert, Action<T> use, Action<RowException> skip, Action<double>? progress = null) =>
        _table.Reading(() =>
        {
            using var rows = _table.Rows();
            var each = Each(rows, convert);
            if (!_isAhead)
            {
                Use(each, use, skip, progress);
                return true;
            }

            using var made = each.GetEnumerator();
            using var ahead = new ReadAhead<(T Made, RowException? Fault)>((out (T Made, RowException? Fault) item) =>
            {
                var isMore = made.MoveNext();
                item = isMore ? made.Current : default;
                return isMore;
            });
            Use(ahead.Items(), use, skip, progress);
            return true;
        });

    private IEnumerable<(T Made, RowException? Fault)> Each<T>(TableRows rows, Func<FieldRow, T> convert)
    {
        var row = new FieldRow(this, rows);
        while (rows.Read())
        {
            (T Made, RowException? Fault) each = default;
            try
            {
                each.Made = rows.Fault is { } fault ? throw new RowException(fault) : convert(row);
            }
            catch (RowException e)
            {
                each.Fault = e;
            }

            yield return each;
        }
    }

    private void Use<T>(
        IEnumerable<(T Made, RowException? Fault)> rows, Action<T> use, Action<RowException> skip, Action<double>? progress)
    {
        var count = 0L;
        foreach (var (made, fault) in rows)
        {
            if (fault is null)
                use(made);
            else
                skip(fault);
            if ((++count & 0xFFFF) == 0)
                progress?.Invoke(_table.Position);
        }
    }

    private static TableColumn ColumnOf(Field field, IReadOnlyDictionary<string, string> titles, bool isSide)
    {
        var title = titles.GetValueOrDefault(field.Name);
        return new(title ?? field.Name, $"--column {field.Name}=TITLE", field.IsNeeded || (title is not null && !isSide))
        {
            OtherNames = title is null ? [Snake(field.Name), Words(field.Name), .. field.OtherNames]
                : isSide ? [field.Name, Snake(field.Name), Words(field.Name), .. field.OtherNames]
                : [],
        };
    }

    // expectedClose: expected_close, expected close.
    private static string Snake(string name) => Words(name).Replace(' ', '_');

    private static string Words(string name) =>
        string.Concat(name.Select(each => char.IsUpper(each) ? $" {char.ToLowerInvariant(each)}" : each.ToString()));

    private void Observe(bool canBeEmpty)
    {
        using (var rows = _table.Rows())
        {
            while (rows.Read())
            {
                Count++;
                if (rows.Fault is not null)
                    continue;
                foreach (var (field, column) in _numbers)
                {
                    if (!rows[_columns[field]].IsEmpty && !rows.TryNumber(_columns[field], out _))
                        column.Observe(rows[_columns[field]], rows.Where);
                }

                foreach (var (field, column) in _dates)
                {
                    if (!rows[_columns[field]].IsEmpty && !rows.TryDate(_columns[field], out _))
                        column.Observe(rows[_columns[field]], rows.Where);
                }
            }
        }

        if (Count == 0 && !canBeEmpty)
            throw new ToolException("the file has a header and no rows.");

        // The columns of one file are written alike: what one tells holds for the others.
        if (_numbers.Values.Select(column => column.DecimalMark).OfType<char>().Distinct().ToArray() is [var mark])
        {
            foreach (var column in _numbers.Values)
                column.Assume(mark);
        }

        if (_dates.Values.Where(column => column.Evidence is not null).Select(column => column.Orders).Distinct().ToArray() is [var orders])
        {
            foreach (var column in _dates.Values)
                column.Assume(orders);
        }

        foreach (var (field, column) in _numbers)
            column.Judge(field.HasUnit ? "" : _table.Headers[_columns[field]].Trim());
        foreach (var (field, column) in _dates)
            column.Judge(_table.Headers[_columns[field]].Trim());
    }

    /// <summary>The row that is read; its fields are those of the current row.</summary>
    internal sealed class FieldRow(FieldTable table, TableRows rows)
    {
        /// <summary>Where it is, as a person finds it.</summary>
        public string Where => rows.Where;

        /// <summary>Its number, by which a person finds it.</summary>
        public long RowNumber => rows.Number;

        /// <summary>The text of a field; null if it is empty, or has no column.</summary>
        public string? Text(Field field) =>
            table._columns.TryGetValue(field, out var column) && rows.Text(column).Trim() is { Length: > 0 } text ? text : null;

        /// <summary>The text of a field that must not be empty.</summary>
        public string Needed(Field field) => Text(field) ?? throw Fault(field, "it is needed");

        /// <inheritdoc cref="Text(Field)"/>
        public string? Text(FieldSlot slot) => rows.Text(slot.Column).Trim() is { Length: > 0 } text ? text : null;

        /// <summary>How many bytes the text of a field has.</summary>
        public int LengthOf(FieldSlot slot) => rows[slot.Column].Length;

        /// <summary>The number of a field with the currency that stands beside it; null if it is empty, or has no column.</summary>
        public (decimal Value, string? Currency)? Number(Field field) =>
            table._columns.ContainsKey(field) ? Number(table.SlotOf(field)) : null;

        /// <inheritdoc cref="Number(Field)"/>
        public (decimal Value, string? Currency)? Number(FieldSlot slot)
        {
            var (column, numbers) = (slot.Column, slot.Numbers!);
            if (rows[column].IsEmpty)
                return null;
            if (rows.TryNumber(column, out var number))
                return numbers.TryScale(ref number) ? (number, null) : throw Fault(column, "it is too large");
            return numbers.Read(rows[column], out number, out var currency) == FieldReading.Read
                ? (number, currency)
                : throw Fault(column, numbers.Explain(rows.Text(column)));
        }

        /// <summary>The fraction of a field, which may be written as a per cent; null if it is empty, or has no column.</summary>
        public (decimal Value, string? Currency)? Fraction(FieldSlot slot)
        {
            if (Text(slot) is not [.. var number, '%' or '％'])
                return Number(slot);
            return slot.Numbers!.Read(System.Text.Encoding.UTF8.GetBytes(number.Trim()), out var value, out _) == FieldReading.Read
                ? (value / 100, "%")
                : throw Fault(slot.Column, slot.Numbers.Explain(number));
        }

        /// <summary>The number before the sign of a per cent; null if the field is empty, or has no column.</summary>
        public decimal? Percent(Field field) => table._columns.ContainsKey(field) ? 100 * Fraction(table.SlotOf(field))?.Value : null;

        /// <summary>The day of a field; null if it is empty, or has no column.</summary>
        public LocalDate? Date(Field field) => table._columns.ContainsKey(field) ? Date(table.SlotOf(field)) : null;

        /// <inheritdoc cref="Date(Field)"/>
        public LocalDate? Date(FieldSlot slot)
        {
            var (column, dates) = (slot.Column, slot.Dates!);
            if (rows[column].IsEmpty)
                return null;
            return dates.TryTake(rows, column, out var date) || dates.Read(rows[column], out date) == FieldReading.Read
                ? date
                : throw Fault(column, dates.Explain(rows.Text(column)));
        }

        /// <summary>What is wrong with a field of the row.</summary>
        public RowException Fault(Field field, string why) => table._columns.TryGetValue(field, out var column) ? Fault(column, why)
            : new(new(rows.Where, $"{field.Name}: {why}"));

        /// <inheritdoc cref="Fault(Field, string)"/>
        public RowException Fault(FieldSlot slot, string why) => Fault(slot.Column, why);

        private RowException Fault(int column, string why) => new(new(
            $"{rows.Where}, column {SafeText.Line(table._table.Headers[column].Trim(), 60)}",
            $"'{SafeText.Line(rows.Text(column).Trim(), 60)}': {why}"));
    }
}
