using KeyAccount.Core.Activities;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Relationships;
using NodaTime;

namespace KeyAccount.Core.Tests.Activities;

/// <summary>What happens at the ends of ranges, without guests, and with what is not given.</summary>
public class ActivityEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void Numbers_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
        static ActivityForecast Of(
            decimal budget = 1, int invited = 1, decimal attendance = 1, decimal conversion = 1, decimal winRate = 1, decimal value = 1, decimal marginRate = 1) =>
            new(budget, invited, attendance, conversion, winRate, value, marginRate);
        Refused("budget is 1000000000001; *", () => Of(budget: 1_000_000_000_001));
        Refused("conversion is 0; *", () => Of(conversion: 0));
        Refused("conversion is 1.1; *", () => Of(conversion: 1.1m));
        Refused("winRate is -0.1; *", () => Of(winRate: -.1m));
        Refused("winRate is 1.1; *", () => Of(winRate: 1.1m));
        Refused("value is -1; *", () => Of(value: -1));
        Refused("value is 1000000000001; *", () => Of(value: 1_000_000_000_001));
        Refused("marginRate is 1.1; *", () => Of(marginRate: 1.1m));
        Refused("opportunities is 0; *", () => Of().InvitationsFor(0));
        Refused("fewestGuests is 0; *", () => _ = new ActivitySize(0, null, 1));
        Refused("guestsPerHost is 0; *", () => _ = new ActivitySize(1, null, 0));
        Refused("mostGuests is 1; it must be at least 2.*", () => _ = new ActivitySize(2, 1, 1));
        Refused("guests is -1; *", () => new ActivitySize(1, null, 3).HostsFor(-1));
        Refused("cost is -1; *", () => ActivityEffect.Of([], -1));
        Refused("cost is 1000000000000001; *", () => ActivityEffect.Of([], 1_000_000_000_000_001));
        Refused("leads is -1; *", () => ActivityEffect.Of([], 1, -1));
        Refused("windowDays is 0; *", () => ActivityAttribution.Of([], [], 0));
        Refused("windowDays is 3651; *", () => ActivityAttribution.Of([], [], 3_651));
        Refused("giftLimit is -1; *", () => ActivityReview.Of([], [], [], [], null, -1, AsOf));
        Refused("invited is 0; *", () => Of(invited: 0));
        Refused("attendance is 1.1; *", () => Of(attendance: 1.1m));
        FluentActions.Invoking(() => RankedGuest.Rank([("Li", double.NaN, new())])).Should().Throw<ArgumentException>()
            .WithMessage("candidates has NaN as the influence of Li; it must be a number.*");
        LocalDate julian = new(2026, 1, 1, CalendarSystem.Julian);
        foreach (var call in new Action[]
        {
            () => ActivityReview.Of([], [], [], [], null, 1, julian), () => new MarketActivity { Id = "a", Date = AsOf }.Faults(julian),
            () => new MarketActivity { Id = "a", Date = AsOf }.NextSteps(julian),
            () => ActivityProposal.Of(new("a", ActivityReach.Point, "a", null), julian),
        })
        {
            call.Should().Throw<ArgumentException>().WithMessage("asOf is a date of the calendar *");
        }

        Of(winRate: 0, value: 0, marginRate: 0).Value.Should().Be(0);
        (new ActivitySize(1, null, 3).HostsFor(3), new ActivitySize(1, null, 3).HostsFor(4), new ActivitySize(1, null, 3).HostsFor(0)).Should().Be((1, 2, 0));
    }

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("guests", () => ActivityEffect.Of(null!));
        Refused("guests", () => ActivityEffect.Of([null!]));
        Refused("candidates", () => RankedGuest.Rank(null!));
        Refused("candidates", () => RankedGuest.Rank([(null!, 1, new())]));
        Refused("candidates", () => RankedGuest.Rank([("a", 1, null!)]));
        Refused("activities", () => ActivityAttribution.Of([null!], []));
        Refused("moves", () => ActivityAttribution.Of([], [null!]));
        Refused("activities", () => ActivityReview.Of([null!], [], [], [], null, 1, AsOf));
        Refused("suggestions", () => ActivityReview.Of([], [], [], [null!], null, 1, AsOf));
        Refused("suggestion", () => ActivityProposal.Of(null!, AsOf));
        Refused("Purpose", () => _ = new ActivityAim(null!, Audience.Leaders));
        Refused("Audience", () => _ = new ActivityAim(ActivityPurpose.WinLeads, null!));
        Refused("Reach", () => _ = new ActivitySuggestion("a", null!, "a", null));
        Refused("Activity", () => _ = new ActivitySuggestion("a", ActivityReach.Point, null!, null));
        MarketActivity empty = new() { Id = "a", Date = AsOf, Budget = null!, Guests = null!, Done = null! };
        (empty.Cost, empty.Guests.Count, empty.Done.Count).Should().Be((null, 0, 0));
        var review = new ActivityReview { Past = null!, Planned = null!, Proposals = null!, Guests = null!, Gifts = null! };
        (review.Past.Count + review.Planned.Count + review.Proposals.Count + review.Guests.Count + review.Gifts.Count).Should().Be(0);
        new ActivityEffect { Attendance = null! }.Attendance.Should().BeEmpty();
    }

    [Fact]
    public void Where_nobody_came_nothing_is_said_per_guest()
    {
        var effect = ActivityEffect.Of([new(Audience.Leaders, false, true, true)], 100, 0);
        (effect.CostPerGuest, effect.CostPerLead, effect.CostPerMove, effect.ExpectedAnyway, effect.ExtraMoves, effect.Uplift).Should()
            .Be((null, null, null, null, null, null));
        (effect.Invited, effect.Attended, effect.Moves).Should().Be((1, 0, 0));
    }

    [Fact]
    public void The_uplift_needs_deals_of_those_who_came_and_of_those_who_did_not()
    {
        GuestOutcome moved = new(Audience.Leaders, true, null, true), stayed = new(Audience.Leaders, true, null, false), away = new(null, false, null, true);
        ActivityEffect.Of([moved, stayed]).Uplift.Should().BeNull("everybody came");
        ActivityEffect.Of([away]).Uplift.Should().BeNull("nobody came");
        var effect = ActivityEffect.Of([moved, stayed, away], 90);
        effect.Uplift.Should().Be(new Core.Statistics.RateDifference(1, 2, 1, 1));
        (effect.Moves, effect.CostPerMove, effect.CostPerGuest, effect.ExpectedAnyway).Should().Be((1, 90, 45, null));
    }

    [Fact]
    public void Guests_of_equal_rank_stand_by_name() =>
        RankedGuest.Rank([("b", 1, new()), ("a", 1, new()), ("c", 2, new())]).Select(guest => guest.Contact).Should().Equal("c", "a", "b");

    [Fact]
    public void Amounts_that_no_decimal_holds_are_told_with_their_parts() => FluentActions.Invoking(
        () => new ActivityForecast(1e-28m, 1_000_000, 1, 1, 1, 1e12m, 1).Return).Should().Throw<OverflowException>().WithMessage("*ActivityForecast.Return*Budget*");

    [Fact]
    public void An_activity_is_called_by_its_name_and_costs_the_sum_of_its_budget()
    {
        MarketActivity activity = new() { Id = "a", Name = " ", Date = AsOf, Budget = [new() { Item = "room", Amount = 3 }, new() { Item = "food", Amount = 4 }] };
        activity.Cost.Should().Be(7);
        static string Named(MarketActivity one) => ActivityReview.Of([one], [], [], [], null, 1, AsOf).Past.Single().Name;
        (Named(activity), Named(activity with { Name = "Forum" })).Should().Be(("a", "Forum"));
        static string Said(ListItem item) => string.Concat(item.Runs.Select(run => run.Text));
        Said(new ActivitySize(1, 2, 3).Describe("en")).Should().Contain("2");
        Said(new ActivitySize(1, null, 3).Describe("en")).Should().NotContain("2");
    }

    [Fact]
    public void What_is_past_stands_from_the_latest_and_what_comes_from_the_next()
    {
        MarketActivity Of(string id, int days, params ActivityTask[] done) => new() { Id = id, Date = AsOf.PlusDays(days), Done = done, SuggestedBy = "s" };
        var review = ActivityReview.Of(
            [
                Of("b", -5), Of("a", -5, ActivityTask.Purpose), Of("old", -90, ActivityTask.Purpose), Of("older", -91, ActivityTask.Purpose),
                Of("later", 9), Of("soon", 2), Of("also soon", 2), Of("all done", 1, [.. ActivityTask.InOrder]),
            ],
            [], [], [new("s", ActivityReach.Point, "s", null), new("other", ActivityReach.Point, "s", null)], null, 1, AsOf);
        review.Past.Select(each => (each.Id, each.IsComplete)).Should().Equal(("a", false), ("b", false), ("old", true), ("older", true));
        review.Planned.Select(each => each.Id).Should().Equal("old", "a", "also soon", "soon", "later");
        review.Planned[0].Steps.Should().HaveCount(ActivityTask.InOrder.Count - 1).And.OnlyContain(step => step.IsOverdue || step.DueOn >= AsOf);
        review.Proposals.Select(each => each.PlannedAs).Should().Equal("later", null);
        (review.LastOn, review.NextOn).Should().Be((AsOf.PlusDays(-5), AsOf.PlusDays(1)));
        review.Gifts.Should().BeEmpty();
        ActivityReview.Of([Of("today", 0)], [], [], [], null, 1, AsOf).Planned.Should().BeEmpty("nobody has ticked off anything");
        (review with { Proposals = review.Proposals, Guests = review.Guests }).Proposals.Should().HaveCount(2);
        new PlannedActivity { Id = "a", Name = "a", Date = AsOf, Steps = null! }.Steps.Should().BeEmpty();
    }

    [Fact]
    public void Who_did_not_come_takes_no_move_and_of_two_on_a_day_the_first_by_name_has_it()
    {
        MarketActivity Of(string id, bool? attended, string? deal = "d") => new()
        {
            Id = id, Date = AsOf, Guests = [new() { Contact = "p", Attended = attended, OpportunityId = deal }],
        };
        IReadOnlyList<GuestOutcome> Outcomes(params MarketActivity[] activities) =>
            [.. ActivityAttribution.Of(activities, [new("d", AsOf.PlusDays(1)), new("e", AsOf.PlusDays(-1))]).Select(each => each[0])];
        Outcomes(Of("b", true), Of("a", true)).Select(each => each.MovedAfter).Should().Equal(false, true);
        Outcomes(Of("b", null), Of("a", false), Of("none", true, null), Of("other", true, "x")).Select(each => (each.MovedBefore, each.MovedAfter)).Should().Equal(
            (false, true), (false, true), (null, null), (false, false));
        Outcomes(Of("before", true, "e"))[0].Should().Be(new GuestOutcome(null, true, true, false));
        MarketActivity shared = Of("shared", true) with
        {
            Guests = [new() { Contact = "p", Attended = true, OpportunityId = "x" }, new() { Contact = "q", Attended = true, OpportunityId = "d" }],
        };
        Outcomes(shared with { Guests = [.. shared.Guests.Reverse()] })[0].MovedAfter.Should().BeTrue("one of the guests is of the deal");
        ActivityAttribution.Of([Of("a", false)], [new("d", AsOf.PlusDays(1)), new("d", AsOf.PlusDays(99))])[0][0].MovedAfter.Should().BeTrue("one of two moves is near");
        ActivityAttribution.Of([Of("a", true)], [new("d", AsOf)])[0][0].Should().Be(new GuestOutcome(null, true, false, false), "on the day itself nothing counts");
    }

    [Fact]
    public void An_unknown_audience_stands_last_and_leads_cost_their_share()
    {
        var effect = ActivityEffect.Of([new(null, true), new(Audience.Staff, false), new(Audience.Leaders, true), new(Audience.Leaders, null)], 12, 3);
        effect.Attendance.Select(each => (each.Audience, (int)each.Rate.Successes, (int)each.Rate.Trials)).Should().Equal(
            (Audience.Leaders, 1, 1), (Audience.Staff, 0, 1), (null, 1, 1));
        (effect.CostPerLead, effect.CostPerGuest, effect.Unknown, effect.Cost).Should().Be((4, 6, 1, 12));
        ActivityEffect.Of([new(null, true)], null, 3).CostPerLead.Should().BeNull();
        ActivityEffect.Of([new(null, true, null, true), new(null, true, null, true), new(null, true, null, false)]).Moves.Should().Be(2);
    }
}
