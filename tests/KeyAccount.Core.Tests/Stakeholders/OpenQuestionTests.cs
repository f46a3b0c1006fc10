using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

public class OpenQuestionTests
{
    private static readonly Stakeholder Known = new()
    {
        Id = "a",
        Name = "Ms Li",
        Role = StakeholderRole.KDM,
        ManagementLevel = ManagementLevel.Top,
        Influence = 5,
        Ladder = LadderLevel.CR3,
        Style = PersonalityStyle.Dominance,
        Values = [CustomerValue.Economic],
        IsCoach = true,
        Chain = ChainVisibility.Visible,
    };

    [Fact]
    public void Methods_eight_people_only_the_finance_manager_is_not_known() =>
        People.Map(People.Eight, []).OpenQuestions().Where(question => question.Topic == OpenTopic.Ladder)
            .Select(question => question.Person!.Name)
            .Should().Equal("finance manager");

    [Fact]
    public void S004_six_to_eight_people_decide_together()
    {
        StakeholderMap.UsualDeciders.Should().Be(6);
        Topics(People.Map(People.Eight[..6], [])).Should().NotContain("People");
        Topics(People.Map(People.Eight[..5], [])).Should().Contain("People");
        People.Map(People.Eight[..5], []).OpenQuestions().Single(question => question.Topic == OpenTopic.People).Text.En.Should()
            .Be("Who else is involved? 5 people are on the map; on average 6 to 8 take part.");
    }

    [Fact]
    public void Of_a_customer_of_whom_nothing_is_known_everything_is_asked()
    {
        var questions = People.Map([], []).OpenQuestions();

        questions.Select(question => question.Topic.Name)
            .Should().Equal("DecisionMode", "Decider", "People", "Layer", "Layer", "Layer", "Coach");
        questions.Should().OnlyContain(question => question.Person == null);
        questions.Select(question => question.Text.ZhHans).Should().Contain(["高层有哪些人？图上没有已知的人员。", "中层有哪些人？图上没有已知的人员。", "由谁决策？图上没有已知的决策者。"]);
    }

    [Fact]
    public void Of_people_of_whom_everything_is_known_nothing_is_asked()
    {
        var map = People.Map(
            [
                .. ManagementLevel.InOrder.Select(level => Known with { Id = $"{level}1", ManagementLevel = level }),
                .. ManagementLevel.InOrder.Select(level => Known with { Id = $"{level}2", ManagementLevel = level }),
            ],
            [
                new("Top1", "Top2", TieKind.Opposition),
                new("Middle1", "Base1", TieKind.Influences),
                new("Base2", "Middle2", TieKind.ReportsTo),
            ],
            decisionMode: DecisionMode.Distributed);

        map.OpenQuestions().Should().BeEmpty();
    }

    [Fact]
    public void A_layer_is_asked_for_where_nobody_stands_and_only_there()
    {
        var questions = People.Map([Known, Known with { Id = "b" }], []).OpenQuestions();

        questions.Where(question => question.Topic == OpenTopic.Layer).Select(question => question.Text.En).Should().Equal(
            ManagementLevel.InOrder.Skip(1).Select(level => $"Who is in {level.DisplayName("en")}? We know nobody there."));
    }

    [Theory]
    [InlineData("Ladder", "Ms Li: on our side, neutral or against us?")]
    [InlineData("Role", "Ms Li: decision maker, influencer or user?")]
    [InlineData("ManagementLevel", "Ms Li: top management, middle management or operations?")]
    [InlineData("Chain", "Ms Li: a visible or a hidden part in the decision?")]
    [InlineData("Values", "Ms Li: which of the seven values matter?")]
    [InlineData("Style", "Ms Li: which personality style (DISC)?")]
    [InlineData("Ties", "Ms Li: reports to whom, listens to whom, is allied or in conflict with whom?")]
    public void What_is_not_known_of_a_person_is_asked(string topic, string question)
    {
        var (person, ties) = topic switch
        {
            "Ladder" => (Known with { Ladder = null }, Tied),
            "Role" => (Known with { Role = null }, Tied),
            "ManagementLevel" => (Known with { ManagementLevel = null }, Tied),
            "Chain" => (Known with { Chain = null }, Tied),
            "Values" => (Known with { Values = [] }, Tied),
            "Style" => (Known with { Style = null }, Tied),
            _ => (Known, (Tie[])[]),
        };

        var asked = People.Map([person, Known with { Id = "z" }], ties).OpenQuestions().Where(each => each.Person?.Id == "a").ToArray();

        asked.Single().Should().BeEquivalentTo(new { Topic = OpenTopic.FromName(topic), Text = new { En = question } });
    }

    [Fact]
    public void The_most_influential_is_asked_about_first()
    {
        var map = People.Map([People.Person("a", influence: 1), People.Person("b", influence: 3), People.Person("c", influence: 3)], []);

        map.OpenQuestions().Select(question => question.Person?.Id).OfType<string>().Distinct().Should().Equal("b", "c", "a");
        map.OpenQuestions().Where(question => question.Person?.Id == "b").Select(question => question.Topic.Name).Should()
            .Equal("Ladder", "Role", "ManagementLevel", "Chain", "Values", "Style", "Ties");
    }

    [Fact]
    public void A_question_survives_JSON()
    {
        var question = People.Map([Known with { Ladder = null }], []).OpenQuestions().Single(each => each.Topic == OpenTopic.Ladder);

        JsonSerializer.Deserialize<OpenQuestion>(JsonSerializer.Serialize(question)).Should().Be(question);
    }

    private static Tie[] Tied => [new("a", "z", TieKind.Alliance)];

    private static IEnumerable<string> Topics(StakeholderMap map) => map.OpenQuestions().Select(question => question.Topic.Name);
}
