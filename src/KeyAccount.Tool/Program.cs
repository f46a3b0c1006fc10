using System.CommandLine;
using System.Text;
using KeyAccount.Tool.Commands;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool;

/// <summary>The tool <c>keyaccount</c>.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Run(arguments, Console.Out, Console.Error);
    }

    /// <summary>Runs one command: 0 when it did what was asked, 1 with a line that begins with <c>error:</c> when not.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Key-account management on the command line: grades customers, reviews portfolios, and explains every rating.")
        {
            GradeCommand.Create(),
            ReviewCommand.Create(),
            ExplainCommand.Create(),
            ValidateCommand.Create(),
            SchemaCommand.Create(),
            ModelsCommand.Create(),
        };
        var result = root.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            // In the order of the command line.
            foreach (var fault in result.Errors.OrderBy(each => Array.FindIndex(arguments, argument => each.Message.Contains($"'{argument}'", StringComparison.Ordinal))))
                error.WriteLine($"error: {Safe(string.Join(' ', fault.Message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)))} See keyaccount --help.");
            return 1;
        }

        try
        {
            return result.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (ToolException e)
        {
            error.WriteLine($"error: {string.Join('\n', e.Message.Split('\n').Select(Safe))}");
            return 1;
        }
    }

    // What stands on the command line or in a file may hold anything.
    private static string Safe(string line) => SafeText.Line(line, int.MaxValue);
}
