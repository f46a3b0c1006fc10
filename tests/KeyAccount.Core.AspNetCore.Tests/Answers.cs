using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>Results that an endpoint of a host answers with.</summary>
internal static class Answers
{
    private static readonly StakeholderMap Map = new(
        [
            new() { Id = "boss", Name = "Wang", Role = StakeholderRole.KDM, Influence = 9, Ladder = LadderLevel.CR4 },
            new() { Id = "buyer", Name = "Li", Role = StakeholderRole.KI, Influence = 6, Ladder = LadderLevel.CR3 },
        ],
        [],
        new(Ladder.Points, Ladder.Stances, Ladder.Moves));

    public static PriceReview Price() => PriceReview.Of(new()
    {
        Id = "Q-18", Quantity = 100, ListPrice = 100, CurrentPrice = 95, UnitCost = 80,
        Discounts = [PriceDeduction.Percentage("demand", 0.12m)], Tier = AccountTier.C,
    });

    public static StakeholderRisk Risk() => Map.Risks()[0];

    public static WinningStep Step() => Map.NextToWin()[0];

    public static CaseResult<Complaint> Refused() =>
        Complaint.Open("K-1", AccountTier.A, new LocalDate(2026, 1, 5)).Apply(ComplaintEvent.Closed(new LocalDate(2026, 1, 6)));

    public static BreakEvenResult BreakEven() => Pricing.BreakEven.OfRates(0.3m, -0.1m);
}
