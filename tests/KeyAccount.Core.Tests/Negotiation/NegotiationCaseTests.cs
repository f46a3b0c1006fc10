using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Negotiation;

public class NegotiationCaseTests
{
    private static readonly NegotiationParty Us = NegotiationParty.Us;
    private static readonly NegotiationParty Them = NegotiationParty.Them;

    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static NegotiationEvent[] Agreed =>
    [
        NegotiationEvent.Open(Talks.After(0)),
        NegotiationEvent.Offer(Talks.After(1), Us, Talks.Deal(120, 30)),
        NegotiationEvent.Offer(Talks.After(2), Them, Talks.Deal(95, 60)),
        NegotiationEvent.Bargain(Talks.After(3)),
        NegotiationEvent.Offer(Talks.After(4), Us, Talks.Deal(112, 45), isConditional: true),
        NegotiationEvent.Close(Talks.After(5)),
        NegotiationEvent.Offer(Talks.After(6), Them, Talks.Deal(106, 45)),
        NegotiationEvent.Accept(Talks.After(7), Us),
    ];

    [Fact]
    public void From_the_preparation_over_three_phases_to_an_agreement()
    {
        var phases = new List<NegotiationPhase>();
        var talks = new NegotiationCase(Talks.Prepared);
        foreach (var each in Agreed)
        {
            var step = talks.Apply(each);
            step.IsAccepted.Should().BeTrue(step.Reason.En);
            talks = step.Case;
            phases.Add(talks.Phase);
        }

        phases.Should().Equal(
            NegotiationPhase.Opening,
            NegotiationPhase.Opening,
            NegotiationPhase.Opening,
            NegotiationPhase.Middle,
            NegotiationPhase.Middle,
            NegotiationPhase.Closing,
            NegotiationPhase.Closing,
            NegotiationPhase.Agreed);
        talks.Agreement.Should().Be(Talks.Deal(106, 45));
        talks.HasEnded.Should().BeTrue();
        talks.LastOfferOf(Us).Should().Be(Talks.Deal(112, 45));
        talks.OffersOn("price").Select(offer => (offer.By, offer.Value, offer.IsConditional)).Should().Equal(
            (Us, 120, null), (Them, 95, null), (Us, 112, true), (Them, 106, null));
        talks.OffersOn("colour").Should().BeEmpty();
    }

    [Fact]
    public void Their_acceptance_takes_our_offer()
    {
        var talks = Run([.. Agreed[..^1], NegotiationEvent.Accept(Talks.After(7), Them)]).Case;
        talks.Agreement.Should().Be(Talks.Deal(112, 45));
    }

    [Fact]
    public void A_failed_closing_goes_back_to_bargaining()
    {
        var talks = Run([.. Agreed[..^1], NegotiationEvent.Reopen(Talks.After(7)), NegotiationEvent.WalkAway(Talks.After(8), Us)]);
        talks.IsAccepted.Should().BeTrue();
        talks.Case.Phase.Should().Be(NegotiationPhase.WalkedAway);
        talks.Case.Agreement.Should().BeNull();
    }

