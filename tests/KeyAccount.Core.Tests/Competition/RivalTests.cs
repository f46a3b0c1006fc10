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
}
