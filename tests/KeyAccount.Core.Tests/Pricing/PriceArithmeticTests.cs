using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Tests.Pricing;

[Trait("Frameworks", "all")]
public class PriceArithmeticTests
{
    public static TheoryData<decimal, decimal, MidpointRounding, decimal> Roundings => new()
    {
        { 1.024m, 0.05m, MidpointRounding.ToEven, 1.00m },
        { 1.025m, 0.05m, MidpointRounding.ToEven, 1.00m },
        { 1.075m, 0.05m, MidpointRounding.ToEven, 1.10m },
        { 1.025m, 0.05m, MidpointRounding.AwayFromZero, 1.05m },
        { -1.025m, 0.05m, MidpointRounding.AwayFromZero, -1.05m },
        { 1.001m, 0.05m, MidpointRounding.ToPositiveInfinity, 1.05m },
        { 1.049m, 0.05m, MidpointRounding.ToNegativeInfinity, 1.00m },
        { 1.05m, 0.05m, MidpointRounding.ToPositiveInfinity, 1.05m },
        { -1.049m, 0.05m, MidpointRounding.ToZero, -1.00m },
        { -1.049m, 0.05m, MidpointRounding.ToNegativeInfinity, -1.05m },
        { 0.004m, 0.01m, MidpointRounding.AwayFromZero, 0m },
        { 0.005m, 0.01m, MidpointRounding.AwayFromZero, 0.01m },
        { -0.005m, 0.01m, MidpointRounding.AwayFromZero, -0.01m },
        { 0.005m, 0.01m, MidpointRounding.ToEven, 0m },
        { -0.005m, 0.01m, MidpointRounding.ToEven, 0m },
        { 0.009m, 0.01m, MidpointRounding.ToZero, 0m },
        { -0.009m, 0.01m, MidpointRounding.ToZero, 0m },
        { 0.001m, 0.01m, MidpointRounding.ToPositiveInfinity, 0.01m },
        { -0.001m, 0.01m, MidpointRounding.ToPositiveInfinity, 0m },
        { 0m, 0.01m, MidpointRounding.ToPositiveInfinity, 0m },

        // The quotient itself is rounded up to a whole number, and here the product of it is rounded down.
        { 2.9999999999999999999999999999m, 3m, MidpointRounding.ToNegativeInfinity, 0m },
        { 2.9999999999999999999999999999m, 3m, MidpointRounding.ToPositiveInfinity, 3m },
        {
            12348.000000000000000000001763m, 7.0000000000000000000000009997m, MidpointRounding.ToNegativeInfinity,
            12348.000000000000000000001763m
        },
        { 1234m, 10m, MidpointRounding.AwayFromZero, 1230m },
    };

    [Fact]
    public void Profit_levers_100k_units_at_100_with_variable_cost_60_and_fixed_cost_3M()
    {
        var effects = ProfitLevers.Of(100_000, 100, 60, 3_000_000, 0.05m);

        effects.Select(effect => (effect.Lever, effect.GainRate)).Should().Equal(
            (ProfitLever.Price, 0.50m), (ProfitLever.VariableCost, 0.30m), (ProfitLever.Volume, 0.20m), (ProfitLever.FixedCost, 0.15m));
        effects[0].Profit.Should().Be(1_500_000);
        effects[0].Gain.Should().Be(500_000);
    }

