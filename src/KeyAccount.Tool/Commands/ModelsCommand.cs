using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount models</c>: every default of the library with where it comes from.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var report = new ReportOptions();
        var command = new Command("models", "List every default of the library with its provenance: source documents, literature, or our own judgement.");
        report.AddTo(command);
        command.SetAction(result => report.Write(result, ModelsReport.Of(ModelCatalog.All)));
        return command;
    }
}
