using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.LifetimeValue;

public sealed class LifetimeSettingsTests
{
    private static readonly LifetimeAssumptions Own = new()
    {
        Version = "fitted 2026-03-31", DiscountRate = 0.09m, CapitalRate = 0.05m, Timing = MarginTiming.NowCertain, Currency = "EUR",
        Orders = new BgCnbd(2, 1.1, 12.5, 0.4, 1.9), Spend = new(6.25, 3.74, 15.44),
    };

    public static TheoryData<IPurchaseModel> Models =>
        [new BgNbd(0.243, 4.414, 0.793, 2.426), new BgCnbd(2, 1.1, 12.5, 0.4, 1.9), new ParetoNbd(0.553, 10.578, 0.606, 11.669)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Assumptions_pass_through_a_file_unchanged(IPurchaseModel model)
    {
        var own = new LifetimeAssumptions
        {
            Version = Own.Version, DiscountRate = Own.DiscountRate, CapitalRate = Own.CapitalRate, Timing = Own.Timing, Currency = Own.Currency,
            Orders = model, Spend = Own.Spend,
        };
        var read = LifetimeSettings.FromJson(own.Settings.ToJson());
        read.Should().Be(own.Settings);
        LifetimeAssumptions.Standard.With(read).ToString().Should().Be(own.ToString());
    }

    [Fact]
    public void What_settings_leave_out_stays()
    {
        var tuned = Own.With(LifetimeSettings.FromJson("""{ "discountRate": 0.2 }"""));
        tuned.ToString().Should().Be(Own.ToString().Replace("DiscountRate = 0.09", "DiscountRate = 0.2", StringComparison.Ordinal));
        Own.With(new LifetimeSettings()).ToString().Should().Be(Own.ToString());
    }

    [Fact]
    public void Every_fault_is_named_with_its_place()
    {
        Faults("""{ "discountRate": -1, "capitalRate": -0.1 }""").Should().Equal(
            ("discountRate", "it is -1; it must be above -1 (a fraction)"), ("capitalRate", "it is -0.1; it must be at least 0 (a fraction). The minus sign looks wrong"));
        Faults("""
            { "version": " ", "currency": "", "bgNbd": { "r": 1, "alpha": 1, "a": 1, "b": 1 }, "paretoNbd": { "r": 1, "alpha": 1, "s": 1, "beta": 1 } }
            """).Should().Equal(
            ("version", "it is blank"), ("currency", "it is blank"),
            ("paretoNbd", "there is a model of orders already (bgNbd); leave out all but one"));
        Faults("""{ "timing": "Never" }""").Should().Equal(
            ("timing", "it is \"Never\"; it must be one of EndOfYearAtRisk, EndOfYearCertain, NowCertain"));
        Faults("""{ "bgNbd": { "r": 0, "alpha": 1, "a": 1, "b": 1 } }""").Should().Equal(("bgNbd.r", "it is 0; it must be finite and above 0"));
        Faults("""{ "bgNbd": { "r": 1 } }""").Should().NotBeEmpty();
        Faults("""{ "bgnbd": {} }""").Should().ContainSingle().Which.Message.Should().StartWith("there is no such property; it must be one of");
        Faults("[").Should().ContainSingle().Which.Message.Should().StartWith("it is not valid JSON");
    }

    [Fact]
    public void A_model_of_ones_own_is_in_no_file()
    {
        var settings = () => new LifetimeAssumptions { Orders = new Poisson() }.Settings;
        settings.Should().Throw<NotSupportedException>().WithMessage("*settings hold a BgNbd, a BgCnbd or a ParetoNbd.");
    }

    [Fact]
    public void Purchases_tell_how_an_account_orders()
    {
        var asOf = new LocalDate(2026, 3, 31);
        AccountPurchase[] purchases =
        [
            new("a", new(2025, 4, 1), 100), new("a", new(2025, 6, 10), 300), new("a", new(2025, 6, 10), 100), new("a", new(2026, 1, 7), 200),
            new("b", new(2026, 4, 2), 50),
        ];
        var facts = new LifetimeFacts { Retention = 0.8m }
            .WithOrders(RepeatPurchases.Of([.. purchases.Where(purchase => purchase.Date <= asOf)], asOf).Single(), asOf);
        facts.Should().Be(new LifetimeFacts
        {
            Retention = 0.8m, FirstOrder = new(2025, 4, 1), LastOrder = new(2026, 1, 7), RepeatOrders = 2, MeanSpend = 300,
        });

        var models = new ReviewModels { Lifetime = new() { Orders = new BgNbd(0.243, 4.414, 0.793, 2.426) } };
        Portfolio portfolio = new() { Currency = "CNY", AsOf = asOf, Accounts = [new() { Id = "a" }, new() { Id = "b" }, new() { Id = "c" }] };
        var reviews = new AccountReviewer(models).Review(portfolio, purchases).Accounts.ToDictionary(each => each.Id);
        reviews["a"].Lifetime.Should().Be(LifetimeReview.Of(facts with { Retention = null }, null, null, null, asOf, models.Lifetime));
        reviews["b"].Lifetime.Should().BeNull("its only purchase is after the day");
        reviews["c"].Lifetime.Should().BeNull();

        var stated = portfolio with
        {
            Accounts = [new() { Id = "a", Lifetime = new() { FirstOrder = new(2024, 1, 1), LastOrder = new(2024, 1, 1), RepeatOrders = 0 } }],
        };
        new AccountReviewer(models).Review(stated, purchases).Accounts[0].Lifetime!.ProbabilityAlive
            .Should().Be(models.Lifetime.Orders.ProbabilityAlive(0, 0, Period.DaysBetween(new(2024, 1, 1), asOf) / 7.0), "what is stated stays");
        new AccountReviewer().Review(portfolio, purchases).Accounts.Should().OnlyContain(each => each.Lifetime == null, "there is no model");
    }

    private static IEnumerable<(string Path, string Message)> Faults(string json)
    {
        var read = () => LifetimeSettings.FromJson(json);
        return read.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => (fault.Path, fault.Message));
    }

    private sealed record Poisson : IPurchaseModel
    {
        public double ProbabilityAlive(double orders, double lastOrder, double age) => 1;

        public double ExpectedOrders(double horizon) => horizon;

        public double ExpectedOrders(double horizon, double orders, double lastOrder, double age) => horizon;
    }
}
