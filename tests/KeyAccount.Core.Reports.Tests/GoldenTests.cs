using System.Text;
using KeyAccount.Core.Tests.Documents;

namespace KeyAccount.Core.Reports.Tests;

/// <summary>What a reader sees of every answer is what was reviewed: the files in <c>Golden</c>.</summary>
public class GoldenTests
{
    private const string Accept = "KEYACCOUNT_GOLDEN";

    [Theory]
    [InlineData("answers.en.txt", "en", 100)]
    [InlineData("answers.narrow.en.txt", "en", 60)]
    [InlineData("answers.zh-Hans.txt", "zh-Hans", 100)]
    [InlineData("answers.zh-Hant.txt", "zh-Hant", 80)]
    [InlineData("answers.en.md", "en", 0)]
    public void What_a_reader_sees_is_what_was_reviewed(string file, string language, int width)
    {
        DocumentRenderer renderer = width == 0 ? new MarkdownRenderer() : new PlainTextRenderer(width);
        var today = new StringBuilder();
        foreach (var (name, describe) in Answers.All)
            today.Append($"<!-- {name} -->\n").Append(renderer.Render(describe(language))).Append('\n');
        var path = Path.Combine(SourceTree.Root, "tests", "KeyAccount.Core.Reports.Tests", "Golden", file);
        if (Environment.GetEnvironmentVariable(Accept) == "accept")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, today.ToString());
        }

        (File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "").Should().Be(
            today.ToString(), $"Golden/{file} is what was reviewed; {Accept}=accept writes what is rendered today");
    }
}