    public static TheoryData<string, int, NegotiationEvent> Refusals => new()
    {
        { "open.again", 1, NegotiationEvent.Open(Talks.After(9)) },
        { "notBegun", 0, NegotiationEvent.WalkAway(Talks.After(9), Us) },
        { "late", 3, NegotiationEvent.Bargain(Talks.After(1)) },
        { "offer.unknownIssue", 1, NegotiationEvent.Offer(Talks.After(9), Them, new Package(("colour", 1))) },
        { "offer.unknownIssue", 1, NegotiationEvent.Offer(Talks.After(9), Us, new Package()) },
        { "offer.pastReservation", 1, NegotiationEvent.Offer(Talks.After(9), Us, Talks.Deal(99.99m, 60.01m)) },
        { "bargain.oneSided", 2, NegotiationEvent.Bargain(Talks.After(9)) },
        { "bargain.misplaced", 4, NegotiationEvent.Bargain(Talks.After(9)) },
        { "close.tooEarly", 4, NegotiationEvent.Close(Talks.After(9)) },
        { "close.misplaced", 3, NegotiationEvent.Close(Talks.After(9)) },
        { "reopen.misplaced", 5, NegotiationEvent.Reopen(Talks.After(9)) },
        { "accept.misplaced", 5, NegotiationEvent.Accept(Talks.After(9), Them) },
        { "accept.pastReservation", 6, NegotiationEvent.Accept(Talks.After(9), Us) },
        { "ended", 8, NegotiationEvent.Reopen(Talks.After(9)) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_its_reason_and_changes_nothing(string rule, int after, NegotiationEvent next)
    {
        var before = new NegotiationCase(Talks.Prepared, Agreed[..after]);
        var step = before.Apply(next);

        step.IsAccepted.Should().BeFalse();
        step.RuleId.Should().Be(rule);
        step.Case.Should().BeSameAs(before);
        new[] { step.Reason.En, step.Reason.ZhHans, step.Reason.ZhHant }.Should()
            .OnlyContain(text => text.Length > 0 && !text.Contains('{'));
    }

    [Fact]
    public void Refusals_name_what_they_speak_of()
    {
        new NegotiationCase(Talks.Prepared, Agreed[..1]).Apply(NegotiationEvent.Offer(Talks.After(9), Us, Talks.Deal(99, 61))).Reason.En
            .Should().Be("Our offer would go beyond our limit: price, days.");
        new NegotiationCase(Talks.Prepared, Agreed[..6]).Apply(NegotiationEvent.Accept(Talks.After(9), Us)).Reason.ZhHans
            .Should().Be("该方案突破我方底线：price。");
        new NegotiationCase(Talks.Prepared, Agreed[..3]).Apply(NegotiationEvent.Close(Talks.After(9))).Reason.En
            .Should().Be("The closing can begin only from the middle phase; the current phase is: opening phase.");
        new NegotiationCase(Talks.Prepared, Agreed).Apply(NegotiationEvent.Open(Talks.After(9))).Reason.En
            .Should().Be("The negotiation has ended (agreed); no further move is possible.");
    }

    [Fact]
    public void A_refusal_is_a_result_with_the_rule_and_its_reason()
    {
        var before = new NegotiationCase(Talks.Prepared, Agreed[..3]);

        var refused = before.Apply(NegotiationEvent.Close(Talks.After(9)));
        refused.Should().Be(new CaseResult<NegotiationCase>(before, false, "close.misplaced", refused.Reason));
        refused.Refusal!.En.Should().Be("The closing can begin only from the middle phase; the current phase is: opening phase.");
        before.Apply(Agreed[3]).Should().BeEquivalentTo(new { IsAccepted = true, RuleId = "bargain", Refusal = (Text?)null });
    }

    [Fact]
    public void The_next_steps_are_the_moves_that_the_phase_allows()
    {
        Next(0).Should().Equal("Open");
        Next(1).Should().Equal("Offer", "WalkAway");
        Next(2).Should().Equal("Offer", "WalkAway");
        Next(3).Should().Equal("Offer", "Bargain", "WalkAway");
        Next(4).Should().Equal("Offer", "WalkAway");
        Next(5).Should().Equal("Offer", "Close", "WalkAway");
        Next(6).Should().Equal("Offer", "Reopen", "Accept", "WalkAway");
        Next(7).Should().Equal("Offer", "Reopen", "Accept", "WalkAway");
        Next(8).Should().BeEmpty();
        new NegotiationCase(new([Talks.Price])).NextSteps(Monday).Should().BeEmpty("the preparation is not complete");

        static IEnumerable<string> Next(int after) =>
            new NegotiationCase(Talks.Prepared, Agreed[..after]).NextSteps(Monday).Select(step => step.Key);
    }

    [Fact]
    public void An_acceptance_is_a_next_step_where_either_side_has_something_to_accept()
    {
        var closing = new NegotiationCase(Talks.Prepared, Agreed[..6]);

        closing.Apply(NegotiationEvent.Accept(Talks.After(9), Us)).RuleId.Should().Be("accept.pastReservation");
        closing.NextSteps(Monday).Should().Contain(step => step.Key == "Accept", "the other side can accept our offer");

        var parts = closing;
        foreach (var party in NegotiationParty.InOrder)
            parts = parts.Apply(NegotiationEvent.Offer(Talks.After(6), party, new Package(("price", 110)))).Case;
        parts.NextSteps(Monday).Should().NotContain(step => step.Key == "Accept", "both offers leave an issue open");
    }

    [Fact]
    public void A_next_step_says_what_to_do_in_three_languages_and_has_no_due_date()
    {
        var steps = new NegotiationCase(Talks.Prepared).NextSteps(Monday);

        steps.Should().Equal(new CaseStep("Open", new("open the talks", "开始谈判", "開始談判")));
        steps.Should().Equal(new NegotiationCase(Talks.Prepared).NextSteps(Monday.PlusYears(9)));
    }

    [Fact]
    public void Nobody_talks_unprepared() =>
        new NegotiationCase(new([Talks.Price])).Apply(NegotiationEvent.Open(Talks.Start)).RuleId.Should().Be("open.unprepared");

    [Fact]
    public void Only_a_whole_offer_of_the_other_side_can_be_accepted()
    {
        var closing = new NegotiationCase(Talks.Prepared, Agreed[..6]);
        var partial = closing.Apply(NegotiationEvent.Offer(Talks.After(6), Them, new Package(("price", 110)))).Case;
        partial.Apply(NegotiationEvent.Accept(Talks.After(7), Us)).RuleId.Should().Be("accept.openIssues");
        partial.Apply(NegotiationEvent.Accept(Talks.After(7), Them)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void A_history_that_cannot_have_happened_is_refused_with_its_index()
    {
        ((Action)(() => _ = new NegotiationCase(Talks.Prepared, [.. Agreed[..2], NegotiationEvent.Close(Talks.After(3))])))
            .Should().Throw<ArgumentException>()
            .WithMessage("history[2] is refused: "
                + "The closing can begin only from the middle phase; the current phase is: opening phase.*");
        ((Action)(() => NegotiationCase.Replay(Talks.Prepared, []))).Should().Throw<ArgumentException>().WithMessage("history is empty*");
    }

    [Fact]
    public void An_event_has_the_parts_of_its_move_and_no_others()
    {
        ((Action)(() => _ = new NegotiationEvent(NegotiationMove.Offer, Talks.Start, Us))).Should().Throw<ArgumentException>()
            .WithMessage("proposal is missing; the move Offer needs it.*");
        ((Action)(() => NegotiationEvent.Accept(Talks.Start, null!)))
            .Should().Throw<ArgumentException>().WithMessage("by is missing; the move Accept needs it.*");
        ((Action)(() => _ = new NegotiationEvent(NegotiationMove.Open, Talks.Start, Us))).Should().Throw<ArgumentException>()
            .WithMessage("by is given; the move Open takes none.*");
        ((Action)(() => _ = new NegotiationEvent(NegotiationMove.WalkAway, Talks.Start, Us, isConditional: true)))
            .Should().Throw<ArgumentException>()
            .WithMessage("isConditional is given; the move WalkAway takes none.*");
    }

    [Fact]
    public void A_negotiation_survives_json_by_replay()
    {
        var talks = new NegotiationCase(Talks.Prepared, Agreed);
        var json = JsonSerializer.Serialize(talks);
        var back = JsonSerializer.Deserialize<NegotiationCase>(json)!;

        back.Should().Be(talks);
        back.Phase.Should().Be(NegotiationPhase.Agreed);
        back.GetHashCode().Should().Be(talks.GetHashCode());
        json.Should().Contain("\"At\":\"2026-03-03T08:00:00Z\"").And.NotContain("Phase");
        ((Action)(() => JsonSerializer.Deserialize<NegotiationEvent>("""{"Move":"Open","At":"yesterday"}""")))
            .Should().Throw<JsonException>().WithMessage("'yesterday' is not an instant; write it as in 2026-03-31T08:00:00Z*");
    }

    [Fact]
    public void Values_say_what_they_are_in_every_culture()
    {
        using var _ = new CultureScope("ar-SA");
        Agreed[4].ToString().Should().Be("2026-03-06T08:00:00Z Offer by Us: days = 45, price = 112");
        new NegotiationCase(Talks.Prepared, Agreed[..2]).ToString().Should().Be("NegotiationCase { Opening, 2 events }");
    }

    // A model of its own: what the phases allow, written down once more in the plainest way.
    [Fact]
    public void No_random_sequence_of_events_makes_an_illegal_transition()
    {
        var reached = new HashSet<NegotiationPhase>();
        Check.One(Seeded.Cases(400), Prop.ForAll(
            (from isPrepared in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
             from events in Events.ListOf(40)
             select (isPrepared, events)).ToArbitrary(),
            run =>
            {
                var preparation = run.isPrepared ? Talks.Prepared : new NegotiationPreparation([Talks.Price, Talks.Days]);
                var talks = new NegotiationCase(preparation);
                var model = new Model(run.isPrepared);
                foreach (var next in run.events)
                {
                    var isOffered = talks.NextSteps(Monday).Any(each => each.Key == next.Move.Name);
                    isOffered.Should().Be(model.IsPossible(next.Move), "{0} after {1}", next.Move, talks);
                    var isLegal = model.Make(next);
                    var step = talks.Apply(next);
                    step.IsAccepted.Should().Be(isLegal, "{0} after {1}: {2}", next, talks, step.Reason);
                    step.Case.Phase.Should().Be(model.Phase);
                    step.Case.History.Count.Should().Be(talks.History.Count + (isLegal ? 1 : 0));
                    talks = step.Case;
                    reached.Add(talks.Phase);
                }

                new NegotiationCase(preparation, talks.History).Should().Be(talks);
                if (talks.History.Count > 0)
                    NegotiationCase.Replay(preparation, talks.History).Case.Phase.Should().Be(talks.Phase);
            }));
        reached.Should().BeEquivalentTo(NegotiationPhase.InOrder);
    }

    private static CaseResult<NegotiationCase> Run(IReadOnlyList<NegotiationEvent> events) =>
        NegotiationCase.Replay(Talks.Prepared, events);

    private static Gen<NegotiationEvent> Events =>
        from day in Gen.Frequency((9, Gen.Constant(10)), (1, Gen.Choose(8, 11)))
        let at = Talks.After(day)
        from side in Gen.Elements(Us, Them)
        from proposal in Gen.Frequency(
            (8, Gen.Constant(Talks.Deal(105, 45))),
            (1, Gen.Constant(Talks.Deal(95, 45))),
            (1, Gen.Constant(new Package(("price", 105)))),
            (1, Gen.Elements(new Package(("colour", 1)), new Package())))
        from next in Gen.Frequency(
            (3, Gen.Constant(NegotiationEvent.Open(at))),
            (8, Gen.Constant(NegotiationEvent.Offer(at, side, proposal))),
            (3, Gen.Constant(NegotiationEvent.Bargain(at))),
            (3, Gen.Constant(NegotiationEvent.Close(at))),
            (1, Gen.Constant(NegotiationEvent.Reopen(at))),
            (1, Gen.Constant(NegotiationEvent.Accept(at, side))),
            (1, Gen.Frequency((1, Gen.Constant(NegotiationEvent.WalkAway(at, side))), (5, Gen.Constant(NegotiationEvent.Open(at))))))
        select next;

    private sealed class Model(bool isPrepared)
    {
        private readonly Dictionary<NegotiationParty, Package> _offers = [];
        private static readonly NegotiationEvent[] Trials =
        [
            NegotiationEvent.Open(Talks.Start), NegotiationEvent.Bargain(Talks.Start), NegotiationEvent.Close(Talks.Start),
            NegotiationEvent.Reopen(Talks.Start), NegotiationEvent.Offer(Talks.Start, Them, Talks.Deal(105, 45)),
            NegotiationEvent.Accept(Talks.Start, Us), NegotiationEvent.Accept(Talks.Start, Them),
            NegotiationEvent.WalkAway(Talks.Start, Us),
        ];

        private Instant _last = Instant.MinValue;
        private bool _hasBargained;

        public NegotiationPhase Phase { get; private set; } = NegotiationPhase.Preparation;

        public bool Make(NegotiationEvent next)
        {
            if (next.At < _last || After(next) is not { } phase)
                return false;
            if (next.Move == NegotiationMove.Offer)
            {
                _offers[next.By!] = next.Proposal!;
                _hasBargained |= Phase == NegotiationPhase.Middle;
            }

            (_last, Phase) = (next.At, phase);
            return true;
        }

        // Whether any event with the move would be accepted, tried one by one.
        public bool IsPossible(NegotiationMove move) => Trials.Where(each => each.Move == move).Any(each => After(each) is not null);

        private NegotiationPhase? After(NegotiationEvent next) => (Phase.Name, next.Move.Name) switch
        {
            ("Preparation", "Open") when isPrepared => NegotiationPhase.Opening,
            ("Opening" or "Middle" or "Closing", "Offer") when CanBeOffered(next) => Phase,
            ("Opening", "Bargain") when _offers.Count == 2 => NegotiationPhase.Middle,
            ("Middle", "Close") when _hasBargained => NegotiationPhase.Closing,
            ("Closing", "Reopen") => NegotiationPhase.Middle,
            ("Closing", "Accept") when CanBeAccepted(_offers[next.By == Us ? Them : Us]) => NegotiationPhase.Agreed,
            ("Opening" or "Middle" or "Closing", "WalkAway") => NegotiationPhase.WalkedAway,
            _ => null,
        };

        private static bool CanBeOffered(NegotiationEvent next) =>
            next.Proposal!.Values.ContainsKey("price") && (next.By == Them || next.Proposal.Values["price"] >= 100);

        private static bool CanBeAccepted(Package offer) => offer.Values.ContainsKey("days") && offer.Values["price"] >= 100;
    }
}
