using System.CommandLine;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>Options of every command: what is reported beside the result.</summary>
internal static class GlobalOptions
{
    private static readonly Option<bool> Quiet = new(
        "--quiet", "-q") { Description = "Suppress notes and warnings; errors are still written.", Recursive = true };
    private static readonly Option<bool> NoProgress = new(
        "--no-progress") { Description = "Do not show a progress bar.", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Quiet);
        root.Options.Add(NoProgress);
    }

    public static ProgressBar ProgressOf(ParseResult result) => new(result.GetValue(Quiet) || result.GetValue(NoProgress));

    /// <summary>Writes notes and warnings beside the result.</summary>
    public static void Tell(ParseResult result, IEnumerable<string> lines)
    {
        if (result.GetValue(Quiet))
            return;
        foreach (var line in lines)
            result.InvocationConfiguration.Error.WriteLine(line);
    }
}
