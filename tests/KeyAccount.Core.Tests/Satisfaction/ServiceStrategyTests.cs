using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ServiceStrategyTests
{
    [Fact]
    public void Every_dimension_has_one_strategy_and_every_strategy_its_dimension()
    {
        ServiceStrategies.Standard.Verify().IsComplete.Should().BeTrue();
        foreach (var dimension in ServiceDimension.InOrder)
            ServiceStrategies.Standard.Decide(new() { Shortfall = dimension }).Advice!.Dimension.Should().Be(dimension);
        ServiceStrategies.Standard.Decide(new()).IsDecided.Should().BeFalse();
    }

    [Fact]
    public void The_widest_gap_comes_first_and_what_is_met_asks_for_nothing()
    {
        // Gaps: tangibles −0.5, reliability 0, responsiveness −2, assurance +1, empathy −0.5.
        double[] perceived = [5.5, 6, 4, 7, 5.5];
        var questionnaire = new ServQual("one", ServQual.WithCounts(1, 1, 1, 1, 1));
        var result = questionnaire.Assess(
            [new("a", [.. questionnaire.Items.Select((item, i) => new ServQualAnswer(item.Key, 6, perceived[i]))])]);
        ServiceStrategies.Of(result).Select(each => each.Advice).Should()
            .Equal(ServiceStrategy.AnswerInTime, ServiceStrategy.MakeVisible, ServiceStrategy.OnePersonInCharge);
        ServiceStrategies.Of(questionnaire.Assess([])).Should().BeEmpty();
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(5.9999996, 0)]
    [InlineData(5.999999, 1)]
    [InlineData(6.000001, 0)]
    public void A_gap_below_zero_is_a_shortfall_and_rounding_is_not(double perceived, int strategies)
    {
        var one = new ServQual("one", ServQual.WithCounts(1, 0, 0, 0, 0));
        ServiceStrategies.Of(one.Assess([new("a", [new("tangibles1", 6, perceived)])])).Should().HaveCount(strategies);
    }

    [Fact]
    public void A_survey_names_its_widest_shortfall()
    {
        var survey = new SatisfactionSurvey
        {
            On = new(2026, 1, 1), Responses = [new("a", [new("reliability1", 7, 5), new("empathy1", 7, 6)])],
        };
        survey.Measure().WidestShortfall.Should().Be(ServiceDimension.Reliability);
        new SatisfactionSurvey { On = new(2026, 1, 1), Ratings = [5, 4] }.Measure().WidestShortfall.Should().BeNull();
    }

    [Fact]
    public void Every_item_has_its_statement_in_three_languages_and_nine_are_reversed_in_the_mixed_wording()
    {
        foreach (var questionnaire in (ServQual[])[ServQual.Standard, ServQual.MixedWording])
        {
            foreach (var language in Language.All)
                questionnaire.Items.Select(item => item.Statement!.In(language)).Should().OnlyHaveUniqueItems().And.HaveCount(22);
        }

        ServQual.Standard.Items.Should().NotContain(item => item.IsReversed);
        ServQual.MixedWording.Items.Where(item => item.IsReversed).Should().HaveCount(9);
        ServQual.MixedWording.Items.Select(item => item.Key).Should().Equal(ServQual.Standard.Items.Select(item => item.Key));
    }

    [Fact]
    public void The_questionnaire_marks_reversed_items_and_the_result_shows_statements()
    {
        Cells(ServQual.MixedWording.Describe()).Count(cell => cell.Contains("(R: counted", StringComparison.Ordinal)).Should().Be(9);
        Cells(ServQual.Standard.Describe()).Should().Contain("They get it right the first time.");
        var result = ServQual.Standard.Assess([new("a", [new("reliability3", 7, 5)])]);
        var document = ServQual.Standard.Describe(result, "zh-Hans");
        Cells(document).Should().Contain("他们第一次就把事情做对。");
        Cells(result.Describe()).Should().Contain("reliability3");
        FluentActions.Invoking(() => ServQual.MixedWording.Describe(result)).Should().Throw<ArgumentException>()
            .WithMessage("*'servQual.standard'; this one is 'servQual.mixedWording'*");
    }

    [Fact]
    public void Each_task_of_a_complaint_meets_one_wish()
    {
        AngryCustomerWish.InOrder.SelectMany(wish => wish.Tasks).Should().BeEquivalentTo(ComplaintTask.InOrder);
        ExpectationStep.InOrder.SelectMany(step => step.Tasks).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_complaint_tells_what_the_customer_still_wants()
    {
        var complaint = Complaint.Open("c", AccountTier.A, new(2026, 1, 5));
        complaint.OpenWishes.Should().Equal(AngryCustomerWish.InOrder);
        complaint.ExpectationStep.Should().Be(ExpectationStep.Learn);
        foreach (var task in (ComplaintTask[])[ComplaintTask.Listen, ComplaintTask.Apologise, ComplaintTask.ShowEmpathy])
            complaint = complaint.Apply(ComplaintEvent.Done(task, new(2026, 1, 5))).Case;
        complaint.OpenWishes.Should().Equal(AngryCustomerWish.Explanation, AngryCustomerWish.Solution, AngryCustomerWish.NoRepeat);
        foreach (var task in (ComplaintTask[])[ComplaintTask.VerifyFacts, ComplaintTask.GatherEvidence, ComplaintTask.LearnExpectation])
            complaint = complaint.Apply(ComplaintEvent.Done(task, new(2026, 1, 6))).Case;
        complaint.ExpectationStep.Should().Be(ExpectationStep.Guide);
        complaint.OpenWishes.Should().Contain(AngryCustomerWish.Explanation, "the reasons are still to be given");
    }

    [Fact]
    public void A_pattern_is_filled_and_says_what_it_lacks()
    {
        ExpectationPattern.OfferChoice.Say("降价10%", "年采购300万", "框架协议", "改用标准型号").ZhHans.Should()
            .Be("我理解您希望降价10%；目前的条件是年采购300万；我们可以选择框架协议或改用标准型号。");
        ExpectationPattern.OfferChoice.Invoking(each => each.Say("a", "b", "c")).Should().Throw<ArgumentException>()
            .WithMessage("'OfferChoice' has 4 gaps, and 3 are given*one way; another way*");
        ExpectationPattern.AskPriority.Invoking(each => each.Say("a", " ")).Should().Throw<ArgumentException>().WithMessage("gaps[1] is blank*");
        foreach (var pattern in ExpectationPattern.InOrder)
        {
            object[] gaps = [.. Enumerable.Range(1, pattern.Gaps).Select(i => $"<{i}>")];
            foreach (var language in Language.All)
                pattern.Say(gaps).In(language).Should().ContainAll(gaps.Select(gap => (string)gap));
        }

        ExpectationStep.InOrder.Should().OnlyContain(step => step.Patterns.Any());
    }

    [Fact]
    public void A_plan_against_a_cost_down_has_the_steps_where_it_manages_the_expectation()
    {
        new CostDownPlan(CostDownAnswer.VerifyReason, CostDownAnswer.ManageExpectation).ExpectationSteps.Should()
            .Equal(ExpectationStep.InOrder);
        new CostDownPlan(CostDownAnswer.VerifyReason).ExpectationSteps.Should().BeEmpty();
        new CostDownPlan(CostDownAnswer.ManageExpectation).Describe("zh-Hans").Items.Should().ContainSingle();
    }

    private static IReadOnlyList<string> Cells(Document document) => [.. All(document.Blocks).OfType<Table>()
        .Concat(All(document.Blocks).OfType<BarFigure>().Select(figure => figure.Data).OfType<Table>())
        .SelectMany(table => table.Rows).SelectMany(row => row.Cells).OfType<TextCell>().Select(cell => cell.Display("en"))];

    private static IEnumerable<Block> All(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block is Section section ? All(section.Blocks) : [block]);
}
