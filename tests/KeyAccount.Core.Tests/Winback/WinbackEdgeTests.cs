using System.Text;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Records;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Winback;

/// <summary>What happens at the ends of ranges, on the first and last day, and with what is not known.</summary>
public class WinbackEdgeTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);
    private static readonly LocalDate Julian = new(2026, 1, 1, CalendarSystem.Julian);
    private static readonly Text Said = new("so", "so", "so");

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        var report = WarningReport.Of(new(), Today);
        Refused("orders", () => BuyingRhythm.Of(null!, Today));
        Refused("months", () => BuyingRhythm.OfMonths(null!, Today));
        Refused("days", () => _ = new RfmCuts(null!, [1, 2, 3, 4], [1, 2, 3, 4]));
        Refused("customers", () => _ = new RfmReport(Today, null, null!));
        Refused("purchases", () => RfmReport.Of(null!, Today));
        Refused("purchases[0]", () => RfmReport.Of([null!], Today));
        Refused("Orders", () => _ = new WarningData { Orders = [null!] });
        Refused("sign", () => _ = new WarningReading(null!, 1, Said));
        Refused("evidence", () => _ = new WarningReading(WarningSign.ShareFalls, 1, null!));
        Refused("signs", () => _ = new WarningReport(null!, report.Warning, null, report.State));
        Refused("warning", () => _ = new WarningReport([], null!, null, report.State));
        Refused("state", () => _ = new WarningReport([], report.Warning, null, null!));
        Refused("data", () => WarningReport.Of(null!, Today));
        Refused("settings", () => WarningThresholds.Default.With(null!));
        Refused("SecondLife", () => _ = new WinbackCandidate("a", null!));
        Refused("candidates", () => WinbackCandidate.InOrderOfWork(null!));
        Refused("history", () => _ = new WinbackCase("a", null, Today, null!));
        Refused("happened", () => WinbackCase.Open("a", null, Today).Apply(null!));
        Refused("stay", () => _ = new WinbackEffect(0, 0, 0, 0, 0, 0, 0, null!));
        Refused("attempts", () => WinbackEffect.Of(null!, Today, 0));
        Refused("attempts[0]", () => WinbackEffect.Of([null!], Today, 0));
        Refused("kind", () => _ = new WinbackEvent(null!, Today, null, null, null, null, null, null));
    }

    [Fact]
    public void Numbers_dates_and_names_that_cannot_be_are_refused()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        var stay = Survival.Of([]);
        Refused("orders is 2; it must be at least 3.*", () => _ = new BuyingRhythm(2, 1, 1, 1, false));
        Refused("meanInterval is 0; *", () => _ = new BuyingRhythm(3, 0, 1, 1, false));
        Refused("spread is -1; *", () => _ = new BuyingRhythm(3, 1, -1, 1, false));
        Refused("silence is -1; *", () => _ = new BuyingRhythm(3, 1, 1, -1, false));
        Refused("orders is a date of the calendar *", () => BuyingRhythm.Of([Julian], Today));
        Refused("asOf is a date of the calendar *", () => BuyingRhythm.Of([], Julian));
        Refused("asOf is a date of the calendar *", () => BuyingRhythm.OfMonths([], Julian));
        Refused("asOf is a date of the calendar *", () => RfmReport.Of([], Julian));
        Refused("asOf is a date of the calendar *", () => WarningReport.Of(new(), Julian));
        Refused("asOf is a date of the calendar *", () => WinbackEffect.Of([], Julian, 0));
        Refused("openedOn is a date of the calendar *", () => WinbackCase.Open("a", null, Julian));
        Refused("openedOn is a date of the calendar *", () => _ = new WinbackCase("a", null, Julian, []));
        Refused("asOf is a date of the calendar *", () => WinbackCase.Open("a", null, Today).NextSteps(Julian));
        Refused("on is a date of the calendar *", () => WinbackEvent.ToolUsed(WinbackTool.Trial, Julian));
        Refused("endsOn is a date of the calendar *", () => WinbackEvent.EndSet(Julian, Today));
        Refused("*purchases[0].AccountId*", () => RfmReport.Of([new(" ", Today, 1)], Today));
        Refused("yearlyMargin is -1; *", () => _ = new SecondLifetimeValue(-1, 0, 0, 1, 0, 0));
        Refused("retention is -1; *", () => _ = new SecondLifetimeValue(1, -1, 0, 1, 0, 0));
        Refused("discountRate is -1; it must be above -1.*", () => _ = new SecondLifetimeValue(1, 0, -1, 1, 0, 0));
        Refused("years is 101; *", () => _ = new SecondLifetimeValue(1, 0, 0, 101, 0, 0));
        Refused("odds is 1.1; *", () => _ = new SecondLifetimeValue(1, 0, 0, 1, 1.1m, 0));
        Refused("cost is -1; *", () => _ = new SecondLifetimeValue(1, 0, 0, 1, 0, -1));
        Refused("ShareBefore is 1.1; *", () => _ = new WarningData { ShareBefore = 1.1 });
        Refused("Items is -1; *", () => _ = new WarningData { Items = -1 });
        Refused("VisitsPerYear is 0; *", () => _ = new WarningData { VisitsPerYear = 0 });
        Refused("severity is 10.1; *", () => _ = new WarningReading(WarningSign.ShareFalls, 10.1, Said));
        Refused("Version*", () => WarningThresholds.Default.WithVersion(" "));
        Refused("*AccountId*", () => _ = new WinbackCandidate(" ", new(1, 0, 0, 1, 0, 0)));
        Refused("*id*", () => WinbackCase.Open(" ", null, Today));
        Refused("*id*", () => _ = new WinbackCase(" ", null, Today, []));
        Refused("approached is -1; *", () => _ = new WinbackEffect(-1, 0, 0, 0, 0, 0, 0, stay));
        Refused("regained is 2; it must be between 0 and 1.*", () => _ = new WinbackEffect(1, 2, 0, 0, 0, 0, 0, stay));
        Refused("leftOut is -1; *", () => _ = new WinbackEffect(0, 0, -1, 0, 0, 0, 0, stay));
        Refused("revenueLost is -1; *", () => _ = new WinbackEffect(0, 0, 0, -1, 0, 0, 0, stay));
        Refused("revenueRegained is -1; *", () => _ = new WinbackEffect(0, 0, 0, 0, -1, 0, 0, stay));
        Refused("cost is -1; *", () => _ = new WinbackEffect(0, 0, 0, 0, 0, -1, 0, stay));
        Refused("marginRate is -1; *", () => _ = new WinbackEffect(0, 0, 0, 0, 0, 0, -1, stay));
        Refused("marginRate is 1.1; *", () => _ = new WinbackEffect(0, 0, 0, 0, 0, 0, 1.1m, stay));
        Refused("*attempts[0].AccountId*", () => WinbackEffect.Of([new(" ", null, 1, 1)], Today, 0));
        Refused("attempts[1].RevenueLost is -1; *", () => WinbackEffect.Of([new("a", null, 1, 1), new("a", null, -1, 1)], Today, 0));
        Refused("attempts[0].Cost is -1; *", () => WinbackEffect.Of([new("a", null, 1, -1)], Today, 0));
        Refused("attempts[0].RevenueRegained is -1; *", () => WinbackEffect.Of([new("a", null, 1, 1, null, null, -1)], Today, 0));
        Refused("cause is null; it must be given for CauseFound.*", () => _ = new WinbackEvent(WinbackEventKind.CauseFound, Today, null, null, null, null, null, "x"));
        Refused("strategy is Offer; it must be null for CauseFound.*", () =>
            _ = new WinbackEvent(WinbackEventKind.CauseFound, Today, DepartureCause.Price, WinbackStrategy.Offer, null, null, null, "x"));
        Refused("tool is null; it must be given for ToolUsed.*", () => _ = new WinbackEvent(WinbackEventKind.ToolUsed, Today, null, null, null, null, null, null));
        Refused("endsOn is 2026-06-30; it must be null for Reopened.*", () =>
            _ = new WinbackEvent(WinbackEventKind.Reopened, Today, null, null, null, Today, null, "x"));
        Refused("outcome is null; it must be given for Judged.*", () => _ = new WinbackEvent(WinbackEventKind.Judged, Today, null, null, null, null, null, null));
        Refused("note is blank; it must be the reason for Reopened.*", () => WinbackEvent.Reopened(Today, " "));
        new RfmCuts([1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]).Days.Should().Equal(1, 1, 1, 1);
    }

    [Fact]
    public void Sums_that_no_decimal_holds_are_told_with_their_parts()
    {
        static void Refused(string message, Action call) => call.Should().Throw<OverflowException>().WithMessage(message);
        const decimal most = decimal.MaxValue;
        Refused("*SecondLifetimeValue.Value*YearlyMargin*", () => _ = new SecondLifetimeValue(most, 1, -.9m, 3, 1, 0).Value);
        Refused("*SecondLifetimeValue.Expected*", () => _ = new SecondLifetimeValue(most, 1, -.9m, 3, 1, 0).Expected);
        Refused("*RfmReport.Of*AccountId*", () => RfmReport.Of([new("a", Today, most), new("a", Today, most)], Today));
        Refused("*attempts[1]*Cost*", () => WinbackEffect.Of([new("a", null, 1, most), new("a", null, 1, most)], Today, 0));
    }

    [Fact]
    public void What_breaks_even_is_not_worthwhile_and_a_year_is_discounted_once()
    {
        SecondLifetimeValue even = new(110, 0, .1m, 2, .5m, 50);
        (even.Value, even.Expected, even.BreakEvenOdds, even.IsWorthwhile).Should().Be((100, 0, .5m, false));
        new SecondLifetimeValue(100, .5m, 0, 3, 1, 0).Value.Should().Be(175);
        new SecondLifetimeValue(100, 1, 0, 100, 1, 0).Value.Should().Be(10_000);
    }

    [Fact]
    public void Who_is_back_today_is_back_and_who_left_today_has_left()
    {
        var effect = WinbackEffect.Of(
            [
                new("a", null, 10, 2, Today, Today, 4), new("b", null, 10, 2, Today.PlusDays(-5), Today.PlusDays(1), 6),
                new("c", DepartureKind.IntentionallyPushedAway, 10, 2, Today, null, 5),
            ], Today, .5m);
        (effect.Approached, effect.Regained, effect.LeftOut, effect.RevenueLost, effect.RevenueRegained, effect.Cost).Should().Be((2, 2, 1, 20m, 10m, 6m));
        effect.Stay.Should().Be(Survival.Of([new(0, false), new(5, true)]));
        (effect.CostPerRegained, effect.ReturnOnInvestment, effect.RevenueShare).Should().Be((3, -1m / 6, .5m));
        var none = WinbackEffect.Of([new("a", null, 0, 0)], Today, .5m);
        (none.Rate, none.RevenueShare, none.ReturnOnInvestment, none.CostPerRegained, none.StayAfterYear).Should().Be((0, null, null, null, null));
    }

    [Fact]
    public void The_months_of_a_rhythm_end_with_the_month_that_runs()
    {
        static MonthlyAmount Of(int month, decimal amount = 1) => new(new(2026, month), amount);
        BuyingRhythm.OfMonths([Of(1), Of(2), Of(3)], new(2026, 4, 15))!.Should().Be(new BuyingRhythm(3, 29.5, Math.Sqrt(4.5), 15, false, true));
        BuyingRhythm.OfMonths([Of(2), Of(3), Of(4)], new(2026, 4, 15))!.Silence.Should().Be(0, "it has bought this month");
        BuyingRhythm.OfMonths([Of(2), Of(3), Of(4, 0)], new(2026, 4, 15)).Should().BeNull("nothing was bought in April");
        BuyingRhythm.OfMonths([Of(2), Of(3), Of(5)], new(2026, 4, 15)).Should().BeNull("May is still to come");
        BuyingRhythm.Of([new(-9998, 1, 1), new(-9998, 2, 1), new(-9998, 3, 1)], new(-9998, 6, 1))!.IsSeasonalPause.Should().BeFalse();
    }

    [Fact]
    public void An_order_of_today_counts()
    {
        BuyingRhythm.Of([Today, Today.PlusDays(-10), Today.PlusDays(-20)], Today).Should().Be(new BuyingRhythm(3, 10, 0, 0, false));
        RfmReport.Of([new("a", Today, 5), new("a", Today.PlusDays(-3), -2), new("a", Today.PlusDays(-9), 0)], Today).Customers.Single()
            .Should().BeEquivalentTo(new { DaysSincePurchase = 0, Orders = 1, Amount = 3m });
        RfmReport.Of([], Today).Cuts.Should().BeNull();
    }

    // Silent from 1 March to 30 June each year: 121 days, and 121 days as of the day of the test.
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    public void A_season_needs_two_years(int daysLater, int yearsLess, bool isSeason)
    {
        LocalDate[] orders =
        [
            new LocalDate(2024, 6, 30).PlusDays(daysLater),
            .. new[] { 2024, 2025 }.SelectMany(year => Enumerable.Range(0, 5).Select(i => new LocalDate(year, 7, 5).PlusDays(40 * i))),
            new(2025, 2, 28), new(2026, 2, 28),
        ];
        BuyingRhythm.Of(orders, Today.PlusYears(-yearsLess))!.IsSeasonalPause.Should().Be(isSeason);
    }

    [Fact]
    public void A_case_goes_on_where_it_stands()
    {
        static WinbackCase With(params WinbackEvent[] events) => new("a", null, Today, events);
        static string[] Next(WinbackCase work) => [.. work.NextSteps(Today).Select(step => step.Key)];
        var (cause, offer) = (WinbackEvent.CauseFound(DepartureCause.Price, Today, "x"), WinbackEvent.StrategySet(WinbackStrategy.Offer, Today));
        var (warm, tool, end) = (
            WinbackEvent.StrategySet(WinbackStrategy.KeepWarm, Today), WinbackEvent.ToolUsed(WinbackTool.ConditionalPrice, Today), WinbackEvent.EndSet(Today, Today));
        Next(With()).Should().Equal("CauseFound");
        Next(With(cause)).Should().Equal("StrategySet");
        Next(With(cause, offer, end)).Should().Equal("ToolUsed");
        Next(With(cause, offer, tool)).Should().Equal("EndSet");
        Next(With(cause, warm)).Should().Equal("EndSet");
        Next(With(cause, warm, end)).Should().Equal("Judged");
        (With(cause, warm).Step, With(cause, warm, end).Step, With(cause, offer, tool).Step, With(cause, offer, end).Step).Should().Be(
            (WinbackStep.CarryOut, WinbackStep.JudgeEffect, WinbackStep.CarryOut, WinbackStep.CarryOut));
        var again = With(cause, offer, tool, end, warm);
        (again.Cause, again.Strategy, again.EndsOn, again.Tools.Count).Should().Be((DepartureCause.Price, WinbackStrategy.KeepWarm, Today, 0));
        With(cause, offer, tool, WinbackEvent.ToolUsed(WinbackTool.Trial, Today)).Tools.Should().Equal(WinbackTool.ConditionalPrice, WinbackTool.Trial);
        var closed = With(cause, offer, tool, end, WinbackEvent.Judged(WinbackOutcome.Regained, Today));
        (closed.Outcome, closed.Cause, closed.Strategy, closed.EndsOn).Should().Be((WinbackOutcome.Regained, DepartureCause.Price, WinbackStrategy.Offer, Today));
        var reopened = closed.Apply(WinbackEvent.Reopened(Today, "x")).Case;
        (reopened.Outcome, reopened.Strategy, reopened.EndsOn, reopened.Tools.Count).Should().Be((null, null, null, 0));
    }

    [Fact]
    public void Thresholds_say_which_of_them_are_ours()
    {
        var own = WarningThresholds.Default with { ShareFall = .1, DebtDays = 30 };
        own.Defaults.Where(each => each.Provenance is null).Select(each => (each.Path, each.Value)).Should().Equal(("ShareFall", "0.1"), ("DebtDays", "30"));
        (own.WithVersion("7").Version, own.WithVersion("7").ShareFall).Should().Be(("7", .1));
        WarningSettings.FromJson(Encoding.UTF8.GetBytes(own.Settings.ToJson())).Should().Be(own.Settings);
        FluentActions.Invoking(() => WarningSettings.FromJson(Encoding.UTF8.GetBytes("""{ "version": "" }"""))).Should().Throw<InvalidModelException>();
        FluentActions.Invoking(() => own.With(new() { Version = "" })).Should().Throw<InvalidModelException>();
        (((ITunableModel)own).WithSettings("""{ "debtDays": 40 }""") as WarningThresholds)!.DebtDays.Should().Be(40);
    }

    [Fact]
    public void What_a_report_does_not_know_it_says()
    {
        static string Told(WarningReport report) => string.Join(
            '|', report.Describe("en").Blocks.OfType<Paragraph>().Select(each => string.Concat(each.Runs.Select(run => run.Text))));
        var report = WarningReport.Of(new() { ShareBefore = .4, Share = .3, Items = 5, ItemsBefore = 5 }, Today);
        report.Missing.Should().HaveCount(8).And.NotContain(WarningSign.ShareFalls);
        Told(report).Should().StartWith("Too little is known to say how urgent the signs are: 20 % of their weight is known, and ")
            .And.Contain("Not known: ").And.NotContain("|");
        report.Raised.Single().Evidence.En.Should().Be("Our share is 30 %; it was 40 %.");
        report.Describe("en").Blocks.OfType<BulletList>().Single().Items.Should().HaveCount(1);
        Told(new([], report.Warning, null, report.State)).Should().Be("Too little is known to say how urgent the signs are.|No warning sign is present.");
        WarningReport.Of(new() { ShareBefore = .4 }, Today).WhyUnrated!.ZhHans.Should().Contain("、");
        Told(WarningReport.Of(new() { Purchases = [.. Enumerable.Range(1, 6).Select(month => new MonthlyAmount(new(2026, month), 5))] }, Today))
            .Should().Contain("By months, because the days of its orders are not known: it has bought in 6 months");
    }

    [Fact]
    public void Purchases_are_compared_up_to_the_last_whole_month()
    {
        WarningReading? Of(LocalDate asOf, params decimal[] fromLast) => WarningReport.Of(
            new() { Purchases = [.. fromLast.Select((amount, back) => new MonthlyAmount(new LocalDate(2026, 6, 1).PlusMonths(-back).ToYearMonth(), amount))] },
            asOf).Signs.SingleOrDefault(sign => sign.Sign == WarningSign.PurchasesFall);
        decimal[] nine = [70, 80, 90, 100, 100, 100, 100, 100, 100];
        Of(Today, nine)!.Evidence.En.Should().Be("The customer bought 80 a month in the last 3 months and 100 a month in the 6 months before.");
        Of(Today.PlusDays(-1), nine).Should().BeNull("June is not over, and eight months are too few");
        Of(Today.PlusDays(-1), [0, .. nine])!.Severity.Should().Be(1);
        Of(Today, [70, 80, 90, 0, 0, 0, 0, 0, 0]).Should().BeNull("nothing can fall from nothing");
        Of(Today, [.. Enumerable.Repeat(80m, 3), .. Enumerable.Repeat(1m, 9), .. Enumerable.Repeat(100m, 12)])!.Evidence.En
            .Should().Be("The customer bought 240 in the last 3 months and 300 in the same months of last year.");
        WarningReport.Of(new() { Orders = [.. Enumerable.Range(0, 9).Select(back => new AccountPurchase("a", Today.PlusMonths(-back), 5)), new("a", Today.PlusDays(1), 99)] }, Today)
            .Signs[0].Severity.Should().Be(0);
    }

    [Fact]
    public void A_sign_of_orders_says_by_what_it_counts()
    {
        static string Of(WarningData data) => WarningReport.Of(data, Today).Signs.Single(sign => sign.Sign == WarningSign.OrderOverdue).Evidence.En;
        Of(new() { Orders = [.. new[] { 40, 70, 100 }.Select(days => new AccountPurchase("a", Today.PlusDays(-days), 5)), new("a", Today, -5)] })
            .Should().StartWith("The last order was 40 days ago");
        Of(new() { Purchases = [.. new[] { 1, 2, 3 }.Select(month => new MonthlyAmount(new(2026, month), 5))] })
            .Should().StartWith("By months: the last month with purchases ended 91 days ago");
        Of(new() { Orders = [.. new[] { 2023, 2024, 2025 }.SelectMany(year => Enumerable.Range(8, 5).Select(month => new AccountPurchase("a", new(year, month, 1), 5)))] })
            .Should().EndWith("but the customer was silent at the same time last year.");
    }

    [Fact]
    public void Payment_slows_where_the_last_quarter_is_later_than_the_year_before()
    {
        static AccountInvoice Paid(int ago, int late) => new("a", 5, Today.PlusDays(-ago - late), Today.PlusDays(-ago));
        static string? Of(params AccountInvoice[] invoices) =>
            WarningReport.Of(new() { Invoices = invoices }, Today).Signs.SingleOrDefault()?.Evidence.En;
        Of(Paid(0, 30), Paid(89, 10), Paid(90, 4), Paid(454, 2)).Should().Be("Average days by which the customer pays late: 20; before: 3.");
        Of(Paid(0, 30), Paid(455, 2)).Should().BeNull("more than a year before is not compared");
        Of(Paid(0, 30), Paid(100, -9)).Should().Be("Average days by which the customer pays late: 30; before: 0.");
        Of(Paid(90, 30), Paid(100, 2)).Should().BeNull("nothing was paid lately");
        AccountInvoice owed = new("a", 5, Today.PlusDays(-122), null);
        Of(owed, Paid(0, 31), Paid(100, 1)).Should().StartWith("Average", "twice the days in both: the payments are told");
        Of(owed, Paid(0, 30), Paid(100, 1)).Should().Be("An invoice has been overdue for 122 days.");
        Of(owed with { Amount = 0 }, owed with { Amount = -5 }).Should().BeNull("a credit is no debt");
        Of(owed with { Due = Today }).Should().BeNull();
        Of().Should().BeNull();
    }

    [Fact]
    public void Complaints_are_counted_by_half_years_and_the_last_one_open_tells()
    {
        static WarningReading Of(params ComplaintSpan[] complaints) => WarningReport.Of(new() { Complaints = complaints }, Today).Signs.Single();
        ComplaintSpan On(LocalDate day) => new(day, day);
        Of(On(new(2025, 12, 31)), On(new(2025, 12, 30)), On(new(2025, 7, 1)), On(new(2025, 6, 30)), On(Today), On(Today.PlusDays(1))).Evidence.En
            .Should().Be("2 complaints in the last 6 months, 2 in the 6 months before.");
        Of(On(Today), On(Today), On(Today)).Severity.Should().Be(1.5);
        Of(On(Today), On(Today), On(Today), On(new(2025, 8, 1)), On(new(2025, 8, 1))).Severity.Should().Be(.75);
        ComplaintSpan open = new(new(2026, 3, 1)), solved = new(new(2026, 3, 2), Today);
        Of(open, solved).Severity.Should().Be(1, "two in half a year, after none");
        Of(open).Evidence.En.Should().StartWith("The complaint of 2026-03-01 is not resolved");
        Of(open with { SolvedOn = Today.PlusDays(1) }).Evidence.En.Should().StartWith("The complaint", "it is solved tomorrow");
        Of(open with { SolvedOn = Today }).Severity.Should().Be(.5);
        Of(open, open with { OpenedOn = new(2025, 12, 1), SolvedOn = Today }).Severity.Should().Be(1, "the last one has ceased");
        Of(open with { OpenedOn = new(2025, 12, 1) }, solved).Severity.Should().Be(.5, "the last one is solved");
    }

    [Fact]
    public void Contacts_people_and_competitors_are_told_by_the_latest()
    {
        static WarningReading Of(WarningData data) => WarningReport.Of(data, Today).Signs.Single();
        Of(new() { Visits = [new(Today), new(Today.PlusDays(-50))], VisitsPerYear = 4 }).Should().BeEquivalentTo(
            new { Severity = 0.0, Evidence = new { En = "The last meeting was 0 days ago; the service standard asks for one every 91 days." } });
        WarningReport.Of(new() { Visits = [], VisitsPerYear = 4 }, Today).Signs.Should().BeEmpty();

        KeyPersonSpan Left(string name, int days) => new(name, null, Today.PlusDays(-days));
        Of(new() { KeyPeople = [Left("Li", 364), Left("Wu", 9), Left("Qi", 20)] }).Should().BeEquivalentTo(
            new { Severity = 2.0, Evidence = new { En = "Wu left on 2026-06-21." } });
        Of(new() { KeyPeople = [Left("Li", 365)] }).Should().BeEquivalentTo(
            new { Severity = 0.0, Evidence = new { En = "No key person has left or is new." } });
        Of(new() { KeyPeople = [new("Li", Today.PlusDays(-90)), new("Wu", Today), new("Qi", Today.PlusDays(1))] }).Should().BeEquivalentTo(
            new { Severity = 2.0, Evidence = new { En = "Wu has been there only since 2026-06-30." } });
        Of(new() { KeyPeople = [new("Li", Today.PlusDays(-90), Today.PlusDays(-1))] }).Severity.Should().Be(1, "who came and left has left");

        CompetitorEvent trial = new(Today, CompetitorEventKind.Trial), audit = new(Today.PlusDays(-364), CompetitorEventKind.Audit);
        Of(new() { CompetitorEvents = [trial, audit] }).Severity.Should().Be(1.5);
        Of(new() { CompetitorEvents = [trial with { On = Today.PlusDays(-3) }, trial] }).Should().BeEquivalentTo(
            new { Severity = 1.0, Evidence = new { En = "a competitor (trial), 2026-06-30." } });
        Of(new() { CompetitorEvents = [] }).Evidence.En.Should().StartWith("No competitor has had");
        WarningReport.Of(new() { ItemsBefore = 0, Items = 3 }, Today).Signs.Should().BeEmpty();
    }

    [Fact]
    public void A_contract_is_told_with_its_last_day()
    {
        static WarningReading? Of(bool? talks, params int?[] left) => WarningReport.Of(
            new() { Contracts = [.. left.Select(days => new AccountContract("a", Today.PlusDays(-400), days is { } end ? Today.PlusDays(end) : null, 1))], HasContractTalks = talks },
            Today).Signs.SingleOrDefault();
        Of(null, 30, 10)!.Evidence.En.Should().Be("The contract ends on 2026-07-30, in 30 days, and there are no talks.");
        Of(null, -30, -10)!.Evidence.En.Should().Be("The contract ended on 2026-06-20 and has no successor.");
        Of(true, 30)!.Evidence.En.Should().Be("A contract is in force.");
        Of(null, null, -10)!.Evidence.En.Should().Be("A contract is in force.");
        Of(null).Should().BeNull("there has never been one");
    }

    [Fact]
    public void By_months_a_contract_is_gone_where_nothing_was_bought_in_a_later_one()
    {
        static CustomerState? Of(int month, decimal amount, int asOfMonth = 6) => WarningReport.Of(
            new()
            {
                Contracts = [new("a", new(2025, 1, 1), new LocalDate(2026, 4, 30), 1)], Purchases = [new(new(2026, month), amount)],
            }, new(2026, asOfMonth, 30)).State.Advice;
        (Of(4, 5), Of(5, 5), Of(6, 5), Of(7, 5), Of(5, 0)).Should().Be(
            (CustomerState.Lost, null, null, CustomerState.Lost, CustomerState.Lost));
        Of(4, 5, 4).Should().BeNull("the contract ends today");
        WarningReport.Of(new() { Contracts = [new("a", new(2025, 1, 1), new LocalDate(2026, 4, 30), 1)] }, Today).State.Advice.Should()
            .BeNull("nobody knows whether it has bought since");
    }

    [Fact]
    public void Every_threshold_of_a_file_counts()
    {
        WarningThresholds own = new()
        {
            Version = "own", PurchasesFall = .11, OverdueRatio = 1.1, OverdueSpreads = 1.2, ShareFall = .12, RangeFall = .13, DaysLate = 14, DebtDays = 15,
            ComplaintFactor = 1.6, ComplaintSilenceDays = 17, ContactFactor = 1.8, NewPersonDays = 19, LeftPersonDays = 20, CompetitorDays = 21, ContractDays = 22,
        };
        WarningThresholds.Default.With(own.Settings).Should().Be(own);
        own.Defaults.Should().HaveCount(14).And.OnlyContain(each => each.Provenance == null);
    }

    [Fact]
    public void At_its_threshold_an_order_is_overdue()
    {
        var rhythm = new BuyingRhythm(3, 10, 0, 15, false);
        (rhythm.IsOverdue(), rhythm.IsOverdue(new() { OverdueRatio = 1.6 }), new BuyingRhythm(3, 10, 0, 14, false).IsOverdue()).Should().Be((true, false, false));
    }

    [Fact]
    public void What_is_not_known_is_told_with_what_is_needed()
    {
        var why = WarningReport.Of(new() { ShareBefore = .4, Share = .3 }, Today).WhyUnrated!.En;
        why.Should().Contain(FormattableString.Invariant($"{100 * EarlyWarning.Standard.MinimumCoverage:0} % is needed"));
        why.Should().Contain(WarningSign.OrderOverdue.DisplayName("en")).And.NotContain(WarningSign.ShareFalls.DisplayName("en"));
        var rated = WarningReport.Of(
            new()
            {
                ShareBefore = .4, Share = .3, ItemsBefore = 5, Items = 5, KeyPeople = [], CompetitorEvents = [], Complaints = [],
                Contracts = [new("a", Today, null, 1)], Orders = [.. Enumerable.Range(0, 24).Select(back => new AccountPurchase("a", Today.PlusMonths(-back), 5))],
            }, Today);
        (rated.Warning.IsRated, rated.WhyUnrated).Should().Be((true, null));
        new WarningData { Orders = null }.Orders.Should().BeNull();
    }

    [Fact]
    public void An_order_of_nothing_is_no_order_and_one_of_several_after_the_end_keeps_the_customer()
    {
        CustomerState? Of(params (int Days, decimal Amount)[] orders) => WarningReport.Of(
            new()
            {
                Contracts = [new("a", Today.PlusDays(-400), Today.PlusDays(-10), 1)],
                Orders = [.. orders.Select(each => new AccountPurchase("a", Today.PlusDays(-each.Days), each.Amount))],
            }, Today).State.Advice;
        (Of((5, 0)), Of((50, 5), (5, 5)), Of((50, 5))).Should().Be((CustomerState.Lost, null, CustomerState.Lost));
        WarningReport.Of(new() { Orders = [new("a", Today, 0), new("a", Today.PlusDays(-9), 1), new("a", Today.PlusDays(-20), 1)] }, Today).Rhythm.Should().BeNull();
        WarningReport.Of(
            new()
            {
                Contracts = [new("a", Today.PlusDays(-400), new LocalDate(2026, 4, 30), 1)],
                Purchases = [new(new(2026, 3), 5), new(new(2026, 5), 5)],
            }, Today).State.Advice.Should().BeNull("it bought in May");
    }

    [Fact]
    public void Means_and_the_last_of_two_on_a_day_decide()
    {
        static AccountInvoice Paid(int ago, int late) => new("a", 5, Today.PlusDays(-ago - late), Today.PlusDays(-ago));
        WarningReport.Of(new() { Invoices = [Paid(0, 30), Paid(89, 10), Paid(90, 4), Paid(454, 2)] }, Today).Signs.Single().Severity
            .Should().BeApproximately(17 / 15.0, 1e-12);
        ComplaintSpan open = new(new(2026, 3, 1));
        static WarningReading Of(params ComplaintSpan[] complaints) => WarningReport.Of(new() { Complaints = complaints }, Today).Signs.Single();
        Of(open with { SolvedOn = Today }, open).Evidence.En.Should().StartWith("2 complaints");
        Of(new ComplaintSpan(new(2025, 11, 1), Today), open with { OpenedOn = new(2025, 11, 1) }).Evidence.En.Should().StartWith("The complaint of 2025-11-01");
        Of(open, open with { OpenedOn = new(2026, 2, 1) }).Evidence.En.Should().StartWith("2 complaints", "as many as it takes");
        WarningReport.Of(new() { KeyPeople = [new("Li", Today.PlusDays(-5), Today)] }, Today).Signs.Single().Evidence.En.Should().Contain("only since");
    }

    [Fact]
    public void An_event_is_not_before_the_last_one_and_the_last_end_counts()
    {
        var work = WinbackCase.Open("a", null, Today.PlusDays(-9)).Apply(WinbackEvent.CauseFound(DepartureCause.Price, Today, "x")).Case;
        work.Apply(WinbackEvent.StrategySet(WinbackStrategy.Offer, Today.PlusDays(-1))).RuleId.Should().Be("earlier");
        work = work.Apply(WinbackEvent.StrategySet(WinbackStrategy.Offer, Today)).Case.Apply(WinbackEvent.EndSet(Today.PlusDays(5), Today)).Case;
        work.Apply(WinbackEvent.EndSet(Today.PlusDays(7), Today)).Case.EndsOn.Should().Be(Today.PlusDays(7));
        WinbackEffect.Of([new("a", null, 1, 1, Today.PlusDays(-5), Today.PlusDays(-2), 1)], Today, 1).Stay.Should().Be(Survival.Of([new(3, false)]));
    }
}
