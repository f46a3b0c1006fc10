using Spectre.Console;

namespace KeyAccount.Tool.Terminal;

/// <summary>A bar for work that takes long enough for a person to want to see how far it is, with the time that is left: on the error
/// stream, where that is a terminal.</summary>
internal sealed class ProgressBar(bool isOff)
{
    // Below this a file is read before a progress bar could be seen.
    private const long LongInput = 16 << 20;

    /// <summary>Whether so many bytes are worth a bar, and there is somebody to see it.</summary>
    public bool IsShown(long bytes) => !isOff && bytes >= LongInput && !Console.IsErrorRedirected;

    /// <summary>Whether a stream is worth a bar, and there is somebody to see it.</summary>
    public bool IsShown(Stream stream) => stream.CanSeek && IsShown(stream.Length);

    public T Run<T>(bool isShown, string name, double whole, Func<Action<double>?, T> work)
    {
        if (isOff || !isShown)
            return work(null);
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(name), maxValue: Math.Max(1, whole));
                return work(done => task.Value = done);
            });
    }
}
