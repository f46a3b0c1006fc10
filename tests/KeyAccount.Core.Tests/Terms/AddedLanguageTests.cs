using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

/// <summary>A language that a program adds.</summary>
/// <remarks>What is added holds for the whole program, so each test adds a tag that no other one uses.</remarks>
public class AddedLanguageTests
{
    private const string Tier = "Grading.AccountTier.A";

    private static readonly TextTable Library = TextTable.FromResources(typeof(Text).Assembly, "KeyAccount.Core.Texts");

    // A sentence with a placeholder and its English text.
    private static readonly (string Key, string English) Sentence = Library.Keys
        .Where(key => Library[key].En.Contains("{0}", StringComparison.Ordinal)
            && !Library[key].En.Contains("{1", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(key => (key, Library[key].En)).First();

    [Fact]
    public void A_term_is_named_in_it_and_in_its_regions_and_in_English_where_it_says_nothing()
    {
        Language.Add(LanguageTexts.FromJson("nl", Json((Tier, "A-klant"))));
        AccountTier.A.DisplayName("nl").Should().Be("A-klant");
        AccountTier.A.DisplayName("nl-BE").Should().Be("A-klant");
        AccountTier.A.DisplayName("NL-be").Should().Be("A-klant");
        AccountTier.B.DisplayName("nl").Should().Be("B account");
        AccountTier.A.DisplayName("nlx").Should().Be("A account");
        Language.Resolve("nl-BE").Should().Be("nl");
        Language.Known.Should().StartWith(Language.All).And.Contain("nl");
        Language.All.Should().NotContain("nl");
    }

    [Fact]
    public void A_region_goes_before_its_language_key_by_key()
    {
        Language.Add(LanguageTexts.FromJson("pt", Json((Tier, "conta A"), ("Grading.AccountTier.B", "conta B"))));
        Language.Add(LanguageTexts.FromJson("pt-BR", Json((Tier, "cliente A"))));
        AccountTier.A.DisplayName("pt-BR").Should().Be("cliente A");
        AccountTier.B.DisplayName("pt-BR").Should().Be("conta B");
        AccountTier.C.DisplayName("pt-BR").Should().Be("C account");
        AccountTier.A.DisplayName("pt-PT").Should().Be("conta A");
        Language.Resolve("pt-br").Should().Be("pt-BR");
    }

    [Fact]
    public void A_sentence_is_filled_in_it_also_when_it_was_made_before()
    {
        var before = Library[Sentence.Key].With(AccountTier.A);
        Language.Add(LanguageTexts.FromJson("it", Json((Sentence.Key, "Ecco {0}."), (Tier, "cliente A"))));
        before.In("it").Should().Be("Ecco cliente A.");
        Library[Sentence.Key].With(7).In("it-CH").Should().Be("Ecco 7.");
        before.In("en").Should().Be(Library[Sentence.Key].With("A account").En);
    }

    [Fact]
    public void One_key_in_German_leaves_the_ready_German_texts_in_force()
    {
        Language.Add(LanguageTexts.FromJson("de", Json((Sentence.Key, "Das ist {0}."))));
        AccountTier.B.DisplayName("de").Should().Be(LanguageTexts.German.TryGet("Grading.AccountTier.B"));
        AccountTier.B.DisplayName("de-AT").Should().Be(LanguageTexts.German.TryGet("Grading.AccountTier.B"));
        Language.Add(LanguageTexts.German);
    }

    [Fact]
    public void Adding_it_again_replaces_it()
    {
        Language.Add(LanguageTexts.FromJson("sv", Json((Tier, "ett"))));
        Language.Add(LanguageTexts.FromJson("SV", Json((Tier, "två"))));
        AccountTier.A.DisplayName("sv").Should().Be("två");
        Language.Known.Count(tag => tag.Equals("sv", StringComparison.OrdinalIgnoreCase)).Should().Be(1);
    }

    [Fact]
    public void Every_fault_is_named_by_its_key()
    {
        var read = () => LanguageTexts.FromJson("da", $$"""
            {"Grading.AccountTier.AA": "x", "{{Tier}}": 7, "{{Sentence.Key}}": "Se {1}.", "Grading.AccountTier.B": "Kunde {0}"}
            """);
        read.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "Grading.AccountTier.AA: there is no text with this key. Is it Grading.AccountTier.A?",
            $"{Tier}: it is a number; it must be a text",
            $"{Sentence.Key}: it has {{1}}, which the English text does not have: '{Sentence.English}'",
            "Grading.AccountTier.B: it has {0}, which the English text does not have: 'B account'");
    }

    [Fact]
    public void A_text_that_loses_a_value_is_refused()
    {
        var read = () => LanguageTexts.FromJson("fi", Json((Sentence.Key, "Hei.")));
        read.Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle()
            .Which.Message.Should().Be($"it lacks {{0}} of the English text: '{Sentence.English}'");
    }

    [Theory]
    [InlineData("""{"Grading.AccountTier.A": "x {"}""", "stray brace")]
    [InlineData("""{"Grading.AccountTier.A": "x }"}""", "stray brace")]
    [InlineData("""["x"]""", "it is a list; it must be an object with texts by key")]
    [InlineData("""{""", "it is not valid JSON")]
    [InlineData("""{"Grading.AccountTier.A": "x", "Grading.AccountTier.A": "y"}""", "it is duplicated")]
    public void What_is_no_table_of_texts_is_refused(string json, string message)
    {
        var read = () => LanguageTexts.FromJson("da", json);
        read.Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ZH-hans")]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("de_AT")]
    [InlineData("de-")]
    [InlineData("deutsch")]
    [InlineData("<b>")]
    public void A_tag_that_names_no_other_language_is_refused(string tag)
    {
        var read = () => LanguageTexts.FromJson(tag, "{}");
        var template = () => LanguageTexts.Template(tag);
        read.Should().Throw<ArgumentException>().WithParameterName("languageTag").WithMessage($"'{tag}' is *");
        template.Should().Throw<ArgumentException>().WithParameterName("languageTag");
    }

    [Fact]
    public void A_template_has_every_key_and_is_read_back()
    {
        var texts = LanguageTexts.FromJson("es", Json((Tier, "cuenta A")));
        var template = LanguageTexts.Template("es", texts);
        using var json = JsonDocument.Parse(template);
        json.RootElement.EnumerateObject().Select(each => each.Name).Should().Equal(Library.Keys.Order(StringComparer.Ordinal));
        json.RootElement.GetProperty(Tier).GetString().Should().Be("cuenta A");
        json.RootElement.GetProperty(Sentence.Key).GetString().Should().Be(Sentence.English);
        LanguageTexts.FromJson("es", template).Missing().Should().BeEmpty();
        texts.Missing().Should().HaveCount(Library.Keys.Count - 1).And.NotContain(Tier).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void German_names_every_term()
    {
        var names = typeof(AccountTier).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.BaseType is { IsGenericType: true } parent
                && (parent.GetGenericTypeDefinition() == typeof(Term<>) || parent.GetGenericTypeDefinition() == typeof(OrderedTerm<>)))
            .SelectMany(type => Library.Keys.Where(key => key.StartsWith(
                $"{type.Namespace!["KeyAccount.Core.".Length..]}.{type.Name}.", StringComparison.Ordinal)
                && !key.EndsWith(".Description", StringComparison.Ordinal)))
            .ToArray();
        names.Should().HaveCountGreaterThan(1_000);
        names.Except(LanguageTexts.German.Keys).Should().BeEmpty();
        LanguageTexts.Template("de-AT").Should().Contain($"\"{Tier}\": \"{LanguageTexts.German.TryGet(Tier)}\"");
    }

    [Fact]
    public void A_text_has_languages_of_its_own_and_keeps_them_in_Json()
    {
        var text = new Text("Hello {0}", "您好{0}", "您好{0}", new Dictionary<string, string> { ["de"] = "Hallo {0}", ["fr"] = "Bonjour {0}" });
        text.In("de-AT").Should().Be("Hallo {0}");
        text.With(AccountTier.A).In("fr").Should().Be("Bonjour A account");
        var json = JsonSerializer.Serialize(text);
        json.Should().EndWith("\"de\":\"Hallo {0}\",\"fr\":\"Bonjour {0}\"}");
        JsonSerializer.Deserialize<Text>(json).Should().Be(text);
        text.Should().NotBe(new Text("Hello {0}", "您好{0}", "您好{0}"));
        FluentActions.Invoking(() => new Text("", "", "", new Dictionary<string, string> { ["zh-Hans"] = "" })).Should()
            .Throw<ArgumentException>().WithMessage("'zh-Hans' is one of the languages of the library*");
    }

    [Theory]
    [InlineData("de-1", true)]
    [InlineData("de-abcdefgh", true)]
    [InlineData("de-abcdefghi", false)]
    [InlineData("de-a_", false)]
    [InlineData("de-AT-", false)]
    [InlineData("nds", true)]
    public void A_part_of_a_tag_has_one_to_eight_letters_and_digits(string tag, bool isTag)
    {
        var read = () => LanguageTexts.FromJson(tag, "{ /* nothing */ }");
        if (isTag)
            read().Tag.Should().Be(tag);
        else
            read.Should().Throw<ArgumentException>().WithParameterName("languageTag");
    }

    [Fact]
    public void What_is_missing_is_refused_by_its_name()
    {
        Refused("texts", () => Language.Add(null!));
        Refused("languageTag", () => LanguageTexts.ReadyFor(null!));
        Refused("languageTag", () => LanguageTexts.FromJson(null!, "{}"));
        Refused("json", () => LanguageTexts.FromJson("nl", null!));
        Refused("languageTag", () => LanguageTexts.Template(null!));
        Refused("key", () => LanguageTexts.German.TryGet(null!));
        Refused("json", () => new OpenTerms().Add(null!));

        static void Refused(string parameter, Action act) => act.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
    }

    private static string Json(params (string Key, string Text)[] texts) =>
        JsonSerializer.Serialize(texts.ToDictionary(each => each.Key, each => each.Text, StringComparer.Ordinal));
}
