using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Portfolios;

namespace KeyAccount.Tool.Commands;

/// <summary>The words of a company beside those of the library, such as its industries, for every command.</summary>
internal static class TermsOption
{
    private static readonly Option<FileInfo?> Terms = new("--terms")
    {
        Description = "Read words of your company from this file, in addition to those of the library, such as its industries: "
            + """{"CustomerIndustry": {"Chemicals": {"name": {"en": "chemicals", "zh-Hans": "化工"}}}}; """
            + $"open are {string.Join(", ", ModelCatalog.OpenTerms.Names)}.",
        HelpName = "FILE",
        Recursive = true,
        CustomParser = result => FileName.ParseOption(result) is [.., { Length: > 0 } path] ? new FileInfo(path) : null,
    };

    public static void AddTo(RootCommand root) => root.Options.Add(Terms);

    /// <summary>Puts the words of the file in force.</summary>
    public static void Load(ParseResult result)
    {
        if (result.GetValue(Terms) is not { } file)
            return;
        InputFile.Read(file, "terms", stream =>
        {
            using var reader = new StreamReader(stream);
            return ModelFaults.Report(() =>
            {
                ModelCatalog.OpenTerms.Add(reader.ReadToEnd());
                return true;
            });
        });
    }
}
