using KeyAccount.Core.Documents;

namespace KeyAccount.Tool.Output;

/// <summary>A result in the forms a command can write: for programs as JSON and CSV, for a person as a document in a language.</summary>
internal sealed record Report(Action<TextWriter> Json, Action<TextWriter> Csv, Func<string, Document> Describe)
{
    /// <summary>Writes a workbook; null if the command writes none.</summary>
    public Action<FileInfo>? Workbook { get; init; }
}
