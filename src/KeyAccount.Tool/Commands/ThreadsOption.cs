using System.CommandLine;

namespace KeyAccount.Tool.Commands;

/// <summary>How many threads a command uses.</summary>
internal sealed class ThreadsOption(string work)
{
    private const int Most = 1024;

    private readonly Option<int?> _option = ParsedOption.Number(
        "--threads", $"{work} (default: one for each core); the result is the same.", 1, Most);

    public void AddTo(Command command) => command.Options.Add(_option);

    public ParallelOptions Of(ParseResult result) =>
        new() { MaxDegreeOfParallelism = result.GetValue(_option) ?? Environment.ProcessorCount };
}
