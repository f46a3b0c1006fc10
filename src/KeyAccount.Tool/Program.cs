using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using KeyAccount.Tool.Commands;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool;

/// <summary>The tool <c>keyaccount</c>.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        // A file that is not finished is no result, whoever ends the program.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Abandon);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Abandon);
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Abandon);
        return Run(arguments, Console.Out, Console.Error);

        static void Abandon(PosixSignalContext context)
        {
            TemporaryFiles.RemoveAll();
            Environment.Exit(context.Signal switch { PosixSignal.SIGHUP => 129, PosixSignal.SIGINT => 130, _ => 143 });
        }
    }

    /// <summary>Runs one command: 0 when it did what was asked, another <see cref="ExitCode"/> with a line that begins with <c>error:</c>
    /// when not.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter told)
    {
        using var error = new QuietWriter(told);
        var root = new RootCommand(
            "Key-account management on the command line: grades customers, reviews portfolios, and explains every rating.\n"
            + "Exit codes: 0 done; 1 the command line is wrong; 2 a file cannot be read or written, or its data are refused; 3 there was "
            + "nothing to do.")
        {
            GradeCommand.Create(),
            ReviewCommand.Create(),
            ImportCommand.Create(),
            SampleCommand.Create(),
            WatchCommand.Create(),
            FunnelCommand.Create(),
            BidCommand.Create(),
            TeamCommand.Create(),
            WhiteSpaceCommand.Create(),
            PlanCommand.Create(),
            LifetimeCommand.Create(),
            BacktestCommand.Create(),
            ExplainCommand.Create(),
            ValidateCommand.Create(),
            UpgradeCommand.Create(),
            SchemaCommand.Create(),
            ModelsCommand.Create(),
            TableCommand.Create(),
            ImpactCommand.Create(),
            SqlCommand.Create(),
            TextsCommand.Create(),
            McpCommand.Create(),
        };
        GlobalOptions.AddTo(root);
        LanguageOption.AddTo(root);
        TermsOption.AddTo(root);
        var result = root.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            // In the order of the command line.
            foreach (var fault in result.Errors.OrderBy(
                each => Array.FindIndex(arguments, argument => each.Message.Contains($"'{argument}'", StringComparison.Ordinal))))
            {
                var message = string.Join(' ', fault.Message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
                error.WriteLine($"error: {Safe(message)} See keyaccount --help.");
            }

            return (int)ExitCode.Usage;
        }

        try
        {
            LanguageOption.Load(result);
            TermsOption.Load(result);
            return result.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (ToolException e)
        {
            return Fail(e);
        }
        catch (InputException e)
        {
            return Fail(new($"cannot read '{e.File}': {e.Message}", e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Help, and what else is written outside a report. A stream that is closed is one without access.
            return Fail(new($"cannot write the result: {(e.InnerException ?? e).Message}", e));
        }
        catch (OperationCanceledException)
        {
            // Interrupted: whoever interrupts decides how the program ends.
            Thread.Sleep(Timeout.Infinite);
            return (int)ExitCode.Data;
        }

        int Fail(ToolException e)
        {
            var help = e is UsageException ? " See keyaccount --help." : "";
            error.WriteLine($"error: {string.Join('\n', e.Message.Split('\n').Select(Safe))}{help}");
            return (int)e.ExitCode;
        }
    }

    // What stands on the command line or in a file may hold anything.
    private static string Safe(string line) => SafeText.Line(line, int.MaxValue);
}
