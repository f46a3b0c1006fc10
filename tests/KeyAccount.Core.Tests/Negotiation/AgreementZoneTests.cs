using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Negotiation;

namespace KeyAccount.Core.Tests.Negotiation;

public class AgreementZoneTests
{
    public static TheoryData<decimal, decimal, string> Edges => new()
    {
        { 100, 101, "Certain" },
        { 100, 100, "Certain" },
        { 100, 99.99m, "None" },
    };

    [Fact]
    public void Methods_md_reservations_of_520k_and_600k()
    {
        var zone = AgreementZone.Known(520_000, 600_000);

        zone.Outcome.Should().Be(ZoneOutcome.Certain);
        zone.Width.Should().Be(IssueRange.Known(80_000));
        zone.GainOfCeilingSide(540_000).Should().Be(IssueRange.Known(60_000));
        zone.GainOfFloorSide(540_000).Should().Be(IssueRange.Known(20_000));
        zone.NashPoint().Should().Be(IssueRange.Known(560_000));
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_negative_zone_is_none_and_an_equal_one_a_point(decimal floor, decimal ceiling, string outcome)
    {
        var zone = AgreementZone.Known(floor, ceiling);

        zone.Outcome.Name.Should().Be(outcome);
        (zone.Certain?.IsPoint ?? false).Should().Be(floor == ceiling);
        (zone.NashPoint() is null).Should().Be(floor > ceiling);
    }

    [Fact]
    public void Estimates_give_a_certain_and_a_possible_zone()
    {
        var zone = new AgreementZone(new(95, 100), new(105, 115));
        zone.Certain.Should().Be(new IssueRange(100, 105));
        zone.Possible.Should().Be(new IssueRange(95, 115));
        zone.Width.Should().Be(new IssueRange(5, 20));
        zone.NashPoint().Should().Be(new IssueRange(100, 107.5m));

        var doubtful = new AgreementZone(new(95, 110), new(105, 108));
        doubtful.Outcome.Should().Be(ZoneOutcome.Possible);
        doubtful.Certain.Should().BeNull();
        doubtful.Possible.Should().Be(new IssueRange(95, 108));
        doubtful.NashPoint().Should().Be(new IssueRange(100, 108));
    }

    [Fact]
    public void The_stronger_side_takes_the_larger_share()
    {
        AgreementZone.Known(520_000, 600_000).NashPoint(3, 1).Should().Be(IssueRange.Known(580_000));
        AgreementZone.Known(520_000, 600_000).NashPoint(1, 3).Should().Be(IssueRange.Known(540_000));
    }

    [Fact]
    public void The_direction_of_an_issue_says_whose_reservation_is_the_floor()
    {
        Talks.Price.Zone.Should().Be(new AgreementZone(IssueRange.Known(100), new(105, 115)));
        Talks.Days.Zone.Should().Be(new AgreementZone(new(30, 45), IssueRange.Known(60)));
        new NegotiationIssue("x", "x", IssueDirection.HigherIsBetter, reservation: 1).Zone.Should().BeNull();
        new NegotiationIssue("x", "x", IssueDirection.HigherIsBetter, theirReservation: new(1, 2)).Zone.Should().BeNull();
    }

    [Fact]
    public void Whatever_the_true_reservations_the_zone_and_its_nash_point_hold_them() => Check.One(
        Seeded.Cases(2000),
        Prop.ForAll(
            (from floors in Ranges
             from ceilings in Ranges
             from floor in Gen.Choose((int)floors.Low, (int)floors.High)
             from ceiling in Gen.Choose((int)ceilings.Low, (int)ceilings.High)
             from weight in Gen.Choose(1, 9)
             select (new AgreementZone(floors, ceilings), AgreementZone.Known(floor, ceiling), (decimal)weight)).ToArbitrary(),
            each =>
            {
                var (estimated, actual, weight) = each;
                estimated.Width.Contains(actual.Width.Low).Should().BeTrue();
                if (estimated.Outcome == ZoneOutcome.Certain)
                    actual.Outcome.Should().Be(ZoneOutcome.Certain);
                if (estimated.Outcome == ZoneOutcome.None)
                    actual.Outcome.Should().Be(ZoneOutcome.None);
                if (actual.NashPoint(weight) is { } point)
                {
                    actual.Certain!.Contains(point.Low).Should().BeTrue();
                    estimated.NashPoint(weight)!.Contains(point.Low).Should().BeTrue();
                }
            }));

    [Fact]
    public void A_zone_survives_json_and_says_what_it_is()
    {
        var zone = new AgreementZone(new(95, 100), new(105.5m, 115));
        JsonSerializer.Deserialize<AgreementZone>(JsonSerializer.Serialize(zone)).Should().Be(zone);
        using var _ = new CultureScope("de-DE");
        zone.ToString().Should().Be("AgreementZone { Certain, Floor = 95 … 100, Ceiling = 105.5 … 115 }");
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        ((Action)(() => _ = new IssueRange(2, 1.5m))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("high is 1.5; it must be at least 2.*");
        ((Action)(() => _ = new AgreementZone(null!, new(1, 2)))).Should().Throw<ArgumentNullException>().WithParameterName("floor");
        ((Action)(() => _ = new AgreementZone(new(1, 2), null!))).Should().Throw<ArgumentNullException>().WithParameterName("ceiling");
        ((Action)(() => AgreementZone.Known(1, 2).NashPoint(0))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("floorWeight is 0; it must be above 0.*");
        ((Action)(() => AgreementZone.Known(1, 2).NashPoint(1, -1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("ceilingWeight is -1; it must be above 0.*");
    }

    private static Gen<IssueRange> Ranges => from low in Gen.Choose(0, 50) from width in Gen.Choose(0, 30) select new IssueRange(low, low + width);
}
