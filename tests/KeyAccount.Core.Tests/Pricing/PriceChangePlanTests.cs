using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Pricing;
using NodaTime;

namespace KeyAccount.Core.Tests.Pricing;

public class PriceChangePlanTests
{
    private static readonly LocalDate Today = new(2026, 1, 15);
    private static readonly PriceRounding Cents = new(0.01m, MidpointRounding.AwayFromZero);

    [Fact]
    public void One_step_without_windows_comes_when_the_notice_has_run()
    {
        var plan = PriceChangePlan.Of(100, 106, 1, Today, new() { Notice = Period.FromMonths(3) }, Cents);

        plan.IsPossible.Should().BeTrue();
        plan.Steps.Should().Equal(new PriceChangeStep(Today, new(2026, 4, 15), 106, 6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_last_step_is_the_new_price_to_the_last_digit(int steps)
    {
        var terms = new PriceChangeTerms { Notice = Period.Zero, Spacing = Period.FromMonths(1) };

        var plan = PriceChangePlan.Of(100, 106.6667m, steps, Today, terms, Cents);

        plan.Steps.Select(step => step.Price).Should().Equal(steps == 1 ? [106.6667m] : [102.22m, 104.44m, 106.6667m]);
        plan.Steps.Sum(step => step.Change).Should().Be(6.6667m);
    }

    [Fact]
    public void A_step_waits_for_the_window_of_the_contract()
    {
        var terms = new PriceChangeTerms
        {
            Notice = Period.FromDays(60),
            Windows =
            [
                new(new(2026, 7, 1), new(2026, 7, 31)), new(new(2026, 1, 1), new(2026, 1, 31)), new(new(2027, 1, 1), new(2027, 1, 31)),
            ],
            Spacing = Period.FromMonths(3),
        };

        var plan = PriceChangePlan.Of(100, 110, 2, Today, terms, Cents);

        plan.Steps.Should().Equal(
            new PriceChangeStep(new(2026, 5, 2), new(2026, 7, 1), 105, 5), new PriceChangeStep(new(2026, 11, 2), new(2027, 1, 1), 110, 5));
        plan.IsPossible.Should().BeTrue();
    }

    [Fact]
    public void Where_no_window_is_left_the_plan_says_so_and_keeps_the_steps_that_are_possible()
    {
        var terms = new PriceChangeTerms
        {
            Notice = Period.FromDays(30), Windows = [new(new(2026, 2, 1), new(2026, 2, 28))], Spacing = Period.FromMonths(1),
        };

        var plan = PriceChangePlan.Of(100, 110, 2, Today, terms, Cents);

        plan.IsPossible.Should().BeFalse();
        plan.Steps.Should().ContainSingle().Which.Price.Should().Be(105);
        plan.Reason!.En.Should().Be("No date is possible for step 2: the contract allows no price change on or after 2026-03-14.");
        plan.Reason.ZhHans.Should().Contain("2026-03-14");
    }

    [Theory]
    [InlineData(13, "2026-02-14")]
    [InlineData(14, "2026-02-14")]
    [InlineData(15, null)]
    public void The_last_day_of_a_window_still_counts(int notice, string? day)
    {
        var terms = new PriceChangeTerms { Notice = Period.FromDays(notice + 16), Windows = [new(new(2026, 2, 14), new(2026, 2, 14))] };

        var plan = PriceChangePlan.Of(1, 2, 1, Today, terms, Cents);

        plan.Steps.Select(step => NodaTime.Text.LocalDatePattern.Iso.Format(step.EffectiveOn)).SingleOrDefault().Should().Be(day);
    }

    [Fact]
    public void Every_plan_keeps_notice_spacing_and_windows_and_ends_at_the_new_price()
    {
        var cases = from oldPrice in Gen.Choose(0, 100_000)
                    from newPrice in Gen.Choose(0, 100_000)
                    from steps in Gen.Choose(1, 6)
                    from day in Gen.Choose(0, 1_000)
                    from months in Gen.Choose(0, 6)
                    from spacing in Gen.Choose(1, 6)
                    from windows in (from start in Gen.Choose(0, 1_500) from length in Gen.Choose(0, 90) select (start, length)).ListOf(5)
                    from isFree in Gen.Elements(true, false)
                    select (oldPrice, newPrice, steps, day, months, spacing, windows, isFree);
        var possible = 0;
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var asOf = new LocalDate(2024, 1, 31).PlusDays(test.day);
            var terms = new PriceChangeTerms
            {
                Notice = Period.FromMonths(test.months),
                Spacing = Period.FromMonths(test.spacing),
                Windows = test.isFree ? [] : [.. test.windows.Select(w => new DateInterval(
                    new LocalDate(2024, 1, 1).PlusDays(w.start), new LocalDate(2024, 1, 1).PlusDays(w.start + w.length)))],
            };
            var plan = PriceChangePlan.Of(test.oldPrice / 100m, test.newPrice / 100m, test.steps, asOf, terms, Cents);
            possible += plan.IsPossible ? 1 : 0;
            return plan.Steps.All(step =>
                    step.AnnounceBy >= asOf
                    && step.AnnounceBy + terms.Notice <= step.EffectiveOn
                    && step.AnnounceBy.PlusDays(1) + terms.Notice > step.EffectiveOn
                    && (test.isFree || terms.Windows.Any(window => window.Contains(step.EffectiveOn))))
                && plan.Steps.Zip(plan.Steps.Skip(1)).All(pair => pair.First.EffectiveOn + terms.Spacing <= pair.Second.EffectiveOn)
                && (!plan.IsPossible || (plan.Steps.Count == test.steps && plan.Steps[^1].Price == test.newPrice / 100m))
                && (plan.Steps.Count == 0 || plan.Steps.Sum(step => step.Change) == plan.Steps[^1].Price - (test.oldPrice / 100m));
        }));
        possible.Should().BeGreaterThan(300);
    }

