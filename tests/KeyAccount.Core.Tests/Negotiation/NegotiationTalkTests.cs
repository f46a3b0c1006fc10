using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Tests.House;
using KeyAccount.Core.Tests.Rules;

namespace KeyAccount.Core.Tests.Negotiation;

public class NegotiationTalkTests
{
    [Theory]
    [InlineData("In principle we pay after ninety days.", nameof(NegotiationLanguage.LeavesRoom), "In principle")]
    [InlineData("原则上不行，不过可以再商量。", nameof(NegotiationLanguage.LeavesRoom), "原则上")]
    [InlineData("If you refuse, we will switch to your competitor.", nameof(NegotiationLanguage.Threatens), "If you refuse, we will switch to")]
    [InlineData("再不降价，我们就终止合同。", nameof(NegotiationLanguage.Threatens), "再不降价，我们就终止")]
    [InlineData("以後的訂單都給你們。", nameof(NegotiationLanguage.Tempts), "以後的訂單都給你")]
    [InlineData("This price is only for you.", nameof(NegotiationLanguage.Tempts), "only for you")]
    [InlineData("你们太外行了。", nameof(NegotiationLanguage.HurtsFace), "外行")]
    [InlineData("Stop wasting our time.", nameof(NegotiationLanguage.HurtsFace), "wasting our")]
    public void Each_kind_is_found_with_its_words_its_reason_and_how_to_deal_with_it(string said, string kind, string words)
    {
        var hit = NegotiationTalk.Standard.Find(said)[0];
        (hit.Meaning.Name, hit.Words).Should().Be((kind, words));
        hit.Why.En.Should().NotBeEmpty();
        hit.Advice!.En.Should().Be(hit.Meaning.Description("en"));
    }

    [Theory]
    [InlineData("Negotiation/Talk.tsv", 60)]
    [InlineData("Negotiation/TalkKnown.tsv", 319)]
    public void The_README_tells_how_often_the_list_is_right_on_sentences_it_was_not_written_from_and_on_those_it_was(string file, int count)
    {
        var sentences = LabelledSentences.Of(file);
        sentences.All.Should().HaveCount(count);
        var readme = File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Core", "Negotiation", "README.md"));
        readme.Should().Contain(
            sentences.Row(NegotiationTalk.Standard, "zh", "Chinese") + "\n" + sentences.Row(NegotiationTalk.Standard, "en", "English"));
    }

    [Fact]
    public void Ordinary_talk_that_is_known_raises_no_alarm() =>
        LabelledSentences.Of("Negotiation/TalkKnown.tsv").All.Where(each => each.Labels == "-").Where(each =>
            NegotiationTalk.Standard.Find(each.Sentence).Count > 0).Should().BeEmpty();

    [Theory]
    [InlineData("Our price is around 40 euros a piece.", true)]
    [InlineData("The pump runs at around 1,500 revolutions. The price is fixed.", false)]
    [InlineData("价格在九元左右。", true)]
    [InlineData("转速在一千五左右。价格不变。", false)]
    public void What_leaves_room_beside_a_price_is_a_plain_fact_beside_a_pump(string said, bool isRoom) =>
        NegotiationTalk.Standard.Find(said).Any(hit => hit.Meaning == NegotiationLanguage.LeavesRoom).Should().Be(isRoom);

    [Fact]
    public void Every_kind_has_phrases_and_every_reason_is_its_own()
    {
        NegotiationTalk.Standard.Phrases.Select(phrase => phrase.Meaning).Distinct().Should().BeEquivalentTo(NegotiationLanguage.InOrder);
        NegotiationTalk.Standard.Phrases.Select(phrase => phrase.Why).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Persuasion_rests_on_what_is_true()
    {
        Persuasion.Aspects.Verify().IsComplete.Should().BeTrue();
        Persuasion.Aspects.Decide(new() { HasExpert = true, HasReferences = true, IsReallyScarce = false }).Hits.Select(hit => hit.Advice).Should()
            .Equal(PersuasionAspect.SocialProof, PersuasionAspect.Authority);
        Persuasion.Aspects.Decide(new()).Hits.Select(hit => hit.RuleId).Should().Equal("give");
        Persuasion.Aspects.Decide(new()
        {
            HasGiven = true, HasTheirWord = true, HasReferences = true, IsLiked = true, HasExpert = true, IsReallyScarce = true,
        }).Hits.Select(hit => hit.Advice).Should().Equal(PersuasionAspect.InOrder);
    }

    [Fact]
    public void Factors_are_shown_by_the_issues_or_noted()
    {
        new NegotiationPreparation([]).OpenFactors.Should().Equal(PreparationFactor.InOrder);
        var noted = new NegotiationPreparation([], considered: [PreparationFactor.Team, PreparationFactor.Goals, PreparationFactor.Team]);
        noted.Considered.Should().Equal(PreparationFactor.Goals, PreparationFactor.Team);
        noted.OpenFactors.Should().HaveCount(8);
        noted.Should().Be(new NegotiationPreparation([], considered: [PreparationFactor.Goals, PreparationFactor.Team]));
        var prepared = Talks.Prepared;
        prepared.OpenFactors.Should().NotContain([PreparationFactor.Goals, PreparationFactor.FallBack]);
        FluentActions.Invoking(() => new NegotiationPreparation([], considered: [null!])).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Path.Should().Be("considered[0]");
    }
}
