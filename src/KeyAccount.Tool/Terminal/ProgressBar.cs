using Spectre.Console;

namespace KeyAccount.Tool.Terminal;

/// <summary>Work that takes long enough for a person to want to see how far it is: a bar on the error stream, where that is a terminal.</summary>
internal static class ProgressBar
{
    // Below this a file is read before a progress bar could be seen.
    private const long LongInput = 16 << 20;

    /// <summary>Whether a file is worth a bar, and there is somebody to see it.</summary>
    public static bool IsShown(Stream stream) => stream.CanSeek && stream.Length >= LongInput && !Console.IsErrorRedirected;

    public static T Do<T>(bool isShown, string name, double whole, Func<Action<double>?, T> work)
    {
        if (!isShown)
            return work(null);
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(name), maxValue: Math.Max(1, whole));
            return work(done => task.Value = done);
        });
    }
}
