using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

[Trait("Frameworks", "all")]
public class LanguageTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("en-IE", "en")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-CHS", "zh-Hans")]
    [InlineData("ZH-HANS", "zh-Hans")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("zh-hant-CN", "zh-Hant")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-MO", "zh-Hant")]
    [InlineData("zh-CHT", "zh-Hant")]
    public void A_tag_resolves_to_one_of_the_three(string tag, string language) => Language.Resolve(tag).Should().Be(language);

    [Theory]
    [InlineData("fr")]
    [InlineData("fr-CA")]
    [InlineData("e")]
    [InlineData("eng")]
    [InlineData("zhx")]
    [InlineData("zh_CN")]
    [InlineData(" en")]
    [InlineData("e\u00ADn")]
    [InlineData("")]
    public void Anything_else_is_spoken_to_in_English(string tag) => Language.Resolve(tag).Should().Be("en");

    [Fact]
    public void Null_is_refused()
    {
        var resolve = () => Language.Resolve(null!);
        resolve.Should().Throw<ArgumentNullException>().WithParameterName("languageTag");
    }

    [Fact]
    public void All_three_are_listed_and_resolve_to_themselves()
    {
        Language.All.Should().Equal("en", "zh-Hans", "zh-Hant");
        Language.All.Select(Language.Resolve).Should().Equal(Language.All);
    }

    [Theory]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("fr-FR", "en")]
    public void The_current_one_fits_the_culture_of_the_user_interface(string culture, string language)
    {
        using var _ = new CultureScope(culture);
        Language.Current.Should().Be(language);
    }
}
