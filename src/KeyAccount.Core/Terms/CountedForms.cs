using System.Globalization;

namespace KeyAccount.Core.Terms;

/// <summary>The words of a sentence that depend on a number: <c>{0:# account|# accounts}</c>, <c>{0:once|twice|# times}</c>.</summary>
/// <remarks>The forms are for one, for two if there are three forms, and for everything else. <c>#</c> stands for the number as shown; a
/// whole number has thousands separators. The number as shown decides: 1.0 accounts are not 1 account. A double without a format is rounded
/// to two decimals, or below one to three digits.</remarks>
internal sealed class CountedForms : IFormatProvider, ICustomFormatter
{
    /// <summary>Formats with the invariant culture, and chooses a form if a placeholder has several.</summary>
    private static readonly string[] Digits = [.. Enumerable.Range(0, 16).Select(count => $"0.{new string('#', count)}")];

    public static CountedForms Invariant { get; } = new();

    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        format is null || !format.Contains('|', StringComparison.Ordinal) ? Shown(format, arg)
        : Choose(format, Shown(arg is int or long ? "#,0" : null, arg));

    /// <summary>Chooses the form for a number as shown.</summary>
    public static string Choose(string forms, string shown)
    {
        var each = forms.Split('|');
        var form = shown == "1" ? each[0] : shown == "2" && each.Length > 2 ? each[1] : each[^1];
        return form.Replace("#", shown, StringComparison.Ordinal);
    }

    private static string Shown(string? format, object? arg) => arg switch
    {
        double value when format is null => Plain(value),
        float value when format is null => Plain(value),
        IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
        _ => arg?.ToString() ?? "",
    };

    // What a computer reckons with is no figure to read: two decimals, or of less than one three digits.
    private static string Plain(double value)
    {
        if (!double.IsFinite(value) || value == 0)
            return value.ToString(CultureInfo.InvariantCulture);
        var digits = Math.Abs(value) >= 1 ? 2 : (int)Math.Min(15, 2 - Math.Floor(Math.Log10(Math.Abs(value))));
        var format = Math.Abs(value) >= 1e15 ? null : Digits[digits];
        return Math.Round(value, digits, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
    }
}