    [Fact]
    public void Plans_and_terms_are_equal_by_their_contents_and_say_what_they_are_in_every_culture()
    {
        PriceChangeTerms Terms(int lastDay) => new()
        {
            Notice = Period.FromDays(30), Windows = [new(new(2026, 3, 1), new(2026, 3, lastDay))], Spacing = Period.FromMonths(1),
        };

        Terms(31).Should().Be(Terms(31)).And.NotBe(Terms(30));
        Terms(31).GetHashCode().Should().Be(Terms(31).GetHashCode());
        new PriceChangeTerms { Notice = Period.Zero }.Should().Be(new PriceChangeTerms { Notice = Period.Zero, Windows = [] });
        Terms(31).Invoking(terms => terms with { Windows = null! }).Should().Throw<ArgumentNullException>().WithMessage("*Windows*");

        PriceChangePlan To(decimal price) => PriceChangePlan.Of(100, price, 2, Today, Terms(31), Cents);
        To(110).Should().Be(To(110)).And.NotBe(To(111));
        To(110).GetHashCode().Should().Be(To(110).GetHashCode());
        using var _ = new CultureScope("de-DE");
        PriceChangePlan.Of(100, 106.5m, 1, Today, new() { Notice = Period.Zero }, Cents).ToString().Should().Be(
            "PriceChangePlan { Steps = [PriceChangeStep { AnnounceBy = 2026-01-15, EffectiveOn = 2026-01-15, Price = 106.5, "
            + "Change = 6.5 }], Reason =  }");
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        var terms = new PriceChangeTerms { Notice = Period.FromDays(30) };
        ((Action)(() => PriceChangePlan.Of(1, 2, 0, Today, terms, Cents)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*steps is 0*");
        ((Action)(() => PriceChangePlan.Of(1, 2, 2, Today, terms, Cents)))
            .Should().Throw<ArgumentException>().WithMessage("*Spacing is not given*");
        ((Action)(() => PriceChangePlan.Of(1, 2, 2, Today, terms with { Spacing = Period.Zero }, Cents)))
            .Should().Throw<ArgumentException>().WithMessage("*Spacing*positive*");
        ((Action)(() => PriceChangePlan.Of(1, 2, 1, Today, new() { Notice = Period.FromDays(-1) }, Cents)))
            .Should().Throw<ArgumentException>().WithMessage("*Notice*must not be negative*");
        ((Action)(() => PriceChangePlan.Of(-1, 2, 1, Today, terms, Cents)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*oldPrice is -1*");
    }
}
