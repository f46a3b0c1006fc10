using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Negotiation;

namespace KeyAccount.Core.Tests.Negotiation;

public class ConcessionRecordTests
{
    private static readonly NegotiationParty Us = NegotiationParty.Us;
    private static readonly NegotiationParty Them = NegotiationParty.Them;

    private static ConcessionOffer[] Offers =>
    [
        new(Talks.After(0), Us, 120),
        new(Talks.After(1), Them, 90),
        new(Talks.After(2), Us, 118, IsConditional: true),
        new(Talks.After(3), Them, 98),
        new(Talks.After(4), Us, 115, IsConditional: false),
        new(Talks.After(6), Them, 102),
        new(Talks.After(8), Us, 110),
        new(Talks.After(10), Them, 104),
    ];

    [Fact]
    public void A_record_is_read_for_pace_trend_speed_and_gifts()
    {
        var record = new ConcessionRecord(IssueDirection.HigherIsBetter, Offers);

        record.Us.Steps.Should().Equal(2, 3, 5);
        record.Us.Should().BeEquivalentTo(new { Party = Us, Total = 10m, PerDay = 1m, Trend = ConcessionTrend.Growing, Retreats = 0 });
        record.Us.Gifts.Should().Equal(3);
        record.Them.Steps.Should().Equal(8, 4, 2);
        record.Them.Should().BeEquivalentTo(new { Party = Them, Total = 14m, PerDay = 1.4m, Trend = ConcessionTrend.Shrinking });
        record.Faster.Should().Be(Them);
        record.Gap.Should().Be(6);
        record.Findings.Select(text => text.En).Should().Equal(
            "The other side's concessions are shrinking: it is near its limit.",
            "Our concessions are growing: we are teaching the other side to wait.",
            "They concede faster than we do: 1.4 a day against 1.",
            "We made 1 concession without a condition, worth 3 in all. Trade concessions; never give them away.");
        record.Findings[2].ZhHans.Should().Be("对方让步比我方快：每天1.4对1。");
    }

    [Fact]
    public void Where_less_is_better_the_signs_turn()
    {
        var record = new ConcessionRecord(
            IssueDirection.LowerIsBetter,
            [new(Talks.After(0), Us, 30), new(Talks.After(1), Them, 90), new(Talks.After(2), Us, 45), new(Talks.After(3), Them, 80), new(
                Talks.After(4), Us, 40)]);

        record.Us.Steps.Should().Equal(15, -5);
        record.Us.Retreats.Should().Be(1);
        record.Them.Steps.Should().Equal(10);
        record.Them.Trend.Should().BeNull();
        record.Faster.Should().BeNull();
        record.Gap.Should().Be(40);
        record.Findings.Select(text => text.En).Should().Equal("We withdrew an earlier offer once. That costs trust.");
    }

    [Theory]
    [InlineData("Steady", 120, 118, 116)]
    [InlineData("Shrinking", 120, 118, 117)]
    [InlineData("Growing", 120, 119, 117)]
    [InlineData("Mixed", 120, 119, 117, 116)]
    [InlineData("Shrinking", 120, 118, 116, 115)]
    [InlineData("Shrinking", 120, 118, 118)]
    public void The_trend_of_our_steps(string trend, params int[] values) =>
        new ConcessionRecord(
            IssueDirection.HigherIsBetter, [.. values.Select((value, i) => new ConcessionOffer(Talks.After(i), Us, value))])
            .Us.Trend!.Name.Should().Be(trend);

    [Fact]
    public void The_other_findings()
    {
        Findings((0, 120), (1, 110)).Should().Equal("We concede faster than they do: 10 a day against 1. Slow down.");
        new ConcessionRecord(
            IssueDirection.HigherIsBetter, [new(Talks.After(0), Them, 90), new(Talks.After(1), Them, 91), new(Talks.After(2), Them, 93)])
            .Findings.Single().En.Should().Be("The other side's concessions are growing: waiting pays off for us.");

        static IEnumerable<string> Findings(params (int Day, decimal Value)[] ours) => new ConcessionRecord(
            IssueDirection.HigherIsBetter,
            [.. ours.Select(each => new ConcessionOffer(Talks.After(each.Day), Us, each.Value)), new(Talks.After(0), Them, 90), new(
                Talks.After(1), Them, 91)])
            .Findings.Select(text => text.En);
    }

