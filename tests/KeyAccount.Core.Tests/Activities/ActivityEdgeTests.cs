using KeyAccount.Core.Activities;

namespace KeyAccount.Core.Tests.Activities;

/// <summary>What happens at the ends of ranges, without guests, and with what is not given.</summary>
public class ActivityEdgeTests
{
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
}
