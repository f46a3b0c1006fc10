using Spectre.Console;

namespace KeyAccount.Tool.Terminal;

/// <summary>A console to write on: colours and the real width on a terminal, plain text of a fixed width everywhere else.</summary>
internal static class TerminalConsole
{
    /// <summary>The columns of what is not a terminal.</summary>
    public const int Width = 100;

    /// <summary>Whether a person looks at what is written.</summary>
    public static bool IsTerminal(TextWriter output) => ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

    public static IAnsiConsole For(TextWriter output)
    {
        var isTerminal = IsTerminal(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // A build server's own colours belong on its terminal only, not in a file.
            Enrichment = new() { UseDefaultEnrichers = isTerminal },
        });
        console.Profile.Width = isTerminal ? console.Profile.Width : Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
