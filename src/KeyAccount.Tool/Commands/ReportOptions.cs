using System.CommandLine;
using KeyAccount.Core.Reports;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>The options every report has: its language, its format, where it goes.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> _language = LanguageOption.Create("The language of the report; without it, that of the system.");
    private readonly Option<string?> _format;
    private readonly OutputFormat _default;
    private readonly bool _hasWorkbook;

    private readonly Option<FileInfo?> _file;

    /// <summary>The options of a report.</summary>
    /// <param name="format">The format where neither the command line nor the ending of the file names one.</param>
    /// <param name="file">The option that names the file of the report.</param>
    /// <param name="hasWorkbook">Whether it can be a workbook too.</param>
    public ReportOptions(string format = "table", string file = "--out", bool hasWorkbook = false)
    {
        _hasWorkbook = hasWorkbook;
        _file = FileName.Option(
            file, $"Write {(file == "--out" ? "" : "the report ")}to this file instead of the terminal.");
        _default = Enum.Parse<OutputFormat>(format, ignoreCase: true);
        _format = WordOption.Create(
            "--format",
            $"The format of the result (default: that of the ending of {file}, else {format}).",
            ["table", "json", "csv", "md", "html", .. hasWorkbook ? (string[])["xlsx"] : []]);
    }

    /// <summary>Adds the language alone, where a command has formats of its own.</summary>
    public void AddLanguageTo(Command command) => command.Options.Add(_language);

    public void AddTo(Command command)
    {
        command.Options.Add(_language);
        command.Options.Add(_format);
        command.Options.Add(_file);
    }

    /// <summary>Whether the result is for a file rather than for a screen.</summary>
    public bool IsOnPaper(ParseResult result) => FormatOf(result) is OutputFormat.Md or OutputFormat.Html;

    /// <summary>Whether the result goes to a file.</summary>
    public bool HasFile(ParseResult result) => result.GetValue(_file) is not null;

    /// <summary>Whether the command line says how or where the result is written.</summary>
    public bool IsAsked(ParseResult result) => result.GetValue(_format) is not null || result.GetValue(_file) is not null;

    /// <summary>Whether the result is a page, on which a reader opens what is folded.</summary>
    public bool IsPage(ParseResult result) => FormatOf(result) == OutputFormat.Html;

    /// <summary>Whether the result is for a person at the terminal.</summary>
    public bool IsOnScreen(ParseResult result) => FormatOf(result) == OutputFormat.Table;

    /// <summary>The language of the report and of what is reported beside it.</summary>
    public string LanguageOf(ParseResult result) => LanguageOption.Of(result, _language);

    public void Write(ParseResult result, Report report, params FileInfo?[] inputs)
    {
        var file = result.GetValue(_file);
        if (file is not null && FilePlace.IsAmong(file, inputs))
            throw new UsageException($"{_file.Name} '{file}' is the file that is read; name another file.");

        var language = LanguageOf(result);
        if (FormatOf(result) == OutputFormat.Xlsx)
        {
            if (file is null)
                throw new UsageException($"a workbook cannot be shown on a terminal; {_file.Name} FILE.xlsx writes it to a file.");
            if (!file.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
                throw new UsageException($"{_file.Name} '{file}' does not end with .xlsx, as a workbook does.");
            report.Workbook!(file);
            return;
        }

        ReportOutput.Write(file, result.InvocationConfiguration.Output, output =>
        {
            switch (FormatOf(result))
            {
                case OutputFormat.Json:
                    report.Json(ForPrograms(output));
                    break;
                case OutputFormat.Csv:
                    report.Csv(ForPrograms(output));
                    break;
                case OutputFormat.Md:
                    new MarkdownRenderer().Write(report.Describe(language), ForPrograms(output));
                    break;
                case OutputFormat.Html:
                    new HtmlRenderer().Write(report.Describe(language), ForPrograms(output));
                    break;
                default:
                    DocumentConsole.Show(TerminalConsole.For(output), report.Describe(language));
                    break;
            }
        });
    }

    private OutputFormat FormatOf(ParseResult result) => result.GetValue(_format) is { } word
        ? Enum.Parse<OutputFormat>(word, ignoreCase: true)
        : result.GetValue(_file)?.Extension.ToLowerInvariant() switch
        {
            ".html" or ".htm" => OutputFormat.Html,
            ".json" => OutputFormat.Json,
            ".csv" => OutputFormat.Csv,
            ".md" => OutputFormat.Md,
            ".xlsx" when _hasWorkbook => OutputFormat.Xlsx,
            _ => _default,
        };

    // A program gets what is there; on a terminal it must not become commands.
    private static TextWriter ForPrograms(TextWriter output) => TerminalConsole.IsTerminal(output) ? new SafeWriter(output) : output;
}
