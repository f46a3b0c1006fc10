using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A result in the three forms every command can write: for programs as JSON and CSV, for a person as a table in a language.</summary>
internal sealed record Report(Action<TextWriter> Json, Action<TextWriter> Csv, Action<IAnsiConsole, string> Table);
