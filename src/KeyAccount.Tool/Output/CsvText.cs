using CsvHelper;

namespace KeyAccount.Tool.Output;

/// <summary>CSV for programs and spreadsheets. A text cell that begins with what a spreadsheet takes for a formula (=, +, -, @, a tab, a
/// carriage return) has an apostrophe before it, and no other cell is changed; numbers are written as numbers.</summary>
internal static class CsvText
{
    public static CsvWriter Writer(TextWriter output) =>
        CsvWriter.Create(output, new() { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
}
