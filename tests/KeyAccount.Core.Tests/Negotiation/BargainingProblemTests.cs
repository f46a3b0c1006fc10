using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Negotiation;

public class BargainingProblemTests
{
    [Fact]
    public void Methods_md_points_4_1_and_1_4_and_2_2()
    {
        var points = new (string Name, double Ours, double Theirs)[] { ("first", 4, 1), ("second", 1, 4), ("third", 2, 2) };

        NashBargaining
            .Choose(
                points.Select(point => Tuple.Create(point.Name, point.Ours, point.Theirs)),
                point => point.Item2,
                point => point.Item3,
                1,
                1)!
            .Item1.Should().Be("third");
        Of(1, 1, Issue("x", [4, 1, 2], [1, 4, 2])).NashPoint().Should().Be(new PackageValue(new(("x", 2)), 2, 2));
    }

    [Fact]
    public void Methods_md_520k_and_600k_meet_at_560k()
    {
        var prices = Enumerable.Range(0, 9).Select(i => 520_000m + (10_000 * i)).ToArray();
        var problem = new BargainingProblem(
            [new("price", "price", prices, Scale.Linear((520_000, 0), (600_000, 100)), Scale.Linear((520_000, 100), (600_000, 0)), 1, 1)],
            0,
            0);

        problem.NashPoint()!.Package.Should().Be(new Package(("price", 560_000)));
        problem.NashPoint(3, 1)!.Package.Should().Be(new Package(("price", 580_000)));
        problem.NashPoint(1, 3)!.Package.Should().Be(new Package(("price", 540_000)));
        problem.Frontier().Select(value => value.Package.Values["price"]).Should().Equal(prices.OrderDescending());
    }

    [Fact]
    public void Values_are_weighted_sums_of_points()
    {
        var problem = Contract(20, 10);

        problem.ValueOf(Deal(110, 60, 2)).Should().Be(new PackageValue(Deal(110, 60, 2), 43.333333, 41.666667));
        problem.ValueOf(Deal(115, 60, 2)).Ours.Should().Be(55.833333);
        (problem.OurAlternative, problem.TheirAlternative).Should().Be((20, 10));
        problem.Issues.Select(issue => issue.Key).Should().Equal("days", "price", "years");
    }

    [Fact]
    public void A_proposal_leaves_on_the_table_what_trading_issues_would_bring()
    {
        var judgement = Contract(20, 10).Judge(Deal(110, 60, 2));

        judgement.IsAcceptableToUs.Should().BeTrue();
        judgement.IsAcceptableToThem.Should().BeTrue();
        judgement.IsEfficient.Should().BeFalse();
        judgement.BetterForUs.Should().Be(new PackageValue(Deal(120, 90, 3), 66.666667, 50));
        judgement.LeftForUs.Should().Be(23.333334);
        judgement.BetterForThem.Should().Be(new PackageValue(Deal(120, 90, 1), 50, 66.666666));
        judgement.LeftForThem.Should().Be(24.999999);
    }

    [Fact]
    public void A_proposal_of_the_frontier_leaves_nothing()
    {
        var problem = Contract(20, 10);
        foreach (var value in problem.Frontier())
        {
            var judgement = problem.Judge(value.Package);
            judgement.Should().BeEquivalentTo(new
                {
                    Proposal = value,
                    BetterForUs = (PackageValue?)null,
                    BetterForThem = (PackageValue?)null,
                    LeftForUs = 0.0,
                    LeftForThem = 0.0,
                });
            judgement.IsEfficient.Should().BeTrue();
        }
    }

    [Fact]
    public void An_alternative_is_met_exactly_or_not()
    {
        var package = Deal(110, 60, 2);
        Judged(43.333333, 41.666667).Should().Be((true, true));
        Judged(43.333334, 41.666668).Should().Be((false, false));
        Judged(0, 100).Should().Be((true, false));

        (bool, bool) Judged(double ours, double theirs)
        {
            var judgement = Contract(ours, theirs).Judge(package);
            return (judgement.IsAcceptableToUs, judgement.IsAcceptableToThem);
        }
    }

    [Fact]
    public void Without_a_package_that_is_better_for_both_there_is_no_nash_point()
    {
        Of(50, 50, Issue("x", [0, 49, 100], [100, 49, 0])).NashPoint().Should().BeNull();
        Of(50, 50, Issue("x", [0, 50, 100], [100, 50, 0])).NashPoint()!.Package.Should().Be(new Package(("x", 1)));
    }

