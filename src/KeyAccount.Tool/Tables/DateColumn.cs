using System.Globalization;
using System.Numerics;
using System.Text;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Tables;

/// <summary>
/// A column of dates. A date that has one reading is read, and says which orders of day, month and year the column can have; one that has
/// two (<c>01/02/2025</c>) is read when only one order is left. The order is given, or told from the column, and is one for the whole
/// column. A time counts for nothing: the day is the day that is written.
/// </summary>
internal sealed class DateColumn(DateFormat? format)
{
    private const int LastExcelDay = 2_958_465;
    private const int LikelyExcelFrom = 20_000;
    private const int LikelyExcelTo = 80_000;

    private readonly DateFormat? _format = format;
    private readonly List<Example> _ambiguous = [];
    private readonly List<string> _styles = [];
    private DateOrders _orders = format?.Orders ?? DateOrders.All;
    private byte[] _last = [];
    private LocalDate _lastDate;

    /// <summary>The value that has left the fewest orders; null if the order was given or is not known.</summary>
    public Example? Evidence { get; private set; }

    /// <summary>A value that no order which is left can read.</summary>
    public Example? Contradiction { get; private set; }

    /// <summary>The first values that have more than one reading.</summary>
    public IReadOnlyList<Example> Ambiguous =>
        _ambiguous.Where(each => DateText.Of(each.Value, null) is { } date && !TryOne(date, out _)).ToArray();

    /// <summary>How dates of the column look: <c>d.M.yyyy</c>.</summary>
    public string? Style => _styles.Count == 0 ? null : string.Join(" / ", _styles.Order(StringComparer.Ordinal));

    /// <summary>The orders that are left for dates that can have more than one.</summary>
    public DateOrders Orders => _orders;

    /// <summary>Takes the orders that other files of the same kind have.</summary>
    public void Assume(DateOrders orders)
    {
        if ((_orders & orders) != DateOrders.None)
            _orders &= orders;
    }

    /// <summary>Takes the date of a cell that is one by its kind.</summary>
    public bool TryTake(TableRows rows, int column, out LocalDate date)
    {
        if (!rows.TryDate(column, out date))
            return false;
        AddStyle("dates");
        return true;
    }

    public FieldReading Read(ReadOnlySpan<byte> text, out LocalDate date)
    {
        // Rows of one day stand together in most files.
        if (text.SequenceEqual(_last) && _last.Length > 0)
        {
            date = _lastDate;
            return FieldReading.Read;
        }

        if (TryReadIso(text, out date) || TryReadNumber(text, out date))
        {
            Remember(text, date);
            return FieldReading.Read;
        }

        if (_format is { Number: not DateNumber.None } || DateText.Of(Encoding.UTF8.GetString(text), _format?.Compact) is not { } read)
            return FieldReading.Unreadable;
        var left = read.Orders & Possible(read);
        if (left == DateOrders.None)
            return FieldReading.Unreadable;
        Narrow(read, left);
        if (!TryOne(read, out date))
            return FieldReading.Undecided;
        AddStyle(read.StyleIn(One(left)));
        Remember(text, date);
        return FieldReading.Read;
    }

    /// <summary>Looks at a date before the column is read: which orders it leaves.</summary>
    public void Observe(ReadOnlySpan<byte> text, string row)
    {
        if (_format is not null || (text.Length == 10 && TryReadIso(text, out _)))
            return;
        var written = Encoding.UTF8.GetString(text);
        if (DateText.Of(written, null) is not { } read || IsFixed(read))
            return;
        var left = read.Orders & _orders;
        if (left == DateOrders.None)
        {
            Contradiction ??= new(written, row);
            return;
        }

        var before = _orders;
        Narrow(read, left);
        if (_orders != before)
            Evidence = new(written, row);
        if (!TryOne(read, out _) && _ambiguous.Count < 2 && !_ambiguous.Exists(each => each.Value == written))
            _ambiguous.Add(new(written, row));
    }

    /// <summary>Refuses a column that has more than one reading, or none that fits all.</summary>
    /// <param name="header">How the column is called.</param>
    public void Judge(string header)
    {
        if (Contradiction is { } contradiction)
        {
            var options = ((Example[])[Evidence!, contradiction])
                .Select(each => DateText.Of(each.Value, null)).OfType<DateText>()
                .Select(each => $"--date-format {each.StyleIn(One(each.Orders))}").Distinct(StringComparer.Ordinal);
            throw new ToolException(
                $"column {header}: {Evidence} and {contradiction} do not have the same order of day and month; "
                + $"{string.Join(" or ", options)} says which is right, and the other rows cannot be read.");
        }

        if (Ambiguous is [_, ..] dates)
        {
            var readings = dates.Select(each => Readings(each.Value).ToArray()).ToArray();
            var all = Enumerable.Range(0, readings[0].Length).Select(i =>
            {
                var days = readings.Where(each => i < each.Length).Select(each => LocalDatePattern.Iso.Format(each[i].Date));
                return $"{string.Join(" and ", days)} (--date-format {readings[0][i].Format})";
            });
            throw new ToolException(
                $"column {header}: {string.Join(" and ", dates)} can be {string.Join(" or ", all)}, and no other row of the column "
                + "shows which; give one of them.");
        }
    }

