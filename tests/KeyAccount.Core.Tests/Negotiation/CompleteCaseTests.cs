using System.Globalization;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Tests.Negotiation;

/// <summary>A whole negotiation from its preparation to the agreement: the program of the package README, with what it prints.</summary>
public class CompleteCaseTests
{
    [Fact]
    public void A_negotiation_from_its_preparation_to_the_agreement()
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Run(said);

        said.ToString().Should().Be(
            """
            begin the talks; without a deal 30 points
            price: certain 104 … 106, possible 104 … 116
            middle phase: offer packages. We do not know whether they trust us, or how much time is left. The package they prefer shows what matters to them.
            The other side's concessions are shrinking: it is near its limit.
            Our concessions are growing: we are teaching the other side to wait.
            They concede faster than we do: 1.14 a day against 0.71.
            they offer   days = 60, price = 108, years = 2 (45 / 53)
            better       days = 90, price = 112, years = 2 (45 / 72) at no cost to us
            Nash point   days = 90, price = 120, years = 2 (65 / 60), one of 18 packages on the frontier
            An offer can be accepted only in the closing phase; the current phase is: middle phase.
            agreed: days = 90, price = 120, years = 2; replayed the same: True

            """);
    }

    private static void Run(TextWriter output)
    {
        // What each issue is worth to both sides, and to us the alternative to a deal: the spot market.
        PackageIssue[] issues =
        [
            new("price", "price", [100, 104, 108, 112, 116, 120], Scale.Linear((100, 0), (120, 100)), Scale.Linear((100, 100), (120, 0)),
                OurWeight: 50, TheirWeight: 30),
            new("days", "payment", [30, 45, 60, 90], Scale.Linear((30, 100), (90, 0)), Scale.Linear((30, 0), (90, 100)),
                OurWeight: 20, TheirWeight: 50),
            new("years", "term", [1, 2, 3], Scale.Linear((1, 0), (3, 100)), Scale.Linear((1, 100), (3, 0)),
                OurWeight: 30, TheirWeight: 20),
        ];
        var spot = new Package(("price", 104), ("days", 30), ("years", 1));
        var batna = new BargainingProblem(issues, 0, 0).ValueOf(spot).Ours;
        var problem = new BargainingProblem(issues, batna, theirAlternative: 30);

        // Preparation: goals and fall-back, and what we believe of theirs.
        var preparation = new NegotiationPreparation(
            [
                new("price", "price", IssueDirection.HigherIsBetter, "CNY", 50,
                    opening: 120, target: 112, reservation: 104, theirReservation: new(106, 116)),
                new("days", "payment", IssueDirection.LowerIsBetter, "days", 20,
                    opening: 30, target: 60, reservation: 90, theirReservation: IssueRange.Known(45)),
                new("years", "term", IssueDirection.HigherIsBetter, "years", 30,
                    opening: 3, target: 3, reservation: 1, theirReservation: new(2, 3)),
            ],
            new Alternative("the spot market", spot, batna),
            NegotiationKind.General,
            NegotiationStyle.Cooperative);
        output.WriteLine($"{preparation.Check().Advice!.DisplayName("en")}; without a deal {batna} points");
        output.WriteLine(
            $"price: certain {preparation.Issue("price")!.Zone!.Certain}, possible {preparation.Issue("price")!.Zone!.Possible}");

        // Opening and middle phase: our price follows a plan that holds out, between two dates.
        Instant Day(int day) => Instant.FromUtc(2026, 3, 1, 8, 0) + Duration.FromDays(day);
        var plan = new ConcessionPlan(opening: 120, reservation: 104, Day(1), Day(11), beta: 0.5);
        var whole = new PriceRounding(1, MidpointRounding.ToPositiveInfinity);
        Package OurOffer(Instant at, int days) => new(("price", plan.Offer(at, whole)), ("days", days), ("years", 3));
        var talks = NegotiationCase.Replay(
            preparation,
            [
                NegotiationEvent.Open(Day(1)),
                NegotiationEvent.Offer(Day(1), NegotiationParty.Us, OurOffer(Day(1), days: 30)),
                NegotiationEvent.Offer(Day(2), NegotiationParty.Them, new(("price", 100), ("days", 90), ("years", 1))),
                NegotiationEvent.Bargain(Day(3)),
                NegotiationEvent.Offer(Day(5), NegotiationParty.Us, OurOffer(Day(5), days: 60), isConditional: true),
                NegotiationEvent.Offer(Day(6), NegotiationParty.Them, new(("price", 106), ("days", 90), ("years", 1))),
                NegotiationEvent.Offer(Day(7), NegotiationParty.Us, OurOffer(Day(7), days: 60), isConditional: true),
                NegotiationEvent.Offer(Day(8), NegotiationParty.Them, new(("price", 108), ("days", 60), ("years", 2))),
            ]).Case;
        var advice = NegotiationTables.Advice.Decide(
            new() { Phase = talks.Phase, Style = preparation.Style, TimeLeft = plan.TimeRemaining(Day(8)) });
        output.WriteLine($"{talks.Phase.DisplayName("en")}: {advice.Advice!.DisplayName("en")}. {advice.Hits[0].Reason}");
        foreach (var finding in new ConcessionRecord(IssueDirection.HigherIsBetter, talks.OffersOn("price")).Findings)
            output.WriteLine(finding);

        // What their last offer is worth, and what it leaves on the table.
        var judgement = problem.Judge(talks.LastOfferOf(NegotiationParty.Them)!);
        output.WriteLine($"they offer   {judgement.Proposal}");
        output.WriteLine($"better       {judgement.BetterForThem} at no cost to us");
        output.WriteLine($"Nash point   {problem.NashPoint()}, one of {problem.Frontier().Count()} packages on the frontier");

        // We propose the Nash point, and they accept.
        output.WriteLine(talks.Apply(NegotiationEvent.Accept(Day(9), NegotiationParty.Us)).Reason);
        foreach (var next in new[]
        {
            NegotiationEvent.Close(Day(9)),
            NegotiationEvent.Offer(Day(9), NegotiationParty.Us, problem.NashPoint()!.Package),
            NegotiationEvent.Accept(Day(10), NegotiationParty.Them),
        })
        {
            talks = talks.Apply(next).Case;
        }

        var replayed = new NegotiationCase(preparation, talks.History);
        output.WriteLine($"{talks.Phase.DisplayName("en")}: {talks.Agreement}; replayed the same: {replayed == talks}");
    }
}
