using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A result in the forms a command can write: for programs as JSON and CSV, for a person as a table in a language, where a command
/// has it as Markdown too.</summary>
internal sealed record Report(
    Action<TextWriter> Json, Action<TextWriter> Csv, Action<IAnsiConsole, string> Table, Action<TextWriter, string>? Markdown = null);
