using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Activities;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Tests.Activities;

/// <summary>What an activity costs and moves, how it is planned, and which gifts are refused.</summary>
public class ActivityTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void Every_table_has_one_answer_for_everything()
    {
        ActivityTables.Types.Verify().IsSound.Should().BeTrue();
        ActivityTables.Types.Verify().Combinations.Should().Be(6 * 5 * 4 * 2);
        ActivityTables.Sizes.Verify().IsSound.Should().BeTrue();
        ActivityTables.Inviters.Verify().IsSound.Should().BeTrue();
        ActivityTables.Guests.Verify().IsSound.Should().BeTrue();
        ActivityTables.GiftRules.Verify().IsSound.Should().BeTrue();
        ActivityTables.OkeAims.Verify().IsSound.Should().BeTrue();
    }

    [Theory]
    [InlineData("AdvanceDeals", "Leaders", "IndustryForum")]
    [InlineData("WinLeads", "MiddleManagers", "ProductLaunch")]
    [InlineData("AdvanceDeals", "MiddleManagers", "ReferenceCustomers")]
    [InlineData("CloseDeals", "MiddleManagers", "ReferenceCustomers")]
    [InlineData("RetainCustomers", "MiddleManagers", "AnnualUserConference")]
    [InlineData("WinLeads", "FrontlineManagers", "ProductLaunch")]
    [InlineData("AdvanceDeals", "FrontlineManagers", "ReferenceCustomers")]
    [InlineData("RetainCustomers", "FrontlineManagers", "UserGathering")]
    [InlineData("CloseDeals", "Staff", "UserGathering")]
    public void Purpose_and_audience_choose_the_kind(string purpose, string audience, string type)
    {
        var facts = new ActivityTypeFacts { Purpose = ActivityPurpose.FromName(purpose), Audience = Audience.FromName(audience) };
        ActivityTables.Types.Decide(facts).Advice!.Name.Should().Be(type);
        ActivityTables.Types.Decide(facts with { IsForPartners = true }).Advice.Should().Be(ActivityType.PartnerAwards);
    }

    [Theory]
    [InlineData("Leaders", 8, 20, 20, 20)]
    [InlineData("MiddleManagers", 30, 60, 31, 11)]
    [InlineData("FrontlineManagers", 60, 150, 64, 8)]
    [InlineData("Staff", 150, null, 151, 11)]
    public void An_audience_has_its_size_and_its_hosts(string audience, int fewest, int? most, int guests, int hosts)
    {
        var size = ActivityTables.Sizes.Decide(new() { Audience = Audience.FromName(audience) }).Advice!;
        (size.FewestGuests, size.MostGuests, size.HostsFor(guests)).Should().Be((fewest, most, hosts));
        size.HostsFor(0).Should().Be(0);
    }

    // 180,000 for 120 invitations, of which 55 % come and 18 % of those become opportunities.
    [Fact]
    public void A_guest_costs_2_727_and_an_opportunity_15_152()
    {
        var plan = new ActivityForecast(180_000, 120, 0.55m, 0.18m, 0.25m, 300_000, 0.2m);
        (plan.Guests, plan.Opportunities).Should().Be((66, 11.88m));
        (Math.Round(plan.CostPerGuest), Math.Round(plan.CostPerOpportunity)).Should().Be((2_727, 15_152));
        (plan.Margin, plan.Result, plan.Return).Should().Be((178_200, -1_800, -0.01m));
        plan.InvitationsFor(10).Should().Be(102);
        new ActivityForecast(1, 100, 0.5m, 0.2m, 0, 0, 0).InvitationsFor(10).Should().Be(100, "exactly enough is not rounded up");
    }

    [Theory]
    [InlineData(0, 120, 0.5)]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 120, 0)]
    [InlineData(1, 120, 1.01)]
    public void A_forecast_outside_its_ranges_is_refused(double budget, int invited, double attendance) => FluentActions.Invoking(
        () => new ActivityForecast((decimal)budget, invited, (decimal)attendance, 0.1m, 0, 0, 0)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void The_effect_is_held_against_those_who_stayed_away()
    {
        GuestOutcome[] guests =
        [
            .. Enumerable.Range(0, 6).Select(i => new GuestOutcome(Audience.Leaders, true, false, i < 3)),
            .. Enumerable.Range(0, 4).Select(i => new GuestOutcome(Audience.MiddleManagers, false, i < 2, i < 1)),
            new(Audience.Leaders, true), new(null, null),
        ];
        var effect = ActivityEffect.Of(guests, 7_000, 2);
        (effect.Invited, effect.Attended, effect.Unknown, effect.Moves).Should().Be((12, 7, 1, 3));
        (effect.CostPerGuest, effect.CostPerLead).Should().Be((1_000, 3_500));
        effect.CostPerMove.Should().BeApproximately(2_333.33m, 0.01m);
        effect.Uplift.Should().Be(new RateDifference(3, 6, 1, 4));
        effect.ExpectedAnyway.Should().BeApproximately(0.2 * 6, 1e-12, "2 of 10 moved before");
        effect.ExtraMoves.Should().BeApproximately(1.8, 1e-12);
        effect.Attendance.Select(each => (each.Audience, each.Rate.Successes, each.Rate.Trials)).Should().Equal(
            (Audience.Leaders, 7L, 7L), (Audience.MiddleManagers, 0L, 4L));
        var nobody = ActivityEffect.Of([]);
        (nobody.CostPerGuest, nobody.Uplift, nobody.ExtraMoves).Should().Be((null, null, null));
    }

    [Fact]
    public void A_move_counts_for_one_activity_only()
    {
        MarketActivity Of(string id, int days, bool attended = true) => new()
        {
            Id = id, Date = AsOf.PlusDays(-days), Guests = [new() { Contact = "p", Attended = attended, OpportunityId = "d" }],
        };
        var outcomes = ActivityAttribution.Of([Of("first", 80), Of("last", 40), Of("away", 30, false)], [new("d", AsOf)]);
        outcomes.Select(each => each[0].MovedAfter).Should().Equal(false, true, true);
        ActivityAttribution.Of([Of("edge", 90)], [new("d", AsOf)])[0][0].MovedAfter.Should().BeTrue("90 days are within the window");
        ActivityAttribution.Of([Of("edge", 91)], [new("d", AsOf)])[0][0].MovedAfter.Should().BeFalse();
        ActivityAttribution.Of([Of("same", 0)], [new("d", AsOf)])[0][0].MovedAfter.Should().BeFalse("what moves on the day is no effect");
        ActivityAttribution.Of([Of("before", -90)], [new("d", AsOf)])[0][0].MovedBefore.Should().BeTrue();
        ActivityAttribution.Of([Of("before", -91)], [new("d", AsOf)])[0][0].MovedBefore.Should().BeFalse();
        var two = new MarketActivity
        {
            Id = "two", Date = AsOf.PlusDays(-5),
            Guests = [new() { Contact = "p", Attended = true, OpportunityId = "d" }, new() { Contact = "q", Attended = true, OpportunityId = "d" }],
        };
        ActivityAttribution.Of([two], [new("d", AsOf)])[0].Select(each => each.MovedAfter).Should().Equal(true, false);
        FluentActions.Invoking(() => ActivityAttribution.Of([two, two], [])).Should().Throw<ArgumentException>().WithMessage("activities has the id 'two' twice;*");
    }

    [Theory]
    [InlineData(0, true, "none")]
    [InlineData(200, false, "withinLimit")]
    [InlineData(200.01, false, "aboveLimit")]
    [InlineData(1, true, "publicSector")]
    [InlineData(1, null, "sectorUnknown")]
    public void A_gift_above_the_limit_or_in_the_public_sector_is_refused(double value, bool? isPublic, string rule)
    {
        var decision = ActivityTables.GiftRules.Decide(new() { ValuePerHead = (decimal)value, IsPublicSector = isPublic });
        decision.Hits[0].RuleId.Should().Be(rule);
        decision.Advice.Should().Be(rule is "none" or "withinLimit" ? GiftVerdict.Allowed : GiftVerdict.Refused);
        ActivityTables.GiftRules.Decide(new() { ValuePerHead = 1, IsCash = true, IsPublicSector = false }).Hits[0].RuleId.Should().Be("cash");
        ActivityTables.GiftRules.Decide(new() { ValuePerHead = 300, Limit = 200, IsPublicSector = false }).Hits[0].Reason.En.Should().Be(
            "300 for each guest is above the limit of 200. Choose a smaller gift.");
    }

    [Fact]
    public void A_plan_is_counted_back_from_the_day()
    {
        var activity = new MarketActivity { Id = "a", Date = new(2026, 9, 28), Done = [ActivityTask.Purpose] };
        var steps = activity.NextSteps(AsOf);
        steps.Select(step => (step.Key, step.DueOn)).Should().Equal(
            ("GuestList", new LocalDate(2026, 7, 30)), ("Speakers", new(2026, 8, 3)), ("Invitations", new(2026, 8, 17)),
            ("Content", new(2026, 8, 31)), ("Cases", new(2026, 9, 7)), ("Questions", new(2026, 9, 14)), ("Gifts", new(2026, 9, 14)),
            ("Rehearsal", new(2026, 9, 25)), ("FollowUp", new(2026, 10, 1)), ("EffectReport", new(2026, 12, 27)));
        steps.Should().OnlyContain(step => !step.IsOverdue);
        activity.NextSteps(new(2026, 7, 30))[0].IsOverdue.Should().BeFalse("on its day it is not late");
        activity.NextSteps(new(2026, 7, 31))[0].IsOverdue.Should().BeTrue();
        ActivityTask.InOrder.Select(task => task.Requirement).OfType<SpeakerRequirement>().Should().BeEquivalentTo(SpeakerRequirement.InOrder);
    }

    [Fact]
    public void Who_moves_most_is_invited_first()
    {
        var ranked = RankedGuest.Rank(
        [
            ("user", 9, new() { Role = StakeholderRole.KU, Stage = FunnelStage.P3 }), ("won", 9, new() { Role = StakeholderRole.KDM, IsWon = true }),
            ("decider", 1, new() { Role = StakeholderRole.KDM, IsWon = false, Stage = FunnelStage.P2 }),
            ("late", 2, new() { Role = StakeholderRole.KDM, Stage = FunnelStage.P5 }),
        ]);
        ranked.Select(guest => guest.Contact).Should().Equal("decider", "user", "late", "won");
        ranked.Select(guest => guest.Priority).Should().Equal(GuestPriority.First, GuestPriority.Next, GuestPriority.Next, GuestPriority.Keep);
    }

    [Fact]
    public void A_suggestion_of_the_profile_becomes_a_planned_activity()
    {
        var suggestion = new ActivitySuggestion("keyActivity", ActivityReach.Point, "Plan a key activity", OkeDimension.KeyDecisionMakers);
        var review = ActivityReview.Of([], [], [], [suggestion], null, 200, AsOf);
        var proposal = review.Proposals.Single();
        (proposal.Type, proposal.Audience, proposal.Earliest, proposal.PlannedAs).Should().Be(
            (ActivityType.IndustryForum, Audience.Leaders, AsOf.PlusDays(90), null));
        var planned = new MarketActivity { Id = "f", Date = AsOf.PlusDays(100), SuggestedBy = "keyActivity", GiftPerHead = 250 };
        review = ActivityReview.Of([planned], [], [], [suggestion], false, 200, AsOf);
        review.Proposals.Single().PlannedAs.Should().Be("f");
        review.Gifts.Single().RuleId.Should().Be("aboveLimit");
        (review.LastOn, review.NextOn).Should().Be((null, planned.Date));
    }

    [Fact]
    public void What_is_wrong_with_an_activity_is_said_with_its_place() => new MarketActivity
    {
        Id = "a", Date = AsOf.PlusDays(1), Done = [ActivityTask.Gifts, ActivityTask.Gifts],
        Guests = [new() { Contact = "p", Attended = true }, new() { Contact = "p" }],
    }.Faults(AsOf).Should().Equal(
        "guests[0].attended is true; it must be left out before the activity, which is on 2026-07-01",
        "guests[1].contact is p, which is duplicated; each guest is listed once",
        "done[1] is Gifts, which is duplicated; each task is listed once");

    [Fact]
    public void An_activity_of_the_day_is_past_and_its_guests_may_have_come()
    {
        var today = new MarketActivity { Id = "t", Date = AsOf, GiftPerHead = 250, SuggestedBy = "keyActivity", Guests = [new() { Contact = "p", Attended = true }] };
        today.Faults(AsOf).Should().BeEmpty();
        var review = ActivityReview.Of([today, today with { Id = "n", Date = AsOf.PlusDays(1) }], [], [], [], false, 200, AsOf);
        review.Past.Select(each => each.Id).Should().Equal("t");
        review.Gifts.Select(each => each.ActivityId).Should().Equal("n");
        (review.LastOn, review.NextOn).Should().Be((AsOf, AsOf.PlusDays(1)));
    }
}
