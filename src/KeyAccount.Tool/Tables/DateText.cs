using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace KeyAccount.Tool.Tables;

/// <summary>A date as people and programs write it, taken apart: three parts, with what order they can have.</summary>
/// <param name="First">The first part.</param>
/// <param name="Second">The second part.</param>
/// <param name="Third">The third part.</param>
/// <param name="Orders">The orders in which the parts are a date.</param>
/// <param name="Style">How it is written, with the parts of the only order, or of <c>{0}</c>, <c>{1}</c>, <c>{2}</c>.</param>
internal sealed partial record DateText(int First, int Second, int Third, DateOrders Orders, string Style)
{
    // The years an account's purchases can be of; outside them eight digits are no date.
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    // Longer texts are no dates, so that the patterns stay quick; the timeout is never reached.
    private const int LongestDate = 80;
    private const int Timeout = 60_000;

    // Two digits above this are of the last century.
    private const int LastShortYear = 68;

    /// <summary>Takes a text apart; null if it is not a date.</summary>
    public static DateText? Of(string text, string? compact)
    {
        if (text.Length > LongestDate)
            return null;
        var plain = NumberText.Plain(text).Trim();
        if (Numeric().Match(plain) is { Success: true } numeric)
        {
            return IsTime(numeric.Groups["time"].Value)
                ? OfParts(numeric.Groups["a"].Value, numeric.Groups["b"].Value, numeric.Groups["c"].Value, numeric.Groups["s"].Value[0])
                : null;
        }

        if (Digits().Match(plain) is { Success: true } digits)
            return IsCompactTime(digits.Groups["time"].Value) ? OfDigits(digits.Groups["d"].Value, compact) : null;
        if (Chinese().Match(plain) is { Success: true } chinese)
            return IsTime(chinese.Groups["time"].Value)
                ? Checked(Int(chinese, "y"), Int(chinese, "m"), Int(chinese, "d"), DateOrders.YearMonthDay, "yyyy年M月d日") : null;
        return OfWords(plain);

        static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The date in one of its orders.</summary>
    public LocalDate In(DateOrders order) => order switch
    {
        DateOrders.DayMonthYear => new(Year(Third), Second, First),
        DateOrders.MonthDayYear => new(Year(Third), First, Second),
        _ => new(Year(First), Second, Third),
    };

    /// <summary>The pattern in one of its orders.</summary>
    public string StyleIn(DateOrders order) => order switch
    {
        DateOrders.DayMonthYear => string.Format(CultureInfo.InvariantCulture, Style, "d", "M", Third > 99 ? "yyyy" : "yy"),
        DateOrders.MonthDayYear => string.Format(CultureInfo.InvariantCulture, Style, "M", "d", Third > 99 ? "yyyy" : "yy"),
        _ => string.Format(CultureInfo.InvariantCulture, Style, First > 99 ? "yyyy" : "yy", "M", "d"),
    };

    private static DateText? OfParts(string a, string b, string c, char separator)
    {
        var (first, second, third) = (Number(a), Number(b), Number(c));
        var style = string.Create(CultureInfo.InvariantCulture, $"{{0}}{separator}{{1}}{separator}{{2}}");
        if ((a.Length == 4 && first < 100) || (c.Length == 4 && third < 100))
            return null;
        if (a.Length == 4)
            return b.Length <= 2 && c.Length <= 2
                ? Checked(
                    first, second, third, DateOrders.YearMonthDay, a.Length + b.Length + c.Length == 8 && separator == '-' ? "yyyy-MM-dd"
                        : style) : null;
        if (a.Length > 2 || b.Length > 2)
            return null;

        // No country writes the month first with full stops, and a year of two digits only where the day cannot be.
        if (separator == '.' && Checked(first, second, third, DateOrders.DayMonthYear, style) is { } dotted)
            return c.Length is 2 or 4 ? dotted : null;
        var orders = separator == '.' ? DateOrders.YearMonthDay : DateOrders.All;
        return c.Length switch
        {
            4 => Checked(first, second, third, orders & ~DateOrders.YearMonthDay, style),
            2 => Checked(first, second, third, a.Length == 2 ? orders : orders & ~DateOrders.YearMonthDay, style),
            _ => null,
        };
    }

    private static DateText? OfDigits(string digits, string? compact)
    {
        if (compact is not null)
        {
            if (digits.Length != compact.Length)
                return null;
            var (day, month, year) = (Part('D'), Part('M'), Part('Y'));
            return Checked(
                year < 100 ? Year(year) : year, month, day, DateOrders.YearMonthDay, compact.Replace('D', 'd').Replace('Y', 'y'));
        }

        if (digits.Length != 8)
            return null;
        if (Number(digits[..4]) is >= EarliestYear and <= LatestYear
            && Checked(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]), DateOrders.YearMonthDay, "yyyyMMdd") is { } read)
        {
            return read;
        }

