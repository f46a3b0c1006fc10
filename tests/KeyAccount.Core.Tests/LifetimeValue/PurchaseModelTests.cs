using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Tests.LifetimeValue;

public class PurchaseModelTests
{
    // Fader, Hardie & Lee 2005: the 1/10 sample of CDNOW, in weeks.
    private static readonly BgNbd Cdnow = new(0.243, 4.414, 0.793, 2.426);

    public static TheoryData<IPurchaseModel> Models =>
        [Cdnow, new BgCnbd(3, 2, 3, 0.8, 2.4), new ParetoNbd(0.553, 10.578, 0.606, 11.669), new ParetoNbd(2, 3, 1, 50)];

    [Fact]
    public void Fader_Hardie_and_Lee_2005_customer_1516()
    {
        Cdnow.ExpectedOrders(39, 2, 30.43, 38.86).Should().BeApproximately(1.226028, 5e-7);
        Cdnow.ProbabilityAlive(2, 30.43, 38.86).Should().BeApproximately(0.726579, 5e-7);
        Cdnow.ExpectedOrders(39, 0, 0, 38.86).Should().BeApproximately(0.195098, 5e-7);
        Cdnow.ExpectedOrders(39).Should().BeApproximately(1.196723, 5e-7);
    }

    [Fact]
    public void More_orders_and_the_same_silence_are_less_alive()
    {
        Cdnow.ProbabilityAlive(5, 30, 39).Should().BeApproximately(0.705627, 5e-7);
        Cdnow.ProbabilityAlive(20, 30, 39).Should().BeApproximately(0.196820, 5e-7);
    }

    [Fact]
    public void The_same_silence_means_more_of_a_regular_buyer()
    {
        // Twelve orders in 36 weeks, one every three weeks, then nothing for nine.
        var random = new BgCnbd(1, 2, 6, 0.5, 5).ProbabilityAlive(12, 36, 45);
        var regular = new BgCnbd(4, 8, 6, 0.5, 5).ProbabilityAlive(12, 36, 45);
        random.Should().BeGreaterThan(0.5);
        regular.Should().BeLessThan(0.25);
    }

    [Fact]
    public void A_regular_model_with_one_step_is_the_random_one()
    {
        var one = new BgCnbd(1, Cdnow.R, Cdnow.Alpha, Cdnow.A, Cdnow.B);
        foreach (var (orders, last, age) in new[] { (0, 0.0, 38.86), (2, 30.43, 38.86), (20, 30, 39) })
        {
            one.ProbabilityAlive(orders, last, age).Should().BeApproximately(Cdnow.ProbabilityAlive(orders, last, age), 1e-14);
            one.ExpectedOrders(39, orders, last, age).Should().BeApproximately(Cdnow.ExpectedOrders(39, orders, last, age), 1e-12);
            one.LogLikelihood(orders, last, age, 0).Should().BeApproximately(Cdnow.LogLikelihood(orders, last, age), 1e-10);
            one.ProbabilityOf(orders, 39).Should().Be(Cdnow.ProbabilityOf(orders, 39));
        }
    }

