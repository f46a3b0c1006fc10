using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Tests.SalesTeam;

public class PayTests
{
    private static readonly PriceRounding Cent = new(0.01m, MidpointRounding.AwayFromZero);

    private static readonly PayPlan Single = new(
        "single", SalesPosition.Representative, EmploymentPhase.Regular, 0.4, [new("revenue", 1, AttainmentCurve.Standard)]);

    [Theory]
    [InlineData(0.4, 240_000)]
    [InlineData(0.4999, 240_000)]
    [InlineData(0.5, 280_000)]
    [InlineData(0.8, 352_000)]
    [InlineData(1, 400_000)]
    [InlineData(1.2, 448_000)]
    [InlineData(1.5, 520_000)]
    [InlineData(1.8, 520_000)]
    public void Rooms_row_39_threshold_ramp_accelerator_and_cap(double attainment, int pay) =>
        Single.Statement(400_000, [new("revenue", attainment)], Cent).Total.Should().Be(pay);

    [Theory]
    [InlineData("standard", 0.49, 0, "49 % of the target pays nothing: pay begins at 50 %.", "达到 50%", "達到 50%")]
    [InlineData("standard", 0.499999, 0, "49.99 % of the target pays nothing: pay begins at 50 %.", "达到 50%", "達到 50%")]
    [InlineData("standard", 0.5, 25, "50 % of the target pays 25 % of the incentive of this measure, which has 100 % of the weight.", "兑现该指标奖金的 25%", "兌現該指標獎金的 25%")]
    [InlineData("eight", 0.1 + 0.7, 10, "80 % of the target pays 10 % of the incentive of this measure, which has 100 % of the weight.", "10%", "10%")]
    [InlineData("without cliff", 0.5, 0, "50 % of the target pays nothing: pay begins above 50 %.", "超过 50%", "超過 50%")]
    [InlineData("without cliff", 0.51, 2, "51 % of the target pays 2 % of the incentive of this measure, which has 100 % of the weight.", "2%", "2%")]
    [InlineData("flat first", 0.5, 0, "50 % of the target pays nothing: pay begins above 60 %.", "超过 60%", "超過 60%")]
    [InlineData("proportional", 0, 0, "0 % of the target pays nothing: pay begins above 0 %.", "超过 0%", "超過 0%")]
    public void What_a_statement_says_of_the_threshold_is_what_is_paid(string curve, double attainment, int amount, string en, string zhHans, string zhHant)
    {
        var line = new PayPlan("p", SalesPosition.Representative, EmploymentPhase.Regular, 1, [new("revenue", 1, curve switch
        {
            "standard" => AttainmentCurve.Standard, "without cliff" => AttainmentCurve.WithoutCliff, "proportional" => AttainmentCurve.Proportional,
            "eight" => new([new(0.8, 0.1), new(1, 1)]), _ => new([new(0.3, 0), new(0.6, 0), new(1, 1)]),
        })]).Statement(100, [new("revenue", attainment)], Cent).Lines.Single(each => each.Key == "revenue");
        line.Amount.Should().Be(amount);
        line.Reason.En.Should().Be(en);
        line.Reason.ZhHans.Should().Contain(zhHans);
        line.Reason.ZhHant.Should().Contain(zhHant);
    }

    [Fact]
    public void The_curve_is_a_linear_scale_held_at_its_ends()
    {
        AttainmentCurve.Standard.Scale.Kind.Should().Be(KeyAccount.Core.Scoring.ScaleKind.Linear);
        AttainmentCurve.Standard.Payout(0.75).Should().BeApproximately(0.625, 1e-12);
        AttainmentCurve.Standard.Payout(9).Should().BeApproximately(1.75, 1e-12);
        AttainmentCurve.Standard.Payout(0.49).Should().Be(0);
    }

