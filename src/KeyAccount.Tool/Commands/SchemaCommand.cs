using System.CommandLine;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount schema portfolio|settings</c>: the JSON Schema of a file the tool reads.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("FILE") { Description = "portfolio or settings." };
        kind.AcceptOnlyFromAmong("portfolio", "settings");
        var report = new ReportOptions("json");
        var command = new Command(
            "schema",
            "Print the JSON Schema of a portfolio file or a settings file, for editors and validators; as a table or Markdown, for people.")
        {
            kind,
        };
        report.AddTo(command);
        command.SetAction(result => report.Write(
            result,
            SchemaReport.Of(result.GetRequiredValue(kind) == "portfolio" ? FileSchemas.Portfolio() : FileSchemas.Settings())));
        return command;
    }
}
