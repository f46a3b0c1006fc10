using KeyAccount.Core.Documents;
using KeyAccount.Core.Reports;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A result in the forms a command can write: for programs as JSON and CSV, for a person as a table in a language, where a command
/// has it as Markdown too.</summary>
internal sealed record Report(
    Action<TextWriter> Json, Action<TextWriter> Csv, Action<IAnsiConsole, string> Table, Action<TextWriter, string>? Markdown = null)
{
    /// <summary>A result that a person reads as a document, on a console and as Markdown.</summary>
    public static Report Of(Action<TextWriter> json, Action<TextWriter> csv, Func<string, Document> describe) => new(
        json,
        csv,
        (console, language) => DocumentConsole.Show(console, describe(language)),
        (output, language) => new MarkdownRenderer().Write(describe(language), output));
}
