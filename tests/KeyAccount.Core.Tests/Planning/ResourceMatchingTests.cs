using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Planning;

namespace KeyAccount.Core.Tests.Planning;

public class ResourceMatchingTests
{
    private static readonly MatchTarget[] Three =
    [
        new("a", ResponseCurve.Exponential(1000, 6)), new("b", ResponseCurve.Exponential(600, 4)), new("c", ResponseCurve.Exponential(300, 3)),
    ];

    // Worked by hand: potential 1,000/600/300, scales 6/4/3, 18 visits.
    [Fact]
    public void The_worked_figures_of_eighteen_visits()
    {
        var match = ResourceMatching.Best(Three, 18);
        match.Shares.Select(share => share.Units).Should().Equal(9, 6, 3);
        match.Value.Should().BeApproximately(1432.63, 0.005);
        match.EqualValue.Should().BeApproximately(1357.64, 0.005);
        match.Unused.Should().Be(0);
        ResourceMatching.Greedy(Three, 18).Should().Be(match);
    }

    [Fact]
    public void Unit_by_unit_is_best_where_every_curve_is_concave() => Check.One(Seeded.Cases(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        var (targets, units) = Some(random, isConcave: true);
        ResourceMatching.Greedy(targets, units).Value.Should().BeApproximately(ByHand(targets, units), 1e-9);
        ResourceMatching.Best(targets, units).Should().Be(ResourceMatching.Greedy(targets, units));
    }));

    [Fact]
    public void Trying_all_is_best_whatever_the_curves() => Check.One(Seeded.Cases(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        var (targets, units) = Some(random, isConcave: false);
        var best = ResourceMatching.Best(targets, units);
        best.Value.Should().BeApproximately(ByHand(targets, units), 1e-9);
        best.Value.Should().BeGreaterThanOrEqualTo(ResourceMatching.Greedy(targets, units).Value - 1e-9);
        (best.Shares.Sum(share => share.Units) + best.Unused).Should().Be(units);
        best.Shares.Zip(targets).Should().OnlyContain(each => each.First.Units >= each.Second.Least && each.First.Units <= (each.Second.Most ?? units));
    }));

    [Fact]
    public void A_curve_that_first_rises_more_steeply_misleads_whoever_goes_unit_by_unit()
    {
        MatchTarget[] targets = [new("steep", new(ResponseKind.Adbudg, 0, 100, 4, 6)), new("flat", ResponseCurve.Exponential(8, 3))];
        ResourceMatching.Greedy(targets, 5).Value.Should().BeLessThan(ResourceMatching.Best(targets, 5).Value - 10);
    }

    [Fact]
    public void Limits_of_targets_hold_and_what_nobody_can_have_is_left_over()
    {
        MatchTarget[] targets = [new("a", ResponseCurve.Exponential(1000, 6), 0, 2), new("b", ResponseCurve.Exponential(1, 4), 3, 4)];
        var match = ResourceMatching.Best(targets, 10);
        match.Shares.Select(share => share.Units).Should().Equal(2, 4);
        (match.Unused, match.Shares[0].NextValue).Should().Be((4, null));
        ResourceMatching.Best(targets, 3).Shares.Select(share => share.Units).Should().Equal(0, 3);
        FluentActions.Invoking(() => ResourceMatching.Best(targets, 2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("units is 2; it must be at least 3.*");
    }

    [Fact]
    public void What_is_too_much_is_refused_before_any_work_is_done()
    {
        MatchTarget[] steep = [.. Enumerable.Range(0, 100).Select(i => new MatchTarget($"t{i}", new(ResponseKind.Adbudg, 0, 1, 5, 3)))];
        FluentActions.Invoking(() => ResourceMatching.Best(steep, 5_000)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("units is 5000 for 100 targets*larger units*");
        FluentActions.Invoking(() => ResourceMatching.Best(Three, ResourceMatching.MostUnits + 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ResourceMatching.Best([Three[0], Three[0]], 3)).Should().Throw<ArgumentException>().WithMessage("targets has 'a' more than once*");
        ResourceMatching.Best(Three, ResourceMatching.MostUnits).Unused.Should().Be(0);
        ResourceMatching.Best([], 3).Unused.Should().Be(3);
        FluentActions.Invoking(() => new MatchTarget("a", ResponseCurve.Exponential(1, 1), 3, 2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("most is 2; it must be at least 3.*");
    }

    private static (MatchTarget[] Targets, int Units) Some(System.Random random, bool isConcave)
    {
        var targets = Enumerable.Range(0, 1 + random.Next(4)).Select(i =>
        {
            var least = random.Next(3) == 0 ? random.Next(3) : 0;
            var curve = isConcave || random.Next(2) == 0 ? ResponseCurve.Exponential(random.Next(1, 100), 0.5 + (5 * random.NextDouble()))
                : new(ResponseKind.Adbudg, random.Next(5), 5 + random.Next(100), 0.5 + (5 * random.NextDouble()), 0.3 + (4 * random.NextDouble()));
            return new MatchTarget($"t{i}", curve, least, random.Next(3) == 0 ? least + random.Next(4) : null);
        }).ToArray();
        return (targets, targets.Sum(target => target.Least) + random.Next(8));
    }

    // Every way to share the units out.
    private static double ByHand(MatchTarget[] targets, int units)
    {
        var room = targets.Sum(target => (long)(target.Most ?? units));
        return Best(0, (int)Math.Min(units, room));

        double Best(int i, int rest)
        {
            if (i == targets.Length)
                return rest == 0 ? 0 : double.NegativeInfinity;
            var best = double.NegativeInfinity;
            for (var given = targets[i].Least; given <= Math.Min(rest, targets[i].Most ?? units); given++)
                best = Math.Max(best, targets[i].Response.Of(given) + Best(i + 1, rest - given));
            return best;
        }
    }
}