    [Fact]
    public void More_attainment_never_pays_less() => Check.One(Seeded.Cases(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var plan = AnyPlan(random);
        var (low, high) = (random.NextDouble() * 2, random.NextDouble() * 2);
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        var before = plan.Measures.Select(measure => new MeasureResult(measure.Key, low)).ToArray();
        var after = plan.Measures.Select(measure => new MeasureResult(measure.Key, high)).ToArray();
        plan.Statement(123_456.78m, after, Cent).Total.Should().BeGreaterThanOrEqualTo(plan.Statement(123_456.78m, before, Cent).Total);
    }));

    [Fact]
    public void A_statement_sums_to_the_cent_and_every_line_is_rounded() => Check.One(Seeded.Cases(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var plan = AnyPlan(random);
        var grain = new[] { 0.01m, 0.05m, 1m, 10m }[random.Next(4)];
        var rounding = new PriceRounding(grain, MidpointRounding.ToEven);
        var statement = plan.Statement(
            random.Next(1, 100_000_000) / 100m, [.. plan.Measures.Select(measure => new MeasureResult(measure.Key, random.NextDouble() * 2))], rounding, random.Next(1, 9));
        statement.Lines.Sum(line => line.Amount).Should().Be(statement.Total);
        statement.Lines.Should().OnlyContain(line => line.Amount % grain == 0);
    }));

    [Fact]
    public void Several_measures_pay_by_their_weights_and_a_gate_shuts_one()
    {
        PayPlan plan = new("gated", SalesPosition.Representative, EmploymentPhase.Regular, 0.4,
        [
            new("revenue", 70, AttainmentCurve.Standard, Gate: new("collection", 0.8)), new("collection", 30, AttainmentCurve.Proportional),
        ]);
        plan.Statement(100_000.37m, [new("revenue", 1), new("collection", 1)], Cent).Total.Should().Be(100_000.37m, "all at target pays what was agreed");
        plan.Statement(400_000, [new("revenue", 1.2), new("collection", 0.1 + 0.7)], Cent).Total.Should().Be(240_000 + (112_000 * 1.3m) + (48_000 * 0.8m));
        plan.Statement(400_000, [new("revenue", 1.2), new("collection", 0.8)], Cent).Total.Should().Be(240_000 + (112_000 * 1.3m) + (48_000 * 0.8m));
        var shut = plan.Statement(400_000, [new("revenue", 1.2), new("collection", 0.79)], Cent);
        shut.Total.Should().Be(240_000 + (48_000 * 0.79m));
        shut.Lines[1].Reason.En.Should().Contain("has reached 79 %, and at least 80 % are needed");
        plan.Cliffs().Should().ContainSingle(cliff => cliff.Kind == PayCliffKind.Gate).Which.Should().BeEquivalentTo(new { Measure = "collection", At = 0.8, To = 0.7 });
    }

    [Fact]
    public void Cliffs_are_rises_of_more_than_a_tenth_within_a_point()
    {
        AttainmentCurve.Standard.Cliffs().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = PayCliffKind.Threshold, At = 0.5, From = 0.0 });
        AttainmentCurve.WithoutCliff.Cliffs().Should().BeEmpty();
        new AttainmentCurve([new(0, 0), new(0.8, 0.5), new(0.805, 0.61), new(1, 1)]).Cliffs().Should().ContainSingle(cliff => cliff.Kind == PayCliffKind.Step);
        new AttainmentCurve([new(0, 0), new(0.8, 0.5), new(0.81, 0.6), new(1, 1)]).Cliffs().Should().BeEmpty("a tenth is no cliff");
        new AttainmentCurve([new(0, 0), new(0.8, 0.5), new(0.81, 0.6001), new(1, 1)]).Cliffs().Should().ContainSingle();
        new AttainmentCurve([new(0, 0), new(0.8, 0.5), new(0.803, 0.56), new(0.806, 0.62), new(1, 1)]).Cliffs().Should().ContainSingle("two short steps are one cliff");
        PayPlans.All.SelectMany(plan => plan.Cliffs()).Should().BeEmpty();
    }

    [Fact]
    public void A_guarantee_fills_up_and_falls_month_by_month()
    {
        var none = PayPlans.ProbationRepresentative.Measures.Select(measure => new MeasureResult(measure.Key, 0)).ToArray();
        decimal Paid(int? month) => PayPlans.ProbationRepresentative.Statement(10_000, none, Cent, month).Total;
        new[] { Paid(1), Paid(2), Paid(5), Paid(6), Paid(null) }.Should().Equal(10_000, 9_400, 7_600, 7_000, 7_000);
        PayPlans.ProbationRepresentative.ProcessWeight.Should().BeApproximately(0.7, 1e-12);
        PayPlans.ProbationManager.ProcessWeight.Should().BeApproximately(0.7, 1e-12);
        PayPlans.RegularRepresentative.ProcessWeight.Should().BeLessThan(0.5);
    }

    [Fact]
    public void The_cost_of_a_plan_is_over_the_distribution()
    {
        var cost = Single.Cost(400_000, [new(0.4, 1), new(0.8, 2), new(1, 4), new(1.2, 2), new(1.8, 1)], 2_000_000);
        cost.Pay.Should().Be((240_000m + (2 * 352_000) + (4 * 400_000) + (2 * 448_000) + 520_000) / 10);
        (cost.Lowest, cost.Highest, cost.OnTargetShare).Should().Be((240_000, 520_000, 0.7));
        cost.Revenue.Should().Be(2_000_000m * 1.02m);
        cost.CostOfSales.Should().BeApproximately((double)(cost.Pay / cost.Revenue!.Value), 1e-12);
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place_its_value_and_the_way_out()
    {
        Refused(() => new AttainmentCurve([new(0.5, 0.5), new(1, 0.4)])).Should().Contain("falls from 0.5 at attainment 0.5 to 0.4 at 1").And.Contain("at least 0.5");
        Refused(() => new AttainmentCurve([new(0.5, 0.5), new(0.5, 0.6)])).Should().Contain("two at attainment 0.5");
        Refused(() => new MeasureResult("revenue", 120)).Should().Contain("120 looks like 120 per cent: write 1.2");
        Refused(() => Single.Statement(1, [], Cent)).Should().Contain("'revenue'").And.Contain("0 if nothing was reached");
        Refused(() => Single.Statement(1, [new("sales", 1)], Cent)).Should().Contain("results[0].Measure is 'sales'").And.Contain("'revenue'");
        Refused(() => Single.Statement(1, [new("revenue", 1), new("revenue", 1)], Cent)).Should().Contain("results[1].Measure").And.Contain("duplicated");
        Refused(() => new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 0.3, [new("a", 1, AttainmentCurve.Standard, Gate: new("a", 0.5))]))
            .Should().Contain("measures[0].Gate.Measure is 'a'");
        Refused(() => new PayPlan("p", SalesPosition.Manager, EmploymentPhase.Regular, 0.3, [new("a", 1, AttainmentCurve.Standard)], [0.5, 0.6]))
            .Should().Contain("guarantees[1] is 0.6").And.Contain("at most 0.5");
        Refused(() => PayPlans.For(SalesPosition.HumanResources, EmploymentPhase.Regular)).Should().Contain("Representative, Manager");
    }

    [Fact]
    public void Fairness_says_nothing_of_fewer_than_five()
    {
        QuotaCase Case(int quota, int potential, int sold, int pay) => new() { Quota = quota, Potential = potential, Sold = sold, Pay = pay };
        QuotaCase[] four = [Case(10, 100, 9, 1), Case(20, 200, 22, 2), Case(30, 300, 33, 3), Case(40, 400, 44, 4)];
        QuotaFairness.Of(four).QuotaAndPotential.Value.Should().BeNull();
        var five = QuotaFairness.Of([.. four, Case(50, 500, 40, 5)]);
        five.QuotaAndPotential.Value.Should().Be(1);
        five.AtQuota.Counted.Should().Be(0.6);
        five.IsHealthy.Should().BeTrue();
        five.PayAndResult.Value.Should().BeApproximately(0.9, 1e-12);
    }

    private static PayPlan AnyPlan(Random random)
    {
        AttainmentCurve[] curves = [AttainmentCurve.Standard, AttainmentCurve.WithoutCliff, AttainmentCurve.Proportional, new([new(0.3, 0.1), new(0.31, 0.9), new(2, 3.3)])];
        var count = random.Next(1, 5);
        return new("any", SalesPosition.Manager, EmploymentPhase.Probation, random.NextDouble(),
            [
                .. Enumerable.Range(0, count).Select(i => new PayMeasure(
                    $"m{i}", random.Next(1, 100) / 7.0, curves[random.Next(curves.Length)],
                    Gate: count > 1 && random.Next(3) == 0 ? new($"m{(i + 1) % count}", 0.1 + random.NextDouble()) : null)),
            ],
            [1, 0.5, 0.25]);
    }

    private static string Refused(Func<object> make) => make.Should().Throw<ArgumentException>().Which.Message;
}
