using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

[Trait("Frameworks", "all")]
public class ParetoExactnessTests
{
    private const decimal LastPlace = 0.0000000000000000000000000001m;

    [Fact]
    public void A_cut_is_compared_in_decimals_not_in_doubles()
    {
        (0.7 + 0.1).Should().BeLessThan(0.8, "doubles would make the third account an A");
        Tiers.Of(ParetoRule.Crossing, null, 0.70m, 0.10m, 0.06m, 0.05m, 0.05m, 0.04m).Should().Be("AABBBC");
    }

    [Fact]
    public void Every_decimal_place_counts()
    {
        Tiers.Of(ParetoRule.Inclusive, null, 0.8m, 0.15m, 0.05m).Should().Be("ABC");
        Tiers.Of(ParetoRule.Inclusive, null, 0.8m, 0.15m, 0.05m - LastPlace).Should().Be("BCC");
        Tiers.Of(ParetoRule.Inclusive, null, 0.8m - LastPlace, 0.15m, 0.05m).Should().Be("ABC");
    }

    [Fact]
    public void A_cut_may_fall_between_two_whole_amounts()
    {
        // 80 % and 95 % of 11 are 8.8 and 10.45.
        Tiers.Of(ParetoRule.Crossing, null, 8, 2, 1).Should().Be("AAB");
        Tiers.Of(ParetoRule.Inclusive, null, 8, 2, 1).Should().Be("ABC");
    }

    [Theory]
    [InlineData("0.2", "0.5", "AABBBCCCCC")]
    [InlineData("0.1999999999999999999999999999", "0.4999999999999999999999999999", "AABBBCCCCC")]
    [InlineData("0.2000000000000000000000000001", "0.5000000000000000000000000001", "AAABBBCCCC")]
    [InlineData("0.1", "0.4", "ABBBCCCCCC")]
    public void A_head_more_is_counted_from_the_last_place_of_the_cut_on(string a, string b, string tiers) =>
        Tiers.Of(ParetoRule.HeadCount, new(SharedData.Number(a), SharedData.Number(b)), 10, 9, 8, 7, 6, 5, 4, 3, 2, 1).Should().Be(tiers);

    [Fact]
    public void A_total_of_29_digits_is_exact()
    {
        var grading = Grade(1m, LastPlace);
        grading.Total.Should().Be(1.0000000000000000000000000001m);
        grading.RevenueOf(AccountTier.A).Should().Be(1m);
        grading.RevenueOf(AccountTier.C).Should().Be(LastPlace);
    }

    [Theory]
    [InlineData("1000000000")]
    [InlineData("100000000000")]
    [InlineData("79228162514264337593543950335")]
    public void A_total_that_no_decimal_holds_overflows_instead_of_rounding(string large)
    {
        var grade = () => Grade(SharedData.Number(large), LastPlace);
        grade.Should().Throw<OverflowException>();
    }

    [Fact]
    public void What_does_not_fit_into_128_bits_is_named()
    {
        var grade = () => Grade(LastPlace, 100_000_000_000m);
        grade.Should().Throw<OverflowException>().WithMessage("The revenue 100000000000 of the account at index 1 *28 decimal places*");
    }

    [Fact]
    public void A_sum_that_does_not_fit_into_128_bits_is_named_where_it_happens()
    {
        var grade = () => Grade(LastPlace, 10_000_000_000m, 10_000_000_000m);
        grade.Should().Throw<OverflowException>().WithMessage("The revenue 10000000000 of the account at index 2 *");
    }

    [Fact]
    public void A_negative_amount_that_does_not_fit_is_named()
    {
        var grade = () => Grade(LastPlace, -100_000_000_000m);
        grade.Should().Throw<OverflowException>().WithMessage("The revenue -100000000000 of the account at index 1 *");
    }

    [Fact]
    public void A_sum_above_the_largest_decimal_overflows()
    {
        var grade = () => Grade(decimal.MaxValue, 1m);
        grade.Should().Throw<OverflowException>().WithMessage("The sum 79228162514264337593543950336 / 10^0 has more digits*");
        Grade(decimal.MaxValue).Total.Should().Be(decimal.MaxValue);
        Grade(decimal.MaxValue, decimal.MinValue).Total.Should().Be(decimal.MaxValue);
    }

    [Fact]
    public void Trailing_zeros_need_no_room()
    {
        var grading = Grade(1.0000000000000000000000000000m, 100_000_000_000_000_000_000m, -2.000m);
        grading.Total.Should().Be(100_000_000_000_000_000_001m);
        grading.Accounts.Select(account => account.Revenue).Should().Equal(100_000_000_000_000_000_000m, 1m, -2m);
    }

    [Fact]
    public void A_sum_loses_its_trailing_zeros_where_it_needs_the_room()
    {
        var grading = Grade(70_000_000_000_000_000_000_000_000_000m, 0.5m, 0.5m);
        grading.Total.Should().Be(70_000_000_000_000_000_000_000_000_001m);
        grading.RevenueOf(AccountTier.A).Should().Be(70_000_000_000_000_000_000_000_000_000m);
        grading.RevenueOf(AccountTier.C).Should().Be(1m);
    }

    [Fact]
    public void A_total_beyond_64_bits_is_exact()
    {
        // Ten nearly equal accounts: 80 % of the total comes before the ninth by a hair more, 90 % before the tenth.
        long[] revenues = [.. Enumerable.Range(0, 10).Select(i => long.MaxValue - i)];
        Tiers.Of(ParetoRule.Crossing, null, revenues).Should().Be("AAAAAAAABB");
        Tiers.Of(ParetoRule.Inclusive, null, revenues).Should().Be("AAAAAAABBC");

        var grading = Pareto.Grade(revenues, revenue => revenue);
        grading.Total.Should().Be((10m * long.MaxValue) - 45m);
        grading.RevenueOf(AccountTier.B).Should().Be((2m * long.MaxValue) - 17m);
    }

    [Fact]
    public void A_single_negative_amount_beyond_64_bits_changes_nothing()
    {
        Tiers.Of(ParetoRule.Crossing, null, 80m, 20m, 3m * long.MinValue).Should().Be("ABC");
        Tiers.Of(ParetoRule.Crossing, null, 80m, 20m, long.MinValue).Should().Be("ABC");
        Tiers.Of(ParetoRule.Crossing, null, 80m, 20m, long.MinValue - 1m).Should().Be("ABC");
    }

    private static ParetoGrading<decimal> Grade(params decimal[] revenues) => Pareto.Grade(revenues, revenue => revenue);
}
