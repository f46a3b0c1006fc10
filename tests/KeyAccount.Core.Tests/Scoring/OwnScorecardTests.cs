using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>A user's own method from the parts of the library: facts, three criteria and bands, in fewer than 25 lines.</summary>
public class OwnScorecardTests
{
    private static readonly Scorecard<Supplier, AccountTier> Reliability = Scorecard.For<Supplier, AccountTier>("supplier-reliability")
        .Criterion("punctuality", 3, s => s.OnTime / s.Deliveries, Scale.Linear((0.80, 0), (0.99, 100)))
        .Criterion("complaints", 2, s => s.Complaints, Scale.Steps((0, 100), (2, 50), (5, 0)))
        .Criterion("years", 1, s => s.Years, Scale.Linear((0, 20), (10, 100)))
        .Cap("blacklisted", s => s.Blacklisted, AccountTier.C)
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A))
        .Build();

    [Fact]
    public void It_works()
    {
        var assessment = Reliability.Assess(new() { Deliveries = 100, OnTime = 99, Complaints = 1 });
        (assessment.Score, assessment.Band, assessment.Coverage).Should().Be((100, AccountTier.A, 0.833333));
        Reliability.Everywhere(new() { Deliveries = 0, Complaints = 6, Years = 20 }).IsRated.Should().BeTrue();
        Reliability.Everywhere(new() { Deliveries = 10, OnTime = 10, Complaints = 0, Blacklisted = true }).Band.Should().Be(AccountTier.C);
    }

    private sealed record Supplier
    {
        public double? Deliveries { get; init; }
        public double? OnTime { get; init; }
        public int? Complaints { get; init; }
        public double? Years { get; init; }
        public bool? Blacklisted { get; init; }
    }
}
