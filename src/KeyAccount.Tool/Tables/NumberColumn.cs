using System.Buffers;
using System.Globalization;
using System.Text;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>
/// A column of numbers. A number that has one reading is read, and says what the decimal mark of the column is; one that has two
/// (<c>1,234</c>) is read when the mark is known. The mark is given, or told from the column, and is one for the whole column.
/// </summary>
/// <param name="format">What is said about the numbers.</param>
/// <param name="power">The power of ten that the header gives all numbers without a unit of their own; 0 for none.</param>
internal sealed class NumberColumn(NumberFormat format, int power = 0)
{
    // What a decimal holds for certain; beyond that, reading would round without a word.
    private const int ExactDigits = 28;
    private const int FastDigits = 18;
    private static readonly SearchValues<byte> WholeNumber = SearchValues.Create("0123456789-"u8);

    private readonly List<Example> _ambiguous = [];
    private char? _mark = format.DecimalMark ?? (format.HasChineseUnits ? '.' : null);
    private bool _hasFraction;
    private char? _thousands;

    /// <summary>The decimal mark, as far as it is known.</summary>
    public char? DecimalMark => _mark;

    /// <summary>The value that has told the decimal mark; null if it was given or is not known.</summary>
    public Example? Evidence { get; private set; }

    /// <summary>A value that tells another mark.</summary>
    public Example? Contradiction { get; private set; }

    /// <summary>The first values that have two readings as long as the mark is not known.</summary>
    public IReadOnlyList<Example> Ambiguous => _mark is null ? _ambiguous : [];

    /// <summary>How many numbers were in scientific notation, whose digits a spreadsheet may have cut.</summary>
    public long ScientificCount { get; private set; }

    /// <summary>How numbers of the column look: <c>1,234.56</c>.</summary>
    public string Style
    {
        get
        {
            var mark = _mark ?? (_hasFraction ? '.' : null);
            var whole = _thousands is { } t ? $"1{t}234" : "1234";
            return mark is null || !_hasFraction ? whole : $"{whole}{mark}56";
        }
    }

    /// <summary>Takes the mark that other files of the same kind have.</summary>
    public void Assume(char mark) => _mark ??= mark;

    /// <summary>Begins to read from the first row; what the column has told is kept.</summary>
    public void Begin() => ScientificCount = 0;

    /// <summary>Reads a number; where it tells the decimal mark, the column knows it from then on.</summary>
    public FieldReading Read(ReadOnlySpan<byte> text, out decimal value, out string? currency)
    {
        currency = null;
        if (TryReadPlain(text, out value))
            return TryScale(ref value) ? FieldReading.Read : FieldReading.Unreadable;
        if (NumberText.Of(Encoding.UTF8.GetString(text), format.HasChineseUnits, out _) is not { } number)
            return FieldReading.Unreadable;
        currency = number.Currency;
        if (!TryInterpret(number, _mark, out var digits, out var told, out var thousands))
            return FieldReading.Unreadable;
        if (digits is null)
            return FieldReading.Undecided;
        if (!TryValue(digits, number, out value) || (!number.HasUnit && !TryScale(ref value)))
            return FieldReading.Unreadable;
        if (told is not null && _mark is null)
            _mark = told;
        _hasFraction |= digits.Contains('.');
        _thousands ??= thousands;
        if (number.IsScientific)
            ScientificCount++;
        return FieldReading.Read;
    }

    /// <summary>Multiplies a number by the unit of the header; false if it does not fit any more.</summary>
    public bool TryScale(ref decimal value)
    {
        for (var i = 0; i < power; i++)
        {
            if (Math.Abs(value) > decimal.MaxValue / 10)
                return false;
            value *= 10;
        }

        return true;
    }

    /// <summary>Looks at a number before the column is read: what it tells, and whether it has two readings.</summary>
    public void Observe(ReadOnlySpan<byte> text, string row)
    {
        if (format.DecimalMark is not null || (text.Length < 19 && !text.ContainsAnyExcept(WholeNumber)))
            return;
        var written = Encoding.UTF8.GetString(text);
        if (NumberText.Of(written, format.HasChineseUnits, out _) is not { } number
            || !TryInterpret(number, null, out var digits, out var told, out _))
            return;
        if (digits is null && _ambiguous.Count < 2 && !_ambiguous.Exists(each => each.Value == written))
            _ambiguous.Add(new(written, row));
        if (told is null)
            return;
        if (_mark is null)
            (_mark, Evidence) = (told, new(written, row));
        else if (_mark != told && !format.HasChineseUnits)
            Contradiction ??= new(written, row);
        Evidence ??= new(written, row);
    }

