using KeyAccount.Core.Funnel;
using KeyAccount.Core.Reviews;
using NodaTime;
using static KeyAccount.Core.Tests.Funnel.Deals;

namespace KeyAccount.Core.Tests.Funnel;

public class PipelineReviewTests
{
    private static readonly LocalDate June = new(2026, 6, 20);

    [Fact]
    public void A_deal_is_stuck_after_60_days_and_not_at_60()
    {
        Opportunity At(string id, int days) => Deal(id, 10, FunnelStage.P3, June).With(Deals.At(FunnelStage.P3, days));
        var review = PipelineReview.Of([At("at", 60), At("above", 61), At("won", 90).Won()], Today)!;

        review.Of(DealNoticeKind.Stuck).Single().OpportunityId.Should().Be("above");
        review.Of(DealNoticeKind.Stuck)[0].Reason.En.Should().Be("The deal has been at P3 for 61 days; more than 60 days is too long. Move it forward or let it go.");
        (review.OpenDeals, review.OpenAmount, review.NextClose).Should().Be((2, 20, June));
        review.Expected.Should().BeApproximately(20 * .44625m, 1e-9m);
    }

    [Fact]
    public void Without_a_deal_there_is_no_review() => PipelineReview.Of([], Today).Should().BeNull();

    [Fact]
    public void The_review_finds_what_stands_still_and_says_what_to_do()
    {
        var stuck = Deal("D1", 10, FunnelStage.P4, June).With(Deals.At(FunnelStage.P4, 90)) with
        {
            AccountId = null, NextStep = null, Evidence = [new(StageEvidence.SolutionAccepted)],
        };
        var review = ReviewOf(stuck);

        review.Pipeline!.OpenAmount.Should().Be(10);
        string[] rules = ["stuckDeal", "noNextStep", "claimedAboveEvidence"];
        foreach (var rule in rules)
            review.Findings.Single(finding => finding.RuleId == rule).Subjects.Should().Equal("D1");
        review.Actions.Select(action => action.Kind).Should().Contain([ActionKind.AdvanceDeal, ActionKind.AgreeNextStep]);
    }

    [Fact]
    public void Deals_that_cannot_be_are_faults_by_place()
    {
        IEnumerable<string> Faults(params Opportunity[] deals) => Of(deals).Invoking(portfolio => new AccountReviewer().Review(portfolio))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString());

        Faults(Deal("D1", 1, FunnelStage.P1) with { AccountId = "B" }).Should()
            .Equal("accounts[0].opportunities[0].accountId: it is 'B'; it must be left out, or be 'A', the account of the file");
        Faults(Deal("D1", 1, FunnelStage.P1).With(Deals.At(FunnelStage.P1, -1)) with { AccountId = null }).Should()
            .Equal("accounts[0].opportunities[0].history[0].since: it is 2026-05-16; it must be 2026-05-15 (the day of the report) or earlier");
        Faults(Deal("D1", 1, FunnelStage.P1) with { AccountId = null }, Deal("D2", 1, FunnelStage.P1) with { AccountId = null, Currency = "EUR" }).Should()
            .ContainSingle().Which.Should().Be("accounts[0].opportunities[1].amount: it is in EUR, and the portfolio is in CNY; give rates, or convert it");
    }

    private static AccountReview ReviewOf(params Opportunity[] deals) => new AccountReviewer().Review(Of(deals)).Accounts.Single();

    private static Portfolio Of(params Opportunity[] deals) => new()
    {
        Currency = "CNY", AsOf = Today, Accounts = [new() { Id = "A", Name = "A", Opportunities = deals }],
    };
}