    /// <summary>Why a field cannot be read, and what helps.</summary>
    public string Explain(string text)
    {
        const string needed = "a date is needed, such as 2025-01-31 or 31.01.2025";
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return needed;
        if (_format is not null)
            return $"it is not a date by --date-format {_format.Text}"
                + (DateText.Of(trimmed, null) is { } read ? $"; --date-format {read.StyleIn(One(read.Orders))} reads it" : "");
        if (int.TryParse(trimmed.Split('.', ',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= LikelyExcelFrom and <= LikelyExcelTo)
            return $"{needed}; as an Excel serial number it is {LocalDatePattern.Iso.Format(FromExcel(days, 0))}, which --date-format "
                + "excel reads";
        if (trimmed.Length is 10 or 13 && long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return $"{needed}; as Unix time it is {LocalDatePattern.Iso.Format(FromUnix(seconds))}, which --date-format unix reads";
        if (DateText.Of(trimmed, null) is { } other)
        {
            return Evidence is { } evidence
                ? $"the dates of this column are {Name(One(_orders))}, as {evidence} shows; --date-format "
                    + $"{other.StyleIn(One(other.Orders))} reads them as {Name(One(other.Orders))}"
                : needed;
        }

        return needed;
    }

    /// <summary>The readings of a date that has more than one, as dates with the option that takes them.</summary>
    public IEnumerable<(LocalDate Date, string Format)> Readings(string text)
    {
        if (DateText.Of(text, null) is not { } read)
            yield break;
        foreach (var order in (DateOrders[])[DateOrders.DayMonthYear, DateOrders.MonthDayYear, DateOrders.YearMonthDay])
        {
            if ((read.Orders & _orders).HasFlag(order))
                yield return (read.In(order), read.StyleIn(order));
        }
    }

    private static string Name(DateOrders order) => order switch
    {
        DateOrders.DayMonthYear => "day first",
        DateOrders.MonthDayYear => "month first",
        _ => "year first",
    };

    private static DateOrders One(DateOrders orders) => (DateOrders)(1 << BitOperations.TrailingZeroCount((uint)orders));

    // A year of four digits before, or the name of a month, says nothing about the order of the others.
    private static bool IsFixed(DateText date) => date.Orders == DateOrders.YearMonthDay && date.First > 99;

    // What a column may be, of a date with a year of two digits, and of one of four at the end.
    private DateOrders Possible(DateText date) => IsFixed(date) ? DateOrders.YearMonthDay : _orders;

    private void Narrow(DateText date, DateOrders left)
    {
        if (!IsFixed(date))
            _orders = date.Third > 99 ? _orders & (left | DateOrders.YearMonthDay) : _orders & left;
    }

    // All orders that are left may give the same day.
    private bool TryOne(DateText date, out LocalDate day)
    {
        var orders = date.Orders & Possible(date);
        day = date.In(One(orders));
        for (var others = orders & ~One(orders); others != DateOrders.None; others &= ~One(others))
        {
            if (date.In(One(others)) != day)
                return false;
        }

        return true;
    }

    private void Remember(ReadOnlySpan<byte> text, LocalDate date)
    {
        if (_last.Length != text.Length)
            _last = text.ToArray();
        else
            text.CopyTo(_last);
        _lastDate = date;
    }

    private void AddStyle(string style)
    {
        if (_styles.Count < 3 && !_styles.Contains(style, StringComparer.Ordinal))
            _styles.Add(style);
    }

    private bool TryReadIso(ReadOnlySpan<byte> text, out LocalDate date)
    {
        date = default;
        if (_format is { Number: not DateNumber.None } or { Compact: not null } || text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text.Slice(5, 2)), Digits(text[8..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        if (_styles.Count == 0 || _styles[0] != "yyyy-MM-dd")
            AddStyle("yyyy-MM-dd");
        return true;

        static int Digits(ReadOnlySpan<byte> text)
        {
            var number = 0;
            foreach (var c in text)
            {
                if (c is < (byte)'0' or > (byte)'9')
                    return -1;
                number = (number * 10) + c - '0';
            }

            return number;
        }
    }

    private bool TryReadNumber(ReadOnlySpan<byte> text, out LocalDate date)
    {
        date = default;
        if (_format is not { Number: not DateNumber.None } format)
            return false;
        var plain = NumberText.Plain(Encoding.UTF8.GetString(text)).Trim().Replace(',', '.');
        if (!decimal.TryParse(
            plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return false;
        AddStyle(format.Text);
        if (format.Number == DateNumber.Unix)
        {
            if (Math.Abs(number) > 100_000_000_000_000m)
                return false;
            date = FromUnix((long)number);
            return true;
        }

        if (number is < 1 or > LastExcelDay)
            return false;
        date = FromExcel((int)number, format.Number == DateNumber.Excel1904 ? 1462 : 0);
        return true;
    }

    // Excel counts a 29 February 1900 that never was; day 1 is 1 January 1900, and in the system of 1904 day 0 is 1 January 1904.
    private static LocalDate FromExcel(int days, int shift)
    {
        var day = days + shift;
        return new LocalDate(1899, 12, day < 60 ? 31 : 30).PlusDays(day);
    }

    // Milliseconds where seconds would lie beyond the year 5138.
    private static LocalDate FromUnix(long number) =>
        (Math.Abs(number) > 100_000_000_000L ? Instant.FromUnixTimeMilliseconds(number) : Instant.FromUnixTimeSeconds(number)).InUtc().Date;
}
