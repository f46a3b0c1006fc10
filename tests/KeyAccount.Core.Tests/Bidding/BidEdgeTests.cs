using KeyAccount.Core.Bidding;
using NodaTime;

namespace KeyAccount.Core.Tests.Bidding;

/// <summary>What happens at the ends of ranges and with what is not given.</summary>
public class BidEdgeTests
{
    private static readonly LocalDate Day = new(2026, 5, 4);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly TenderScoring Scoring = new([new("technical", 70)], PriceFormula.LowestIsFull(30));

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        TenderBidder us = new("us", 100, 120);
        Refused("rivals", () => BestBid.Of(1, null!));
        Refused("rivals", () => BestBid.Of(1, [null!]));
        Refused("id", () => _ = new BidCase(" ", Day));
        Refused("happened", () => new BidCase("1", Day).Apply(null!));
        Refused("kind", () => _ = new BidEvent(null!, Day));
        Refused("text", () => BidPhrases.In(null!));
        Refused("scoring", () => BidRanking.Of(null!, us, []));
        Refused("us", () => BidRanking.Of(Scoring, null!, []));
        Refused("rivals", () => BidRanking.Of(Scoring, us, null!));
        Refused("criteria", () => new BidRegister().Faults(null!));
        Refused("criteria", () => new BidRegister().Faults([null!]));
        Refused("criterion", () => _ = new CriterionEstimate("", 1, 2));
        Refused("prices", () => PriceFormula.LowestIsFull(30).PointsOf(null!));
        Refused("prices", () => PriceFormula.LowestIsFull(30).PointsOf([null!]));
        Refused("scoring", () => PriceToWin.Of(null!, 58, [new(62, 100)]));
        Refused("rivals", () => PriceToWin.Of(Scoring, 58, null!));
        Refused("rivals", () => PriceToWin.Of(Scoring, 58, [null!]));
        Refused("rivals", () => BidRanking.Of(Scoring, us, [null!]));
        Refused("tender", () => BidReview.Of(null!));
        Refused("Label", () => _ = new BidStatement { Label = " ", Text = "x" });
        Refused("Text", () => _ = new BidStatement { Label = "x", Text = null! });
        Refused("Label", () => _ = new BidFigure { Label = " ", Amount = 1 });
        Refused("Criterion", () => _ = new BidAnswer { Criterion = " " });
        Refused("Name", () => _ = new BidDocument { Name = " " });
        Refused("Duty", () => _ = new DutyCheck { Duty = null! });
        Refused("Key", () => _ = new TenderDuty { Key = " ", From = TenderDate.Opening, To = TenderDate.Deadline });
        Refused("From", () => _ = new TenderDuty { Key = "k", From = null!, To = TenderDate.Deadline });
        Refused("To", () => _ = new TenderDuty { Key = "k", From = TenderDate.Opening, To = null! });
        Refused("regime", () => TenderDuties.Of(null!));
        Refused("name", () => _ = new TenderBidder(" ", 1, 2));
        Refused("key", () => _ = new TenderCriterion(" ", 1));
        Refused("date", () => _ = new TenderDay(null!, Day));
        Refused("tender", () => TenderReview.Of(null!, Day));
        Refused("criteria", () => _ = new TenderScoring(null!, PriceFormula.LowestIsFull(30)));
        Refused("price", () => _ = new TenderScoring([new("technical", 70)], null!));
        Refused("openedOn", () => _ = new BidCase("1", Julian));
        Refused("asOf", () => new BidCase("1", Day).NextSteps(Julian));
        Refused("on", () => _ = new BidEvent(BidEventKind.Lost, Julian));
        Refused("deadline", () => new BidRegister().Faults([], Julian));
        Refused("on", () => _ = new TenderDay(TenderDate.Opening, Julian));
        Refused("day", () => WorkingCalendar.MondayToFriday.IsWorkingDay(Julian));
        Refused("from", () => WorkingCalendar.MondayToFriday.Plus(Julian, 1));
        Refused("holidays[0]", () => _ = new WorkingCalendar([Julian]));
        Refused("holidays[1]", () => _ = new WorkingCalendar([Day, Day]));
        Refused("workingDays[0]", () => _ = new WorkingCalendar([Day], [Day]));
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
        Refused("cost is 0; it must be above 0.*", () => BestBid.Of(0, [new(1, 2)]));
        Refused("lowestAllowed is 0; it must be above 0.*", () => BestBid.Of(1, [new(1, 2)], 0));
        Refused("winOdds is 1.1; *", () => _ = new BidValue(1.1, 1, 1));
        Refused("margin is 0; it must be above 0.*", () => _ = new BidValue(.5, 0, 1));
        Refused("bidCost is -1; *", () => _ = new BidValue(.5, 1, -1));
        Refused("low is -1; *", () => _ = new CriterionEstimate("k", -1, 1));
        Refused("high is 1; it must be at least 2.*", () => _ = new CriterionEstimate("k", 2, 1));
        Refused("kind is 99; *", () => _ = new PriceFormula((PriceFormulaKind)99, 30));
        Refused("above is -1; *", () => PriceFormula.MeanBased(30, above: -1));
        Refused("below is -1; *", () => PriceFormula.MeanBased(30, below: -1));
        Refused("decimals must be 0 … 10*", () => PriceFormula.Linear(30, 11));
        Refused("low is 0; it must be above 0.*", () => _ = new PriceRange(0, 1));
        Refused("high is 1; it must be at least 2.*", () => _ = new PriceRange(2, 1));
        Refused("technical is -1; *", () => PriceToWin.Of(Scoring, -1, [new(62, 100)]));
        Refused("lowestAllowed is 0; it must be above 0.*", () => PriceToWin.Of(Scoring, 58, [new(62, 100)], 0));
        Refused("highestAllowed is 0; *", () => BestBid.Of(1, Scoring, new("us", 100, 120), [], highestAllowed: 0));
        Refused("cost is 0; *", () => BestBid.Of(0, Scoring, new("us", 100, 120), []));
        Refused("technical is -1; *", () => _ = new RivalOffer(-1, 1));
        Refused("price is 0; *", () => _ = new RivalOffer(1, 0));
        Refused("price is *; it must be at most *", () => _ = new RivalOffer(1, TenderBidder.MostPrice + 1));
        Refused("lowPrice is 0; *", () => _ = new TenderBidder("a", 0, 1));
        Refused("highPrice is 1; it must be at least 2.*", () => _ = new TenderBidder("a", 2, 1));
        Refused("highPrice is *; it must be at most *", () => _ = new TenderBidder("a", 1, TenderBidder.MostPrice + 1));
        Refused("points is 0; *", () => _ = new TenderCriterion("k", 0));
        Refused("effort is 0; *", () => _ = new TenderCriterion("k", 1, 0));
        Refused("totalPoints is 0; *", () => _ = new TenderScoring([new("technical", 70)], PriceFormula.LowestIsFull(30), 0));
        Refused("technicalWeight is 0; *", () => _ = new TenderScoring([new("technical", 70)], PriceFormula.LowestIsFull(30), 30, 0));
        Refused("priceWeight is 0; *", () => _ = new TenderScoring([new("technical", 70)], PriceFormula.LowestIsFull(30), 70, 1, 0));
        Refused("days is 3651; *", () => WorkingCalendar.MondayToFriday.Plus(Day, 3_651));
        Refused("bidCost is -1; *", () => _ = new BidValue(0, 1, -1));
        PriceFormula.Linear(30, 10).Points.Should().Be(30);
        new CriterionEstimate("k", 0, 1_000_000).High.Should().Be(1_000_000);
    }

    [Fact]
    public void Against_a_price_that_is_known_the_same_price_wins_where_we_may_offer_it()
    {
        BestBid.Of(1, [new(10, 10)], 10).Should().Be(new BestBid(10, 1, 9));
        BestBid.Of(1, [new(10, 10)], 10.01m).Should().BeNull();
        BestBid.Of(10, [new(10, 10)]).Should().BeNull("at our cost nothing is earned");
    }

    [Fact]
    public void Phrases_stand_in_the_order_of_the_text()
    {
        var (first, second) = (BidPhrases.All[0].Phrase, BidPhrases.All[^1].Phrase);
        var found = BidPhrases.In($"{second} ... {first} ... {second}");
        found.Select(each => each.At).Should().BeInAscendingOrder();
        found.Count(each => each.Phrase == second).Should().Be(2);
        BidPhrases.In(first).Should().Contain(each => each.At == 0, "at the very beginning too");
    }

    [Fact]
    public void No_phrase_begins_with_another_one() => BidPhrases.All.Should().OnlyContain(each => BidPhrases.All.Count(
        other => other.Phrase.StartsWith(each.Phrase, StringComparison.OrdinalIgnoreCase)) == 1);

    [Fact]
    public void Points_of_a_criterion_are_checked_at_both_ends_and_given_once()
    {
        FluentActions.Invoking(() => new CriterionEstimate("k", 1, 1.234m)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("high");
        FluentActions.Invoking(() => new CriterionEstimate("k", 1, 1_000_000.01m)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("high");
        FluentActions.Invoking(() => new TenderBidder("a", 1, 2, [new("k", 1, 2), new("l", 1, 2), new("k", 1, 2)]))
            .Should().Throw<ArgumentException>().WithMessage("estimates has 'k' 2 times; give one estimate for each criterion.*");
    }

    [Fact]
    public void The_points_of_all_criteria_and_of_the_price_are_the_total()
    {
        new TenderScoring([new("a", 40), new("b", 30)], PriceFormula.LowestIsFull(30)).TotalPoints.Should().Be(100);
        new TenderScoring([new("a", 400), new("b", 300)], PriceFormula.LowestIsFull(300.0000009), 1_000).TotalPoints.Should().Be(1_000);
        FluentActions.Invoking(() => new TenderScoring([new("a", 400), new("b", 300)], PriceFormula.LowestIsFull(300.0000011), 1_000))
            .Should().Throw<ArgumentException>().WithParameterName("criteria");
    }

    [Fact]
    public void Lists_that_are_left_out_are_empty()
    {
        var register = new BidRegister { Documents = null!, Answers = null! };
        (register.Documents.Count, register.Answers.Count, new BidCase("1", Day, null).History.Count).Should().Be((0, 0, 0));
    }
}
