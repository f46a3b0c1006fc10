using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Plans;

/// <summary>What stood in a plan when a table was written, in few characters: whoever brings the table back has read that state.</summary>
internal static class PlanFingerprint
{
    private const int Length = 10;

    public static string Of(Objective each) => OfParts(
        each.Id, each.Statement, each.Direction.Name, each.Metric, each.Unit, each.DataSource, NumberOf(each.Baseline),
        NumberOf(each.Target), DayOf(each.DueOn), each.Owner, each.Goal, NumberOf(each.Best), NumberOf(each.TenthPercentile),
        NumberOf(each.NinetiethPercentile), each.Reason);

    public static string Of(PlanMeasure each) => OfParts(each.Id, each.ObjectiveId, each.Statement);

    /// <summary>That of all notes of an account; the order counts.</summary>
    public static string Of(IReadOnlyList<PlanNote> notes) =>
        OfParts([.. notes.SelectMany(note => new[] { note.Section.Name, note.Text })]);

    // A table keeps neither blanks around a text nor how a line ends. The letter before it keeps a spreadsheet from reading a number.
    private static string OfParts(params string?[] parts) => "v" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', parts.Select(part => part?.Trim().ReplaceLineEndings("\n"))))))[..Length];

    // A workbook keeps fifteen digits.
    private static string? NumberOf(double? value) => value?.ToString("G15", CultureInfo.InvariantCulture);

    private static string? DayOf(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
