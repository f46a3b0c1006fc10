using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Weights and points that make the cut in decimal, and miss it in doubles: the higher band, in all executions.</summary>
[Trait("Frameworks", "all")]
public class ExactCutTests
{
    [Theory]
    [InlineData(30, 60, 50)]
    [InlineData(10, 20, 64.28571428571429)]
    [InlineData(0, 75, 50)]
    [InlineData(50, 50, 50)]
    [InlineData(100, 95, 30)]
    public void What_makes_the_cut_in_decimal_is_in_the_higher_band(double a, double b, double c)
    {
        var facts = new Figures { A = a, B = b, C = c };
        var inDecimal = Math.Round((0.1m * (decimal)a) + (0.2m * (decimal)b) + (0.7m * (decimal)c), 6);
        foreach (var policy in Enum.GetValues<MissingData>())
        {
            var assessment = Card((double)inDecimal, policy).Everywhere(facts);
            (assessment.Score, assessment.Band).Should().Be(((double)inDecimal, "high"));
            Card((double)(inDecimal + 0.000001m), policy).Everywhere(facts).Band.Should().Be("low");
        }
    }

    [Fact]
    public void Every_pair_of_whole_points_that_makes_the_cut_is_in_the_higher_band()
    {
        var facts = new List<Figures>();
        for (var a = 0; a <= 100; a++)
        {
            // The points of C that make .1 a + .2 b + .7 c exactly 50, where they are whole.
            for (var b = 0; b <= 100; b++)
            {
                var rest = 500 - a - (2 * b);
                if (rest >= 0 && rest % 7 == 0 && rest / 7 <= 100)
                    facts.Add(new() { A = a, B = b, C = rest / 7 });
            }
        }

        facts.Should().HaveCountGreaterThan(1_000);
        facts.Count(each => (0.1 * each.A) + (0.2 * each.B) + (0.7 * each.C) < 50)
            .Should().BeGreaterThan(100, "doubles alone would miss the cut");
        foreach (var policy in Enum.GetValues<MissingData>())
            new Executions<Figures, string>(Card(50, policy)).All([.. facts])
                .Should().OnlyContain(each => each.Score == 50 && each.Band == "high");
    }

    private static Scorecard<Figures, string> Card(double cut, MissingData policy) => Scorecard.For<Figures, string>("cut")
        .Criterion("a", 0.1, f => f.A, Cards.AsItIs)
        .Criterion("b", 0.2, f => f.B, Cards.AsItIs)
        .Criterion("c", 0.7, f => f.C, Cards.AsItIs)
        .MissingData(policy)
        .Bands((0, "low"), (cut, "high"))
        .Build();
}
