using KeyAccount.Core.Competition;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Competition;

/// <summary>Who competes with us, what we know of them, and how to be different.</summary>
public class RivalTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    // Wilson 1927: 12 of 30 are 40 %, between 24.6 and 57.7 %.
    [Fact]
    public void Twelve_of_thirty_are_40_per_cent()
    {
        var record = new WinRecord(12, 18, 300, 500);
        record.WinRate.Should().Be(0.4);
        var interval = record.Interval()!;
        (Math.Round(interval.Low, 3), Math.Round(interval.High, 3)).Should().Be((0.246, 0.577));
        record.Threat.Should().Be(0.625m);
        (new WinRecord(0, 0).WinRate, new WinRecord(0, 0).Threat, new WinRecord(0, 0).Interval()).Should().Be((null, null, null));
        WinRecord.EncounterRate(3, 12).Should().Be(0.25);
        WinRecord.EncounterRate(0, 0).Should().BeNull();
        FluentActions.Invoking(() => WinRecord.EncounterRate(4, 3)).Should().Throw<ArgumentOutOfRangeException>();
        WinRecord.Sum([record, record]).Should().Be(new WinRecord(24, 36, 600, 1000));
    }

    [Fact]
    public void A_record_is_counted_from_the_encounters_unless_more_is_stated()
    {
        var rival = new Rival { Id = "r", Encounters = [Met(10, true, 5), Met(20, false, 7), Met(30, null, 9)] };
        WinRecord.Of(rival).Should().Be(new WinRecord(1, 1, 5, 7));
        WinRecord.Of(rival with { WonAgainst = 4, AmountLost = 70 }).Should().Be(new WinRecord(4, 1, 5, 70));
        (rival with { LostAgainst = 0 }).Faults(AsOf).Should().Equal("lostAgainst is 0; it must be 1 or more, what the encounters show");
        (rival with { AmountWon = 4.99m }).Faults(AsOf).Should().Equal("amountWon is 4.99; it must be 5 or more, what the encounters show");
        rival.Faults(AsOf).Should().BeEmpty();
    }

    [Fact]
    public void An_answer_answers_one_question()
    {
        var rival = new Rival { Id = "r", Answers = [new() { Text = "x" }, new() { Text = "y", Question = RivalQuestion.Positioning, DealQuestion = DealQuestion.Who }] };
        rival.Faults(AsOf).Should().HaveCount(2).And.Contain(fault => fault.StartsWith("answers[0].question is missing"))
            .And.Contain(fault => fault.StartsWith("answers[1].dealQuestion is Who"));
        new Rival { Id = "r", Benchmarks = [Rated(2, 2), Rated(3, 3)] }.Faults(AsOf).Should().Equal(
            "benchmarks[1].dimension is ProductAndTechnology, which is duplicated; it must be stated once");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(180, 0.5)]
    [InlineData(360, 0.25)]
    public void What_we_know_fades(int age, double weight)
    {
        RivalAnswer[] answers = [new() { Question = RivalQuestion.Organisation, Text = "two teams", Date = AsOf.PlusDays(-age) }];
        RivalKnowledge.Questions.Should().Be(13);
        RivalKnowledge.Coverage(answers, AsOf).Should().BeApproximately(weight / 13, 1e-12);
        RivalKnowledge.Coverage([.. answers, answers[0] with { Date = AsOf }], AsOf).Should().BeApproximately(1.0 / 13, 1e-12, "the newest counts");
        RivalKnowledge.Coverage([answers[0] with { Date = null }], AsOf).Should().BeApproximately(0.5 / 13, 1e-12);
        RivalKnowledge.Coverage([answers[0] with { Text = " " }], AsOf).Should().Be(0);
        RivalKnowledge.OpenQuestions(answers).Should().HaveCount(5).And.NotContain(RivalQuestion.Organisation);
        RivalKnowledge.OpenDealQuestions(answers).Should().HaveCount(7);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_rival_is_relevant_that_met_us_twice_within_a_year(int meetings, bool isRelevant)
    {
        var rival = new Rival { Id = "r", Encounters = [.. Enumerable.Range(0, meetings).Select(i => Met(i, null, null)), Met(366, null, null)] };
        RivalReview.IsRelevantOn(rival, AsOf).Should().Be(isRelevant);
        RivalReview.IsRelevantOn(rival, AsOf, isAfterOpenDeal: true).Should().BeTrue();
        RivalReview.IsRelevantOn(rival with { AnnualSales = 1 }, AsOf).Should().BeTrue();
    }

    [Theory]
    [InlineData(2, 1, 50, 50, true)]
    [InlineData(2, 1, 51, 49, false)]
    [InlineData(1, 1, 10, 90, false)]
    public void A_rival_is_strong_that_takes_half(int won, int lost, int amountWon, int amountLost, bool isStrong) => RivalReview.Of(
        new() { Id = "r", AnnualSales = 1, WonAgainst = won, LostAgainst = lost, AmountWon = amountWon, AmountLost = amountLost }, new(), AsOf)
        .IsStrong.Should().Be(isStrong);

    [Theory]
    [InlineData(3.24, false)]
    [InlineData(3.25, true)]
    public void A_rival_is_strong_that_is_a_quarter_ahead(double theirs, bool isStrong) =>
        RivalReview.Of(new() { Id = "r", AnnualSales = 1, Benchmarks = [Rated(3, theirs)] }, new(), AsOf).IsStrong.Should().Be(isStrong);

    [Fact]
    public void How_to_be_different_is_proven() => CompetitiveStrategy.Differentiate.Verify().IsSound.Should().BeTrue();

    [Fact]
    public void Each_of_the_six_ways_has_its_reason()
    {
        Decide(new() { IsProductAhead = true, Value = CustomerValue.Quality }).Should().Be(Differentiation.Product);
        Decide(new() { IsServiceLevel = true, Decider = StakeholderRole.KU }).Should().Be(Differentiation.Service);
        Decide(new() { Value = CustomerValue.Advisory }).Should().Be(Differentiation.People);
        Decide(new() { IsSizeLevel = true, Value = CustomerValue.CorporateImage }).Should().Be(Differentiation.Image);
        Decide(new() { Sensitivity = PriceSensitivity.High, Posture = PricePosture.Trade }).Should().Be(Differentiation.Price);
        Decide(new() { Sensitivity = PriceSensitivity.High, Posture = PricePosture.Hold }).Should().NotBe(Differentiation.Price, "the posture allows no step");
        Decide(new() { Sensitivity = PriceSensitivity.High, Posture = PricePosture.Hold, IsProcessAhead = true }).Should().Be(Differentiation.Management);
        Decide(new()).Should().Be(Differentiation.Service);
        Decide(new DifferentiationFacts { Value = CustomerValue.Economic }.With(BenchmarkProfile.Of([Rated(4, 3)]))).Should().Be(Differentiation.Product);
        Decide(new DifferentiationFacts { Value = CustomerValue.Economic }.With(BenchmarkProfile.Of([Rated(3.99, 3)]))).Should().NotBe(Differentiation.Product);

        static Differentiation? Decide(DifferentiationFacts facts) => CompetitiveStrategy.Differentiate.Decide(facts).Advice;
    }

    [Fact]
    public void An_entry_of_a_SWOT_points_to_a_fact_or_a_dated_note()
    {
        var fact = new SwotEntry { Part = SwotPart.Strength, Text = "loyal", Fact = "loyalty", Weight = 60 };
        var note = SwotEntry.Of(new EnvironmentNote { Dimension = EnvironmentDimension.Market, IsFavourable = true, Text = "boom", Date = AsOf, Origin = DataOrigin.Primary });
        (note.Part, note.Weight).Should().Be((SwotPart.Opportunity, 50));
        var swot = new SwotAnalysis([fact, note, note with { Part = SwotPart.Threat, Weight = 49.9 }, fact with { Part = SwotPart.Weakness, Weight = 50 }]);
        swot.Strategies().Select(each => each.Pair).Should().Equal(TowsPair.StrengthOpportunity, TowsPair.WeaknessOpportunity);
        swot.Strategies(49.9).Should().HaveCount(4);
        foreach (var opinion in (SwotEntry[])[fact with { Fact = null }, note with { Date = null }, note with { Origin = null }])
        {
            FluentActions.Invoking(() => new SwotAnalysis([opinion])).Should().Throw<ArgumentException>()
                .WithMessage("entries[0] (*is an opinion; it must point to a fact, or have a date and an origin.*");
        }
    }

    internal static RivalBenchmark Rated(double ours, double theirs) => new() { Dimension = BenchmarkDimension.ProductAndTechnology, Ours = ours, Theirs = theirs };

    private static RivalEncounter Met(int daysAgo, bool? isWon, decimal? amount) => new() { Date = AsOf.PlusDays(-daysAgo), IsWon = isWon, Amount = amount };

    [Fact]
    public void What_is_stated_may_be_what_is_counted_and_the_day_itself_counts()
    {
        var rival = new Rival { Id = "r", WonAgainst = 1, LostAgainst = 1, AmountWon = 5, AmountLost = 7, Encounters = [Met(0, true, 5), Met(0, false, 7)] };
        rival.Faults(AsOf).Should().BeEmpty();
        RivalReview.IsRelevantOn(rival, AsOf).Should().BeTrue("both meetings are of the day");
        RivalReview.IsRelevantOn(rival, AsOf.PlusDays(-1)).Should().BeFalse("both are still to come");
    }

    [Theory]
    [InlineData(2.99, false)]
    [InlineData(3, true)]
    public void Service_and_size_are_level_from_a_gap_of_0(double ours, bool isLevel)
    {
        var facts = new DifferentiationFacts().With(BenchmarkProfile.Of(
            [Rated(ours, 3) with { Dimension = BenchmarkDimension.Ability }, Rated(ours, 3) with { Dimension = BenchmarkDimension.SizeAndReputation }]));
        (facts.IsServiceLevel, facts.IsSizeLevel).Should().Be((isLevel, isLevel));
    }

    [Fact]
    public void What_is_dated_after_the_day_is_a_fault_with_its_place()
    {
        var (later, rival) = (AsOf.PlusDays(1), new Rival { Id = "r", Answers = [new() { Text = "x", DealQuestion = DealQuestion.Who, Date = AsOf }] });

        rival.Faults(AsOf).Should().BeEmpty("the day itself is known");
        (rival with { Answers = [rival.Answers[0] with { Date = later }] }).Faults(AsOf).Should().Equal(
            "answers[0].date is 2026-07-01; it must be 2026-06-30 (the day of the facts) or earlier");
        (rival with { Benchmarks = [Rated(1, 1) with { Date = later }] }).Faults(AsOf).Should().Equal(
            "benchmarks[0].date is 2026-07-01; it must be 2026-06-30 (the day of the facts) or earlier");
        (rival with { Encounters = [Met(0, null, null), Met(-1, null, null)] }).Faults(AsOf).Should().Equal(
            "encounters[1].date is 2026-07-01; it must be 2026-06-30 (the day of the facts) or earlier");
        (rival with { WonAgainst = 1, Encounters = [Met(1, true, 3), Met(2, true, 4)] }).Faults(AsOf).Should().Equal(
            "wonAgainst is 1; it must be 2 or more, what the encounters show");
        (rival with { AmountLost = 6, Encounters = [Met(1, false, 3), Met(2, false, 4), Met(3, true, 9)] }).Faults(AsOf).Should().Equal(
            "amountLost is 6; it must be 7 or more, what the encounters show");
    }

    [Fact]
    public void A_meeting_counts_for_twelve_months()
    {
        Rival At(LocalDate day) => new() { Id = "r", AnnualSales = 0, Encounters = [Met(0, null, null), new() { Date = day }] };

        RivalReview.IsRelevantOn(At(new(2025, 7, 1)), AsOf).Should().BeTrue();
        RivalReview.IsRelevantOn(At(new(2025, 6, 30)), AsOf).Should().BeFalse();
        FluentActions.Invoking(() => RivalReview.IsRelevantOn(null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("rival");
    }

    [Fact]
    public void A_review_of_a_rival_has_what_is_known_of_it()
    {
        var rival = new Rival
        {
            Id = "r", Name = " ", Role = RivalRole.InOrder[0], AnnualSales = 3, Strength = "price", OurAdvantages = [CompetitiveAdvantage.InOrder[0]],
            Answers = [new() { Text = "x", DealQuestion = DealQuestion.Who, Date = AsOf }], Benchmarks = [Rated(4, 3)],
            Encounters = [Met(1, true, 5)],
        };
        var review = RivalReview.Of(rival, new() { Value = CustomerValue.Economic }, AsOf);

        (review.Id, review.Name, review.Role, review.AnnualSales, review.Strength).Should().Be(("r", "r", rival.Role, (decimal?)3, "price"));
        RivalReview.Of(rival with { Name = "Norvik" }, new(), AsOf).Name.Should().Be("Norvik");
        (review.OurAdvantages.Count, review.Answers.Count, review.IsRelevant, review.IsStrong).Should().Be((1, 1, true, false));
        review.Record.Should().Be(new WinRecord(1, 0, 5, 0));
        review.Coverage.Should().BeApproximately(1.0 / 13, 1e-12);
        review.OpenQuestions.Should().HaveCount(6);
        review.OpenDealQuestions.Should().HaveCount(6).And.NotContain(DealQuestion.Who);
        review.Differentiation.Advice.Should().Be(Differentiation.Product, "the profile decides");
        FluentActions.Invoking(() => RivalReview.Of(null!, new(), AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("rival");
        FluentActions.Invoking(() => RivalReview.Of(rival, null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("facts");
    }

    [Fact]
    public void A_rival_that_does_not_matter_is_not_strong_and_fewer_than_three_are_too_few()
    {
        RivalReview Of(string id, decimal? sales) => RivalReview.Of(
            new() { Id = id, AnnualSales = sales, WonAgainst = 0, LostAgainst = 3, AmountLost = 9 }, new(), AsOf);
        var review = new CompetitionReview { Rivals = [Of("a", 1), Of("b", null)] };

        review.Strong.Select(rival => rival.Id).Should().Equal("a");
        review.IsAnyoneMissing.Should().BeTrue();
        (review with { Rivals = [.. review.Rivals, Of("c", 0)] }).IsAnyoneMissing.Should().BeFalse();
    }

    [Fact]
    public void An_answer_to_two_questions_or_to_none_counts_for_neither()
    {
        RivalAnswer both = new() { Text = "x", Question = RivalQuestion.Positioning, DealQuestion = DealQuestion.Who, Date = AsOf };

        RivalKnowledge.Coverage([both, both with { Question = null, DealQuestion = null }], AsOf).Should().Be(0);
        RivalKnowledge.OpenQuestions([both]).Should().HaveCount(6);
        RivalKnowledge.Coverage([both with { Question = null }, both with { DealQuestion = null }], AsOf).Should().BeApproximately(2.0 / 13, 1e-12);
        FluentActions.Invoking(() => RivalKnowledge.Coverage(null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("answers");
        FluentActions.Invoking(() => RivalKnowledge.OpenQuestions(null!)).Should().Throw<ArgumentNullException>().WithParameterName("answers");
        FluentActions.Invoking(() => RivalKnowledge.OpenDealQuestions([null!])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Numbers_of_a_record_have_ranges()
    {
        Refusing(() => new WinRecord(-1, 0), "won is -1*");
        Refusing(() => new WinRecord(0, 1_000_000_001), "lost is *");
        Refusing(() => new WinRecord(0, 0, -0.01m), "amountWon is -0.01*");
        Refusing(() => new WinRecord(0, 0, 2e18m), "amountWon is *");
        Refusing(() => new WinRecord(0, 0, 0, -0.01m), "amountLost is -0.01*");
        Refusing(() => new WinRecord(0, 0, 0, 2e18m), "amountLost is *");
        FluentActions.Invoking(() => WinRecord.EncounterRate(0, -1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("deals is -1*");
        FluentActions.Invoking(() => WinRecord.EncounterRate(-1, 1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("met is -1*");
        FluentActions.Invoking(() => WinRecord.Sum(null!)).Should().Throw<ArgumentNullException>().WithParameterName("records");
        FluentActions.Invoking(() => WinRecord.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("rival");
        new WinRecord(0, 3, 0, 5).Threat.Should().Be(1);
        new WinRecord(0, 3, 5, 0).Threat.Should().Be(0);

        static void Refusing(Func<WinRecord> record, string message) =>
            record.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
    }

    [Fact]
    public void Strategies_stand_by_their_weight_within_each_pair()
    {
        SwotEntry Entry(SwotPart part, double weight) => new() { Part = part, Text = $"{weight}", Fact = "f", Weight = weight };
        var swot = new SwotAnalysis(
        [
            Entry(SwotPart.Strength, 50), Entry(SwotPart.Strength, 90), Entry(SwotPart.Weakness, 70), Entry(SwotPart.Opportunity, 60),
            Entry(SwotPart.Opportunity, 80), Entry(SwotPart.Threat, 40), Entry(SwotPart.Threat, 100),
        ]);

        swot.Of(SwotPart.Strength).Select(each => each.Weight).Should().Equal(90, 50);
        swot.Strategies().Select(each => (each.Pair, each.Inside.Weight, each.Outside.Weight)).Should().Equal(
            (TowsPair.StrengthOpportunity, 90, 80), (TowsPair.StrengthOpportunity, 90, 60), (TowsPair.StrengthOpportunity, 50, 80),
            (TowsPair.StrengthOpportunity, 50, 60), (TowsPair.WeaknessOpportunity, 70, 80), (TowsPair.WeaknessOpportunity, 70, 60),
            (TowsPair.StrengthThreat, 90, 100), (TowsPair.StrengthThreat, 50, 100), (TowsPair.WeaknessThreat, 70, 100));
        FluentActions.Invoking(() => swot.Strategies(-0.1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => swot.Strategies(100.1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => swot.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("part");
        FluentActions.Invoking(() => new SwotAnalysis([Entry(null!, 1)])).Should().Throw<ArgumentNullException>().WithParameterName("entries[0].Part");
        FluentActions.Invoking(() => new SwotAnalysis([Entry(SwotPart.Threat, 1) with { Text = null! }])).Should().Throw<ArgumentNullException>()
            .WithParameterName("entries[0].Text");
        FluentActions.Invoking(() => SwotEntry.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("note");
        FluentActions.Invoking(() => Entry(SwotPart.Threat, 100.1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Weight is 100.1*");
    }

    [Theory]
    [InlineData(3.99, false)]
    [InlineData(4, true)]
    public void A_process_is_ahead_from_a_gap_of_1(double ours, bool isAhead) => new DifferentiationFacts()
        .With(BenchmarkProfile.Of([Rated(ours, 3) with { Dimension = BenchmarkDimension.Collection }])).IsProcessAhead.Should().Be(isAhead);
}
