using System.CommandLine;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount schema portfolio|settings|lifetime|warning|mapping|tender|plan|team</c>: the JSON Schema of a file the
/// tool reads.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("FILE") { Description = "portfolio, settings, lifetime, warning, mapping, tender, plan or team." };
        kind.AcceptOnlyFromAmong("portfolio", "settings", "lifetime", "warning", "mapping", "tender", "plan", "team");
        var report = new ReportOptions("json");
        var command = new Command(
            "schema",
            "Print the JSON Schema of a portfolio, of settings of models, lifetimes or warnings, of the mapping of an import, of a "
            + "tender, of plans or of a team, for editors and validators; as a table or Markdown, for people.")
        {
            kind,
        };
        report.AddTo(command);
        command.SetAction(result => report.Write(
            result,
            SchemaReport.Of(result.GetRequiredValue(kind) switch
            {
                "portfolio" => FileSchemas.Portfolio(),
                "settings" => FileSchemas.Settings(),
                "lifetime" => FileSchemas.Lifetime(),
                "mapping" => FileSchemas.Mapping(),
                "tender" => FileSchemas.Tender(),
                "plan" => FileSchemas.Plan(),
                "team" => FileSchemas.Team(),
                _ => FileSchemas.Warning(),
            })));
        return command;
    }
}