    [Fact]
    public void Of_equal_products_the_one_that_is_better_for_us_is_chosen()
    {
        Of(0, 0, Issue("x", [10, 40, 20], [40, 10, 19])).NashPoint()!.Package.Should().Be(new Package(("x", 1)));
        NashBargaining.Choose(["ab", "a", "b"], name => name.Contains('a') ? 1 : 0, name => name.Contains('b') ? 5 : 0, 1, 0)
            .Should().Be("ab");
        NashBargaining.Choose(["first", "second"], _ => 2, _ => 2, 1, 1).Should().Be("first");
        NashBargaining.Choose<string>([], _ => 1, _ => 1, 0, 0).Should().BeNull();
    }

    [Fact]
    public void Terms_are_options_by_their_value()
    {
        var depth = Scale.Levels((ServiceDepth.FireFighting, 0), (ServiceDepth.FirePrevention, 60), (ServiceDepth.ValueAdding, 100));
        var problem = new BargainingProblem([new("service", "service", [1, 2, 3], Scale.Linear((1, 100), (3, 0)), depth, 1, 1)], 0, 0);

        problem.NashPoint()!.Package.Values["service"].Should().Be(ServiceDepth.FirePrevention.Value);
        ((Action)(() => problem.ValueOf(new(("service", 4)))))
            .Should().Throw<ArgumentException>().WithMessage("*service is 4; it must be the value of a ServiceDepth: 1, 2, 3*");
    }

    [Fact]
    public void The_frontier_equals_brute_force_on_small_cases() => Check.One(
        Seeded.Cases(400),
        Prop.ForAll(Problems(fine: false).ToArbitrary(), parts =>
        {
            var problem = parts.Make(1, 0);
            var all = All(problem);
            var frontier = problem.Frontier().ToArray();
            var efficient = all.Where(each => !all.Exists(other =>
                other.Ours >= each.Ours && other.Theirs >= each.Theirs && (other.Ours > each.Ours || other.Theirs > each.Theirs)));

            frontier.Select(Worth).Should().Equal(efficient.Select(Worth).Distinct().OrderByDescending(worth => worth.Ours));
            frontier.Should().OnlyContain(value => problem.ValueOf(value.Package) == value);
        }));

    [Fact]
    public void The_nash_point_is_on_the_frontier_individually_rational_and_the_best_of_all_packages() => Check.One(
        Seeded.Cases(400),
        Prop.ForAll(Problems(fine: false).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (parts, weight) =>
        {
            var problem = parts.Make(1, 0);
            var rational = All(problem).FindAll(each => each.Ours >= problem.OurAlternative && each.Theirs >= problem.TheirAlternative);
            var nash = problem.NashPoint(weight);
            (nash is null).Should().Be(rational.Count == 0);
            if (nash is null)
                return;
            problem.Frontier().Should().Contain(nash);
            (nash.Ours >= problem.OurAlternative && nash.Theirs >= problem.TheirAlternative).Should().BeTrue();
            Product(nash).Should().BeGreaterThanOrEqualTo(rational.Max(Product) * (1 - 1e-12));

            double Product(PackageValue value) =>
                Math.Pow(value.Ours - problem.OurAlternative, weight) * (value.Theirs - problem.TheirAlternative);
        }));

    [Fact]
    public void The_nash_point_and_the_frontier_are_unchanged_by_positive_affine_rescaling() => Check.One(
        Seeded.Cases(400),
        Prop.ForAll(
            Problems(fine: false).ToArbitrary(),
            Gen.Elements((1.0, 0.0), (0.5, 0.0), (0.5, 50.0), (0.25, 7.0), (0.25, 75.0)).ToArbitrary(),
            (parts, change) =>
            {
                var (one, other) = (parts.Make(1, 0), parts.Make(change.Item1, change.Item2));
                other.NashPoint()?.Package.Should().Be(one.NashPoint()?.Package);
                other.Frontier().Select(value => value.Package).Should().Equal(one.Frontier().Select(value => value.Package));
            }));

    [Fact]
    public void The_listed_nash_solution_is_unchanged_by_positive_affine_rescaling() => Check.One(
        Seeded.Cases(400),
        Prop.ForAll(
            (from points in (from u in Gen.Choose(0, 50) from v in Gen.Choose(0, 50) select Tuple.Create(u, v)).NonEmptyListOf()
             from factor in Gen.Choose(1, 9)
             from shift in Gen.Choose(-100, 100)
             select (points.ToList(), factor, shift)).ToArbitrary(),
            each =>
            {
                var (points, factor, shift) = each;
                var one = NashBargaining.Choose(points, point => point.Item1, point => point.Item2, 10, 20);
                NashBargaining.Choose(points, point => (factor * point.Item1) + shift, point => point.Item2, (factor * 10) + shift, 20)
                    .Should().BeSameAs(one);
            }));

