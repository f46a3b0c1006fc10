using System.Buffers;
using System.Text;

namespace KeyAccount.Tool.Tables;

/// <summary>A number on the command line: digits with a decimal point.</summary>
internal static class PlainAmount
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789.+-");

    public static bool TryParse(string text, out decimal amount)
    {
        amount = 0;
        var plain = text.AsSpan().Trim();
        return !plain.ContainsAnyExcept(Characters) && plain.LastIndexOfAny('+', '-') <= 0
            && new NumberColumn(new() { DecimalMark = '.' }).Read(
                Encoding.UTF8.GetBytes(text.Trim()), out amount, out _) == FieldReading.Read;
    }
}
