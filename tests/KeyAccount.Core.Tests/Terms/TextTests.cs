using KeyAccount.Core.Documents;
using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

public class TextTests
{
    [Theory]
    [InlineData(0, "0 accounts, 0 times")]
    [InlineData(1, "1 account, once")]
    [InlineData(2, "2 accounts, twice")]
    [InlineData(3, "3 accounts, 3 times")]
    [InlineData(21, "21 accounts, 21 times")]
    public void Words_follow_their_number(int number, string said)
    {
        var text = new Text("{0:# account|# accounts}, {0:once|twice|# times}", "{0}家，{0}次", "{0}家，{0}次");
        text.With(number).En.Should().Be(said);
        text.With((Text)$"{number}").En.Should().Be(said, "what is shown decides");
        text.With(number).ZhHans.Should().Be($"{number}家，{number}次");
        Run.TextOf(Run.Fill(text, "en", number)).Should().Be(said);
        Run.TextOf(Run.Fill(text, "en", new NumberCell(number))).Should().Be(said);
        Run.TextOf(Run.Fill(text, "zh-Hans", number)).Should().Be($"{number}家，{number}次");
    }

    [Fact]
    public void A_number_is_shown_as_it_is_and_one_with_decimals_is_many()
    {
        Text text = "{0:# month|# months}";
        text.With(1.5).En.Should().Be("1.5 months");
        text.With(1.0m).En.Should().Be("1.0 months");
        text.With(-1).En.Should().Be("-1 months");
        text.With(null!, 1).En.Should().Be(" months");
        Run.TextOf(Run.Fill(text, "en", new NumberCell(1200))).Should().Be("1,200 months");
        ((Text)"{0:0.0|}").With(1).En.Should().Be("0.0");
        ((Action)(() => Run.Fill("{0:0.0}", "en", 1))).Should().Throw<FormatException>("runs are not formatted");
    }

    [Theory]
    [InlineData(44.6666666667, "44.67")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(0.0123456, "0.0123")]
    [InlineData(0.000012345, "0.0000123")]
    [InlineData(-2.005, "-2.01")]
    [InlineData(99.999999, "100")]
    [InlineData(1234567.891, "1234567.89")]
    [InlineData(0.0, "0")]
    [InlineData(1e20, "1E+20")]
    [InlineData(double.NaN, "NaN")]
    public void What_a_computer_reckons_with_is_rounded_in_a_sentence(double number, string shown)
    {
        ((Text)"{0} points").With(number).ZhHans.Should().Be($"{shown} points");
        ((Text)"{0:# point|# points}").With(number).En.Should().Be($"{shown} points");
        ((Text)"{0:0.0000}").With(0.123456).En.Should().Be("0.1235", "a format says how");
    }

    private static readonly Text Greeting = new("Hello", "您好", "您好！");

    [Theory]
    [InlineData("en", "Hello")]
    [InlineData("en-GB", "Hello")]
    [InlineData("zh-CN", "您好")]
    [InlineData("zh-Hant", "您好！")]
    public void A_text_reads_in_each_language(string tag, string expected) => Greeting.In(tag).Should().Be(expected);

