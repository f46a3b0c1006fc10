using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.SwitchingCosts;
using static System.FormattableString;

namespace KeyAccount.Core.Tests.Pricing;

/// <summary>"Cost down 5 % or we go": one quotation from the demand to the answer, as a salesperson would ask.</summary>
public class CompleteQuotationTests
{
    [Fact]
    public void Cost_down_5_percent_or_we_go()
    {
        var quotation = new Quotation
        {
            Id = "Q-2026-17",
            Quantity = 10_000,
            ListPrice = 100,
            Discounts = [PriceDeduction.Percentage("contract discount", 0.10m), PriceDeduction.Off("cost down", 4.50m)],
            Rebates = [PriceDeduction.Percentage("annual rebate", 0.02m)],
            CostsToServe = [PriceDeduction.Off("freight", 1.20m)],
            PaymentDays = 60,
            UnitCost = 68,
            CurrentPrice = 88.20m,
            CompetitorPrice = 82,
            InReturn =
            [
                new(CounterConcessionKind.Volume, 2_500),
                new(CounterConcessionKind.PaymentDays, 30),
                new(CounterConcessionKind.Reference, 8_000),
            ],
            Tier = AccountTier.A,
            Barrier = BarrierLevel.Medium,
            Sensitivity = PriceSensitivity.High,
            Reason = DemandReason.RivalOffer,
        };

        var review = PriceReview.Of(quotation);

        string[] lines =
        [
            Invariant($"invoice {review.InvoicePrice:0.00}, net {review.NetPrice:0.00}, pocket {review.PocketPrice:0.00}, margin {review.MarginRate:P1}"),
            Invariant($"floor {review.FloorPrice}, walk-away {review.WalkAwayPrice}"),
            Invariant($"break-even at {review.BreakEvenQuantity:0} units, {review.BreakEven!.SalesChange:P1} more"),
            Invariant($"step {review.Trade.PriceStep:0}, in return {review.Trade.Received:0}, net {review.Trade.NetEffect:0}"),
            Invariant($"posture: {review.Policy.Advice!.Posture.DisplayName("en")}; approval: {review.Approval.DisplayName("en")}"),
            string.Join(", ", review.CostDown!.Advice!.Answers.Select(answer => answer.DisplayName("en"))),
            review.Advice.En,
        ];

        lines.Should().Equal(
            "invoice 85.50, net 83.79, pocket 81.47, margin 16.5 %",
            "floor 83.99, walk-away 71.58",
            "break-even at 13275 units, 32.8 % more",
            "step 44100, in return 47286, net 3186",
            "posture: trade; approval: sales director",
            "verify the reason, manage the expectation, offer more value, trade, price step",
            "Make the offer at 85.5 once it is granted: sales director; the floor is 83.99.");
        review.Findings.Should().BeEmpty();
    }
}
