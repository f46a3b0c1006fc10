using KeyAccount.Core.Documents;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Tests.House;
using KeyAccount.Core.Tests.Rules;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ComplaintRepliesTests
{
    [Theory]
    [InlineData("这不归我管。", nameof(ForbiddenPhrase.NotMyJob))]
    [InlineData("这不可能。", nameof(ForbiddenPhrase.Impossible))]
    [InlineData("公司规定就是这样。", nameof(ForbiddenPhrase.CompanyPolicy))]
    [InlineData("您应该早说。", nameof(ForbiddenPhrase.ShouldHaveSaid))]
    [InlineData("别的客户都没问题。", nameof(ForbiddenPhrase.OthersFine))]
    [InlineData("是您使用不当。", nameof(ForbiddenPhrase.YourMisuse))]
    [InlineData("您听错了。", nameof(ForbiddenPhrase.YouMisheard))]
    [InlineData("您找别人吧。", nameof(ForbiddenPhrase.AskSomeoneElse))]
    [InlineData("我没办法。", nameof(ForbiddenPhrase.NothingICanDo))]
    [InlineData("您爱怎么样就怎么样。", nameof(ForbiddenPhrase.DoAsYouLike))]
    public void Each_of_the_ten_phrases_is_found_as_it_stands(string reply, string phrase)
    {
        var hit = ComplaintReplies.Standard.Find(reply).Should().ContainSingle().Subject;
        hit.Meaning.Name.Should().Be(phrase);
        hit.Advice.Should().Be(hit.Meaning.Better);
    }

    [Fact]
    public void What_is_better_to_say_is_not_forbidden_itself()
    {
        foreach (var phrase in ForbiddenPhrase.InOrder)
        {
            ComplaintReplies.Standard.Find(phrase.Better.En).Should().BeEmpty(phrase.Name);
            ComplaintReplies.Standard.Find(phrase.Better.ZhHans).Should().BeEmpty(phrase.Name);
            ComplaintReplies.Standard.Find(phrase.Better.ZhHant).Should().BeEmpty(phrase.Name);
        }
    }

    [Fact]
    public void The_name_of_each_phrase_is_an_example_of_it_in_three_languages()
    {
        foreach (var phrase in ForbiddenPhrase.InOrder)
        {
            foreach (var language in Core.Terms.Language.All)
                ComplaintReplies.Standard.Find(phrase.DisplayName(language)).Select(hit => hit.Meaning).Should().Equal([phrase], language);
        }
    }

    [Fact]
    public void The_README_tells_how_often_the_list_is_right_on_sentences_it_was_not_written_from()
    {
        var sentences = LabelledSentences.Of("Satisfaction/Replies.tsv");
        var readme = File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Core", "Satisfaction", "README.md"));
        readme.Should().Contain(sentences.Row(ComplaintReplies.Standard, "zh", "Chinese"));
        readme.Should().Contain(sentences.Row(ComplaintReplies.Standard, "en", "English"));
    }

    [Fact]
    public void A_draft_is_read_for_a_person()
    {
        var document = ComplaintReplies.Standard.Describe("I checked. This is company policy.");
        document.Title.Should().Be("Phrases never to say");
        document.Blocks.OfType<Table>().Single().Rows.Should().ContainSingle();
        ComplaintReplies.Standard.Describe("We will replace it today.").Blocks.OfType<Table>().Should().BeEmpty();
    }

    [Theory]
    [InlineData("This was not your fault, and we are sorry.")]
    [InlineData("We want all our customers to be satisfied.")]
    [InlineData("You were not responsible for the damage.")]
    [InlineData("If you need to call me, my direct line is below.")]
    [InlineData("It can't be right that you waited three weeks; I apologise.")]
    [InlineData("我们会尽早说明原因。")]
    [InlineData("让您误会了，是我们没有讲清楚。")]
    [InlineData("We will gladly do as you wish.")]
    [InlineData("We'll happily do what you want.")]
    [InlineData("We will go ahead and cancel the invoice for you.")]
    [InlineData("You should not have to go elsewhere for spare parts.")]
    [InlineData("There is no need to buy elsewhere: we deliver on Monday.")]
    [InlineData("Please feel free to cancel the order at no cost.")]
    [InlineData("There is no way to excuse a delay of three weeks.")]
    [InlineData("There is no way you should have waited so long.")]
    [InlineData("Leaving you without a machine is out of the question.")]
    [InlineData("您想换型号，我们今天就给您换吧。")]
    [InlineData("您要退货，我们马上就退吧。")]
    [InlineData("上门时间随您方便。")]
    [InlineData("我们不可能让您再等一周。")]
    [InlineData("我们给您的使用说明有误，向您道歉。")]
    [InlineData("您不用去找别人，我来处理。")]
    public void A_sentence_that_comforts_is_none_of_the_ten(string sentence) => ComplaintReplies.Standard.Find(sentence).Should().BeEmpty();

    [Theory]
    [InlineData("That's not my problem.")]
    [InlineData("这是公司规定。")]
    [InlineData("You should have read the manual.")]
    [InlineData("You're the first to complain.")]
    [InlineData("We have said what we can; do as you wish.")]
    [InlineData("Then go ahead and cancel.")]
    [InlineData("If that does not suit you, go elsewhere.")]
    [InlineData("想换就换吧。")]
    [InlineData("No way.")]
    public void A_sentence_that_turns_away_is_one_of_the_ten(string sentence) => ComplaintReplies.Standard.Find(sentence).Should().NotBeEmpty();
}
