using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class SurvivalTests
{
    private static readonly SurvivalTime[] Days =
        [new(10), new(14), new(20, true), new(25), new(30), new(30, true), new(45), new(60, true)];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9.999, 1)]
    [InlineData(10, .875)]
    [InlineData(14, .75)]
    [InlineData(20, .75)]
    [InlineData(25, .6)]
    [InlineData(29.999, .6)]
    [InlineData(30, .45)]
    [InlineData(45, .225)]
    [InlineData(1000, .225)]
    public void Rooms_Survival_of_eight_cases(double time, double survival) =>
        Survival.Of(Days).At(time).Should().BeApproximately(survival, 1e-12);

    [Fact]
    public void Rooms_Survival_median() => Survival.Of(Days).Median.Should().Be(30);

    [Fact]
    public void Quantiles_at_just_below_and_just_above_a_step()
    {
        var curve = Survival.Of(Days);

        (curve.Quantile(0), curve.Quantile(.125), curve.Quantile(.126), curve.Quantile(.25), curve.Quantile(.251)).Should().Be((0, 10, 14, 14, 25));
        curve.Quantile(.775).Should().Be(45);
        curve.Quantile(.776).Should().BeNull();
    }

    [Fact]
    public void Groups_are_their_cases_in_any_order() =>
        Survival.Of([new(5, true, 2), new(3, false, 3), new(5)]).Should().Be(
            Survival.Of([new(5), new(3), new(5, true), new(3), new(5, true), new(3)]));

    [Fact]
    public void Without_an_event_everything_lasts()
    {
        var curve = Survival.Of([new(5, true)]);

        (curve.Steps.Count, curve.At(100), curve.Median).Should().Be((0, 1, null));
        Survival.Of([]).At(0).Should().Be(1);
        Survival.Of([new(0)]).At(0).Should().Be(0);
    }

    [Fact]
    public void It_survives_JSON_and_what_is_no_curve_does_not()
    {
        var curve = Survival.Of(Days);
        JsonSerializer.Deserialize<Survival>(JsonSerializer.Serialize(curve)).Should().Be(curve);
        FluentActions.Invoking(() => new Survival([new(3, 4, 1, .5)])).Should().Throw<ArgumentException>().WithMessage("steps[0]*");
        FluentActions.Invoking(() => new Survival([new(3, 4, 1, .75), new(3, 3, 1, .5)])).Should().Throw<ArgumentException>().WithMessage("steps[1]*");
        FluentActions.Invoking(() => new Survival([new(3, 4, 1, .75), new(4, 4, 1, .5625)])).Should().Throw<ArgumentException>().WithMessage("steps[1]*");
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_place()
    {
        FluentActions.Invoking(() => Survival.Of([new(1), new(-1)])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("times[1].Time is -1;*");
        FluentActions.Invoking(() => Survival.Of([new(double.NaN)])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("times[0].Time*");
        FluentActions.Invoking(() => Survival.Of([new(1, false, 0)])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("times[0].Count*");
        FluentActions.Invoking(() => Survival.Of([null!])).Should().Throw<ArgumentNullException>().WithParameterName("times[0]");
        FluentActions.Invoking(() => Survival.Of([new(1, true, long.MaxValue), new(1)])).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => Survival.Of([]).At(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Survival.Of([]).Quantile(1.5)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void It_falls_and_without_censoring_it_is_the_share_that_lasts_longer() => Check.One(
        Seeded.Cases(500),
        Prop.ForAll(
            (from time in Gen.Choose(0, 40) from censored in Gen.Choose(0, 3) select new SurvivalTime(time, censored == 0)).NonEmptyListOf().ToArbitrary(),
            times =>
            {
                var curve = Survival.Of(times);
                var last = 1.0;
                for (var t = 0; t <= 41; t++)
                {
                    curve.At(t).Should().BeInRange(0, last);
                    last = curve.At(t);
                }

                var all = Survival.Of(times.Select(time => time with { IsCensored = false }));
                for (var t = 0; t <= 41; t++)
                    all.At(t).Should().BeApproximately((double)times.Count(time => time.Time > t) / times.Count, 1e-12);
            }));
}
