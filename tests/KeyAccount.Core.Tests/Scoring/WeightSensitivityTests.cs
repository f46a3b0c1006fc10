using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>How far a weight may move before a band changes.</summary>
public class WeightSensitivityTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_band_changes_at_the_weight_that_is_named_and_not_before(int seed)
    {
        var random = new Random(seed);
        var model = Scorecard.For<Facts, AccountTier>("test")
            .Group("one", 3, g => g.Criterion("a", 2, f => f.A, Scale.Linear((0, 0), (100, 100))).Criterion("b", 1, f => f.B, Scale.Linear((0, 0), (100, 100))))
            .Group("other", 2, g => g.Criterion("c", 1, f => f.C, Scale.Linear((0, 0), (100, 100))).Criterion("d", 3, f => f.D, Scale.Linear((0, 0), (100, 100))))
            .Cap("bad", f => f.IsBad, AccountTier.B)
            .MissingData(seed % 3 == 0 ? MissingData.AssumeMidpoint : MissingData.Renormalize, seed % 2 == 0 ? 0.5 : 0)
            .Bands((0, AccountTier.C), (40, AccountTier.B), (60, AccountTier.A))
            .Build();
        var limits = 0;
        for (var i = 0; i < 20; i++)
        {
            double? Drawn() => random.Next(5) == 0 ? null : random.Next(101);
            var facts = new Facts { A = Drawn(), B = Drawn(), C = Drawn(), D = Drawn(), IsBad = random.Next(4) == 0 };
            var now = model.Assess(facts);
            foreach (var each in model.Sensitivity(now))
            {
                if (each.LowerTo is { } low)
                {
                    limits++;
                    BandAt(each.Key, low * (1 - 1e-4)).Should().Be(each.LowerBand, $"{each} of {facts}");
                    BandAt(each.Key, low * (1 + 1e-4)).Should().Be(now.Band!.Name, $"{each} of {facts}");
                }

                if (each.RaiseTo is { } high)
                {
                    limits++;
                    BandAt(each.Key, high * (1 + 1e-4)).Should().Be(each.RaiseBand, $"{each} of {facts}");
                    BandAt(each.Key, high * (1 - 1e-4)).Should().Be(now.Band!.Name, $"{each} of {facts}");
                }

                foreach (var factor in (double[])[0.3, 0.7, 1.5, 4])
                {
                    var weight = each.Weight * factor;
                    if ((each.LowerTo is not { } from || weight > from * 1.001) && (each.RaiseTo is not { } to || weight < to * 0.999))
                        BandAt(each.Key, weight).Should().Be(now.Band!.Name, $"{each} at {weight} of {facts}");
                }
            }

            string? BandAt(string key, double weight) => model
                .With(new ScorecardSettings { Criteria = new Dictionary<string, CriterionSettings> { [key] = new() { Weight = weight } } })
                .Assess(facts).Band?.Name;
        }

        limits.Should().BeGreaterThan(10);
    }

    [Fact]
    public void The_margin_is_the_smaller_of_the_two_ways()
    {
        new WeightSensitivity("a", 2, 1.8, "B", 3, "C").Margin.Should().BeApproximately(0.1, 1e-9);
        new WeightSensitivity("a", 2, null, null, 3, "C").Margin.Should().BeApproximately(0.5, 1e-9);
        new WeightSensitivity("a", 2, null, null, null, null).Margin.Should().BeNull();
    }

    [Fact]
    public void An_assessment_by_another_model_is_refused() => FluentActions
        .Invoking(() => AccountValue.Standard.With(new ScorecardSettings { Version = "x" }).Sensitivity(AccountValue.Standard.Assess(new())))
        .Should().Throw<ArgumentException>().WithMessage("now is by accountValue.standard 2; it must be by accountValue.standard x.*");

    private sealed record Facts
    {
        public double? A { get; init; }

        public double? B { get; init; }

        public double? C { get; init; }

        public double? D { get; init; }

        public bool? IsBad { get; init; }
    }
}
