using System.Globalization;

namespace KeyAccount.Tool.Tables;

/// <summary>How the dates of a column are written, where it is said: an order of day, month and year, or a number that counts days or
/// seconds.</summary>
internal sealed record DateFormat
{
    private DateFormat(string text, DateOrders orders, string? compact = null, DateNumber number = DateNumber.None)
    {
        Text = text;
        Orders = orders;
        Compact = compact;
        Number = number;
    }

    /// <summary>What the option takes, for messages.</summary>
    public const string Range = "a pattern of d, M and y such as d.M.yyyy, M/d/yyyy or yyyyMMdd, or excel, excel-1904 or unix";

    public string Text { get; }

    public DateOrders Orders { get; }

    /// <summary>The places of day, month and year where nothing stands between them, such as <c>ddMMyyyy</c>.</summary>
    public string? Compact { get; }

    public DateNumber Number { get; }

    /// <summary>Reads a pattern; null if it is none.</summary>
    public static DateFormat? Parse(string text)
    {
        switch (text.ToUpperInvariant())
        {
            case "EXCEL":
                return new("excel", DateOrders.All, number: DateNumber.Excel);
            case "EXCEL-1904":
                return new("excel-1904", DateOrders.All, number: DateNumber.Excel1904);
            case "UNIX":
                return new("unix", DateOrders.All, number: DateNumber.Unix);
        }

        // The date ends where a time begins; m and D mean month and day, as many write them.
        var letters = text.ToUpperInvariant();
        var end = letters.AsSpan().IndexOfAny('H', 'T');
        if (end >= 0)
            letters = letters[..end].TrimEnd();
        letters = letters.TrimEnd(' ', '\'');
        var order = string.Concat(
            letters.Where(c => c is 'D' or 'M' or 'Y')
                .Aggregate("", (seen, c) => seen.Contains(c, StringComparison.Ordinal) ? seen : seen + c));
        var orders = OrderOf(order);
        if (orders == DateOrders.None || letters.Any(c => char.IsLetter(c) && c is not ('D' or 'M' or 'Y' or '年' or '月' or '日')))
            return null;
        var isCompact = letters.All(char.IsLetter) && letters.All(c => c is 'D' or 'M' or 'Y');
        if (isCompact
            && (letters.Count(c => c == 'D') != 2 || letters.Count(c => c == 'M') != 2 || letters.Count(c => c == 'Y') is not (2 or 4)))
            return null;
        return new(text, orders, isCompact ? letters : null);
    }

    /// <summary>The order of a culture's short dates.</summary>
    public static DateFormat OfCulture(CultureInfo culture)
    {
        var pattern = culture.DateTimeFormat.ShortDatePattern;
        return Parse(string.Concat(pattern.Where(c => c is 'd' or 'M' or 'y' or '.' or '/' or '-'))) ?? new(pattern, DateOrders.All);
    }

    private static DateOrders OrderOf(string letters) => letters switch
    {
        "DMY" => DateOrders.DayMonthYear,
        "MDY" => DateOrders.MonthDayYear,
        "YMD" => DateOrders.YearMonthDay,
        _ => DateOrders.None,
    };
}

/// <summary>Orders of day, month and year that are possible.</summary>
[Flags]
internal enum DateOrders
{
    None = 0,
    DayMonthYear = 1,
    MonthDayYear = 2,
    YearMonthDay = 4,
    All = 7,
}

/// <summary>What a number that stands for a date counts.</summary>
internal enum DateNumber
{
    None,
    Excel,
    Excel1904,
    Unix,
}
