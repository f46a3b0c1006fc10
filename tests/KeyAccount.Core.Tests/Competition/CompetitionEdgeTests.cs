using KeyAccount.Core.Competition;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Tests.Competition;

/// <summary>The edges of rivals and of what is known of them.</summary>
public class CompetitionEdgeTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void A_list_that_is_null_is_empty()
    {
        var rival = new Rival { Id = "r", OurAdvantages = null!, Answers = null!, Benchmarks = null!, Encounters = null! };
        (rival.OurAdvantages.Count + rival.Answers.Count + rival.Benchmarks.Count + rival.Encounters.Count).Should().Be(0);
        var review = RivalReview.Of(rival, new(), AsOf) with { OurAdvantages = null!, Answers = null! };
        (review.OurAdvantages.Count + review.Answers.Count).Should().Be(0);
        new CompetitionReview { Rivals = null! }.Rivals.Should().BeEmpty();
        new BenchmarkProfile { Ours = 1, Theirs = 1, Coverage = 0, Dimensions = null! }.Dimensions.Should().BeEmpty();
    }

    [Fact]
    public void The_amount_that_was_lost_is_not_below_what_the_encounters_show()
    {
        var rival = new Rival
        {
            Id = "r", AmountLost = 6,
            Encounters = [new() { Date = AsOf, IsWon = true, Amount = 5 }, new() { Date = AsOf, IsWon = false, Amount = 7 }],
        };

        rival.Faults(AsOf).Should().Equal("amountLost is 6; it must be 7 or more, what the encounters show");
    }

    [Fact]
    public void The_number_of_losses_is_not_below_what_the_encounters_show()
    {
        var rival = new Rival
        {
            Id = "r", WonAgainst = 1, LostAgainst = 1,
            Encounters = [new() { Date = AsOf, IsWon = true }, new() { Date = AsOf, IsWon = false }, new() { Date = AsOf, IsWon = false }],
        };

        rival.Faults(AsOf).Should().Equal("lostAgainst is 1; it must be 2 or more, what the encounters show");
    }

    [Fact]
    public void An_answer_loses_its_worth_by_the_half_life_that_is_given()
    {
        RivalAnswer[] answers = [new() { Question = RivalQuestion.InOrder[0], Text = "a", Date = AsOf.PlusDays(-20) }];

        var slow = RivalKnowledge.Coverage(answers, AsOf, new EvidenceDecay(20));
        RivalKnowledge.Coverage(answers, AsOf, new EvidenceDecay(10)).Should().BeApproximately(slow / 2, 1e-12);
        RivalKnowledge.Coverage(answers, AsOf).Should().Be(RivalKnowledge.Coverage(answers, AsOf, RivalKnowledge.Decay));
    }

    [Fact]
    public void A_note_on_the_environment_is_a_threat_unless_it_is_favourable_and_keeps_its_weight()
    {
        var note = new EnvironmentNote
        {
            Dimension = EnvironmentDimension.InOrder[0], IsFavourable = false, Text = "tariff", Date = AsOf, Origin = DataOrigin.Primary,
            Weight = 3,
        };

        (SwotEntry.Of(note).Part, SwotEntry.Of(note).Weight).Should().Be((SwotPart.Threat, 3));
        SwotEntry.Of(note with { IsFavourable = true }).Part.Should().Be(SwotPart.Opportunity);
        SwotEntry.Of(note with { Weight = null }).Weight.Should().Be(SwotAnalysis.UsualWeight);
    }

    [Fact]
    public void How_to_be_different_is_decided_by_the_table_that_is_given() =>
        RivalReview.Of(new() { Id = "r" }, new(), AsOf, differentiate: CompetitiveStrategy.Differentiate.WithVersion("own"))
            .Differentiation.TableVersion.Should().Be("own");
}
