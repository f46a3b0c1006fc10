using System.CommandLine;
using KeyAccount.Core.Reports;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>The language in which a command speaks: one of those that are ready, or one whose texts a file brings.</summary>
internal static class LanguageOption
{
    private static readonly string[] Ready = [.. Language.All, Language.German];

    private static readonly Option<FileInfo[]?> Files = new("--texts")
    {
        Description = "Read the texts of a further language from this file, which is named for its tag: nl.json, pt-BR.json "
            + "(keyaccount texts writes one to translate).",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = false,
        Recursive = true,
        CustomParser = result =>
            [.. (FileName.ParseOption(result) ?? []).Where(path => path.Length > 0).Select(path => new FileInfo(path))],
    };

    /// <summary>The tables whose texts a language has.</summary>
    public static IReadOnlyList<TextTable> Tables => [ReportTexts.Table, ToolText.Table];

    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--lang")
        {
            Description = description,
            HelpName = string.Join('|', Ready),
            CustomParser = result =>
            {
                // A language that nobody has texts for is a slip of the hand here, and not a reader who is spoken to in English.
                var asked = result.Tokens[0].Value;
                string[] known = [.. Ready.Union((result.GetValue(Files) ?? []).Select(TagOf), StringComparer.OrdinalIgnoreCase)];
                if (known.Any(tag => IsSame(tag.Split('-')[0], asked.Split('-')[0])))
                    return asked;
                result.AddError($"--lang '{asked}' is not one of {string.Join(", ", known)}; --texts FILE brings another one.");
                return null;
            },
        };
        option.CompletionSources.Add(Ready);
        return option;
    }

    /// <summary>Adds the option that brings further languages, for every command.</summary>
    public static void AddTo(RootCommand root) => root.Options.Add(Files);

    /// <summary>Puts the languages of the files in force.</summary>
    public static void Load(ParseResult result)
    {
        foreach (var file in result.GetValue(Files) ?? [])
            Language.Add(Read(file, TagOf(file)));
    }

    /// <summary>The texts of a file.</summary>
    public static LanguageTexts Read(FileInfo file, string tag) => InputFile.Read(file, "texts", stream =>
    {
        using var reader = new StreamReader(stream);
        try
        {
            return ModelFaults.Report(() => LanguageTexts.FromJson(tag, reader.ReadToEnd(), Tables));
        }
        catch (ArgumentException e) when (e is not Core.InvalidModelException)
        {
            throw new ToolException(
                $"the file must be named for a language other than {string.Join(", ", Language.All)}, such as nl.json or pt-BR.json.", e);
        }
    });

    /// <summary>The language that the command line asks for; without one, that of the system.</summary>
    public static string Of(ParseResult result, Option<string?> option)
    {
        if (result.GetValue(option) is not { } asked)
            return Language.Current;
        if (LanguageTexts.ReadyFor(asked) is { } ready && !Language.Known.Contains(ready.Tag, StringComparer.OrdinalIgnoreCase))
            Language.Add(ready);

        return Language.Resolve(asked);
    }

    private static string TagOf(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
