using CsvHelper;

namespace KeyAccount.Tool.Output;

/// <summary>CSV for programs and spreadsheets. A text cell that begins with what a spreadsheet takes for a formula (=, +, -, @, a tab, a
/// carriage return) has an apostrophe before it, as has one that begins with apostrophes and then that; no other cell is changed. Numbers
/// are written as numbers.</summary>
internal static class CsvText
{
    // What a spreadsheet takes for the beginning of a formula.
    private const string BeginsFormula = "=+-@\t\r";

    /// <summary>A text of a user's, such as an id. One that already looks as if it had been escaped gets an apostrophe more, so that two
    /// different texts never become one.</summary>
    public static string Cell(string text)
    {
        var plain = text.AsSpan().TrimStart('\'');
        var isEscaped = plain.Length < text.Length && !plain.IsEmpty && BeginsFormula.Contains(plain[0], StringComparison.Ordinal);
        return isEscaped ? $"'{text}" : text;
    }

    /// <summary>The text of a cell that was written here: without the apostrophe that keeps a spreadsheet from taking it for a
    /// formula.</summary>
    public static string Uncell(string cell)
    {
        var plain = cell.AsSpan().TrimStart('\'');
        var isEscaped = plain.Length < cell.Length && !plain.IsEmpty && BeginsFormula.Contains(plain[0], StringComparison.Ordinal);
        return isEscaped ? cell[1..] : cell;
    }

    public static CsvWriter Writer(TextWriter output) =>
        CsvWriter.Create(output, new() { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
}