    [Fact]
    public void Too_few_offers_say_nothing()
    {
        var none = new ConcessionRecord(IssueDirection.HigherIsBetter, []);
        none.Us.Should().BeEquivalentTo(new { Total = 0m, PerDay = (decimal?)null, Trend = (ConcessionTrend?)null });
        (none.Faster, none.Gap).Should().Be((null, null));
        none.Findings.Should().BeEmpty();

        var one = new ConcessionRecord(IssueDirection.HigherIsBetter, [new(Talks.Start, Us, 120), new(Talks.Start, Them, 121)]);
        one.Gap.Should().Be(-1);
        one.Us.PerDay.Should().BeNull();
    }

    [Fact]
    public void The_order_of_the_offers_does_not_matter() => Check.One(
        Seeded.Cases(200),
        Prop.ForAll(Gen.Shuffle(Offers).ToArbitrary(), shuffled =>
        {
            var (one, other) = (
                new ConcessionRecord(IssueDirection.HigherIsBetter, Offers), new ConcessionRecord(IssueDirection.HigherIsBetter, shuffled));
            other.Offers.Should().Equal(one.Offers);
            other.Us.Steps.Should().Equal(one.Us.Steps);
            other.Findings.Should().Equal(one.Findings);
        }));

    [Fact]
    public void Steps_add_up_to_the_total() => Check.One(
        Seeded.Cases(500),
        Prop.ForAll(Gen.Choose(0, 100_000).NonEmptyListOf().ToArbitrary(), cents =>
        {
            var offers = cents.Select((value, i) => new ConcessionOffer(Talks.After(i), Them, value / 100m)).ToArray();
            var them = new ConcessionRecord(IssueDirection.LowerIsBetter, offers).Them;
            them.Steps.Sum().Should().Be(them.Total).And.Be(offers[0].Value - offers[^1].Value);
        }));

    [Fact]
    public void Values_survive_json_and_say_what_they_are()
    {
        JsonSerializer.Deserialize<ConcessionOffer[]>(JsonSerializer.Serialize(Offers)).Should().Equal(Offers);
        using var _ = new CultureScope("de-DE");
        Offers[2].ToString().Should().Be("2026-03-04T08:00:00Z Us: 118 if …");
        new ConcessionRecord(IssueDirection.HigherIsBetter, Offers[..4]).Us.ToString().Should().Be("Us: 2 (no trend)");
        new ConcessionRecord(IssueDirection.HigherIsBetter, [new(Talks.Start, Us, 1.5m)]).ToString()
            .Should().Be("ConcessionRecord { HigherIsBetter, Offers = [2026-03-02T08:00:00Z Us: 1.5] }");
    }

    [Fact]
    public void Records_and_patterns_are_equal_by_their_contents()
    {
        ConcessionRecord Of(params ConcessionOffer[] offers) => new(IssueDirection.HigherIsBetter, Enumerable.Reverse(offers).ToList());

        Of(Offers).Should().Be(Of(Offers)).And.NotBe(Of(Offers[..^1]))
            .And.NotBe(new ConcessionRecord(IssueDirection.LowerIsBetter, Offers));
        Of(Offers).GetHashCode().Should().Be(Of(Offers).GetHashCode());
        Of(Offers).Us.Should().Be(Of(Offers).Us).And.NotBe(Of(Offers).Them);

        ConcessionPattern Pattern(params decimal[] gifts) => new(Us, new List<decimal> { 2, 3 }, 5, null, null, gifts.ToList());
        Pattern(2).Should().Be(Pattern(2)).And.NotBe(Pattern(3)).And.NotBe(Pattern(2) with { Steps = [3, 2] });
    }

    [Fact]
    public void What_cannot_be_read_is_refused()
    {
        static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
        Message(() => _ = new ConcessionRecord((IssueDirection)9, []))
            .Should().StartWith("direction is 9; it must be one of HigherIsBetter, LowerIsBetter.");
        Message(() => _ = new ConcessionRecord(IssueDirection.HigherIsBetter, [null!])).Should().Contain("offers");
        Message(() => _ = new ConcessionRecord(IssueDirection.HigherIsBetter, [new(Talks.Start, Us, 1), new(Talks.Start, Us, 2)]))
            .Should().StartWith("offers has two by Us at 2026-03-02T08:00:00Z; a side makes one at a time.");
    }
}