    [Fact]
    public void A_judgement_equals_brute_force_on_small_cases() => Check.One(
        Seeded.Cases(400),
        Prop.ForAll((from parts in Problems(fine: true) from index in Gen.Choose(0, 10_000) select (parts, index)).ToArbitrary(), each =>
        {
            var problem = each.parts.Make(1, 0);
            var all = All(problem);
            var proposal = all[each.index % all.Count];
            var judgement = problem.Judge(proposal.Package);

            var best = all.Where(other => other.Theirs >= proposal.Theirs).Max(other => other.Ours);
            (judgement.BetterForUs?.Ours ?? proposal.Ours).Should().Be(best);
            judgement.LeftForUs.Should().BeApproximately(best - proposal.Ours, 1e-9);
            var bestForThem = all.Where(other => other.Ours >= proposal.Ours).Max(other => other.Theirs);
            (judgement.BetterForThem?.Theirs ?? proposal.Theirs).Should().Be(bestForThem);
            if (judgement.BetterForThem is { } better)
                problem.Frontier().Select(Worth).Should().Contain(Worth(better));
            judgement.IsEfficient.Should().Be(problem.Frontier().Select(Worth).Contains(Worth(proposal)));
        }));

    [Fact]
    public void The_order_of_issues_and_options_does_not_matter() => Check.One(
        Seeded.Cases(200),
        Prop.ForAll(Problems(fine: true).ToArbitrary(), parts =>
        {
            var problem = parts.Make(1, 0);
            var turned = new BargainingProblem(
                [.. problem.Issues.Reverse().Select(issue => issue with { Options = [.. issue.Options.Reverse()] })],
                problem.OurAlternative,
                problem.TheirAlternative);
            turned.Frontier().Should().Equal(problem.Frontier());
            turned.NashPoint(2).Should().Be(problem.NashPoint(2));
        }));

    // All 6^10 packages are gone through here, on a grid of a tenth of a point, and none of them by the library.
    [Fact]
    public void Ten_issues_of_six_options_are_exact_over_all_60_million_packages()
    {
        int[] weights = [19, 17, 14, 12, 10, 9, 7, 6, 4, 2], theirWeights = [5, 8, 13, 3, 15, 11, 16, 9, 14, 6];
        var (ours, theirs) = (Tens(7), Tens(3));
        var issues = weights.Select((weight, i) => Issue(FormattableString.Invariant($"{i}"), ours[i], theirs[i], weight, theirWeights[i]))
            .ToArray();
        var problem = Of(30, 30, issues);

        // By our value in tenths of a point: the best value for them that goes with it.
        var best = Enumerable.Repeat(-1, 1001).ToArray();
        var (left, right) = (Sums(0), Sums(5));
        foreach (var (u, v) in left)
        {
            foreach (var (du, dv) in right)
                best[u + du] = Math.Max(best[u + du], v + dv);
        }

        (left.Count * (long)right.Count).Should().Be(60_466_176);
        var expected = new List<(double, double)>();
        var nash = 0L;
        for (int u = 1000, reached = -1; u >= 0; u--)
        {
            if (best[u] <= reached)
                continue;
            reached = best[u];
            expected.Add((u / 10.0, reached / 10.0));
            nash = Math.Max(nash, u >= 300 && reached >= 300 ? (u - 300L) * (reached - 300) : 0);
        }

        expected.Count.Should().BeGreaterThan(20);
        problem.Frontier().Select(Worth).Should().Equal(expected);
        var point = problem.NashPoint()!;
        Math.Round((point.Ours - 30) * (point.Theirs - 30) * 100).Should().Be(nash);
        problem.ValueOf(point.Package).Should().Be(point);

        double[][] Tens(int seed) => [.. Enumerable.Range(0, 10).Select(
            i => Enumerable.Range(0, 6).Select(j => 10.0 * ((((i * 31) + (j * 17) + (i * j * seed)) * seed % 11)))
            .ToArray())];

        List<(int, int)> Sums(int from)
        {
            List<(int, int)> sums = [(0, 0)];
            for (var i = from; i < from + 5; i++)
                sums = [.. sums.SelectMany(sum => Enumerable.Range(0, 6).Select(
                    j => (sum.Item1 + (int)(weights[i] * ours[i][j] / 10), sum.Item2 + (int)(theirWeights[i] * theirs[i][j] / 10))))];
            return sums;
        }
    }

