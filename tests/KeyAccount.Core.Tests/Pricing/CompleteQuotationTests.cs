using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.SwitchingCosts;
using static System.FormattableString;

namespace KeyAccount.Core.Tests.Pricing;

/// <summary>"Cost down 5 % or we go": one quotation from the demand to the answer, as the package's README has it.</summary>
public class CompleteQuotationTests
{
    [Fact]
    public void Cost_down_5_percent_or_we_go()
    {
        var review = PriceReview.Of(new Quotation
        {
            Id = "Q-2026-17", Quantity = 10_000, ListPrice = 100, CurrentPrice = 88.20m, UnitCost = 68,
            PaymentDays = 60, CompetitorPrice = 82,
            Discounts = [PriceDeduction.Percentage("contract discount", 0.10m), PriceDeduction.Off("cost down", 4.50m)],
            Rebates = [PriceDeduction.Percentage("annual rebate", 0.02m)],
            CostsToServe = [PriceDeduction.Off("freight", 1.20m)],
            InReturn =
            [
                new(CounterConcessionKind.Volume, 2_500),
                new(CounterConcessionKind.PaymentDays, 30),
                new(CounterConcessionKind.Reference, 8_000),
            ],
            Tier = AccountTier.A, Barrier = BarrierLevel.Medium, Sensitivity = PriceSensitivity.High, Reason = DemandReason.RivalOffer,
        });

        var lines = new List<string>();
        lines.Add(Invariant($"invoice {review.InvoicePrice:0.00}, net {review.NetPrice:0.00}, pocket {review.PocketPrice:0.00}, ")
            + Invariant($"margin {100 * review.MarginRate:0.0} %"));
        lines.Add(Invariant(
            $"step {review.Trade.PriceStep:0}, in return {review.Trade.Received:0}, break-even at {review.BreakEvenQuantity:0} units"));
        lines.Add(string.Join(" → ", review.CostDown!.Advice!.Answers.Select(answer => answer.DisplayName("en"))));
        lines.Add(review.Advice.En);
        lines.Add(review.Advice.ZhHans);

        lines.Should().Equal(
            "invoice 85.50, net 83.79, pocket 81.47, margin 16.5 %",
            "step 44100, in return 47286, break-even at 13275 units",
            "verify the reason → manage the expectation → offer more value → trade → price step",
            "Offer 85.5 once it is approved (sales director); the floor is 83.99.",
            "获批后（销售总监）可按85.5报价；底价为83.99。");
        review.Policy.Advice!.Posture.Should().Be(PricePosture.Trade);
        review.Findings.Should().BeEmpty();
    }
}