    [Fact]
    public void Without_a_profit_a_gain_has_no_rate()
    {
        ProfitLevers.Of(10, 10, 5, 50, 0.1m).Should().OnlyContain(effect => effect.GainRate == null);
        ProfitLevers.Of(10, 10, 5, 49, 0.1m).Should().OnlyContain(effect => effect.GainRate != null);
        ((Action)(() => ProfitLevers.Of(1, 1, 1, 1, 1.1m)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*improvement is 1.1*");
    }

    [Fact]
    public void Arc_elasticity_is_the_same_in_both_directions_and_undefined_without_a_change_of_price()
    {
        Elasticity.Arc(10, 12, 100, 80).Should().Be(-20m * 22 / (180 * 2));
        Elasticity.Arc(12, 10, 80, 100).Should().Be(Elasticity.Arc(10, 12, 100, 80));
        Elasticity.Arc(10, 10, 100, 80).Should().BeNull();
        Elasticity.Arc(10, 12, 0, 0).Should().BeNull();
        Elasticity.Arc(10, 12, 100, 100).Should().Be(0);
        ((Action)(() => Elasticity.Arc(0, 1, 1, 1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*oldPrice is 0*");
    }

    [Fact]
    public void Point_elasticity_is_slope_times_price_over_quantity()
    {
        Elasticity.Point(-5, 10, 100).Should().Be(-0.5m);
        ((Action)(() => Elasticity.Point(-5, 10, 0))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*quantity is 0*");
    }

    [Fact]
    public void Cost_pass_through_holds_what_it_says()
    {
        var rate = CostPassThrough.HoldMarginRate(100, 60, 6);
        rate.Price.Should().Be(110);
        rate.MarginRate.Should().Be(0.4m);
        rate.ChangeRate.Should().Be(0.1m);

        var unit = CostPassThrough.HoldUnitMargin(100, 60, 6);
        unit.Price.Should().Be(106);
        unit.UnitMargin.Should().Be(40);

        var half = CostPassThrough.Share(100, 60, 6, 0.5m);
        half.Price.Should().Be(103);
        half.UnitMargin.Should().Be(37);
    }

    [Fact]
    public void Passing_on_nothing_changes_nothing()
    {
        var cases = from price in Gen.Choose(1, 1_000_000)
                    from cost in Gen.Choose(1, 1_000_000)
                    from share in Gen.Choose(0, 100)
                    select (price / 100m, cost / 100m, share / 100m);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
            CostPassThrough.HoldMarginRate(test.Item1, test.Item2, 0).Price == test.Item1
            && CostPassThrough.HoldUnitMargin(test.Item1, test.Item2, 0).Price == test.Item1
            && CostPassThrough.Share(test.Item1, test.Item2, 0, test.Item3).Price == test.Item1));
    }

    [Fact]
    public void A_cost_cannot_fall_below_nothing()
    {
        CostPassThrough.HoldUnitMargin(100, 60, -60).Price.Should().Be(40);
        ((Action)(() => CostPassThrough.HoldUnitMargin(100, 60, -60.01m)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*variableCostChange is -60.01*at least -60*");
        ((Action)(() => CostPassThrough.HoldMarginRate(100, 0, 1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*variableCost is 0*");
        ((Action)(() => CostPassThrough.Share(100, 60, 1, 1.1m)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*share is 1.1*");
    }

    [Fact]
    public void The_present_value_of_a_term_ends_however_long_it_is()
    {
        CounterConcessions.Term(100, 0, int.MaxValue, 0.1m)
            .Should().BeApproximately(1000, 1e-20m, "a perpetuity is worth contribution / rate");
        CounterConcessions.Term(100, int.MaxValue, 1, 0m).Should().Be(100);
        CounterConcessions.Term(100, int.MaxValue, int.MaxValue, 0m).Should().Be(100m * int.MaxValue);
        CounterConcessions.Term(100, int.MaxValue, 1, 0.1m).Should().Be(0);
        CounterConcessions.Term(100, 0, 10, 1e-26m).Should().BeApproximately(1000, 1e-18m);
        for (var (years, sum) = (1, 0m); years <= 40; years++)
        {
            sum += 100 / (decimal)Math.Pow(1.07, years + 3);
            CounterConcessions.Term(100, 3, years, 0.07m).Should().BeApproximately(sum, 1e-9m);
        }
    }

    [Fact]
    public void A_result_that_does_not_fit_a_decimal_names_member_and_values()
    {
        ((Action)(() => CounterConcessions.PaymentDays(decimal.MaxValue, 400, 2))).Should().Throw<OverflowException>().WithMessage(
            "CounterConcessions.PaymentDays does not fit a decimal: "
            + "amount is 79228162514264337593543950335, days is 400, costOfCapital is 2.");
        ((Action)(() => BreakEven.Reactive(1e-28m, 1e20m))).Should().Throw<OverflowException>()
            .WithMessage("BreakEven.Reactive does not fit a decimal: contributionMargin is *, priceChange is 100000000000000000000.");
    }

    [Fact]
    public void Counter_concessions_in_money()
    {
        // 30 days on 365,000 at 10 % a year
        CounterConcessions.PaymentDays(365_000, 30, 0.10m).Should().Be(3_000);
        CounterConcessions.PaymentDays(365_000, -30, 0.10m).Should().Be(-3_000);
        CounterConcessions.Volume(1_000, 4.5m).Should().Be(4_500);
        CounterConcessions.Term(110, 0, 1, 0.10m).Should().BeApproximately(100, 1e-20m);
        CounterConcessions.Term(121, 1, 1, 0.10m).Should().BeApproximately(100, 1e-20m);
        CounterConcessions.Term(100, 3, 2, 0).Should().Be(200);
        CounterConcessions.Term(100, 3, 0, 0.1m).Should().Be(0);
        ((Action)(() => CounterConcessions.Term(100, -1, 1, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*yearsUntilThen is -1*");
    }

    [Theory]
    [MemberData(nameof(Roundings))]
    public void Prices_round_as_the_caller_says(decimal price, decimal grain, MidpointRounding direction, decimal rounded) =>
        new PriceRounding(grain, direction).Round(price).Should().Be(rounded);

    [Fact]
    public void Rounding_agrees_with_the_framework_for_cents()
    {
        var cases = from amount in Gen.Choose(-1_000_000, 1_000_000)
                    from direction in Gen.Elements(Enum.GetValues<MidpointRounding>())
                    select (amount / 1000m, direction);
        Check.One(Seeded.Cases(2000), Prop.ForAll(cases.ToArbitrary(), test =>
            new PriceRounding(0.01m, test.direction).Round(test.Item1) == Math.Round(test.Item1, 2, test.direction)));
    }

    [Fact]
    public void A_grain_is_positive_and_a_direction_one_there_is()
    {
        ((Action)(() => _ = new PriceRounding(0, MidpointRounding.ToEven)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*grain is 0*");
        ((Action)(() => _ = new PriceRounding(1, (MidpointRounding)9)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*direction is 9*");
    }

    [Fact]
    public void No_public_member_of_the_room_takes_or_returns_a_double()
    {
        DoublesOf(typeof(BreakEven).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(BreakEven).Namespace))
            .Should().BeEmpty();
        DoublesOf([typeof(WithDouble)]).Should().HaveCount(4, "the check itself finds them");
    }

    private static string[] DoublesOf(IEnumerable<Type> types) =>
    [
        .. from type in types
           from method in type.GetMethods().Cast<System.Reflection.MethodBase>().Concat(type.GetConstructors())
           where method.DeclaringType == type
           from used in method.GetParameters().Select(parameter => parameter.ParameterType)
               .Append((method as System.Reflection.MethodInfo)?.ReturnType ?? typeof(void))
           where IsDouble(used)
           select $"{type.Name}.{method.Name}",
    ];

    private static bool IsDouble(Type type) =>
        type == typeof(double) || type == typeof(float)
        || (type.IsGenericType && type.GetGenericArguments().Any(IsDouble))
        || (type.HasElementType && IsDouble(type.GetElementType()!));

    public sealed class WithDouble(double given)
    {
        public double Given { get; } = given;

        public IReadOnlyList<double?> All(float[] others) => [Given, others.Length];
    }
}