    /// <summary>Refuses a column that has more than one reading, or none that fits all.</summary>
    /// <param name="header">How the column is called.</param>
    public void Judge(string header)
    {
        var name = $"column {header}";
        if (!format.HasChineseUnits && NumberText.UnitOfHeader(header) is { } unit)
        {
            throw new ToolException(
                $"{name}: the header says that its numbers are in {unit.Text}, 1 stands for {Math.Pow(10, unit.Power):0}; --units zh "
                + "multiplies them.");
        }

        if (Contradiction is { } other)
        {
            throw new ToolException(
                $"{name}: {Evidence} has the decimal mark '{DecimalMark}', {other} another one; --decimal . or --decimal , says which is "
                + "right, and the other rows cannot be read.");
        }

        if (Ambiguous is [_, ..] examples)
        {
            var readings = examples.Select(each => Readings(each.Value)).ToArray();
            throw new ToolException(
                $"{name}: {string.Join(" and ", examples)} can be {string.Join(" and ", readings.Select(each => each.Point))} "
                + $"(--decimal .) or {string.Join(" and ", readings.Select(each => each.Comma))} (--decimal ,), and no other row of "
                + "the column shows which; give one of the two.");
        }
    }

    /// <summary>Why a field cannot be read, and what helps.</summary>
    public string Explain(string text)
    {
        if (text.Trim().Length == 0)
            return "an amount is needed";
        var number = NumberText.Of(text, format.HasChineseUnits, out var fault);
        if (fault is not null)
            return fault;
        if (number is not null && _mark is { } mark && TryInterpret(number, null, out var digits, out var told, out _) && told is not null
            && told != mark && digits is not null)
        {
            return Evidence is { } evidence
                ? $"the numbers of this column have the decimal mark '{mark}', as {evidence} shows; --decimal {told} reads them with "
                    + $"'{told}'"
                : $"--decimal {mark} was given; --decimal {told} reads it";
        }

        return number is not null && number.Digits.Count(char.IsAsciiDigit) > ExactDigits
            ? $"it has more than {ExactDigits} digits and cannot be read exactly"
            : "a number is needed, such as 1234.50 or 1.234,50";
    }

    /// <summary>About how much a number says that cannot be read for certain; null if nothing can be said.</summary>
    public decimal? Estimate(string text)
    {
        if (NumberText.Of(text, hasChineseUnits: true, out _) is not { } number)
            return null;
        var digits = TryInterpret(number, _mark, out var read, out _, out _) || TryInterpret(number, null, out read, out _, out _)
            ? read ?? number.Digits.Replace(",", "", StringComparison.Ordinal)
            : null;
        return digits is not null && TryValue(digits, number, out var value) ? value : null;
    }

    /// <summary>Both readings of a number that has two, the first with a decimal point.</summary>
    public static (string Point, string Comma) Readings(string text)
    {
        return (With('.'), With(','));

        string With(char mark) =>
            NumberText.Of(text, hasChineseUnits: true, out _) is { } number && TryInterpret(number, mark, out var digits, out _, out _)
                && digits is not null
            && TryValue(digits, number, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "?";
    }

    // Digits with a minus before them and a decimal point at most, which is what most files hold.
    private bool TryReadPlain(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > FastDigits + 1)
            return false;
        var i = text[0] == '-' ? 1 : 0;
        var mark = _mark;
        long digits = 0;
        var point = -1;
        var first = i;
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
                digits = (digits * 10) + digit;
            else if (text[i] == mark && point < 0 && i > first)
                point = i;
            else
                return false;
        }

