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
    [InlineData("by phone", "电话", "电話", "has simplified characters in zh-Hant: 电")]
    [InlineData("one", "", "壹", "is blank or has blanks around it in zh-Hans")]
    [InlineData("one ", "一", "壹", "is blank or has blanks around it in en")]
    [InlineData(
        "It grows by {0:+0;-0;0} %.", "增长率为{0}。", "成長率為{0}。", "gives a verb of direction a sign in en: grows by {0:+0;-0;0}")]
    [InlineData("Growth: {0}", "每年增长{0:+0;-0;0} %。", "成長率為{0}。", "gives a verb of direction a sign in zh-Hans: 增长{0:+0;-0;0}")]
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

    [Theory]
    [InlineData("1 fault(s)", "writes the plural in brackets: fault(s)")]
    [InlineData("It is no JSON.", "says what something is no: is no JSON")]
    [InlineData("This is a account.", "has the wrong article: a account")]
    [InlineData("This is an barrier.", "has the wrong article: an barrier")]
    [InlineData("{0} accounts are open.", "has a plural for every number: {0} accounts")]
    [InlineData("Planning {0} times a year.", "has a plural for every number: {0} times")]
    [InlineData("It lasts {1:0.0} days.", "has a plural for every number: {1:0.0} days")]
    public void What_an_editor_would_strike_out_is_found(string english, string quirk) =>
        TextRules.QuirksOf(english).Should().Equal(quirk);

    [Theory]
    [InlineData("The KDM decides.")]
    [InlineData("OKE rates the relationship.")]
    [InlineData("From CR4 to CR3.")]
    public void An_abbreviation_that_is_not_spelled_out_is_found(string english) => TextRules.QuirksOf(english).Should().ContainSingle();

    [Theory]
    [InlineData("There is no such model.")]
    [InlineData("{0:# account is|# accounts are} open.")]
    [InlineData("One of {0} people supports us.")]
    [InlineData("The key decision maker (KDM) decides.")]
    [InlineData("OKE rates the organisation (O).")]
    [InlineData("A one-off cost, an hour, a unit.")]
    [InlineData("The odds are no better than before.")]
    public void Plain_English_passes(string english) => TextRules.QuirksOf(english).Should().BeEmpty();

    [Theory]
    [InlineData("{0:one|}", 1)]
    [InlineData("{0:a|b|c|d}", 1)]
    [InlineData("{0:once|twice|# times}", 0)]
    [InlineData("{{0:a|}}", 0)]
    public void Forms_are_two_or_three(string words, int faults) => TextRules.CountFaultsOf(words).Should().HaveCount(faults);

    [Theory]
    [InlineData("throw new($\"{n} fault(s)\");", true)]
    [InlineData("/// <remarks>Source: S004.</remarks>", true)]
    [InlineData("/// <remarks>Source: L Saaty 1980.</remarks>", true)]
    [InlineData("\"'x' is not a AccountTier\"", true)]
    [InlineData("\"id stands twice\"", true)]
    [InlineData("var text = Named(s);", false)]
    [InlineData("\"it is not valid JSON\"", false)]
    public void A_line_of_source_is_read_alike(string line, bool isQuirk) =>
        TextRules.QuirksAmong(["f"], _ => [line]).Should().HaveCount(isQuirk ? 1 : 0);

    [Fact]
    public void A_key_that_the_code_names_is_used()
    {
        const string named = "A.Key.ThatOnlyThisLineNames";
        TextRules.OrphansAmong([named, named[1..]], typeof(TextRulesTests).Assembly).Should().Equal(named[1..]);
    }
}
