using KeyAccount.Core.Bidding;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Bidding;

public class BidReviewTests
{
    internal static readonly Tender Sample = new()
    {
        Title = "Line 4 drives", AsOf = new(2026, 3, 20), Form = TenderForm.Open, Regime = TenderRegime.TenderingLaw, Currency = "CNY",
        Days = [new(TenderDate.FileIssued, new(2026, 3, 2)), new(TenderDate.Deadline, new(2026, 3, 25))],
        Scoring = new([new("solution", 40, 8), new("service", 20, 2), new("references", 10)], PriceFormula.LowestIsFull(30, 2)),
        Us = new("us", 960_000, 980_000, [new("solution", 30, 36), new("service", 15, 18), new("references", 8, 10)]),
        Rivals =
        [
            new("Northwind", 900_000, 990_000, [new("solution", 28, 34), new("service", 12, 16), new("references", 6, 9)]),
            new("Dragon Drives", 940_000, 1_050_000, [new("solution", 30, 38), new("service", 10, 18), new("references", 8, 10)]),
        ],
        LowestAllowed = 930_000, Margin = 180_000, BidCost = 25_000, Estimate = 1_000_000, Deposit = 20_000,
        Facts = new() { Support = 65, RequirementFit = 80, MarginRate = 0.16, CapacityShare = 0.7, StrategicWorth = 60, TimeLeftShare = 1, AreMandatoryMet = true, IsWrittenForRival = false, HasDecisionMaker = true },
        Register = new()
        {
            Documents = [new() { Name = "letter of bid", IsPresent = true, NeedsSignature = true, Figures = [new() { Label = "price", Amount = 970_000, Words = "玖拾柒万元整" }] }],
            Answers = [new() { Criterion = "solution", Page = 10, Evidence = "test report" }],
        },
        OpenedOn = new(2026, 2, 20), History = [new(BidEventKind.FileIssued, new(2026, 3, 2))],
    };

