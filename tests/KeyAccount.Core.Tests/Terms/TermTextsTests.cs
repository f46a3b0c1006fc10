using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Terms;

[Trait("Frameworks", "all")]
public class TermTextsTests
{
    [Theory]
    [InlineData("en", "A account", "Head of the portfolio: the few accounts that bring in most of the revenue.")]
    [InlineData("zh-Hans", "A类客户", "头部客户：数量少，却贡献了大部分收入。")]
    [InlineData("zh-Hant", "A類客戶", "頭部客戶：數量少，卻貢獻了大部分收入。")]
    public void A_term_of_the_library_speaks_three_languages(string language, string name, string description)
    {
        AccountTier.A.DisplayName(language).Should().Be(name);
        AccountTier.A.Description(language).Should().Be(description);
    }

    [Theory]
    [InlineData("en-GB", "B account")]
    [InlineData("zh-CN", "B类客户")]
    [InlineData("zh-TW", "B類客戶")]
    [InlineData("zh-Hant-HK", "B類客戶")]
    public void A_regional_tag_means_its_language(string tag, string name) => AccountTier.B.DisplayName(tag).Should().Be(name);

    [Theory]
    [InlineData("zh-CN", "C类客户")]
    [InlineData("zh-SG", "C类客户")]
    [InlineData("zh-TW", "C類客戶")]
    [InlineData("zh-HK", "C類客戶")]
    [InlineData("en-GB", "C account")]
    [InlineData("fr", "C account")]
    [InlineData("tr-TR", "C account")]
    [InlineData("", "C account")]
    public void Without_a_tag_the_name_follows_the_culture_of_the_user_interface(string culture, string name)
    {
        using var _ = new CultureScope(culture);
        AccountTier.C.DisplayName().Should().Be(name);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    [InlineData("english")]
    [InlineData("zho")]
    public void An_unknown_tag_is_answered_in_English(string tag)
    {
        AccountTier.A.DisplayName(tag).Should().Be("A account");
        Season.Peak.Description(tag).Should().Be("Order early.");
    }

    [Fact]
    public void A_null_tag_is_refused()
    {
        var name = () => AccountTier.A.DisplayName(null!);
        var description = () => AccountTier.A.Description(null!);
        name.Should().Throw<ArgumentNullException>().WithParameterName("languageTag");
        description.Should().Throw<ArgumentNullException>().WithParameterName("languageTag");
    }

    [Theory]
    [InlineData("en", "Peak season", "Order early.")]
    [InlineData("zh-CN", "旺季", "尽早下单。")]
    [InlineData("zh-TW", "旺季", "儘早下單。")]
    public void A_term_of_the_user_brings_its_own_texts(string tag, string name, string description)
    {
        Season.Peak.DisplayName(tag).Should().Be(name);
        Season.Peak.Description(tag).Should().Be(description);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void Without_texts_a_term_of_the_user_shows_its_name(string language)
    {
        Rung.Supplier.DisplayName(language).Should().Be("Supplier");
        Rung.Supplier.Description(language).Should().BeEmpty();
    }
}
