using System.Text.Json.Nodes;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>A language of one's own: its file is written, translated, and in force.</summary>
public sealed class TextsCommandTests : IDisposable
{
    private const string Tier = "Grading.AccountTier.A";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_of_a_language_has_every_text_of_library_reports_and_tool()
    {
        var run = ToolRun.Of("texts", "--language", "nl");
        var texts = JsonNode.Parse(run.Succeeds())!.AsObject();
        texts.Select(text => text.Key).Should().BeInAscendingOrder(StringComparer.Ordinal)
            .And.Contain([Tier, "Page.Contents", "Review.Hint", "Models.Title"]);
        ((string?)texts[Tier]).Should().Be("A account");
        run.Error.Should().Be($"note: {texts.Count} of {texts.Count} texts are not translated yet; they are in English in the file.\n");
    }

    [Fact]
    public void What_is_translated_is_kept_and_counted()
    {
        var file = _folder.Write("nl-old.json", $$"""{ "{{Tier}}": "A-klant" }""");
        var target = _folder.Of("nl.json");
        var run = ToolRun.Of("texts", "--language", "nl", "--from", file, "--out", target);
        run.Succeeds();
        var texts = JsonNode.Parse(File.ReadAllText(target))!.AsObject();
        ((string?)texts[Tier]).Should().Be("A-klant");
        run.Error.Should().StartWith($"note: {texts.Count - 1} of {texts.Count} texts are not translated yet;");
    }

    [Fact]
    public void A_review_speaks_the_language_of_a_file_and_English_where_that_says_nothing()
    {
        var file = _folder.Write("nl.json", $$"""{ "{{Tier}}": "A-klant", "Page.Contents": "Inhoud" }""");
        ToolRun.Of("review", "--lang", "nl-BE", "--texts", file).Succeeds().Should().Contain("A-klant").And.Contain("B account");
        ToolRun.Of("review", "--lang", "nl", "--texts", file, "--format", "html").Succeeds()
            .Should().Contain("lang=\"nl\"").And.Contain("Inhoud").And.NotContain("、");
    }

    [Fact]
    public void German_is_ready()
    {
        ToolRun.Of("review", "--lang", "de-CH").Succeeds().Should().Contain(LanguageTexts.German.TryGet(Tier));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("deutsch")]
    [InlineData("e")]
    [InlineData("")]
    public void A_language_without_texts_is_a_slip_of_the_hand(string language) =>
        ToolRun.Of("review", "--lang", language).Fails().Should().StartWith(
            $"--lang '{language}' is not one of en, zh-Hans, zh-Hant, ").And.Contain("--texts FILE brings another one");

    [Theory]
    [InlineData("nl.json", """{ "Grading.AccountTier.A": "A {0}" }""", "Grading.AccountTier.A: it has {0}, which the English text does not have")]
    [InlineData("nl.json", """{ "Grading.AccountTier.AA": "A" }""", "Is it Grading.AccountTier.A?")]
    [InlineData("nl.json", "[]", "it is a list; it must be an object with texts by key")]
    [InlineData("zh-Hant.json", "{}", "the file must be named for a language other than en, zh-Hans, zh-Hant, such as nl.json or pt-BR.json.")]
    [InlineData("my texts.json", "{}", "the file must be named for a language")]
    public void A_file_that_is_no_language_is_refused(string name, string json, string message) =>
        ToolRun.Of("review", "--lang", "en", "--texts", _folder.Write(name, json)).Fails().Should().Contain(name).And.Contain(message);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("nederlands")]
    public void A_file_is_written_only_for_a_language_beside_the_three(string language) =>
        ToolRun.Of("texts", "--language", language).Fails().Should().Contain($"--language '{language}' is not the tag of a language other than");
}
