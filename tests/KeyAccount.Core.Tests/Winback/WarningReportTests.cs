using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Records;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Winback;

public class WarningReportTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);

    [Theory]
    [InlineData(80, 1)]
    [InlineData(81, 0.95)]
    [InlineData(60, 2)]
    [InlineData(120, 0)]
    public void Purchases_against_the_same_months_of_last_year(int now, double severity)
    {
        // Two years: 100 a month, the last three months other; the six months before at 500, which would say otherwise.
        var months = Enumerable.Range(1, 24).Select(back => new MonthlyAmount(
            Today.PlusDays(1).PlusMonths(-back).ToYearMonth(), back <= 3 ? now : back <= 9 ? 500 : 100)).ToArray();
        var sign = Sign(new() { Purchases = months }, WarningSign.PurchasesFall)!;
        sign.Severity.Should().BeApproximately(severity, 1e-12);
        sign.IsRaised.Should().Be(severity >= 1);
        sign.Evidence.En.Should().Contain("same months of last year");
    }

    [Fact]
    public void Purchases_against_the_months_before_where_less_than_two_years_are_known()
    {
        var months = Enumerable.Range(1, 23).Select(back => new MonthlyAmount(
            Today.PlusDays(1).PlusMonths(-back).ToYearMonth(), back <= 3 ? 80 : 100)).ToArray();
        Sign(new() { Purchases = months }, WarningSign.PurchasesFall)!.Severity.Should().BeApproximately(1, 1e-12);
        Sign(new() { Purchases = months }, WarningSign.PurchasesFall)!.Evidence.En.Should().Contain("in the 6 months before");
        Sign(new() { Purchases = [.. months.Take(9)] }, WarningSign.PurchasesFall).Should().NotBeNull();
        Sign(new() { Purchases = [.. months.Take(8)] }, WarningSign.PurchasesFall).Should().BeNull("nine months are needed");
        Sign(new() { Purchases = [] }, WarningSign.PurchasesFall).Should().BeNull();
    }

    [Fact]
    public void The_months_of_single_orders_are_those_of_the_file()
    {
        AccountPurchase[] orders =
        [
            .. Enumerable.Range(1, 24).Select(back => new AccountPurchase("a", Today.PlusMonths(1 - back), back <= 3 ? 50 : 100)),
        ];
        Sign(new() { Orders = orders }, WarningSign.PurchasesFall)!.Severity.Should().BeApproximately(2.5, 1e-12);
    }

    [Theory]
    [InlineData(0.35, 0.30, true)]
    [InlineData(0.55, 0.50, true)]
    [InlineData(0.35, 0.301, false)]
    [InlineData(0.30, 0.40, false)]
    public void Share_in_points(double before, double now, bool isRaised) =>
        Sign(new() { ShareBefore = before, Share = now }, WarningSign.ShareFalls)!.IsRaised.Should().Be(isRaised);

    [Theory]
    [InlineData(10, 7, true)]
    [InlineData(10, 8, false)]
    [InlineData(3, 4, false)]
    public void Range_in_different_products(int before, int now, bool isRaised) =>
        Sign(new() { ItemsBefore = before, Items = now }, WarningSign.RangeNarrows)!.IsRaised.Should().Be(isRaised);

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Payment_that_slows_down(int late, bool isRaised)
    {
        var sign = Sign(new()
        {
            Invoices =
            [
                new("a", 100, Today.PlusDays(-10 - late - 5), Today.PlusDays(-10)),
                new("a", 100, Today.PlusDays(-205), Today.PlusDays(-200)),
            ],
        }, WarningSign.PaymentSlows)!;
        sign.IsRaised.Should().Be(isRaised);
        sign.Evidence.En.Should().Be($"Average days by which the customer pays late: {late + 5}; before: 5.");
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void S004_debt(int days, bool isRaised)
    {
        Sign(new() { Invoices = [new("a", 100, Today.PlusDays(-days), null)] }, WarningSign.PaymentSlows)!.IsRaised.Should().Be(isRaised);
        Sign(new() { Invoices = [new("a", 100, Today.PlusDays(-days), Today.PlusDays(1))] }, WarningSign.PaymentSlows)!.IsRaised
            .Should().Be(isRaised, "a payment of tomorrow has not come");
    }

    [Fact]
    public void Complaints_that_double_or_cease_after_an_unsolved_one()
    {
        var solved = new ComplaintSpan(Today.PlusMonths(-8), Today.PlusMonths(-7));
        Sign(new() { Complaints = [] }, WarningSign.ComplaintsChange)!.IsRaised.Should().BeFalse();
        Sign(new() { Complaints = [solved, solved with { OpenedOn = Today.PlusDays(-5), SolvedOn = Today }] }, WarningSign.ComplaintsChange)!
            .IsRaised.Should().BeFalse();
        Sign(new()
        {
            Complaints = [solved, new(Today.PlusDays(-9), Today), new(Today.PlusDays(-5), Today)],
        }, WarningSign.ComplaintsChange)!.IsRaised.Should().BeTrue();
        Sign(new() { Complaints = [new(Today.PlusDays(-89))] }, WarningSign.ComplaintsChange)!.IsRaised.Should().BeFalse();
        Sign(new() { Complaints = [new(Today.PlusDays(-90))] }, WarningSign.ComplaintsChange)!.Evidence.En
            .Should().Be("The complaint of 2026-04-01 is not resolved, and the customer has stopped complaining.");
    }

    [Fact]
    public void Contact_that_fades_for_twice_the_rhythm_of_the_standard()
    {
        // Five visits a year: every 73 days.
        Sign(new() { Visits = [new(Today.PlusDays(-145))], VisitsPerYear = 5 }, WarningSign.ContactFades)!.IsRaised.Should().BeFalse();
        Sign(new() { Visits = [new(Today.PlusDays(-146)), new(Today.PlusDays(1))], VisitsPerYear = 5 }, WarningSign.ContactFades)!.IsRaised
            .Should().BeTrue();
        Sign(new() { Visits = [new(Today)] }, WarningSign.ContactFades).Should().BeNull("no standard is known");
    }

    [Fact]
    public void Key_people_who_left_or_are_new()
    {
        Sign(new() { KeyPeople = [new("Wang", Today.PlusDays(-180))] }, WarningSign.KeyPersonLeft)!.Severity.Should().Be(0);
        Sign(new() { KeyPeople = [new("Wang", Today.PlusDays(-179))] }, WarningSign.KeyPersonLeft)!.Evidence.En
            .Should().Be("Wang has been there only since 2026-01-02.");
        var left = Sign(new() { KeyPeople = [new("Wang", Today), new("Li", null, Today.PlusDays(-1))] }, WarningSign.KeyPersonLeft)!;
        (left.Severity, left.Evidence.En).Should().Be((2, "Li left on 2026-06-29."));
        Sign(new() { KeyPeople = [new("Li", null, Today)] }, WarningSign.KeyPersonLeft)!.Severity.Should().Be(0, "the last day is today");
    }

    [Fact]
    public void What_competitors_have_done()
    {
        var sign = Sign(new()
        {
            CompetitorEvents =
            [
                new(Today.PlusDays(-10), CompetitorEventKind.Trial), new(Today.PlusDays(-100), CompetitorEventKind.Order, "Baifa"),
                new(Today.PlusDays(1), CompetitorEventKind.Order, "later"),
            ],
        }, WarningSign.CompetitorTrial)!;
        (sign.Severity, sign.Evidence.En, sign.Evidence.ZhHans).Should().Be((2, "Baifa (order), 2026-03-22.", "Baifa（订单），2026-03-22。"));
        Sign(new() { CompetitorEvents = [new(Today.PlusDays(-365), CompetitorEventKind.Order)] }, WarningSign.CompetitorTrial)!.Severity
            .Should().Be(0);
        Sign(new() { CompetitorEvents = [] }, WarningSign.CompetitorTrial)!.Severity.Should().Be(0);
        Sign(new(), WarningSign.CompetitorTrial).Should().BeNull();
    }

    [Theory]
    [InlineData(90, null, 0)]
    [InlineData(89, null, 1)]
    [InlineData(89, true, 0)]
    [InlineData(0, false, 1)]
    [InlineData(-1, true, 2)]
    public void Contracts_that_end(int left, bool? hasTalks, double severity) => Sign(
        new() { Contracts = [new("a", Today.PlusDays(-400), Today.PlusDays(left), 1)], HasContractTalks = hasTalks },
        WarningSign.ContractNotRenewed)!.Severity.Should().Be(severity);

    [Fact]
    public void A_contract_with_a_successor_does_not_end()
    {
        var old = new AccountContract("a", Today.PlusDays(-400), Today.PlusDays(-10), 1);
        Sign(new() { Contracts = [old, new("a", Today.PlusDays(-9), null, 1)] }, WarningSign.ContractNotRenewed)!.Severity.Should().Be(0);
        WarningReport.Of(new() { Contracts = [old], Orders = [new("a", Today.PlusDays(-11), 5)] }, Today).State.Advice
            .Should().Be(CustomerState.Lost);
        WarningReport.Of(new() { Contracts = [old], Orders = [new("a", Today.PlusDays(-9), 5)] }, Today).State.IsDecided
            .Should().BeFalse("it has bought since");
    }

    [Fact]
    public void Nothing_known_is_no_warning()
    {
        var report = WarningReport.Of(new(), Today);
        report.Signs.Should().BeEmpty();
        (report.Warning.Band, report.Rhythm, report.State.IsDecided).Should().Be((null, null, false));
    }

    [Fact]
    public void A_report_survives_JSON_and_says_what_stands()
    {
        var last = Today.PlusDays(-46);
        var report = WarningReport.Of(new()
        {
            Orders = [.. Enumerable.Range(0, 30).Select(i => new AccountPurchase("a", last.PlusDays(-30 * i), 100))],
        }, Today);
        report.Raised.Select(sign => sign.Sign).Should().Equal(WarningSign.PurchasesFall, WarningSign.OrderOverdue);
        report.State.Advice.Should().Be(CustomerState.Sleeping);
        report.Warning.Band.Should().Be(WarningLevel.Alarm);
        JsonSerializer.Deserialize<WarningReport>(JsonSerializer.Serialize(report)).Should().Be(report);
        string.Join(' ', report.Describe("en").Blocks.OfType<Paragraph>().Select(each => string.Concat(each.Runs.Select(run => run.Text))))
            .Should().Be("Taken together, the signs mean alarm: 24 of 100 points. "
                + "The customer is sleeping. It has been silent for longer than usual, by a factor of 1.5. "
                + "It has ordered on 30 days, with intervals that average 30.0 (spread: 0.0); the last order was 46 days ago.");
        report.Describe("zh-Hant").Blocks.OfType<BulletList>().Single().Items.Should().HaveCount(2);
        WarningReport.Of(new(), Today).Describe().Blocks.Should().HaveCount(2);
    }

    [Fact]
    public void Thresholds_of_ones_own_count()
    {
        var data = new WarningData { ItemsBefore = 10, Items = 8 };
        WarningReport.Of(data, Today, new() { RangeFall = 0.2 }).Raised.Should().ContainSingle();
        FluentActions.Invoking(() => new WarningThresholds { RangeFall = 0 }).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("RangeFall is 0; it must be finite and above 0.*");
    }

    [Fact]
    public void Settings_of_a_file_change_the_thresholds_they_name()
    {
        var ours = WarningThresholds.Default.With(WarningSettings.FromJson("""{ "version": "ours", "overdueRatio": 2, "contractDays": 120 }"""));

        ours.Should().Be(new WarningThresholds { Version = "ours", OverdueRatio = 2, ContractDays = 120 });
        WarningThresholds.Default.With(WarningSettings.FromJson(ours.Settings.ToJson())).Should().Be(ours);
        WarningThresholds.Default.With(new WarningSettings()).Should().Be(WarningThresholds.Default);
        FluentActions.Invoking(() => WarningSettings.FromJson("""{ "overdueRatio": 0 }""")).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle();
        FluentActions.Invoking(() => WarningSettings.FromJson("""{ "version": " " }""")).Should().Throw<InvalidModelException>()
            .Which.Faults.Single().Path.Should().Be("version");
        FluentActions.Invoking(() => WarningSettings.FromJson("""{ "overdue": 2 }""")).Should().Throw<InvalidModelException>();
    }

    private static WarningReading? Sign(WarningData data, WarningSign sign) =>
        WarningReport.Of(data, Today).Signs.SingleOrDefault(each => each.Sign == sign);

    [Fact]
    public void A_contract_is_gone_from_the_day_after_its_end_unless_it_buys_after_it()
    {
        CustomerState? After(int ended, int bought) => WarningReport.Of(
            new() { Contracts = [new("a", Today.PlusDays(-400), Today.PlusDays(-ended), 1)], Orders = [new("a", Today.PlusDays(-bought), 5)] }, Today).State.Advice;
        After(1, 1).Should().Be(CustomerState.Lost, "an order of the last day is one of the contract");
        After(1, 0).Should().NotBe(CustomerState.Lost);
        After(0, 0).Should().NotBe(CustomerState.Lost, "it is in force to its last day");
    }
}
