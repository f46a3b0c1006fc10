using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Rules;

public class PhraseListTests
{
    [Theory]
    [InlineData("no way", "There is no way.", 9, "no way")]
    [InlineData("no way", "NO  WAY!", 0, "NO  WAY")]
    [InlineData("can't", "We can’t.", 3, "can’t")]
    [InlineData("not my (job|task)", "That is not my task", 8, "not my task")]
    [InlineData("not [really] my job", "not really my job, not my job", 0, "not really my job")]
    [InlineData("you … wrong", "You must have installed it wrong.", 0, "You must have installed it wrong")]
    [InlineData("没[有]办法", "我們沒有辦法。", 2, "沒有辦法")]
    [InlineData("規定就是(这样|如此)", "公司规定就是这样。", 2, "规定就是这样")]
    [InlineData("您…错", "您肯定听错了", 0, "您肯定听错")]
    [InlineData("(好！|好!)", "好!", 0, "好!")]
    public void A_pattern_finds_its_wordings(string pattern, string text, int start, string words)
    {
        var hit = List(pattern).Find(text)[0];
        (hit.Start, hit.Words).Should().Be((start, words));
        text.Substring(hit.Start, hit.Words.Length).Should().Be(words);
    }

    [Theory]
    [InlineData("no way", "There is no wayside inn.")]
    [InlineData("my job", "an army job")]
    [InlineData("you … wrong", "You said so. It is wrong.")]
    [InlineData("you … wrong", "you a b c d e f g h i j wrong")]
    [InlineData("you … wrong", "your address is wrong")]
    [InlineData("您…错", "您说得对。我们错了")]
    [InlineData("不可能", "")]
    public void A_pattern_finds_nothing_else(string pattern, string text) => List(pattern).Find(text).Should().BeEmpty();

    [Fact]
    public void A_gap_is_ten_words_and_no_more()
    {
        List("您…错").Find("您一二三四五六七八九十错").Should().HaveCount(1);
        List("您…错").Find("您一二三四五六七八九十多错").Should().BeEmpty();
    }

    [Fact]
    public void What_is_harmless_is_not_found()
    {
        var list = new PhraseList<string>("l", [new("a", "a", ["不可能"], "why", null, ["不可能再…发生"])]);
        list.Find("这不可能再次发生").Should().BeEmpty();
        list.Find("这不可能。").Should().ContainSingle();
    }

    [Fact]
    public void Of_overlapping_words_with_one_meaning_the_longest_counts()
    {
        var list = new PhraseList<string>("l", [
            new("short", "refusal", ["no way"], "why"), new("long", "refusal", ["there is no way"], "why"),
            new("other", "absolute", ["no way"], "why")]);
        list.Find("No way. There is no way.").Select(hit => (hit.PhraseId, hit.Start)).Should()
            .Equal(("short", 0), ("other", 0), ("long", 8), ("other", 17));
    }

    [Theory]
    [InlineData("About 9.80 is the price.", true)]
    [InlineData("It takes about a week; the price is fixed.", false)]
    [InlineData("It takes about a week! The price?", false)]
    [InlineData("The price\nis about to change", false)]
    [InlineData("大约一周。价格不变。", false)]
    [InlineData("價格大約九元八。", true)]
    public void What_a_phrase_needs_stands_in_the_same_sentence(string text, bool isFound)
    {
        var list = new PhraseList<string>("x", [new("about", "room", ["about", "大约"], new("a", "a", "a"), needs: ["price", "价格"])]);
        list.Find(text).Should().HaveCount(isFound ? 1 : 0);
        FluentActions.Invoking(() => list.With(new("about", "room", ["about"], new("a", "a", "a"), needs: ["(price"]))).Should()
            .Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.Path.Should().Be("phrases[\"about\"].needs[0]");
    }

    [Theory]
    [InlineData("", "it is blank")]
    [InlineData("(a|b", "'(' at 0 is not closed")]
    [InlineData("a]", "']' at 1 closes no bracket")]
    [InlineData("[a]", "it matches an empty text; at least one word must be required")]
    [InlineData("a|", "it matches an empty text; at least one word must be required")]
    [InlineData("…", "it matches an empty text; at least one word must be required")]
    [InlineData("((((((((((((((((((a))))))))))))))))))", "it has more than 16 nested brackets")]
    public void A_wrong_pattern_is_told_with_its_place(string pattern, string fault) =>
        FluentActions.Invoking(() => List("fine", pattern)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Should().Be(new ModelFault("phrases[\"p\"].patterns[1]", fault));

    [Fact]
    public void Every_fault_of_a_list_is_told_at_once()
    {
        FluentActions.Invoking(() => new PhraseList<string>("l", [
            new("a", "m", [], "why"), new("a", "m", ["x"], "why", null, ["("]), new(" ", "m", ["x"], "why")])).Should()
            .Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().Equal(
                "phrases[\"a\"].patterns", "phrases[\"a\"]", "phrases[\"a\"].unless[0]", "phrases[2]");
        FluentActions.Invoking(() => new PhraseList<string>("l", [])).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Path.Should().Be("phrases");
    }

    [Fact]
    public void A_list_is_changed_by_making_another()
    {
        var list = List("a");
        list.With(new Phrase<string>("p", "m", ["b"], "why")).Find("a b").Should().ContainSingle().Which.Words.Should().Be("b");
        list.With(new Phrase<string>("q", "other", ["b"], "why")).Find("a b").Should().HaveCount(2);
        list.With(new Phrase<string>("q", "other", ["b"], "why")).Without("p").Find("a b").Should().ContainSingle();
        list.Invoking(each => each.Without("none")).Should().Throw<ArgumentException>().WithMessage("*no phrase 'none'; it has p*");
        list.Invoking(each => each.Without("p")).Should().Throw<InvalidModelException>();
        list.WithVersion("2").Version.Should().Be("2");
    }

    [Fact]
    public void Signs_that_mean_something_to_a_regular_expression_mean_themselves() =>
        List("a.b*c^$\\d+").Find("axbc a.b*c^$\\d+").Should().BeEmpty("the last sign is not part of a word");

    [Fact]
    public void A_phrase_and_what_was_found_survive_JSON()
    {
        var phrase = ComplaintReplies.Standard.Phrases[1];
        JsonSerializer.Deserialize<Phrase<ForbiddenPhrase>>(JsonSerializer.Serialize(phrase)).Should().Be(phrase);
        var hit = ComplaintReplies.Standard.Find("这不可能。").Single();
        JsonSerializer.Deserialize<PhraseHit<ForbiddenPhrase>>(JsonSerializer.Serialize(hit)).Should().Be(hit);
    }

    [Fact]
    public void A_long_hostile_text_is_searched_in_linear_time_and_found_in()
    {
        var text = string.Concat(Enumerable.Repeat("you you you ", 20_000)) + "you are wrong";
        List("you … you … wrong").Find(text).Should().ContainSingle();
    }

    [Fact]
    public void Whatever_is_found_stands_in_the_text_where_it_is_said_to()
    {
        var words = Gen.Elements("这", "不可能", "，", "。", "再发生", " ", "no way", "N", "’", "公司规定就是这样", "沒辦法", "我");
        Prop.ForAll(Arb.From(Gen.ArrayOf(words).Select(string.Concat)), text =>
        {
            var hits = ComplaintReplies.Standard.Find(text);
            return hits.All(hit => text.Substring(hit.Start, hit.Words.Length) == hit.Words)
                && hits.Zip(hits.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start);
        }).QuickCheckThrowOnFailure();
    }

    private static PhraseList<string> List(params string[] patterns) => new("l", [new("p", "m", patterns, "why")]);
}
