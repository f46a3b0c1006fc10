using KeyAccount.Core.Documents;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Tests.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class StakeholdersTopicTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    [Fact]
    public void The_page_of_an_account_says_how_to_move_its_roles_whom_to_ask_inside_and_how_to_reach_the_others()
    {
        var account = new AccountFile
        {
            Id = "a",
            Contacts =
            [
                new() { Id = "x", Name = "Ada", Role = StakeholderRole.KI, Influence = 2, IsCoach = true, Ladder = [new(LadderLevel.CR1, AsOf.PlusDays(-5), "she calls us")] },
                new() { Id = "y", Name = "Bo", Role = StakeholderRole.KDM, Influence = 3 },
            ],
            Ties = [new("x", "y", TieKind.ReportsTo, 0.8)],
        };
        var text = Told(account);
        text.Should().Contain("How to move each role").And.Contain(StakeholderRole.KDM.HowToMove.En).And.Contain(StakeholderRole.KI.HowToMove.En);
        text.Should().Contain("Insiders and coaches").And.Contain("Ada").And.Contain(" (coach): ");
        text.Should().Contain("Hard to reach").And.Contain(StakeholderTables.ReachOf(account.MapAsOf(AsOf), "y").Hits[0].Reason.En);
    }

    [Fact]
    public void What_concerns_nobody_is_left_out() => Told(new()
    {
        Id = "a",
        Contacts = [new() { Id = "z", Name = "Cy", Influence = 1, Ladder = [new(LadderLevel.CR3, AsOf, "neutral")] }],
    }).Should().NotContain("How to move each role").And.NotContain("Insiders and coaches").And.NotContain("Hard to reach");

    [Fact]
    public void A_review_holds_what_the_map_says_of_people_without_their_confidential_facts_and_the_risks_that_say_something() =>
        People.ForAll(FsCheck.Fluent.Gen.Where(People.Maps, map => map.People.Length > 0), each =>
        {
            var account = new AccountFile { Id = "a", Contacts = [.. each.People.Select(ContactOf)], Ties = each.Ties };
            var map = account.MapAsOf(AsOf);
            var plain = new StakeholderMap(
                [.. map.People.Select(person => person with { Style = null, Values = [] })], map.Ties, map.Models, map.DecisionMode);

            var review = ReviewOf(account).Stakeholders!;

            review.Support.Should().Be(plain.Support);
            review.Risks.Should().Equal(plain.Risks().Where(risk => risk.Findings.Count > 0));
            review.NextToWin.Should().Equal(plain.NextToWin());
        }, tests: 200);

    private static Contact ContactOf(Stakeholder person) => new()
    {
        Id = person.Id, Role = person.Role, ManagementLevel = person.ManagementLevel, Influence = person.Influence, IsCoach = person.IsCoach,
        Values = person.Values, Style = PersonalityStyle.Dominance,
        Ladder = person.Ladder is { } level ? [new(level, AsOf.PlusDays(-5), "seen")] : [],
    };

    private static AccountReview ReviewOf(AccountFile account) =>
        new AccountReviewer().Review(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] }).Accounts[0];

    private static string Told(AccountFile account)
    {
        var review = ReviewOf(account);
        var reader = new TopicReader(new(), "CNY", "en") { Account = account };
        var topic = AccountTopic.Ready.Single(each => each.Topic == ReviewTopic.Stakeholders);
        return System.Text.RegularExpressions.Regex.Unescape(new Document("en", "t", [.. topic.Describe(review, reader)]).ToJson());
    }
}
