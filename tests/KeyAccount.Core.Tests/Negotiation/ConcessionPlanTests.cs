using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Negotiation;
using NodaTime;

namespace KeyAccount.Core.Tests.Negotiation;

public class ConcessionPlanTests
{
    private static readonly PriceRounding Whole = new(1, MidpointRounding.AwayFromZero);

    [Theory]
    [InlineData(4, 0.25, 0.996094)]
    [InlineData(4, 0.5, 0.9375)]
    [InlineData(4, 0.75, 0.683594)]
    [InlineData(0.25, 0.25, 0.292893)]
    [InlineData(0.25, 0.5, 0.159104)]
    [InlineData(0.25, 0.75, 0.069395)]
    public void Faratin_Sierra_Jennings_1998_utility_kept(double exponent, double elapsed, double kept)
    {
        Math.Round(ConcessionPlan.UtilityKept(elapsed, exponent), 6).Should().Be(kept);
        ConcessionPlan.ShareConceded(elapsed, 1 / exponent).Should().BeApproximately(1 - ConcessionPlan.UtilityKept(elapsed, exponent), 1e-15);
    }

    [Fact]
    public void Kappa_is_conceded_at_the_start_and_all_at_the_end()
    {
        ConcessionPlan.ShareConceded(0, 0.5, 0.2).Should().Be(0.2);
        ConcessionPlan.ShareConceded(1, 0.5, 0.2).Should().Be(1);
        ConcessionPlan.ShareConceded(0.5, 0.5, 0.2).Should().BeApproximately(0.4, 1e-15);
        Plan(120, 100, kappa: 0.25).Exact(Talks.Start).Should().Be(115);
    }

    [Fact]
    public void Time_runs_between_two_instants_and_is_held_outside()
    {
        var plan = Plan(120, 100);
        plan.Exact(Talks.After(-1)).Should().Be(120);
        plan.Exact(Talks.After(0)).Should().Be(120);
        plan.Exact(Talks.After(5)).Should().Be(110);
        plan.Exact(Talks.After(10)).Should().Be(100);
        plan.Exact(Talks.After(11)).Should().Be(100);
        plan.Elapsed(Talks.After(4)).Should().Be(0.4);
        plan.TimeRemaining(Talks.After(4)).Should().Be(TimeLeft.Ample);
        plan.TimeRemaining(Talks.After(9)).Should().Be(TimeLeft.Scarce);
    }

    [Theory]
    [InlineData(0.999, "Boulware")]
    [InlineData(1, "Linear")]
    [InlineData(1.001, "Conceder")]
    public void Beta_says_the_pace(double beta, string pace) => Plan(120, 100, beta).Pace.Name.Should().Be(pace);

    [Fact]
    public void A_boulware_plan_holds_out_and_a_conceder_gives_early()
    {
        var now = Talks.After(5);
        Plan(120, 100, 0.5).Offer(now, Whole).Should().Be(115);
        Plan(120, 100).Offer(now, Whole).Should().Be(110);
        Plan(120, 100, 2).Offer(now, Whole).Should().Be(106);
    }

    [Fact]
    public void Rounding_never_carries_an_offer_past_the_reservation_nor_beyond_the_opening()
    {
        var tens = new PriceRounding(10, MidpointRounding.ToNegativeInfinity);
        Plan(118, 103).Offer(Talks.After(10), tens).Should().Be(110);
        Plan(108, 103).Offer(Talks.After(10), tens).Should().Be(108);
        Plan(118, 103).Offer(Talks.After(0), new(10, MidpointRounding.ToPositiveInfinity)).Should().Be(118);
        Plan(32, 57).Offer(Talks.After(10), new(10, MidpointRounding.ToPositiveInfinity)).Should().Be(50);
        Plan(103, 103).Offer(Talks.After(5), tens).Should().Be(103);
    }

    [Fact]
    public void What_has_been_offered_is_not_taken_back()
    {
        Plan(120, 100).Offer(Talks.After(2), Whole, last: 110).Should().Be(110);
        Plan(120, 100).Offer(Talks.After(6), Whole, last: 110).Should().Be(108);
        Plan(30, 60).Offer(Talks.After(2), Whole, last: 45).Should().Be(45);
    }

