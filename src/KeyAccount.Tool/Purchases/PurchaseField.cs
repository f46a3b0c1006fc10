using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>Amounts and dates as they stand in a file. Only what has one meaning is read; everything else is a fault of the row.</summary>
internal static class PurchaseField
{
    public const string AmountRange = "a plain number is needed, such as 1234.50, with at most 28 digits and no thousands separators";
    public const string DateRange = "a date is needed, year first, such as 2025-01-31 or 2025/1/31";

    private const int ExactDigits = 28;

    private static readonly LocalDatePattern[] DatePatterns =
    [
        LocalDatePattern.CreateWithInvariantCulture("yyyy-M-d"),
        LocalDatePattern.CreateWithInvariantCulture("yyyy/M/d"),
        LocalDatePattern.CreateWithInvariantCulture("yyyy年M月d日"),
    ];

    private static readonly LocalTimePattern[] TimePatterns =
    [
        LocalTimePattern.ExtendedIso,
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
    ];

    public static bool TryAmount(string text, out decimal amount) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out amount)
        && !text.EndsWith('\0') // which .NET reads as nothing
        && (text.Length <= ExactDigits || DigitsThatCount(text) <= ExactDigits);

    public static bool TryDate(string text, out LocalDate date)
    {
        text = text.Trim();
        var end = text.AsSpan().IndexOfAny('T', ' ');
        if (end >= 0 && !IsTime(text[(end + 1)..].TrimStart()))
        {
            date = default;
            return false;
        }

        var day = end < 0 ? text : text[..end];
        foreach (var pattern in DatePatterns)
        {
            if (pattern.Parse(day).TryGetValue(default, out date))
                return true;
        }

        date = default;
        return false;
    }

    // A time of day says nothing about the day, but nonsense there means that the field is not a date.
    private static bool IsTime(string text) => Array.Exists(TimePatterns, pattern => pattern.Parse(text).Success);

    // A decimal holds 28 digits for certain; beyond that, reading would round without a word.
    private static int DigitsThatCount(string text)
    {
        var digits = text.AsSpan().Trim().TrimStart("+-").TrimStart('0');
        return digits.Contains('.') ? digits.TrimEnd('0').Length - 1 : digits.Length;
    }
}
