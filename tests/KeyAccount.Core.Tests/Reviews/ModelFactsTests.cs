using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>Models whose types a program does not know, asked with facts as JSON.</summary>
public class ModelFactsTests
{
    public static TheoryData<string> Asked =>
        [.. ModelCatalog.Of(new()).Where(model => model is IScorecard or IDecisionTable).Select(model => model.Id)];

    [Theory, MemberData(nameof(Asked))]
    public void Every_scorecard_and_table_is_asked_without_facts_and_refuses_what_it_does_not_know(string id)
    {
        var model = (IFactModel)ModelCatalog.Of(new()).Single(each => each.Id == id);
        ModelFacts.TypeOf(model.FactsType).Should().NotBeNull();
        var read = () => ModelFacts.Read(model, """{ "nothingOfTheKind": 1 }""");
        read.Should().Throw<InvalidModelException>().Which.Faults.Should().Contain(fault =>
            fault.Path == "nothingOfTheKind" && fault.Message.StartsWith("there is no such property; it must be one of "));
        object facts;
        try
        {
            facts = ModelFacts.Read(model, "{}");
        }
        catch (InvalidModelException e)
        {
            e.Faults.Should().AllSatisfy(fault => fault.ToString().Should().NotContain(".ctor").And.MatchRegex("is missing|must be"));
            return;
        }

        model.Answer(facts, "zh-CN").Language.Should().Be("zh-Hans");
    }

    [Fact]
    public void An_answer_is_that_of_the_model()
    {
        var facts = (AccountValueFacts)ModelFacts.Read(AccountValue.Standard, """{ "annualPurchases": 1200000, "grossMarginRate": 0.3 }""");
        facts.Should().Be(new AccountValueFacts { AnnualPurchases = 1_200_000, GrossMarginRate = 0.3 });
        ((IFactModel)AccountValue.Standard).Answer(facts, "de").Should()
            .Be(AccountValue.Standard.Describe(AccountValue.Standard.Assess(facts), "de"));
        var level = ModelFacts.Read(Ladder.Moves, "{ \"level\": \"CR3\" }"u8.ToArray());
        ((IFactModel)Ladder.Moves).Answer(level).Should().Be(Ladder.Moves.Decide((LadderFacts)level).Describe());
    }

    [Fact]
    public void Every_fault_is_told_with_its_path()
    {
        var read = () => ModelFacts.Read(
            AccountValue.Standard, """{ "annualPurchases": "much", "grossMarginRate": 0.3, "industryInfluence": "Huge", "creditDays": true }""");
        read.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path)
            .Should().Equal("annualPurchases", "industryInfluence", "creditDays");
    }

    [Theory]
    [InlineData("null", "$", "null")]
    [InlineData("[]", "$", "list")]
    [InlineData("{", "$", "not valid JSON")]
    [InlineData("", "$", "not valid JSON")]
    [InlineData("{\"grossMarginRate\": 7e999}", "grossMarginRate", "finite")]
    [InlineData("{\"creditDays\": -1}", "creditDays", "-1")]
    [InlineData("{\"creditDays\": 1, \"creditDays\": 2}", "creditDays", "duplicated")]
    public void What_is_no_object_of_facts_is_refused(string json, string path, string message)
    {
        var read = () => ModelFacts.Read(AccountValue.Standard, json);
        read.Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle(fault => fault.Path == path)
            .Which.Message.Should().Contain(message);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused() =>
        FluentActions.Invoking(() => ModelFacts.Read(AccountValue.Standard, new byte[] { 0x7B, 0xFF, 0x7D })).Should()
            .Throw<InvalidModelException>().Which.Faults.Should().Equal(new ModelFault("$", "it is not UTF-8"));

    [Fact]
    public void Facts_of_another_type_are_refused()
    {
        var ask = () => ((IFactModel)AccountValue.Standard).Answer(new LadderFacts(), "en");
        ask.Should().Throw<ArgumentException>().WithMessage("*LadderFacts*'accountValue.standard'*AccountValueFacts*");
        var own = DecisionTable.For<Own, string>("own").Rule("all", facts => facts.Number == null, "x").Build(HitPolicy.First);
        FluentActions.Invoking(() => ModelFacts.Read(own, "{}")).Should().Throw<ArgumentException>().WithMessage("*your own*");
    }

    private sealed record Own(int? Number);
}