    [Fact]
    public void Whatever_the_plan_offers_run_one_way_between_opening_and_reservation() => Check.One(
        Seeded.Cases(2000),
        Prop.ForAll(
            (from opening in Gen.Choose(-10_000, 10_000)
             from reservation in Gen.Choose(-10_000, 10_000)
             from beta in Gen.Choose(1, 400)
             from kappa in Gen.Choose(0, 100)
             from grain in Gen.Elements(0.01m, 0.05m, 1m, 7m, 100m)
             from direction in Gen.Elements(Enum.GetValues<MidpointRounding>())
             from hours in Gen.Choose(-24, 264).ArrayOf(8)
             select (Plan(opening / 100m, reservation / 100m, beta / 100.0, kappa / 100.0), new PriceRounding(grain, direction), hours.Order().ToArray())).ToArbitrary(),
            each =>
            {
                var (plan, rounding, hours) = each;
                var sign = Math.Sign(plan.Reservation - plan.Opening);
                decimal? last = null;
                foreach (var hour in hours)
                {
                    var now = Talks.Start + Duration.FromHours(hour);
                    var offer = plan.Offer(now, rounding);
                    (sign * (offer - plan.Opening)).Should().BeGreaterThanOrEqualTo(0);
                    (sign * (plan.Reservation - offer)).Should().BeGreaterThanOrEqualTo(0);
                    (offer == plan.Opening || offer == plan.Reservation || offer % rounding.Grain == 0).Should().BeTrue("{0} is on the grain {1}", offer, rounding.Grain);
                    (sign * (offer - (last ?? plan.Opening))).Should().BeGreaterThanOrEqualTo(0);
                    plan.Offer(now, rounding, last).Should().Be(offer);
                    last = offer;
                }
            }));

    [Fact]
    public void A_plan_survives_json_and_says_what_it_is()
    {
        var plan = Plan(120.5m, 100, 0.5, 0.1);
        JsonSerializer.Deserialize<ConcessionPlan>(JsonSerializer.Serialize(plan)).Should().Be(plan);
        using var _ = new CultureScope("de-DE");
        plan.ToString().Should().Be("ConcessionPlan { 120.5 → 100, 2026-03-02T08:00:00Z … 2026-03-12T08:00:00Z, Beta = 0.5, Kappa = 0.1 }");
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
        Message(() => _ = new ConcessionPlan(2, 1, Talks.Start, Talks.Start)).Should().StartWith("deadline is 2026-03-02T08:00:00Z; it must be after start, 2026-03-02T08:00:00Z.");
        Message(() => Plan(2, 1, 0)).Should().StartWith("beta is 0; it must be finite and above 0.");
        Message(() => Plan(2, 1, double.NaN)).Should().StartWith("beta is NaN;");
        Message(() => Plan(2, 1, double.PositiveInfinity)).Should().StartWith("beta is Infinity;");
        Message(() => Plan(2, 1, 1, -0.01)).Should().StartWith("kappa is -0.01; it must be between 0 and 1.");
        Message(() => Plan(2, 1, 1, 1.01)).Should().StartWith("kappa is 1.01;");
        Message(() => ConcessionPlan.ShareConceded(1.01, 1)).Should().StartWith("elapsed is 1.01; it must be between 0 and 1.");
        Message(() => ConcessionPlan.UtilityKept(-0.01, 1)).Should().StartWith("elapsed is -0.01;");
        Message(() => ConcessionPlan.UtilityKept(0.5, 0)).Should().StartWith("exponent is 0; it must be finite and above 0.");
        Message(() => Plan(2, 1).Offer(Talks.Start, null!)).Should().Contain("rounding");
        Message(() => Plan(2, 1).Offer(Talks.Start, Whole, 0.5m)).Should().StartWith("last is 0.5; it must be between 1 and 2, opening and reservation.");
        Message(() => Plan(2, 1).Offer(Talks.Start, Whole, 2.5m)).Should().StartWith("last is 2.5;");
    }

    private static ConcessionPlan Plan(decimal opening, decimal reservation, double beta = 1, double kappa = 0) =>
        new(opening, reservation, Talks.Start, Talks.After(10), beta, kappa);
}
