using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Reviews;

public class AccountTopicTests
{
    [Fact]
    public void Every_topic_is_there_once_and_each_has_its_place_for_a_reader()
    {
        AccountTopic.Ready.Select(topic => topic.Topic).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(ReviewTopic.Ready);
        ReviewTopic.Ready.Select(topic => topic.Name).Should().Equal(
            "Purchases", "Trend", "AccountValue", "Relationship", "Stakeholders", "Development", "SwitchingCost", "CompetitorBarrier",
            "Loyalty", "Satisfaction", "Contract", "Quotation", "Pipeline", "LifetimeValue", "EarlyWarning", "Needs", "Competition",
            "Tenders", "WhiteSpace", "Prospect", "Activities", "Strategy", "Cooperation", "Services");
        ReviewTopic.Covered.Should().Equal(ReviewTopic.Ready.Except([ReviewTopic.Contract, ReviewTopic.Quotation, ReviewTopic.Pipeline, ReviewTopic.LifetimeValue, ReviewTopic.EarlyWarning, ReviewTopic.Needs, ReviewTopic.Competition, ReviewTopic.Tenders, ReviewTopic.WhiteSpace, ReviewTopic.Prospect, ReviewTopic.Activities, ReviewTopic.Strategy, ReviewTopic.Cooperation, ReviewTopic.Services]));
        new ReviewModels().Topics.Select(topic => topic.Topic).Should().Equal(ReviewTopic.Ready);
        foreach (var (topic, language) in ReviewTopic.Ready.SelectMany(_ => Language.All, (topic, language) => (topic, language)))
        {
            topic.DisplayName(language).Should().NotBeEmpty();
            topic.Description(language).Should().NotBeEmpty();
        }
    }

    [Fact]
    public void Every_rule_speaks_of_the_topic_it_stands_with_and_of_a_kind()
    {
        AccountFindings.Standard.Rules.Select(rule => rule.Advice.Topic).Distinct().Should().BeSubsetOf(ReviewTopic.Ready);
        AccountFindings.Standard.Rules.Select(rule => rule.Advice.Kind).Distinct().Should()
            .BeEquivalentTo(FindingKind.InOrder);
    }

    [Fact]
    public void The_title_of_a_column_is_unique_in_its_table()
    {
        AccountColumn[] columns = [.. AccountFile.Columns, .. AccountTopic.Ready.SelectMany(topic => topic.Columns)];
        columns.Select(column => (column.Table, column.Name)).Should().OnlyHaveUniqueItems();
        columns.Select(column => column.Table).Distinct().Should()
            .Contain(["accounts", "contacts", "contacts.ladder", "purchases", "wallet", "contracts", "complaints", "quotes"]);
    }

    [Theory]
    [InlineData("value.creditDays", "accounts", "creditDays")]
    [InlineData("contacts[].role", "contacts", "role")]
    [InlineData("quotes[].discounts[].rate", "quotes.discounts", "rate")]
    [InlineData("id", "accounts", "id")]
    public void A_column_knows_its_table(string path, string table, string name)
    {
        var column = new AccountColumn(path, "days");
        (column.Table, column.Name, column.Unit).Should().Be((table, name, "days"));
        new AccountColumn(path, name: "other").Name.Should().Be("other");
        FluentActions.Invoking(() => new AccountColumn(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AccountColumn(path, name: "")).Should().Throw<ArgumentException>();
    }
}
