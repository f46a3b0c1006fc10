using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Negotiation;

/// <summary>What happens at the ends of ranges, with equal values and with what is not given.</summary>
public class NegotiationEdgeTests
{
    private static readonly NegotiationParty Us = NegotiationParty.Us;
    private static readonly NegotiationParty Them = NegotiationParty.Them;

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("issues", () => _ = new BargainingProblem(null!, 0, 0));
        Refused("package", () => Problem(Issue("a", 1, 1)).Judge(null!));
        Refused("offers", () => _ = new ConcessionRecord(IssueDirection.HigherIsBetter, null!));
        Refused("outcomes", () => NashBargaining.Choose<string>(null!, _ => 1, _ => 1, 0, 0));
        Refused("ours", () => NashBargaining.Choose(["x"], null!, _ => 1, 0, 0));
        Refused("theirs", () => NashBargaining.Choose(["x"], _ => 1, null!, 0, 0));
        Refused("preparation", () => _ = new NegotiationCase(null!));
        Refused("history", () => NegotiationCase.Replay(Talks.Prepared, null!));
        Refused("party", () => new NegotiationCase(Talks.Prepared).LastOfferOf(null!));
        Refused("next", () => new NegotiationCase(Talks.Prepared).Apply(null!));
        Refused("move", () => _ = new NegotiationEvent(null!, Talks.Start));
        Refused("issues", () => _ = new NegotiationPreparation(null!));
        Refused("values", () => _ = new Package(((string, decimal)[])null!));
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        Refused("beta is 0; it must be finite and above 0.*", () => ConcessionPlan.ShareConceded(.5, 0));
        Refused("kappa is 1.1; it must be between 0 and 1.*", () => ConcessionPlan.ShareConceded(.5, 1, 1.1));
        Refused("theirAlternative is NaN;*", () => NashBargaining.Choose(["x"], _ => 1, _ => 1, 0, double.NaN));
        Refused("ourWeight is 0; it must be finite and above 0.*", () => NashBargaining.Choose(["x"], _ => 1, _ => 1, 0, 0, 0));
        Refused("theirWeight is -1;*", () => NashBargaining.Choose(["x"], _ => 1, _ => 1, 0, 0, 1, -1));
        Refused("*issues[\"a\"].theirWeight: -1 is not a finite number of at least 0*", () => Problem(Issue("a", 1, -1)));
        Refused("*issues[\"a\"].ourWeight: Infinity is not a finite number*", () => Problem(Issue("a", double.PositiveInfinity, 1)));
        Refused("*issues.ourWeight: they sum to Infinity; the sum must be above 0 and finite*", () => Problem(
            Issue("a", double.MaxValue, 1), Issue("b", double.MaxValue, 1)));
        Refused("*issues[\"a\"].ourScale: it is null*", () => Problem(Issue("a", 1, 1) with { OurScale = null! }));
        Refused("*issues[\"a\"].theirScale: it is null*", () => Problem(Issue("a", 1, 1) with { TheirScale = null! }));
        Problem(Issue("a", double.MaxValue, double.MaxValue)).Issues.Should().ContainSingle();
    }

    // The second option is better for us and the same for them.
    [Fact]
    public void What_is_better_for_us_at_no_cost_to_them_is_left_on_the_table()
    {
        var judgement = Problem(Issue("a", 1, 1) with { OurScale = Scale.Steps((0, 10), (1, 20)), TheirScale = Scale.Steps((0, 50)) }).Judge(new(("a", 0)));
        (judgement.BetterForUs!.Package, judgement.BetterForThem, judgement.IsEfficient).Should().Be((new Package(("a", 1)), null, false));
        judgement.LeftForUs.Should().Be(10);
    }

    [Fact]
    public void Of_options_of_equal_worth_the_lowest_is_taken_in_whatever_order_they_are_given() =>
        Problem(Issue("a", 1, 1) with { Options = [2, 1, 3], OurScale = Scale.Steps((0, 50)), TheirScale = Scale.Steps((0, 50)) })
            .NashPoint()!.Package.Should().Be(new Package(("a", 1)));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, -1)]
    [InlineData(-1, -2)]
    public void An_outcome_below_either_alternative_is_no_solution(double gain, double theirGain) =>
        NashBargaining.Choose(["x"], _ => 10 + gain, _ => 20 + theirGain, 10, 20).Should().BeNull();

    [Fact]
    public void An_outcome_at_both_alternatives_is_one() => NashBargaining.Choose(["x"], _ => 10, _ => 20, 10, 20).Should().Be("x");

    [Fact]
    public void A_step_of_nothing_is_no_retreat_and_a_pattern_names_its_trend()
    {
        ConcessionPattern Ours(params decimal[] values) => new ConcessionRecord(
            IssueDirection.HigherIsBetter, [.. values.Select((value, i) => new ConcessionOffer(Talks.After(i), Us, value, IsConditional: false))]).Us;

        Ours(120, 120, 118).Should().BeEquivalentTo(new { Retreats = 0, Gifts = new[] { 2m } });
        Ours(120, 119, 117).ToString().Should().Be("Us: 1, 2 (Growing)");
    }

    [Fact]
    public void Offers_of_the_same_moment_stand_with_ours_first_and_equal_totals_have_no_faster_side()
    {
        var record = new ConcessionRecord(
            IssueDirection.HigherIsBetter,
            [new(Talks.After(0), Them, 90), new(Talks.After(0), Us, 120), new(Talks.After(1), Them, 95), new(Talks.After(1), Us, 115)]);
        record.Offers.Select(offer => offer.By).Should().Equal(Us, Them, Us, Them);
        record.Faster.Should().BeNull();
    }

    [Fact]
    public void A_range_holds_its_ends_and_nothing_beyond_and_a_point_is_one_number()
    {
        var range = new IssueRange(1, 2);
        (range.Contains(.9m), range.Contains(1), range.Contains(2), range.Contains(2.1m)).Should().Be((false, true, true, false));
        (range.ToString(), IssueRange.Known(1.5m).ToString()).Should().Be(("1 … 2", "1.5"));
    }

    [Fact]
    public void One_unknown_issue_among_known_ones_is_refused() =>
        new NegotiationCase(Talks.Prepared, [NegotiationEvent.Open(Talks.After(0))])
            .Apply(NegotiationEvent.Offer(Talks.After(1), Them, new(("price", 110), ("colour", 1)))).RuleId.Should().Be("offer.unknownIssue");

    [Fact]
    public void A_negotiation_may_begin_while_advice_of_the_preparation_is_still_open()
    {
        var preparation = new NegotiationPreparation(
            [new("price", "price", IssueDirection.HigherIsBetter, target: 110, reservation: 100)], new("wait", Value: 40));
        preparation.Check().Hits.Should().HaveCountGreaterThan(1);
        new NegotiationCase(preparation).Apply(NegotiationEvent.Open(Talks.Start)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void An_event_names_who_moved_and_what_was_offered_where_there_is_one()
    {
        NegotiationEvent.Open(Talks.Start).ToString().Should().Be("2026-03-02T08:00:00Z Open");
        NegotiationEvent.Accept(Talks.Start, Us).ToString().Should().Be("2026-03-02T08:00:00Z Accept by Us");
        NegotiationEvent.Offer(Talks.Start, Them, Talks.Deal(1, 2)).ToString().Should().Be("2026-03-02T08:00:00Z Offer by Them: days = 2, price = 1");
    }

    [Fact]
    public void A_factor_is_open_until_it_was_considered_or_its_facts_are_there()
    {
        PreparationFactor[] derived = [PreparationFactor.Goals, PreparationFactor.FallBack, PreparationFactor.TheirInterests];
        PreparationFactor[] Open(NegotiationIssue issue, Alternative? alternative, params PreparationFactor[] considered) =>
            [.. new NegotiationPreparation([issue], alternative, considered: considered).OpenFactors.Intersect(derived)];
        NegotiationIssue With(decimal? target, decimal? reservation, IssueRange? theirs) =>
            new("price", "price", IssueDirection.HigherIsBetter, target: target, reservation: reservation, theirReservation: theirs);
        Alternative wait = new("wait", Value: 40);

        Open(With(110, 100, new(105, 115)), wait).Should().BeEmpty();
        Open(With(null, 100, new(105, 115)), wait).Should().Equal(PreparationFactor.Goals);
        Open(With(110, null, new(105, 115)), wait).Should().Equal(PreparationFactor.FallBack);
        Open(With(110, 100, new(105, 115)), null).Should().Equal(PreparationFactor.FallBack);
        Open(With(110, 100, null), wait).Should().Equal(PreparationFactor.TheirInterests);
        Open(With(null, null, null), null).Should().BeEquivalentTo(derived);
        Open(With(null, null, null), null, derived).Should().BeEmpty();
        new NegotiationPreparation([With(110, 100, new(105, 115))], wait).OpenFactors.Should()
            .Equal(PreparationFactor.InOrder.Except(derived), "what no fact shows must be considered");
    }

    private static BargainingProblem Problem(params PackageIssue[] issues) => new(issues, 0, 0);

    private static PackageIssue Issue(string key, double ourWeight, double theirWeight) =>
        new(key, key, [0, 1], Scale.Steps((0, 0), (1, 100)), Scale.Steps((0, 100), (1, 0)), ourWeight, theirWeight);
}
