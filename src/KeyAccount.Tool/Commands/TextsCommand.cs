using System.CommandLine;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount texts --language TAG</c>: the file of a language to translate.</summary>
internal static class TextsCommand
{
    public static Command Create()
    {
        var language = new Option<string>("--language")
        {
            Description = "The language, such as nl or pt-BR.", HelpName = "TAG", Required = true,
        };
        var from = FileName.Option("--from", "Begin with the texts of this file; without it, with those that are ready.");
        var target = FileName.Option("--out", "Write to this file instead of the terminal.");
        var command = new Command(
            "texts",
            "Write every text for a language of your own: missing texts are in English. Translate it, save it as TAG.json, and "
            + "give it with --texts.")
        {
            Options = { language, from, target },
        };
        command.SetAction(result =>
        {
            var (tag, file) = (result.GetRequiredValue(language), result.GetValue(from));
            LanguageTexts texts;
            try
            {
                texts = file is not null ? LanguageOption.Read(file, tag)
                    : LanguageTexts.ReadyFor(tag) ?? LanguageTexts.FromJson(tag, "{}");
            }
            catch (ArgumentException e) when (e.ParamName == "languageTag")
            {
                throw new UsageException(
                    $"--language '{tag}' is not the tag of a language other than {string.Join(", ", Language.All)}, such as nl or pt-BR.");
            }

            var template = LanguageTexts.Template(tag, texts, LanguageOption.Tables);
            ReportOutput.Write(result.GetValue(target), result.InvocationConfiguration.Output, output => output.WriteLine(template));
            var missing = texts.Missing(LanguageOption.Tables).Count;
            var all = missing + texts.Keys.Count;
            GlobalOptions.Tell(
                result, [Invariant($"note: {missing} of {all} texts are not translated yet; they are in English in the file.")]);
        });
        return command;
    }
}