        var scale = point < 0 ? 0 : text.Length - point - 1;
        if (i - first - (point < 0 ? 0 : 1) is 0 or > FastDigits)
            return false;
        _hasFraction |= scale > 0;
        value = new decimal((int)digits, (int)(digits >> 32), 0, text[0] == '-' && digits != 0, (byte)scale);
        return true;
    }

    /// <summary>Takes separators for what they are; false if they make no number, digits null if there are two readings.</summary>
    private static bool TryInterpret(NumberText number, char? mark, out string? digits, out char? told, out char? thousands)
    {
        var text = number.Digits;
        digits = null;
        told = thousands = null;
        var (points, commas) = (text.Count(c => c == '.'), text.Count(c => c == ','));
        var blank = text.FirstOrDefault(c => c is ' ' or '\'');
        char? point = null;
        if (blank != default && text.Any(c => c is ' ' or '\'' && c != blank))
            return false;
        if (blank != default)
            thousands = blank;
        if (points > 0 && commas > 0)
        {
            point = text.LastIndexOf('.') > text.LastIndexOf(',') ? '.' : ',';
            if (blank != default || (point == '.' ? points : commas) > 1)
                return false;
            thousands = point == '.' ? ',' : '.';
            told = point;
        }
        else if (points + commas > 1)
        {
            if (blank != default)
                return false;
            thousands = points > 0 ? '.' : ',';
            told = points > 0 ? ',' : '.';
        }
        else if (points + commas == 1)
        {
            var one = points == 1 ? '.' : ',';
            var at = text.IndexOf(one, StringComparison.Ordinal);
            var canGroup = blank == default && !number.IsScientific && at is >= 1 and <= 3 && text.Length - at - 1 == 3 && text[0] != '0';
            if (!canGroup)
                point = told = one;
            else if (mark is null)
                return true;
            else if (one == mark)
                point = one;
            else
                thousands = one;
        }

        if (mark is not null && told is not null && told != mark)
            return false;
        var end = point is null ? text.Length : text.LastIndexOf(point.Value);
        var whole = text[..end];
        if (thousands is { } separator && !IsGrouped(whole, separator))
            return false;
        whole = thousands is { } t ? whole.Replace(t.ToString(), "", StringComparison.Ordinal) : whole;
        var fraction = point is null ? "" : text[(end + 1)..];
        if (whole.AsSpan().ContainsAnyExceptInRange('0', '9') || fraction.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        digits = fraction.Length > 0 ? $"{whole}.{fraction}" : whole;
        return whole.Length + fraction.Length > 0;
    }

    // In threes; as in India, in twos above the last three; or in fours, as the myriads of East Asia.
    private static bool IsGrouped(string whole, char separator)
    {
        var groups = whole.Split(separator);
        if (groups.Length == 1)
            return true;
        var (first, last) = (groups[0].Length, groups[^1].Length);
        return first >= 1 && ((last == 3 && first <= 3 && groups[1..].All(group => group.Length == 3))
            || (last == 3 && first <= 2 && groups[1..^1].All(group => group.Length == 2))
            || (groups.Length > 2 && first <= 4 && groups[1..].All(group => group.Length == 4)));
    }

    private static bool TryValue(string digits, NumberText number, out decimal value)
    {
        value = 0;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var all = point < 0 ? digits : digits.Remove(point, 1);
        var scale = (point < 0 ? 0 : digits.Length - point - 1) - number.Exponent;
        if (number.Exponent != 0)
        {
            // Zeros that only fill up the notation say nothing about exactness.
            while (scale > 0 && all.Length > 1 && all[^1] == '0')
                (all, scale) = (all[..^1], scale - 1);
        }

        all = all.TrimStart('0');
        if (scale < 0)
            (all, scale) = (all.Length > 0 ? all + new string('0', -scale) : all, 0);
        var counted = all.AsSpan();
        for (var places = scale; places > 0 && counted.Length > 0 && counted[^1] == '0'; places--)
            counted = counted[..^1];
        if (counted.Length > ExactDigits
            || (scale > ExactDigits && counted.Length > 0 && scale - (all.Length - counted.Length) > ExactDigits))
            return false;
        var text = all.PadLeft(scale + 1, '0');
        return decimal.TryParse(
            $"{(number.IsNegative ? "-" : "")}{text[..^scale]}.{text[^scale..]}".TrimEnd('.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out value);
    }
}
