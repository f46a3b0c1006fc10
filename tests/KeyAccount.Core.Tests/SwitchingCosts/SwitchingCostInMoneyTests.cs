using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class SwitchingCostInMoneyTests
{
    private static readonly SupplyContract Contract = new(new(2026, 1, 1), new(2027, 12, 31), 73_000);
    private static readonly LocalDate Halfway = new(2027, 1, 1);
    private static readonly LocalDate LastDay = new(2027, 12, 31);

    private static readonly SwitchingCostEntry[] Entries =
    [
        new(SwitchingCostPart.WriteOffs, 80_000m),
        SwitchingCostEntry.Effort(600, 150.50m),
        new(SwitchingCostPart.ParallelRunning, 30_000m),
        SwitchingCostEntry.ExpectedLoss(0.125m, 500_000m),
        new(SwitchingCostPart.LostBenefits, 40m, ContractBinding.PerDayLeft),
        new(SwitchingCostPart.LostBenefits, 25_000m, ContractBinding.WhileInForce),
        new(SwitchingCostPart.NewSupplier, 60_000m),
    ];

    // Amounts in cents with each part and binding.
    private static Gen<SwitchingCostEntry> Entry { get; } =
        from part in Gen.Elements<SwitchingCostPart>(SwitchingCostPart.InOrder)
        from cents in Gen.Frequency(
            (5, Gen.Choose(0, 100_000_000).Select(cents => (decimal?)cents / 100)), (1, Gen.Constant((decimal?)null)))
        from binding in Gen.Elements(Enum.GetValues<ContractBinding>())
        select new SwitchingCostEntry(part, cents, binding);

    private static Gen<LocalDate> Day { get; } = Gen.Choose(-30, 760).Select(days => Contract.FirstDay.PlusDays(days));

    [Fact]
    public void The_parts_add_up()
    {
        var cost = new SwitchingCostInMoney(Entries, Halfway, Contract);

        SwitchingCostPart.InOrder.Select(cost.Of).Should().Equal(80_000, 90_300, 30_000, 62_500, (40 * 365) + 25_000, 60_000);
        cost.Customer.Should().Be(302_400);
        cost.NewSupplier.Should().Be(60_000);
        cost.Total.Should().Be(362_400);
        cost.IsComplete.Should().BeTrue();
        cost.DaysLeft.Should().Be(365);
    }

    [Fact]
    public void The_discount_a_rival_needs_is_the_customers_cost_over_the_units_that_are_left()
    {
        var cost = new SwitchingCostInMoney(Entries, Halfway, Contract);

        // half of the days of two years are left, and so are half of the units: 36,500
        cost.NeededDiscount.Should().Be(new PriceGap(302_400, 302_400m / 36_500));
        cost.SafePremium.Should().Be(cost.NeededDiscount);
        cost.PremiumBeforeEntryPays.Should().Be(new PriceGap(362_400, 362_400m / 36_500));
    }

    [Fact]
    public void The_caller_rounds_a_discount_up_and_a_premium_down()
    {
        var cost = new SwitchingCostInMoney(Entries, Halfway, Contract);

        new PriceRounding(0.01m, MidpointRounding.ToPositiveInfinity).Round(cost.NeededDiscount.PerUnit!.Value).Should().Be(8.29m);
        new PriceRounding(0.01m, MidpointRounding.ToNegativeInfinity).Round(cost.SafePremium.PerUnit!.Value).Should().Be(8.28m);
    }

    [Fact]
    public void On_the_last_day_the_contract_still_binds_and_after_it_nothing_of_it_remains()
    {
        var (last, after) =
            (new SwitchingCostInMoney(Entries, LastDay, Contract), new SwitchingCostInMoney(Entries, LastDay.PlusDays(1), Contract));

        last.Of(SwitchingCostPart.LostBenefits).Should().Be(25_040);
        last.NeededDiscount.Should().Be(new PriceGap(287_840, 287_840m / 100));
        after.Of(SwitchingCostPart.LostBenefits).Should().Be(0);
        after.Customer.Should().Be(262_800);
        after.NeededDiscount.Should().Be(new PriceGap(262_800, null));
        after.DaysLeft.Should().Be(0);
    }

    [Fact]
    public void Before_the_contract_begins_all_of_it_is_left()
    {
        var before = new SwitchingCostInMoney(Entries, new(2025, 6, 1), Contract);

        before.Of(SwitchingCostPart.LostBenefits).Should().Be((40 * 730) + 25_000);
        before.NeededDiscount.PerUnit.Should().Be(before.Customer / 73_000);
    }

    [Fact]
    public void Without_a_contract_there_is_a_total_and_nothing_per_unit()
    {
        var cost = new SwitchingCostInMoney([new(SwitchingCostPart.WriteOffs, 10m), new(SwitchingCostPart.NewSupplier, 5m)], Halfway);

        cost.NeededDiscount.Should().Be(new PriceGap(10, null));
        cost.PremiumBeforeEntryPays.Should().Be(new PriceGap(15, null));
        new SwitchingCostInMoney([], Halfway).NeededDiscount.Should().Be(new PriceGap(0, null));
    }

    [Fact]
    public void What_nobody_knows_makes_the_sums_the_least_they_can_be()
    {
        SwitchingCostEntry[] entries =
        [
            new(SwitchingCostPart.WriteOffs, 10m), SwitchingCostEntry.Effort(100, null),
            new(SwitchingCostPart.LostBenefits, null, ContractBinding.PerDayLeft),
        ];

        var cost = new SwitchingCostInMoney(entries, Halfway, Contract);
        cost.IsComplete.Should().BeFalse();
        cost.Customer.Should().Be(10);
        new SwitchingCostInMoney(entries[..1], Halfway, Contract).IsComplete.Should().BeTrue();
        new SwitchingCostInMoney([entries[2]], LastDay.PlusDays(1), Contract).IsComplete.Should()
            .BeTrue("of a contract that is over nothing remains, known or not");
        SwitchingCostEntry.ExpectedLoss(null, 5).Amount.Should().BeNull();
    }

    [Fact]
    public void The_money_cost_is_additive_and_exact()
    {
        var cases = from entries in Entry.ListOf() from split in Gen.Choose(0, 20) from day in Day select (entries.ToArray(), split, day);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var (entries, split, day) = (test.Item1, Math.Min(test.split, test.Item1.Length), test.day);
            var whole = new SwitchingCostInMoney(entries, day, Contract);
            var (one, other) =
                (new SwitchingCostInMoney(entries[..split], day, Contract), new SwitchingCostInMoney(entries[split..], day, Contract));
            return whole.Total == one.Total + other.Total
                && whole.Customer == one.Customer + other.Customer
                && whole.Total == whole.Customer + whole.NewSupplier
                && whole.Total == SwitchingCostPart.InOrder.Sum(whole.Of)
                && whole.Total == entries.Sum(entry => (entry.Amount ?? 0) * entry.Binding switch
                {
                    ContractBinding.None => 1,
                    ContractBinding.WhileInForce => whole.DaysLeft > 0 ? 1 : 0,
                    _ => whole.DaysLeft,
                });
        }));
    }

    [Fact]
    public void The_needed_discount_is_monotone_in_every_part()
    {
        var cases = from entries in Entry.NonEmptyListOf()
                    from index in Gen.Choose(0, entries.Count - 1)
                    from more in Gen.Choose(1, 1_000_000)
                    from day in Day
                    select (entries.ToArray(), index, more, day);
        Check.One(Seeded.Cases(1000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var (entries, index, more, day) = test;
            var old = entries[index];
            SwitchingCostEntry[] raised =
                [.. entries[..index], new(old.Part, (old.Amount ?? 0) + (more / 100m), old.Binding), .. entries[(index + 1)..]];
            var (before, after) = (new SwitchingCostInMoney(entries, day, Contract), new SwitchingCostInMoney(raised, day, Contract));
            var counts = old.Binding == ContractBinding.None || before.DaysLeft > 0;
            var isBorneByCustomer = counts && old.Part.IsBorneByCustomer;
            return (isBorneByCustomer
                    ? after.NeededDiscount.Total > before.NeededDiscount.Total
                    : after.NeededDiscount.Total == before.NeededDiscount.Total)
                && (counts ? after.PremiumBeforeEntryPays.Total > before.PremiumBeforeEntryPays.Total : after.Total == before.Total)
                && (before.DaysLeft == 0
                    ? after.NeededDiscount.PerUnit is null
                    : after.NeededDiscount.PerUnit >= before.NeededDiscount.PerUnit);
        }));
    }

    [Fact]
    public void As_the_contract_runs_out_the_total_never_rises()
    {
        var cases = from entries in Entry.ListOf() from day in Day from later in Gen.Choose(1, 400) select (entries.ToArray(), day, later);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
            new SwitchingCostInMoney(test.Item1, test.day.PlusDays(test.later), Contract).Total
                <= new SwitchingCostInMoney(test.Item1, test.day, Contract).Total));
    }

    [Fact]
    public void The_order_of_the_entries_does_not_matter()
    {
        var cases = from entries in Entry.ListOf() from seed in Gen.Choose(0, int.MaxValue) select (entries.ToArray(), seed);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var shuffled = test.Item1.ToArray();
            new Random(test.seed).Shuffle(shuffled);
            var (one, other) =
                (new SwitchingCostInMoney(test.Item1, Halfway, Contract), new SwitchingCostInMoney(shuffled, Halfway, Contract));
            return one.Equals(other) && one.GetHashCode() == other.GetHashCode();
        }));
    }

    [Fact]
    public void What_a_decimal_cannot_hold_exactly_is_refused()
    {
        Overflowing(
            () => SwitchingCostEntry.Effort(1.00000000000001m, 1.000000000000001m),
            "1.00000000000001 times 1.000000000000001 has more digits*");
        Overflowing(
            () => _ = new SwitchingCostInMoney(
                [new(SwitchingCostPart.WriteOffs, 7_922_816_251_426_433_759_354_395_033m), new(SwitchingCostPart.Effort, 0.001m)], Halfway),
            "7922816251426433759354395033 plus 0.001 has more digits than a decimal holds; round them first.");
        SwitchingCostEntry.Effort(1.00000000000001m, 1.00000000000001m).Amount.Should().Be(1.0000000000000200000000000001m);
        SwitchingCostEntry.Effort(0.00000000000001m, 0.00m).Amount.Should().Be(0);

        static void Overflowing(Action act, string message) => act.Should().Throw<OverflowException>().WithMessage(message);
    }

    [Fact]
    public void Bad_arguments_are_named_with_their_value_and_range()
    {
        Refusing(() => SwitchingCostEntry.Effort(-1, 1), "hours is -1; it must be at least 0.*");
        Refusing(() => SwitchingCostEntry.Effort(1, -1), "hourlyRate is -1; it must be at least 0.*");
        Refusing(() => SwitchingCostEntry.ExpectedLoss(-0.1m, 1), "probability is -0.1; it must be at least 0.*");
        Refusing(() => SwitchingCostEntry.ExpectedLoss(1.1m, 1), "probability is 1.1; it must be at most 1.*");
        Refusing(() => SwitchingCostEntry.ExpectedLoss(1, -1), "damage is -1; it must be at least 0.*");
        Refusing(() => _ = new SwitchingCostEntry(SwitchingCostPart.WriteOffs, -1), "Amount is -1; it must be at least 0.*");
        Refusing(() => _ = new SwitchingCostEntry(SwitchingCostPart.WriteOffs, 1, (ContractBinding)3),
            "binding is 3; it must be one of None, WhileInForce, PerDayLeft.*");
        Refusing(() => _ = new SwitchingCostEntry(null!, 1), "*part*");
        Refusing(() => _ = new SwitchingCostInMoney(null!, Halfway), "*entries*");
        Refusing(() => _ = new SwitchingCostInMoney([null!], Halfway), "*entries*");
        Refusing(
            () => _ = new SwitchingCostInMoney(Entries, Halfway),
            "entries[4] is bound to the contract (PerDayLeft) and no contract is given; give it.*");
        Refusing(() => new SwitchingCostInMoney([], Halfway).Of(null!), "*part*");

        static void Refusing(Action act, string message) => act.Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void It_comes_back_from_JSON()
    {
        SwitchingCostInMoney[] costs =
            [new(Entries, Halfway, Contract), new([new(SwitchingCostPart.WriteOffs, null)], Halfway)];
        foreach (var cost in costs)
        {
            var json = JsonSerializer.Serialize(cost);
            json.Should().Contain("\"NeededDiscount\":").And.Contain("\"2027-01-01\"");
            JsonSerializer.Deserialize<SwitchingCostInMoney>(json).Should().Be(cost);
        }
    }

    [Fact]
    public void Costs_that_differ_are_not_equal()
    {
        var cost = new SwitchingCostInMoney(Entries, Halfway, Contract);

        cost.Should().NotBe(new SwitchingCostInMoney(Entries, LastDay, Contract))
            .And.NotBe(new SwitchingCostInMoney(Entries[..6], Halfway, Contract))
            .And.NotBe(new SwitchingCostInMoney(Entries, Halfway, new(Contract.FirstDay, Contract.LastDay, 1)));
        cost.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void What_it_says_does_not_depend_on_the_machine()
    {
        using var _ = new CultureScope("de-DE");

        new SwitchingCostInMoney([new(SwitchingCostPart.WriteOffs, 1.5m)], Halfway).ToString().Should().Be(
            "SwitchingCostInMoney { AsOf = 2027-01-01, Customer = 1.5, NewSupplier = 0, Total = 1.5, IsComplete = True, Contract =  }");
        new PriceGap(1.5m, 0.5m).ToString().Should().Be("PriceGap { Total = 1.5, PerUnit = 0.5 }");
        Entries[4].ToString().Should().Be("SwitchingCostEntry { Part = LostBenefits, Amount = 40, Binding = PerDayLeft }");
    }
}
