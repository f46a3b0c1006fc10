using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>A check that cannot fail is worthless: each rule against texts that break it and texts that do not.</summary>
public class TextRulesTests
{
    [Theory]
    [InlineData("one", "一", "壹")]
    [InlineData("{0} of {1}", "{1}之{0}", "{1:N0}的{0}")]
    [InlineData("{{0}} braces", "括号", "{{括號}}")]
    [InlineData("{0}, again {0}", "{0}", "{0}")]
    public void A_sound_text_has_no_faults(string en, string zhHans, string zhHant) =>
        TextRules.FaultsOf(new(en, zhHans, zhHant)).Should().BeEmpty();

    [Theory]
    [InlineData("{0} of {1}", "{0}", "{1}{0}", "has other placeholders in zh-Hans than in en")]
    [InlineData("one", "一", "{0}", "has other placeholders in zh-Hant than in en")]
    [InlineData("{0}", "{{0}}", "{0}", "has other placeholders in zh-Hans than in en")]
    [InlineData("one", "{", "壹", "has a stray brace in zh-Hans")]
    [InlineData("{name}", "一", "壹", "has a stray brace in en")]
    [InlineData("one", "", "壹", "is blank or has blanks around it in zh-Hans")]
    [InlineData("one ", "一", "壹", "is blank or has blanks around it in en")]
    public void A_faulty_text_is_told_its_fault(string en, string zhHans, string zhHant, string fault) =>
        TextRules.FaultsOf(new(en, zhHans, zhHant)).Should().Equal(fault);

    [Theory]
    [InlineData("Grading.AccountTier.D")]
    [InlineData("Grading.AccountTier.a")]
    [InlineData("Grading.AccountLevel.A")]
    [InlineData("Terms.AccountTier.A")]
    [InlineData("Grading.AccountTier.A.Descriptions")]
    [InlineData("Grading.Checklists.nobody")]
    [InlineData("Grading.Checklists.need.Answer")]
    public void A_key_of_nothing_is_an_orphan(string key) =>
        TextRules.OrphansAmong(["Grading.AccountTier.A", key], typeof(Term<>).Assembly).Should().Equal(key);

    [Fact]
    public void A_key_that_the_code_names_is_used()
    {
        const string named = "A.Key.ThatOnlyThisLineNames";
        TextRules.OrphansAmong([named, named[1..]], typeof(TextRulesTests).Assembly).Should().Equal(named[1..]);
    }
}
