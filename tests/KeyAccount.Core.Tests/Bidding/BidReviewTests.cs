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
        (review.Decision, review.Ranking, review.Value, review.PriceToWin, review.BestBid, review.Outcome).Should().Be((null, null, null, null, null, null));
        review.Validity.Should().BeEmpty();
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
            (review.Decision is null).Should().Be(review.Undecidable.Count > 0);
            if (review.Undecidable.Count > 0)
                review.Describe().ToJson().Should().Contain("nothing to decide").And.Contain(review.Undecidable[0].En);
            return review.Undecidable.SingleOrDefault()?.En;
        }
    }

    [Fact]
    public void Every_reason_is_told_void_before_invalid_and_the_result_last()
    {
        var review = BidReview.Of(Sample with
        {
            Validity = new() { IsOtherCase = true, IsUnsigned = true, HasUnlawfulAct = true, IsDepositMissing = true },
            History =
            [
                new(BidEventKind.FileIssued, new(2026, 3, 2)), new(BidEventKind.Submitted, new(2026, 3, 3)), new(BidEventKind.Opened, new(2026, 3, 4)),
                new(BidEventKind.Lost, new(2026, 3, 6)),
            ],
        });
        review.Validity.Select(hit => hit.RuleId).Should().Equal("void.unlawful", "invalid.deposit", "invalid.unsigned", "invalid.other");
        review.Outcome.Should().Be(BidOutcome.TenderVoid);
        review.Undecidable.Should().HaveCount(5);
        review.Undecidable[^1].En.Should().Be("The result is known: lost.");
        var told = System.Text.RegularExpressions.Regex.Unescape(review.Describe("zh-Hans").ToJson());
        review.Undecidable.Should().OnlyContain(reason => told.Contains(reason.ZhHans));
        review.NextSteps.Select(step => step.Key).Should().Equal("Debrief", "LegalObjection", "KeepRelation", "NextLot");
    }

    [Fact]
    public void A_bid_that_is_marked_as_not_valid_has_no_rank_and_nothing_to_decide()
    {
        var review = BidReview.Of(Sample with { Us = new("us", 960_000, 980_000, [], isValid: false) });
        review.Ranking.Should().BeNull();
        review.Undecidable.Single().En.Should().Be("Our own bid is marked as not valid.");
        BidReview.Of(Sample with { Us = new("us", 960_000, 980_000, [], isValid: false), Validity = new() { IsUnsigned = true } }).Undecidable.Should().ContainSingle("the reason says it already");
    }

    [Fact]
    public void The_best_price_follows_the_scoring_and_needs_our_cost()
    {
        BidReview.Of(Sample).BestBid.Should().BeNull("nobody has said what the order costs us");
        var tender = Sample with { Cost = 800_000 };
        var best = BidReview.Of(tender).BestBid!;
        best.Price.Should().BeInRange(930_000, 1_000_000);
        for (var price = 930_000m; price <= 1_000_000; price += 5_000)
        {
            var us = new TenderBidder("us", price, price, tender.Us!.Estimates);
            ((double)(price - 800_000) * BidRanking.Of(tender.Scoring!, us, tender.Rivals).WinOdds).Should().BeLessThanOrEqualTo(best.ExpectedProfit * 1.01);
        }

        BidReview.Of(tender with { LowestAllowed = 995_000 }).BestBid!.Price.Should().BeInRange(995_000, 1_000_000);
        BidReview.Of(tender with { Estimate = null }).BestBid!.ExpectedProfit.Should().BeGreaterThanOrEqualTo(0.99 * best.ExpectedProfit);
        BidReview.Of(tender with { Cost = 2_000_000 }).BestBid.Should().BeNull("no price that anybody bids covers it");
        BidReview.Of(tender with { Rivals = [] }).BestBid.Should().BeNull("without a rival every price wins");
        Told(tender).Should().Contain("By the scoring of the tender");

        // Without a scoring the lowest price wins: Friedman's three figures, from a file.
        foreach (var (rivals, price) in ((int, double)[])[(1, 1.15), (2, 1.10), (3, 1.075)])
        {
            var friedman = Sample with { Scoring = null, Us = null, LowestAllowed = null, Margin = null, Cost = 1, Rivals = [.. Enumerable.Range(1, rivals).Select(i => new TenderBidder($"r{i}", 0.9m, 1.3m))] };
            BidReview.Of(friedman).BestBid!.Price.Should().BeApproximately(price, 1e-7);
            Told(friedman).Should().Contain("If the lowest price wins");
        }
    }

    [Fact]
    public void By_price_alone_the_best_price_is_Friedmans()
    {
        var scoring = new TenderScoring([], PriceFormula.LowestIsFull(100));
        foreach (var rivals in (PriceRange[][])[[new(90, 130)], [new(90, 130), new(95, 125)]])
        {
            var scored = BestBid.Of(80, scoring, new("us", 100, 120), [.. rivals.Select((rival, i) => new TenderBidder($"r{i}", rival.Low, rival.High))])!;
            var friedman = BestBid.Of(80, rivals)!;
            scored.Price.Should().BeApproximately(friedman.Price, 1);
            scored.WinOdds.Should().BeApproximately(friedman.WinOdds, 0.03);
        }
    }

    [Fact]
    public void Without_a_rival_there_are_no_odds_and_no_rank_to_decide_by()
    {
        foreach (var tender in (Tender[])[Sample with { Rivals = [] }, Sample with { Rivals = [new("out", 1, 1, [], isValid: false)] }])
        {
            var review = BidReview.Of(tender);
            (review.Facts.ExpectedRank, review.Value, review.PriceToWin, review.BestBid).Should().Be((null, null, null, null));
            review.Ranking!.Gains.Should().NotBeEmpty("points can be gained all the same");
            review.Describe().ToJson().Should().Contain("No valid rival is named").And.NotContain("Odds of winning");
        }
    }

    [Fact]
    public void Where_too_little_is_known_no_way_to_a_decision_is_told() =>
        Told(new() { Title = "x", AsOf = new(2026, 1, 1) }).Should().Contain("Too little is known").And.NotContain("How to reach");

    [Fact]
    public void A_bid_that_costs_more_than_the_margin_pays_at_no_odds() =>
        Told(Sample with { BidCost = 180_001 }).Should().Contain("no odds");

    [Fact]
    public void Quality_and_cost_in_a_file_turn_the_winner()
    {
        // World Bank: technical 90, 85, 80 and prices 120, 110, 100.
        foreach (var (quality, ours, second, third) in ((double, double, double, double)[])[(0.8, 88.6667, 86.1818, 84), (0.6, 87.3333, 87.3636, 88)])
        {
            var file = $$"""
                {"title":"QCBS","asOf":"2026-01-01",
                 "scoring":{"criteria":[{"key":"t","points":100}],"price":{"kind":"LowestIsFull","points":100},"technicalWeight":{{quality}},"priceWeight":{{1 - quality:0.0}}},
                 "us":{"name":"us","lowPrice":120,"highPrice":120,"estimates":[{"criterion":"t","low":90,"high":90}]},
                 "rivals":[{"name":"b","lowPrice":110,"highPrice":110,"estimates":[{"criterion":"t","low":85,"high":85}]},
                           {"name":"c","lowPrice":100,"highPrice":100,"estimates":[{"criterion":"t","low":80,"high":80}]},
                           {"name":"out","lowPrice":1,"highPrice":1,"isValid":false}]}
                """;
            var review = BidReview.Of(Tender.FromJson(file));
            review.Ranking!.Bidders.Take(3).Select(bidder => Math.Round(bidder.Total!.Value, 4)).Should().Equal(ours, second, third);
            review.Ranking.WinOdds.Should().Be(quality == 0.8 ? 1 : 0);
            review.Describe().ToJson().Should().Contain("Weights: quality");
        }
    }

    [Fact]
    public void Duties_and_holidays_of_the_file_take_the_place_of_the_ready_ones()
    {
        const string File = """
            {"title":"x","asOf":"2026-02-10","regime":"GovernmentPurchasing","openedOn":"2026-01-01",
             "days":[{"date":"FileIssued","on":"2026-01-05"},{"date":"Deadline","on":"2026-02-06"},{"date":"ResultKnown","on":"2026-02-10"}],
             "duties":[{"key":"own","from":"ResultKnown","to":"Query","days":7,"isInWorkingDays":true},
                       {"key":"file","from":"FileIssued","to":"Deadline","isAtLeast":true,"days":40,"provenance":{"kind":"Literature","reference":"our framework agreement"}}],
             "holidays":["2026-02-16","2026-02-17","2026-02-18","2026-02-19","2026-02-20","2026-02-23"],"workingDays":["2026-02-14"],
             "history":[{"kind":"FileIssued","on":"2026-01-05"},{"kind":"Submitted","on":"2026-02-01"},{"kind":"Opened","on":"2026-02-06"},{"kind":"Lost","on":"2026-02-10"}]}
            """;
        var review = BidReview.Of(Tender.FromJson(File));

        // Wed 11, Thu 12, Fri 13, Sat 14 (worked), Tue 24, Wed 25, Thu 26.
        review.Duties[0].Limit.Should().Be(new LocalDate(2026, 2, 26));
        review.Duties[1].State.Should().Be(DutyState.Broken);
        review.NextSteps.Single(step => step.Key == "LegalObjection").DueOn.Should().Be(new LocalDate(2026, 2, 26));
        review.Describe().ToJson().Should().ContainAll("2 duties of the file", "6 public holidays", "1 day off", "Query sent within 7 working days", "our framework agreement", "a rule of the user");
        BidReview.Of(Tender.FromJson(File) with { Duties = null }).Describe().ToJson().Should().Contain("of the library.");
        BidReview.Of(Tender.FromJson(File) with { Holidays = [], WorkingDays = [] }).Describe().ToJson().Should().Contain("No public holidays are given");
        Tender.FromJson(Tender.FromJson(File).ToJson()).Should().Be(Tender.FromJson(File));
    }

    [Fact]
    public void The_three_rules_stand_there_also_when_nothing_breaks_them()
    {
        Told(Sample with { Register = new(), Scoring = null }).Should().Contain("nothing could be checked");
        var whole = Sample with
        {
            Scoring = null,
            Register = new() { Documents = [.. BidDocumentKind.InOrder.Select(kind => new BidDocument { Name = kind.Name, Kind = kind, IsPresent = true })] },
        };
        Told(whole).Should().ContainAll("Nothing missing", "Nothing rough", "Nothing wrong", "Nothing is missing, rough or wrong").And.NotContain("Not in the register");
        Told(Sample).Should().Contain("Not in the register");
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
    [InlineData("""{"title":" ","asOf":"2026-01-01"}""", "title")]
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
        faults.Select(fault => fault.Path).Should().Equal("days[0]", "history", "margin", "us");
        FluentActions.Invoking(() => BidReview.Of(Sample with { OpenedOn = null })).Should().Throw<InvalidModelException>().Which.Faults.Single().Path.Should().Be("openedOn");
    }

    [Theory]
    [InlineData("days", """ "days":[{"date":"Deadline","on":"2026-03-01"},{"date":"Deadline","on":"2026-03-02"}] """, "days[1]")]
    [InlineData("order", """ "days":[{"date":"Opening","on":"2026-03-01"},{"date":"Deadline","on":"2026-03-02"}] """, "days[0]")]
    [InlineData("far", """ "days":[{"date":"Deadline","on":"9999-12-31"}] """, "days[0]")]
    [InlineData("key", """ "duties":[{"key":"a","from":"Notice","to":"Contract","days":1},{"key":"a","from":"Notice","to":"Contract","days":2}] """, "duties[1]")]
    [InlineData("itself", """ "duties":[{"key":"a","from":"Notice","to":"Notice","days":1}] """, "duties[0]")]
    [InlineData("holiday", """ "holidays":["2026-01-01","2026-01-01"] """, "holidays[1]")]
    [InlineData("both", """ "holidays":["2026-01-01"],"workingDays":["2026-01-01"] """, "workingDays[0]")]
    [InlineData("asOf", """ "openedOn":"2026-03-02" """, "openedOn")]
    [InlineData("name", """ "scoring":{"criteria":[{"key":"t","points":70}],"price":{"kind":"Linear","points":30}},"us":{"name":"a","lowPrice":1,"highPrice":1,"estimates":[{"criterion":"t","low":1,"high":1}]},"rivals":[{"name":"a","lowPrice":1,"highPrice":1,"estimates":[{"criterion":"t","low":1,"high":1}]}] """, "rivals[0]")]
    [InlineData("margin", """ "margin":2,"us":{"name":"a","lowPrice":1,"highPrice":1} """, "margin")]
    public void What_does_not_go_together_is_named_by_its_place(string what, string part, string path)
    {
        what.Should().NotBeEmpty();
        FluentActions.Invoking(() => BidReview.Of(Tender.FromJson($$"""{"title":"x","asOf":"2026-03-01",{{part}}}"""))).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Path).Should().Equal(path);
    }

    [Theory]
    [InlineData(""" "holidays":["soon"] """, "holidays[0]")]
    [InlineData(""" "holidays":"2026-01-01" """, "holidays")]
    [InlineData(""" "duties":[{"key":"a","from":"Notice","to":"Contract","days":3651}] """, "duties[0].days")]
    [InlineData(""" "duties":[{"key":"a","from":"Notice","to":"Contract","days":-1}] """, "duties[0].days")]
    [InlineData(""" "duties":[{"key":" ","from":"Notice","to":"Contract"}] """, "duties[0].key")]
    [InlineData(""" "duties":[{"key":"a","from":"Notice"}] """, "duties[0].to")]
    [InlineData(""" "us":{"name":"a","lowPrice":0,"highPrice":1} """, "us.lowPrice")]
    [InlineData(""" "us":{"name":"a","lowPrice":2,"highPrice":1} """, "us.highPrice")]
    [InlineData(""" "us":{"name":"a","lowPrice":1,"highPrice":1000000000000001} """, "us.highPrice")]
    [InlineData(""" "cost":0 """, "cost")]
    public void A_fault_of_form_is_named_by_its_place(string part, string path) =>
        FluentActions.Invoking(() => Tender.FromJson($$"""{"title":"x","asOf":"2026-03-01",{{part}}}""")).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Path).Should().Equal(path);

    [Fact]
    public void Numbers_at_their_bounds_are_judged()
    {
        const decimal Most = TenderBidder.MostPrice;
        var scoring = new TenderScoring([new("t", 70)], PriceFormula.LowestIsFull(30));
        foreach (var (ours, theirs) in ((decimal, decimal)[])[(Most, Most), (0.0000001m, Most), (Most, 0.0000001m)])
        {
            var tender = new Tender
            {
                Title = "x", AsOf = new(2999, 12, 31), Scoring = scoring, Us = new("a", ours, ours, [new("t", 0, 70)]), Rivals = [new("b", theirs, theirs, [new("t", 0, 70)])],
                LowestAllowed = decimal.MaxValue, BidCost = decimal.MaxValue, Estimate = decimal.MaxValue, Deposit = decimal.MaxValue, Cost = 0.0000001m,
                Days = [new(TenderDate.Notice, new(2999, 12, 31))], Regime = TenderRegime.GovernmentPurchasing,
            };
            foreach (var language in Language.All)
                BidReview.Of(tender).Describe(language).Should().NotBeNull();
        }
    }

    [Fact]
    public void A_redacted_tender_names_nobody_and_keeps_every_judgement()
    {
        var tender = Sample with
        {
            AccountId = "Aldermoor", Title = "Aldermoor line 4", Notes = ["Ada Lovelace told us"],
            History = [new(BidEventKind.FileIssued, new(2026, 3, 2), "from Ada Lovelace")],
            Register = new()
            {
                Documents =
                [
                    new() { Name = "a", IsPresent = true, Statements = [new() { Label = "contact", Text = "Ada Lovelace" }] },
                    new() { Name = "b", IsPresent = true, Statements = [new() { Label = "contact", Text = "Alan Turing" }] },
                    new() { Name = "c", IsPresent = true, Statements = [new() { Label = "contact", Text = "Ada Lovelace " }] },
                ],
                Answers = [new() { Criterion = "solution", Evidence = "Ada Lovelace" }, new() { Criterion = "service", Evidence = " " }],
            },
        };
        var (before, after) = (BidReview.Of(tender), BidReview.Of(KeyAccount.Core.Reviews.Redaction.RedactTender(tender, new() { Accounts = true })));
        after.Tender.ToJson().Should().NotContainAny("Lovelace", "Turing", "Aldermoor");
        after.Describe().ToJson().Should().NotContainAny("Lovelace", "Turing", "Aldermoor");
        after.Faults.Select(fault => (fault.Kind, fault.Place, fault.IsInvalidating)).Should().Equal(before.Faults.Select(fault => (fault.Kind, fault.Place, fault.IsInvalidating)));
        after.Faults.Should().ContainSingle(fault => fault.Kind == BidFaultKind.StatementsDiffer);
        (after.Decision!.Band, after.Ranking!.WinOdds).Should().Be((before.Decision!.Band, before.Ranking!.WinOdds));
        var stopped = tender with { Notes = ["下周拜访评委"] };
        BidReview.Of(KeyAccount.Core.Reviews.Redaction.RedactTender(stopped)).Stops.Single().Advice.Should().Be(BidStop.EvaluatorContact);
        KeyAccount.Core.Reviews.Redaction.RedactTender(tender).AccountId.Should().Be("Aldermoor", "a company is nobody");
    }

    private static string Told(Tender tender) => BidReview.Of(tender).Describe().ToJson();
}
