using KeyAccount.Core.Documents;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.House;

namespace KeyAccount.Core.Tests.Reviews;

public class MethodMapTests
{
    // What lies below the rooms, and what composes them.
    private static readonly string[] NoRooms =
        ["Documents", "Expressions", "Records", "Reviews", "Rules", "Scoring", "Statistics", "Terms"];

    [Fact]
    public void Every_room_is_on_the_map_once_and_nothing_else()
    {
        var rooms = typeof(MethodMap).Assembly.GetExportedTypes().Select(type => type.Namespace!.Split('.')).Where(parts => parts.Length > 2)
            .Select(parts => parts[2]).Distinct(StringComparer.Ordinal).Except(NoRooms);
        MethodMap.Places.Select(place => place.Room).Should().BeEquivalentTo(rooms).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_step_and_every_goal_is_served_and_every_room_serves_some()
    {
        foreach (var step in RelationshipTask.InOrder)
        {
            foreach (var goal in LifetimeGoal.InOrder)
                MethodMap.PlacesOf(step, goal).Should().NotBeEmpty($"{step} and {goal}");
        }

        MethodMap.Places.Should().OnlyContain(place => place.Steps.Count > 0 && place.Goals.Count > 0);
        MethodMap.PlacesOf(null, null).Should().Equal(MethodMap.Places);
        MethodMap.PlacesOf(RelationshipTask.Identify, LifetimeGoal.More).Select(place => place.Room).Should()
            .Equal("Grading", "Prospects", "Planning");
    }

    [Theory]
    [InlineData("en", "Where am I in the method")]
    [InlineData("zh-Hans", "我在方法中的位置")]
    [InlineData("zh-Hant", "我在方法中的位置")]
    public void The_map_is_a_table_of_steps_and_goals(string language, string title)
    {
        var document = MethodMap.Describe(language);
        document.Title.Should().Be(title);
        var table = document.Blocks.OfType<Table>().Single();
        table.Columns.Should().HaveCount(4);
        table.Rows.Should().HaveCount(4);
        document.Blocks.OfType<Section>().Single().Blocks.OfType<Table>().Single().Rows.Should().HaveCount(5);
    }

    [Fact]
    public void Every_core_idea_is_served_and_the_two_tasks_share_the_steps_between_them()
    {
        CoreIdea.InOrder.Should().HaveCount(5).And.OnlyContain(idea => MethodMap.PlacesOf(idea).Count > 1);
        MethodMap.PlacesOf(CoreIdea.DifferentiationMarketing).Select(place => place.Room).Should().Equal("Competition", "Bidding", "Pricing");
        SalesTask.InOrder.SelectMany(task => task.Steps).Should().Equal(RelationshipTask.InOrder);
    }

    [Fact]
    public void The_page_of_the_review_draws_the_map()
    {
        var page = File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Core", "Reviews", "README.md"));
        foreach (var step in RelationshipTask.InOrder)
        {
            var cells = LifetimeGoal.InOrder.Select(goal =>
                string.Join(", ", MethodMap.PlacesOf(step, goal).Select(place => place.Name.En)));
            page.Should().Contain($"| {step.DisplayName("en")} {step.DisplayName("zh-Hans")} | {string.Join(" | ", cells)} |");
        }
    }

    [Theory]
    [InlineData("README.md", "en")]
    [InlineData("README.zh-Hans.md", "zh-Hans")]
    public void A_README_leads_to_the_page_of_every_room_once_at_a_step_that_it_serves(string file, string language)
    {
        var lines = File.ReadAllLines(Path.Combine(SourceFiles.Root, file));
        foreach (var place in MethodMap.Places)
        {
            var link = $"[{place.Name.In(language)}](src/KeyAccount.Core/{place.Room}/README.md)";
            var line = lines.Where(line => line.Contains(link, StringComparison.Ordinal)).Should().ContainSingle(link).Subject;
            place.Steps.Select(step => $"| {step.DisplayName(language)}").Should()
                .Contain(start => line.StartsWith(start, StringComparison.Ordinal), link);
        }
    }

    [Fact]
    public void Three_layers_and_three_parts_of_CRM_have_names()
    {
        CrmLayer.InOrder.Should().HaveCount(3);
        CrmPart.InOrder.Select(part => part.DisplayName("zh-Hans")).Should()
            .Equal("客户关系管理思想", "客户关系管理（CRM）", "客户关系管理系统");
        MethodMap.Definition.En.Should().NotBeEmpty();
    }
}
