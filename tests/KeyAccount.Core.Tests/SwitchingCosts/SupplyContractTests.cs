using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class SupplyContractTests
{
    private static readonly SupplyContract Contract = new(new(2026, 1, 1), new(2026, 12, 31), 730);

    public static TheoryData<LocalDate, int> DaysLeft => new()
    {
        { new(2025, 12, 31), 365 },
        { new(2026, 1, 1), 365 },
        { new(2026, 1, 2), 364 },
        { new(2026, 12, 30), 2 },
        { new(2026, 12, 31), 1 },
        { new(2027, 1, 1), 0 },
        { new(2030, 1, 1), 0 },
    };

    [Theory]
    [MemberData(nameof(DaysLeft))]
    public void Days_are_left_up_to_the_last_one_and_none_after_it(LocalDate asOf, int days) => Contract.DaysLeft(asOf).Should().Be(days);

    [Fact]
    public void A_term_counts_both_ends()
    {
        Contract.DaysLeft(Contract.FirstDay).Should().Be(365);
        new SupplyContract(new(2028, 2, 28), new(2028, 3, 1), 1).DaysLeft(new(2028, 2, 28)).Should().Be(3, "2028 is a leap year");
        new SupplyContract(new(2026, 5, 1), new(2026, 5, 1), 1).DaysLeft(new(2026, 5, 1)).Should().Be(1);
    }

    [Fact]
    public void A_contract_that_cannot_be_is_refused()
    {
        using var culture = new CultureScope("ar-SA");

        ((Action)(() => _ = new SupplyContract(new(2026, 5, 2), new(2026, 5, 1), 1))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("lastDay is 2026-05-01; it must be at least firstDay (2026-05-02).*");
        ((Action)(() => _ = new SupplyContract(new(2026, 5, 1), new(2026, 5, 1), 0))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("units is 0; it must be above 0.*");
        Contract.ToString().Should().Be("SupplyContract { FirstDay = 2026-01-01, LastDay = 2026-12-31, Units = 730 }");
    }
}