        return Number(digits[4..]) is >= EarliestYear and <= LatestYear
            ? Checked(
                Number(digits[..2]), Number(digits[2..4]), Number(digits[4..]), DateOrders.DayMonthYear | DateOrders.MonthDayYear,
                "{0}{1}{2}")
            : null;

        int Part(char letter) => Number(string.Concat(digits.Where((_, i) => compact![i] == letter)));
    }

    // 31-Dec-2025, 31. Dezember 2025, Dec 31, 2025, Fri, 31 Jan 2025, 2025-Jan-31.
    private static DateText? OfWords(string text)
    {
        if (WithMonthName().Match(text) is not { Success: true } match || !IsTime(match.Groups["time"].Value))
            return null;
        if (match.Groups["weekday"].Value is { Length: > 0 } weekday && !MonthNames.IsWeekday(weekday))
            return null;
        var month = MonthNames.Find(match.Groups["month"].Value);
        if (month == 0)
            return null;
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        var year = match.Groups["year"].Value;
        return before.Length == 4 && year.Length == 0 ? Checked(Number(before), month, Number(after), DateOrders.YearMonthDay, "yyyy-MMM-d")
            : before.Length is 1 or 2 && year.Length == 0 && after.Length is 2 or 4
                ? Checked(Year(Number(after)), month, Number(before), DateOrders.YearMonthDay, "d MMM yyyy")
            : before.Length == 0 && after.Length is 1 or 2 && year.Length is 2 or 4
                ? Checked(Year(Number(year)), month, Number(after), DateOrders.YearMonthDay, "MMM d, yyyy")
            : null;
    }

    // Only the orders in which the parts are a day of the calendar are left.
    private static DateText? Checked(int first, int second, int third, DateOrders orders, string style)
    {
        if (orders.HasFlag(DateOrders.DayMonthYear) && !IsDay(third, second, first))
            orders &= ~DateOrders.DayMonthYear;
        if (orders.HasFlag(DateOrders.MonthDayYear) && !IsDay(third, first, second))
            orders &= ~DateOrders.MonthDayYear;
        if (orders.HasFlag(DateOrders.YearMonthDay) && !IsDay(first, second, third))
            orders &= ~DateOrders.YearMonthDay;
        return orders == DateOrders.None ? null : new(first, second, third, orders, style);
    }

    private static bool IsDay(int year, int month, int day) =>
        Year(year) is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(Year(year), month);

    private static int Year(int year) => year > 99 ? year : year <= LastShortYear ? 2000 + year : 1900 + year;

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsTime(string text) => text.Length == 0 || Time().IsMatch(text);

    private static bool IsCompactTime(string text) => text.Length == 0 || CompactTime().IsMatch(text) || Time().IsMatch(text);

    [GeneratedRegex(@"^(?<a>\d{1,4}) ?(?<s>[-/.]) ?(?<b>\d{1,2}) ?\k<s> ?(?<c>\d{1,4})\.?(?<time>$|[ T,].*$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<d>\d{6}|\d{8})(?<time>$|[ T].*$|\d{4}$|\d{6}$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Timeout)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号號]?(?<time>$|[ T]?.*$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^((?<weekday>\p{L}+)\.?,? )?(?<before>\d{0,4})(st|nd|rd|th|er|\.)?[- /]?(?<month>\p{L}{3,})\.?[- /]? ?"
        + @"(?<after>\d{1,4})(st|nd|rd|th)?((, ?|[- /])(?<year>\d{4}|\d{2}))?(?<time>$|,? .*$|T.*$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex WithMonthName();

    // A time of day says nothing about the day, but nonsense there means that the field is not a date.
    [GeneratedRegex(
        @"^[ T,]* ?((上午|下午|AM|PM) ?)?([01]?\d|2[0-4])[:.h][0-5]\d([:.][0-5]\d|:60)?([.,]\d{1,9})?"
        + @"( ?([AaPp]\.?[Mm]\.?|Uhr))?( ?(Z|z|UTC|GMT|[A-Z]{3,4}|([-+](0?\d|1[0-8])(:?[0-5]\d)?)))?( ?\[[A-Za-z_/]+\])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Time();

    [GeneratedRegex(@"^T?([01]\d|2[0-4])[0-5]\d([0-5]\d)?([.,]\d{1,9})?(Z|[-+]\d{2}:?(\d{2})?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex CompactTime();
}