    [Fact]
    public void Values_and_judgements_survive_json()
    {
        var judgement = Contract(20, 10).Judge(Deal(110, 60, 2));
        var json = JsonSerializer.Serialize(judgement);

        JsonSerializer.Deserialize<PackageJudgement>(json).Should().Be(judgement);
        json.Should().Contain("\"Values\":{\"days\":60,\"price\":110,\"years\":2}").And.NotContain("Left");
        using var _ = new CultureScope("de-DE");
        judgement.ToString()
            .Should().Be("days = 60, price = 110, years = 2 (43.333333 / 41.666667), left for us 23.333334, for them 24.999999");
        Issue("x", [1], [2]).ToString().Should().Be("x: 0");
    }

    [Fact]
    public void Issues_are_equal_by_their_options()
    {
        var (rising, falling) = (Scale.Linear((0, 0), (1, 100)), Scale.Linear((0, 100), (1, 0)));
        PackageIssue Of(params decimal[] options) => new("x", "x", options.ToList(), rising, falling, 1, 1);

        Of(0, 1).Should().Be(Of(0, 1)).And.NotBe(Of(1, 0)).And.NotBe(Of(0));
        Of(0, 1).GetHashCode().Should().Be(Of(0, 1).GetHashCode());
        Of(0).Invoking(issue => issue with { Options = null! }).Should().Throw<ArgumentNullException>().WithMessage("*Options*");
    }

