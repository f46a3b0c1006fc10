using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Tests.Pricing;

public class QuotationTests
{
    internal static Quotation Full { get; } = new()
    {
        Id = "Q-17",
        Quantity = 10_000,
        ListPrice = 100,
        Discounts = [PriceDeduction.Percentage("contract discount", 0.10m), PriceDeduction.Off("cost down", 4.50m)],
        Rebates = [PriceDeduction.Percentage("annual rebate", 0.02m)],
        CostsToServe = [PriceDeduction.Off("freight", 1.20m)],
        PaymentDays = 60,
        UnitCost = 68,
        CurrentPrice = 88.20m,
        FixedCostChange = 5_000,
        CompetitorPrice = 82,
        InReturn = [new(CounterConcessionKind.Volume, 2_500)],
        Tier = AccountTier.A,
        Barrier = BarrierLevel.Medium,
        Sensitivity = PriceSensitivity.High,
        Reason = DemandReason.RivalOffer,
    };

    [Fact]
    public void It_comes_back_from_JSON_and_reads_the_same_everywhere()
    {
        using var _ = new CultureScope("de-DE");

        var read = JsonSerializer.Deserialize<Quotation>(JsonSerializer.Serialize(Full));

        read.Should().Be(Full);
        read!.GetHashCode().Should().Be(Full.GetHashCode());
        Full.ToString()
            .Should().Be("Quotation { Id = Q-17, Quantity = 10000, ListPrice = 100, UnitCost = 68, CurrentPrice = 88.20, Tier = A }");
        Full.Discounts[1].ToString().Should().Be("PriceDeduction { Name = cost down, Amount = 4.50, Rate =  }");
    }

    [Fact]
    public void Every_part_counts()
    {
        Quotation[] others =
        [
            Full with { Id = "Q-18" },
            Full with { Quantity = 1 },
            Full with { ListPrice = 101 },
            Full with { Discounts = [] },
            Full with { Discounts = [.. Full.Discounts.Reverse()] },
            Full with { Rebates = [] },
            Full with { CostsToServe = [] },
            Full with { PaymentDays = null },
            Full with { UnitCost = null },
            Full with { CurrentPrice = null },
            Full with { FixedCostChange = 0 },
            Full with { CompetitorPrice = null },
            Full with { InReturn = [] },
            Full with { Tier = null },
            Full with { Barrier = null },
            Full with { Sensitivity = null },
            Full with { Reason = null },
        ];

        others.Should().NotContain(Full).And.OnlyHaveUniqueItems();
        Full.Should().Be(Full with { });
        Full.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Its_lists_are_its_own()
    {
        var given = new List<PriceDeduction> { PriceDeduction.Off("one", 1) };
        var quotation = Full with { Discounts = given, Rebates = null!, CostsToServe = null!, InReturn = null! };

        given.Clear();

        quotation.Discounts.Should().ContainSingle();
        quotation.Rebates.Should().BeEmpty();
        quotation.CostsToServe.Should().BeEmpty();
        quotation.InReturn.Should().BeEmpty();
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        Refusing(() => Full with { Id = " " }, "*Id*");
        Refusing(() => Full with { Quantity = 0 }, "Quantity is 0; it must be above 0.*");
        Refusing(() => Full with { ListPrice = 0 }, "ListPrice is 0; it must be above 0.*");
        Refusing(() => Full with { PaymentDays = -1 }, "PaymentDays is -1; it must be at least 0 (days). The minus sign looks wrong.*");
        Refusing(() => Full with { UnitCost = -0.01m }, "UnitCost is -0.01; it must be at least 0.*");
        Refusing(() => Full with { CurrentPrice = 0 }, "CurrentPrice is 0; it must be above 0.*");
        Refusing(() => Full with { CompetitorPrice = -1 }, "CompetitorPrice is -1; it must be at least 0.*");
        Refusing(() => PriceDeduction.Off("", 1), "*name*");
        Refusing(() => PriceDeduction.Percentage("x", 1.01m), "Rate is 1.01; it must be between -1 and 1 (a fraction).*");
        Refusing(() => PriceDeduction.Percentage("x", -1.01m), "Rate is -1.01; it must be between -1 and 1 (a fraction).*");
        Refusing(() => new PriceDeduction("x", null, null), "'x' has neither an amount nor a rate; it must have one of the two.*");
        Refusing(() => new PriceDeduction("x", 1, 0.1m), "'x' has an amount and a rate; it must have one of the two.*");

        static void Refusing(Func<object> make, string message) => make.Should().Throw<ArgumentException>().WithMessage(message);
    }
}