    [Fact]
    public void An_unknown_language_is_answered_in_English()
    {
        var none = () => Greeting.In(null!);
        Greeting.In("fr-FR").Should().Be("Hello");
        none.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_missing_language_is_refused()
    {
        var en = () => new Text(null!, "", "");
        var zhHans = () => new Text("", null!, "");
        var zhHant = () => new Text("", "", null!);
        en.Should().Throw<ArgumentNullException>().WithParameterName("en");
        zhHans.Should().Throw<ArgumentNullException>().WithParameterName("zhHans");
        zhHant.Should().Throw<ArgumentNullException>().WithParameterName("zhHant");
    }

    [Fact]
    public void Placeholders_are_filled_in_each_language()
    {
        new Text("{0} of {1}", "{1}之{0}", "{1}的{0}").With(1, "n").Should().Be(new Text("1 of n", "n之1", "n的1"));
    }

    [Fact]
    public void A_term_or_a_text_as_argument_appears_in_the_language_around_it()
    {
        var template = new Text("{0}: {1}", "{0}：{1}", "{0}：{1}");
        template.With(AccountTier.A, Greeting).Should().Be(new Text("A account: Hello", "A类客户：您好", "A類客戶：您好！"));
        template.With(Rung.Vendor, Season.Peak).Should().Be(new Text("Vendor: Peak season", "Vendor：旺季", "Vendor：旺季"));
    }

    [Fact]
    public void Other_arguments_are_formatted_with_the_invariant_culture()
    {
        using var _ = new CultureScope("de-DE");
        Text.FromString("{0} {1:N1} {2}").With(-1.5, 1234.5m, null).En.Should().Be("-1.5 1,234.5 ");
    }

    [Fact]
    public void A_text_filled_is_a_new_text()
    {
        Text template = "{0}";
        template.With("x").Should().NotBeSameAs(template);
        template.En.Should().Be("{0}");
    }

    [Fact]
    public void A_placeholder_without_argument_is_a_fault()
    {
        var fill = () => Text.FromString("{0} {1}").With("x");
        fill.Should().Throw<FormatException>();
        var nothing = () => Greeting.With(null!);
        nothing.Should().Throw<ArgumentNullException>().WithParameterName("arguments");
    }

    [Fact]
    public void A_string_converts_to_a_text_that_reads_the_same_everywhere()
    {
        Text text = "OK";
        text.Should().Be(new Text("OK", "OK", "OK"));
        Text.FromString("OK").Should().Be(text);
    }

    [Fact]
    public void A_null_string_converts_to_no_text()
    {
        var convert = () => (Text)(string)null!;
        var make = () => Text.FromString(null!);
        convert.Should().Throw<ArgumentNullException>().WithParameterName("text");
        make.Should().Throw<ArgumentNullException>().WithParameterName("text");
    }

    [Fact]
    public void A_text_goes_through_JSON_under_its_language_tags()
    {
        var json = JsonSerializer.Serialize(new Text("a", "b", "c"));
        json.Should().Be("""{"en":"a","zh-Hans":"b","zh-Hant":"c"}""");
        JsonSerializer.Deserialize<Text>(json).Should().Be(new Text("a", "b", "c"));
        JsonSerializer.Deserialize<Text>(JsonSerializer.Serialize(Greeting)).Should().Be(Greeting);
    }

    [Fact]
    public void Texts_are_equal_when_all_three_languages_are()
    {
        new Text("a", "b", "c").Should().Be(new Text("a", "b", "c"));
        new Text("a", "b", "c").GetHashCode().Should().Be(new Text("a", "b", "c").GetHashCode());
        new Text("a", "b", "c").Should().NotBe(new Text("x", "b", "c"));
        new Text("a", "b", "c").Should().NotBe(new Text("a", "x", "c"));
        new Text("a", "b", "c").Should().NotBe(new Text("a", "b", "x"));
    }

    [Fact]
    public void The_plain_form_is_English_whatever_the_culture()
    {
        using var _ = new CultureScope("zh-CN");
        Greeting.ToString().Should().Be("Hello");
    }

    [Theory]
    [InlineData("""{"en":"a"}""", "A text needs en, zh-Hans, zh-Hant; missing: zh-Hans, zh-Hant.")]
    [InlineData("""{"en":"a","zh-Hans":"b"}""", "A text needs en, zh-Hans, zh-Hant; missing: zh-Hant.")]
    [InlineData("""{"en":null,"zh-Hans":"b","zh-Hant":"c"}""", "The text in en is null; it must be a string.")]
    [InlineData("""{"en":"a","en":"b"}""", "The language en is duplicated in a text.")]
    [InlineData("""{"zh_Hans":"a"}""", "A text has no language 'zh_Hans'; it has en, zh-Hans, zh-Hant, and others by their tags, such as de.")]
    [InlineData("""{"zh":"a"}""", "A text has no language 'zh'; it has en, zh-Hans, zh-Hant, and others by their tags, such as de.")]
    [InlineData("""{"de":"a","DE":"b"}""", "The language DE is duplicated in a text.")]
    [InlineData("""{"de":1}""", "The text in de is a number; it must be a string.")]
    [InlineData("""{"de":"a"}""", "A text needs en, zh-Hans, zh-Hant; missing: en, zh-Hans, zh-Hant.")]
    [InlineData("\"a\"", "A text is an object with en, zh-Hans, zh-Hant, not a text.")]
    public void Json_that_is_no_text_says_what_is_missing(string json, string message) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Text>(json)).Should().Throw<JsonException>().WithMessage(message + "*");
}