    [Fact]
    public void Probabilities_of_all_numbers_of_orders_sum_to_one_and_their_mean_is_the_expectation()
    {
        foreach (var (k, time) in new[] { (1, 39.0), (1, 0.5), (2, 39), (5, 39) })
        {
            var model = new BgCnbd(k, 0.243 * k, 4.414, 0.793, 2.426);
            var all = Enumerable.Range(0, 2_000).Select(x => (x, P: model.ProbabilityOf(x, time))).ToArray();
            all.Sum(each => each.P).Should().BeApproximately(1, 1e-10);
            all.Sum(each => each.x * each.P).Should().BeApproximately(model.ExpectedOrders(time), 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Expectations_rise_with_the_horizon_and_nothing_is_expected_of_none(IPurchaseModel model) =>
        Prop.ForAll(
            (from orders in Gen.Choose(0, 40)
             from first in Gen.Choose(0, 1_000)
             from second in Gen.Choose(0, 1_000)
             from horizon in Gen.Choose(0, 5_000)
             select (orders, first, second, horizon)).ToArbitrary(),
            drawn =>
            {
                var (orders, first, second, horizon) = drawn;
                var (last, age) = (orders == 0 ? 0 : Math.Min(first, second) / 10.0, Math.Max(first, second) / 10.0);
                var alive = model.ProbabilityAlive(orders, last, age);
                var (less, more) = (
                    model.ExpectedOrders(horizon / 10.0, orders, last, age), model.ExpectedOrders((horizon / 10.0) + 1, orders, last, age));
                return alive is >= 0 and <= 1 && model.ExpectedOrders(0, orders, last, age) == 0 && less >= 0 && (more > less || more < 1e-100);
            }).Check(Seeded.Cases(300));

    [Theory]
    [MemberData(nameof(Models))]
    public void An_account_that_has_just_come_is_a_new_customer(IPurchaseModel model)
    {
        model.ProbabilityAlive(0, 0, 0).Should().Be(1);
        model.ExpectedOrders(52, 0, 0, 0).Should().BeApproximately(model.ExpectedOrders(52), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Silence_only_makes_an_account_less_alive(IPurchaseModel model)
    {
        var probabilities = Enumerable.Range(0, 60).Select(weeks => model.ProbabilityAlive(6, 30, 30 + weeks)).ToArray();
        probabilities.Should().BeInDescendingOrder();
        probabilities[^1].Should().BeLessThan(probabilities[0] / 2);
    }

    // Between a sum and an integral: the longest horizon that is summed and the shortest that is not agree.
    [Fact]
    public void The_two_ways_to_compute_an_expectation_meet()
    {
        var horizons = Enumerable.Range(1, 4_000).Select(i => i * 0.25).ToArray();
        var slopes = horizons.Zip(horizons.Skip(1), (one, next) => (Cdnow.ExpectedOrders(next) - Cdnow.ExpectedOrders(one)) / 0.25).ToArray();
        slopes.Should().BeInDescendingOrder();
    }

    [Fact]
    public void Bad_facts_are_named_with_their_range()
    {
        Misuse(() => Cdnow.ProbabilityAlive(-1, 0, 1), "orders is -1; it must be between 0 and 9007199254740992.");
        Misuse(() => Cdnow.ProbabilityAlive(1.5, 0, 1), "orders is 1.5; it must be a whole number.");
        Misuse(() => Cdnow.ProbabilityAlive(double.NaN, 0, 1), "orders is NaN; it must be between 0 and 9007199254740992.");
        Misuse(() => Cdnow.ProbabilityAlive(1, 2, 1.5), "lastOrder is 2; it must be between 0 and 1.5.");
        Misuse(() => Cdnow.ProbabilityAlive(0, 1, 1.5), "lastOrder is 1; without a repeat order it must be 0, the time of the first order.");
        Misuse(() => Cdnow.ProbabilityAlive(1, 0, double.PositiveInfinity), "age is Infinity; it must be finite and at least 0.");
        Misuse(() => Cdnow.ExpectedOrders(-0.1), "horizon is -0.1; it must be finite and at least 0.");
        Misuse(() => Cdnow.ProbabilityOf(-1, 1), "orders is -1; it must be at least 0.");
        Misuse(() => _ = new BgNbd(0, 1, 1, 1), "R is 0; it must be finite and above 0.");
        Misuse(() => _ = Cdnow with { B = -1 }, "B is -1; it must be finite and above 0.");
        Misuse(() => _ = new ParetoNbd(1, 1, double.NaN, 1), "S is NaN; it must be finite and above 0.");
        Misuse(() => _ = new BgCnbd(0, 1, 1, 1, 1), "K is 0; it must be between 1 and 100.");
        Misuse(() => _ = new BgCnbd(101, 1, 1, 1, 1), "K is 101; it must be between 1 and 100.");
        Misuse(() => _ = new GammaGamma(1, 1, 0), "Gamma is 0; it must be finite and above 0.");
        Misuse(() => _ = new ShiftedBetaGeometric(1, 0), "Beta is 0; it must be finite and above 0.");
        new BgCnbd(100, 1, 1, 1, 1).K.Should().Be(100);
    }

    [Fact]
    public void Models_are_values_with_a_form_that_no_culture_changes()
    {
        using var _ = new CultureScope("de-DE");
        (Cdnow with { }).Should().Be(Cdnow);
        Cdnow.ToString().Should().Be("BgNbd { R = 0.243, Alpha = 4.414, A = 0.793, B = 2.426 }");
        System.Text.Json.JsonSerializer.Deserialize<BgNbd>(System.Text.Json.JsonSerializer.Serialize(Cdnow)).Should().Be(Cdnow);
        var regular = new BgCnbd(3, 2.5, 3, 0.8, 2.4);
        System.Text.Json.JsonSerializer.Deserialize<BgCnbd>(System.Text.Json.JsonSerializer.Serialize(regular)).Should().Be(regular);
    }

    private static void Misuse(Action misuse, string message) =>
        misuse.Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should().StartWith(message);
}