    [Fact]
    public void A_package_is_equal_by_its_values()
    {
        new Package(("a", 1), ("b", 2)).Should().Be(new Package(("b", 2), ("a", 1.0m))).And.NotBe(new Package(("a", 1), ("b", 3)));
        new Package(("a", 1), ("b", 2)).GetHashCode().Should().Be(new Package(("b", 2), ("a", 1)).GetHashCode());
        ((Action)(() => _ = new Package(("a", 1), ("a", 2)))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new Package((IReadOnlyDictionary<string, decimal>)null!)))
            .Should().Throw<ArgumentNullException>().WithParameterName("values");
    }

    [Fact]
    public void A_problem_reports_all_its_faults()
    {
        var levels = Scale.Levels(
            (FactorLevel.None, 0), (FactorLevel.Low, 0), (FactorLevel.Medium, 0), (FactorLevel.High, double.NaN));
        var message = Message(() => Of(
            0,
            0,
            Issue("a", [1], [1]),
            Issue("a", [1], [1]),
            Issue(" ", [1], [1]),
            null!,
            Issue("b", [1], [1], -1, double.NaN) with { Options = [1, 1], Label = null! },
            Issue("c", [1], [1]) with { Options = [], OurScale = null!, TheirScale = null! },
            new("d", "d", [9], levels, Scale.Linear((0, 0), (1, 1)), 1, 1),
            new("e", "e", [4], levels, Scale.Linear((0, 0), (1, 1)), 1, 1)));
        message.Should().Contain("issues[\"a\"]: it is duplicated")
            .And.Contain("issues[2].key: it is blank")
            .And.Contain("issues[3]: it is null")
            .And.Contain("issues[\"b\"].label: it is null")
            .And.Contain("issues[\"b\"].ourWeight: -1 is not a finite number of at least 0")
            .And.Contain("issues[\"b\"].theirWeight: NaN is not a finite number of at least 0")
            .And.Contain("issues[\"b\"].options: 1 is duplicated")
            .And.Contain("issues[\"c\"].ourScale: it is null")
            .And.Contain("issues[\"c\"].theirScale: it is null")
            .And.Contain("issues[\"c\"].options: it is empty; give at least one")
            .And.Contain("issues[\"d\"].options: 9; it must be the value of a FactorLevel: 1, 2, 3, 4")
            .And.Contain("issues[\"e\"].options: 4; it must be the value of a FactorLevel");
        Message(() => Of(0, 0)).Should().Contain("issues: it is empty; give at least one");
        Message(() => Of(0, 0, Issue("a", [1], [1], 0, 1)))
            .Should().Contain("issues.ourWeight: they sum to 0; the sum must be above 0 and finite");
        Message(() => Of(0, 0, Issue("a", [1], [1], 1, 0))).Should().Contain("issues.theirWeight: they sum to 0");
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Message(() => Of(-0.1, 0, Issue("a", [1], [1]))).Should().StartWith("ourAlternative is -0.1; it must be between 0 and 100.");
        Message(() => Of(0, 100.1, Issue("a", [1], [1]))).Should().StartWith("theirAlternative is 100.1;");
        var problem = Of(0, 0, Issue("a", [1], [1]), Issue("b", [1], [1]));
        Message(() => problem.NashPoint(0)).Should().StartWith("ourWeight is 0; it must be finite and above 0.");
        Message(() => problem.NashPoint(1, double.NaN)).Should().StartWith("theirWeight is NaN;");
        Message(() => problem.Judge(new(("a", 0), ("c", 0))))
            .Should().StartWith("package is 'a = 0, c = 0': b is open; c is not an issue. It must have a value for each of a, b.");
        Message(() => NashBargaining.Choose(["x"], _ => double.NaN, _ => 1, 0, 0)).Should().StartWith("ours is NaN;");
        Message(() => NashBargaining.Choose(["x"], _ => 1, _ => double.PositiveInfinity, 0, 0)).Should().StartWith("theirs is Infinity;");
        Message(() => NashBargaining.Choose(["x"], _ => 1, _ => 1, double.NaN, 0)).Should().StartWith("ourAlternative is NaN;");
    }

    private static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;

    // Price, days until we are paid, years of the contract: they care most for the days, we for the price.
    private static BargainingProblem Contract(double ourAlternative, double theirAlternative) => Of(
        ourAlternative,
        theirAlternative,
        new("price", "price", [100, 110, 120], Scale.Linear((100, 0), (120, 100)), Scale.Linear((100, 100), (120, 0)), 3, 2),
        new("days", "days", [30, 60, 90], Scale.Steps((30, 100), (60, 10), (90, 0)), Scale.Steps((30, 0), (60, 25), (90, 100)), 2, 2),
        new("years", "years", [1, 2, 3], Scale.Steps((1, 0), (2, 90), (3, 100)), Scale.Steps((1, 100), (2, 50), (3, 50)), 1, 2));

    private static Package Deal(decimal price, decimal days, decimal years) => new(("price", price), ("days", days), ("years", years));

    private static BargainingProblem Of(double ourAlternative, double theirAlternative, params PackageIssue[] issues) =>
        new(issues, ourAlternative, theirAlternative);

    // Option i is worth ours[i] and theirs[i].
    private static PackageIssue Issue(string key, double[] ours, double[] theirs, double ourWeight = 1, double theirWeight = 1) => new(
        key,
        key,
        [.. Enumerable.Range(0, ours.Length).Select(i => (decimal)i)],
        Scale.Steps([.. ours.Select((points, i) => ((double)i, points))]),
        Scale.Steps([.. theirs.Select((points, i) => ((double)i, points))]),
        ourWeight,
        theirWeight);

    private static (double Ours, double Theirs) Worth(PackageValue value) => (value.Ours, value.Theirs);

    private static List<PackageValue> All(BargainingProblem problem) =>
    [
        .. problem.Issues.Aggregate(
            (IEnumerable<(string, decimal)[]>)[[]],
            (packages, issue) =>
                packages.SelectMany(package => issue.Options.Select(option => ((string, decimal)[])[.. package, (issue.Key, option)])))
            .Select(values => problem.ValueOf(new(values))),
    ];

    // Coarse points (multiples of 4, weights that sum to 100) lie on the grid of a millionth whatever the factor; fine ones do not.
    private static Gen<Parts> Problems(bool fine) =>
        from count in Gen.Choose(1, 5)
        from weights in Weights(count)
        from theirWeights in Weights(count)
        from points in Gen.Choose(0, fine ? 100_000 : 25).Select(n => fine ? n / 1000.0 : 4.0 * n).ArrayOf(2 * 5 * count)
        from options in Gen.Choose(1, 5).ArrayOf(count)
        from alternatives in Gen.Choose(0, 15).ArrayOf(2)
        select new Parts(weights, theirWeights, points, options, 4 * alternatives[0], 4 * alternatives[1]);

    private static Gen<int[]> Weights(int count) => Gen.Choose(0, 100).ArrayOf(count - 1).Select(cuts =>
    {
        int[] bounds = [0, .. cuts.Order(), 100];
        return bounds.Skip(1).Select((bound, i) => bound - bounds[i]).ToArray();
    });

    private sealed record Parts(
        int[] Weights, int[] TheirWeights, double[] Points, int[] Options, double OurAlternative, double TheirAlternative)
    {
        public BargainingProblem Make(double factor, double shift) => Of(
            (factor * OurAlternative) + shift,
            TheirAlternative,
            [
                .. Weights.Select((weight, i) => Issue(
                    FormattableString.Invariant($"{i}"),
                    [.. Enumerable.Range(0, Options[i]).Select(j => (factor * Points[(10 * i) + j]) + shift)],
                    [.. Enumerable.Range(0, Options[i]).Select(j => Points[(10 * i) + 5 + j])],
                    weight,
                    TheirWeights[i])),
            ]);
    }
}
