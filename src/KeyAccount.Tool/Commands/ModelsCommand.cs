using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount models</c>: every default of the library with where it comes from.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var filter = new Argument<string?>(
            "FILTER") { Description = "A part of what a default says: its model, its place, its value, its provenance.",
            Arity = ArgumentArity.ZeroOrOne };
        var report = new ReportOptions();
        var command = new Command(
            "models",
            "List every default of the library with its provenance: source documents, literature, or our own judgement.") { filter };
        report.AddTo(command);
        command.SetAction(result =>
        {
            var text = result.GetValue(filter) ?? "";
            var found = ModelsReport.Filtered(ModelCatalog.All, text);
            if (found.Count == 0)
                throw new NothingToDoException($"no default has '{text}' in its model, its place, its value or its provenance.");
            report.Write(result, ModelsReport.Of(found, isWhole: text.Length == 0));
        });
        return command;
    }
}
