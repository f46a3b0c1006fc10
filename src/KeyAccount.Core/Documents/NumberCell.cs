using System.Globalization;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A number with its unit and the number of decimals to show. The number itself is not rounded.</summary>
/// <param name="Value">The number in its unit: 35 with the unit <c>%</c> for thirty-five per cent.</param>
/// <param name="Decimals">The places after the decimal point that are shown, 0 … 28; null to show all the number has.</param>
/// <param name="Unit">The unit, in the language of the document; null for none, or if the column names it.</param>
/// <param name="IsSigned">Whether positive numbers have a plus sign: for changes.</param>
public sealed record NumberCell(
    decimal Value,
    int? Decimals = 0,
    string? Unit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsSigned = false) : Cell
{
    private const int MostDecimals = 28;

    /// <summary>The places after the decimal point that are shown, 0 … 28; null to show all the number has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Decimals { get; init => field = Checked(value); } = Checked(Decimals);

    /// <summary>A cell for a number that may not be known, or may be too large for a decimal.</summary>
    /// <param name="value">The number; null and NaN mean that it is not known.</param>
    /// <param name="decimals">The places after the decimal point that are shown, 0 … 28; null to show all the number has.</param>
    /// <param name="unit">Its unit; null for none.</param>
    /// <param name="isSigned">Whether numbers above 0 have a plus sign.</param>
    /// <returns>The cell; a text in scientific notation beyond the range of a decimal; null if the number is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside its range.</exception>
    public static Cell? Of(double? value, int? decimals = 0, string? unit = null, bool isSigned = false)
    {
        if (value is not { } number || double.IsNaN(number))
            return null;

        // decimal.MaxValue rounds up to a double that no longer fits.
        if (Math.Abs(number) < 7.9e28)
            return new NumberCell((decimal)number, decimals, unit, isSigned);
        var text = double.IsPositiveInfinity(number) ? "∞"
            : double.IsNegativeInfinity(number) ? "-∞"
            : number.ToString("0.###E+0", CultureInfo.InvariantCulture);
        return new TextCell(text + Suffix(unit));
    }

    /// <summary>A cell for a number that may not be known.</summary>
    /// <param name="value">The number; null if it is not known.</param>
    /// <param name="decimals">The places after the decimal point that are shown, 0 … 28; null to show all the number has.</param>
    /// <param name="unit">Its unit; null for none.</param>
    /// <param name="isSigned">Whether numbers above 0 have a plus sign.</param>
    /// <returns>The cell; null if the number is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside its range.</exception>
    public static Cell? Of(decimal? value, int? decimals = 0, string? unit = null, bool isSigned = false) =>
        value is { } number ? new NumberCell(number, decimals, unit, isSigned) : null;

    /// <summary>A fraction in per cent: 0.35 is shown as <c>35%</c>.</summary>
    /// <param name="fraction">The fraction; null and NaN mean that it is not known.</param>
    /// <param name="decimals">The places after the decimal point that are shown, 0 … 28.</param>
    /// <param name="isSigned">Whether numbers above 0 have a plus sign.</param>
    /// <returns>The cell; null if the fraction is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0 … 28.</exception>
    public static Cell? Percent(double? fraction, int decimals = 0, bool isSigned = false) => Of(fraction * 100, decimals, "%", isSigned);

    /// <summary>A fraction in per cent: 0.35 is shown as <c>35%</c>.</summary>
    /// <param name="fraction">The fraction; null if it is not known.</param>
    /// <param name="decimals">The places after the decimal point that are shown, 0 … 28.</param>
    /// <param name="isSigned">Whether numbers above 0 have a plus sign.</param>
    /// <returns>The cell; null if the fraction is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0 … 28.</exception>
    public static Cell? Percent(decimal? fraction, int decimals = 0, bool isSigned = false) =>
        fraction is not { } share ? null
        : Math.Abs(share) <= decimal.MaxValue / 100 ? new NumberCell(share * 100, decimals, "%", isSigned)
        : Of((double)share * 100, decimals, "%", isSigned);

    /// <inheritdoc/>
    public override string Display(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var places = Decimals is not { } decimals ? "." + new string('#', MostDecimals)
            : decimals > 0 ? "." + new string('0', decimals)
            : "";
        var form = $"#,0{places}";
        return Value.ToString(IsSigned ? $"+{form};-{form};{form}" : form, CultureInfo.InvariantCulture) + Suffix(Unit);
    }

    // No space before a per cent sign, nor between a number and a Chinese word.
    private static string Suffix(string? unit) =>
        string.IsNullOrEmpty(unit) ? "" : unit[0] is '%' or '‰' or '°' or >= '\u2E80' ? unit : " " + unit;

    private static int? Checked(int? decimals)
    {
        if (decimals is { } places)
            Guard.Between(places, 0, MostDecimals, nameof(Decimals));
        return decimals;
    }
}