    [Fact]
    public void A_tender_is_judged_from_one_file()
    {
        var review = BidReview.Of(Tender.FromJson(Sample.ToJson()));
        review.HasStop.Should().BeFalse();
        review.Facts.ExpectedRank.Should().Be(review.Ranking!.ExpectedRank);
        review.Facts.PricePosition.Should().BeApproximately(970_000 / 945_000.0, 1e-9);
        review.Value!.Expected.Should().BeApproximately((review.Ranking.WinOdds * 180_000) - 25_000, 1e-6);
        review.PriceToWin!.Limit.Should().BeGreaterThan(0);
        review.Facts.IsBelowFloor.Should().Be(review.PriceToWin.MayBeOffered == false);
        review.Faults.Select(fault => fault.Kind).Should().Equal(BidFaultKind.NotSigned, BidFaultKind.Unanswered, BidFaultKind.Unanswered);
        review.Duties.Single(check => check.Duty.Key == "preparation").State.Should().Be(DutyState.Kept);
        review.IsDepositTooHigh.Should().BeFalse("2 % is allowed");
        BidReview.Of(Sample with { Deposit = 20_000.01m }).IsDepositTooHigh.Should().BeTrue();
        review.NextSteps.Single().DueOn.Should().Be(new LocalDate(2026, 3, 25));
        Tender.FromJson(Sample.ToJson()).Should().Be(Sample);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "下周拜访评委")]
    public void A_stop_ends_every_judgement(bool isStated, string note)
    {
        var review = BidReview.Of(Sample with { Conduct = new() { HasEvaluatorContact = isStated ? true : null }, Notes = [note] });
        review.HasStop.Should().BeTrue();
        (review.Decision, review.Ranking, review.Value, review.PriceToWin, review.Validity).Should().Be((null, null, null, null, null));
        review.NextSteps.Should().BeEmpty();
        foreach (var language in Language.All)
        {
            var text = review.Describe(language).ToJson();
            text.Should().NotContain("Northwind");
        }

        review.Describe().ToJson().Should().Contain("must not be approached in private").And.Contain("legal department");
    }

    [Fact]
    public void Where_there_is_nothing_to_decide_it_says_why_and_decides_nothing()
    {
        Undecidable(Sample with { Validity = new() { AreFewerThanThree = true } }).Should().StartWith("The tender is void: fewer than three").And.Contain("article 36");
        Undecidable(Sample with { Validity = new() { IsUnsigned = true } }).Should().StartWith("The bid is invalid");
        Undecidable(Sample with
        {
            History =
            [
                new(BidEventKind.FileIssued, new(2026, 3, 2)), new(BidEventKind.Submitted, new(2026, 3, 3)), new(BidEventKind.Opened, new(2026, 3, 4)),
                new(BidEventKind.Published, new(2026, 3, 5)), new(BidEventKind.Won, new(2026, 3, 6)),
            ],
        }).Should().Be("The result is known: won.");
        Undecidable(Sample with { AsOf = new(2026, 3, 25) }).Should().BeNull("the day itself is not over");
        Undecidable(Sample with { AsOf = new(2026, 3, 26) }).Should().Be("The deadline of 2026-03-25 has passed without a bid of ours.");

        static string? Undecidable(Tender tender)
        {
            var review = BidReview.Of(tender);
            (review.Decision is null).Should().Be(review.Undecidable is not null);
            if (review.Undecidable is { } reason)
                review.Describe().ToJson().Should().Contain("nothing to decide").And.Contain(reason.En);
            return review.Undecidable?.En;
        }
    }

    [Fact]
    public void A_price_below_the_floor_and_a_bid_that_costs_more_than_it_brings_are_no_bids()
    {
        Caps(Sample with { LowestAllowed = 970_000 }).Should().NotContain("belowFloor", "the middle of our range is allowed");
        Caps(Sample with { LowestAllowed = 970_000.01m }).Should().Contain("belowFloor");
        var odds = (decimal)BidReview.Of(Sample).Ranking!.WinOdds;
        Caps(Sample with { Margin = 100_000, BidCost = Math.Floor(odds * 100_000) }).Should().NotContain("worthLessThanCost");
        Caps(Sample with { Margin = 100_000, BidCost = Math.Ceiling(odds * 100_000) }).Should().Contain("worthLessThanCost");

        static IEnumerable<string> Caps(Tender tender) => BidReview.Of(tender).Decision!.Caps.Where(cap => cap.Holds == true).Select(cap => cap.Key);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("history")]
    [InlineData("statements")]
    [InlineData("evidence")]
    public void A_phrase_is_found_in_every_text_of_the_file(string where)
    {
        const string Text = "We agreed the price with Northwind.";
        var tender = where switch
        {
            "notes" => Sample with { Notes = [Text] },
            "history" => Sample with { History = [new(BidEventKind.FileIssued, new(2026, 3, 2), Text)] },
            "statements" => Sample with { Register = new() { Documents = [new() { Name = "d", Statements = [new() { Label = "price", Text = Text }] }] } },
            _ => Sample with { Register = new() { Answers = [new() { Criterion = "solution", Page = 10, Evidence = Text }] } },
        };
        BidReview.Of(tender).HasStop.Should().BeTrue();
    }

    [Fact]
    public void What_has_not_happened_yet_is_no_history() =>
        FluentActions.Invoking(() => BidReview.Of(Sample with { AsOf = new(2026, 3, 1) })).Should().Throw<InvalidModelException>().Which.Faults
            .Select(fault => fault.ToString()).Should().Equal("history[0].on: it is 2026-03-02, after asOf, 2026-03-01; enter only what has happened");

    [Fact]
    public void A_fault_of_a_rival_has_the_place_of_that_rival() =>
        FluentActions.Invoking(() => BidReview.Of(Sample with { Rivals = [Sample.Rivals[0], new("r", 1, 1)] })).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Path).Should().Equal("rivals[1]");

    [Fact]
    public void Half_a_file_is_judged_as_far_as_it_goes()
    {
        var review = BidReview.Of(Tender.FromJson("""{"title":"x","asOf":"2026-01-01"}"""));
        review.Decision!.IsRated.Should().BeFalse();
        review.Ranking.Should().BeNull();
        review.Duties.Should().BeEmpty();
        System.Text.RegularExpressions.Regex.Unescape(review.Describe("zh-Hans").ToJson()).Should().Contain("信息不足");
    }

    [Theory]
    [InlineData("""{"title":" ","asOf":"2026-01-01"}""", "$")]
    [InlineData("""{"title":"x","asOf":"soon"}""", "asOf")]
    [InlineData("""{"title":"x","asOf":"2026-01-01","estimate":0}""", "estimate")]
    [InlineData("""{"title":"x","asOf":"2026-01-01","colour":1}""", "colour")]
    [InlineData("""{"title":"x","asOf":"2026-01-01","scoring":{"criteria":[{"key":"k","points":60}],"price":{"kind":"LowestIsFull","points":30},"totalPoints":100}}""", "scoring")]
    public void A_fault_is_named_by_its_place(string json, string path) =>
        FluentActions.Invoking(() => Tender.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults.Should().Contain(fault => fault.Path.StartsWith(path));

    [Fact]
    public void Parts_that_do_not_go_together_are_named_all_at_once()
    {
        var faults = FluentActions.Invoking(() => BidReview.Of(Sample with
        {
            Days = [new(TenderDate.Deadline, new(2026, 3, 1)), new(TenderDate.FileIssued, new(2026, 3, 2))],
            History = [new(BidEventKind.Won, new(2026, 3, 2))],
            Us = new("us", 1, 1),
        })).Should().Throw<InvalidModelException>().Which.Faults;
        faults.Select(fault => fault.Path).Should().Equal("days", "history", "us");
        FluentActions.Invoking(() => BidReview.Of(Sample with { OpenedOn = null })).Should().Throw<InvalidModelException>().Which.Faults.Single().Path.Should().Be("openedOn");
    }
}
