using KeyAccount.Core.Negotiation;
using NodaTime;

namespace KeyAccount.Core.Tests.Negotiation;

/// <summary>A supplier's talks about price and payment with a key account, for the tests of this room.</summary>
internal static class Talks
{
    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    public static NegotiationIssue Price { get; } = new(
        "price", new("price", "价格", "價格"), IssueDirection.HigherIsBetter, new("CNY", "元", "元"), 3, 120, 110, 100, new IssueRange(105, 115));

    public static NegotiationIssue Days { get; } = new(
        "days", new("payment", "付款", "付款"), IssueDirection.LowerIsBetter, new("days", "天", "天"), 1, 30, 45, 60, new IssueRange(30, 45));

    public static NegotiationPreparation Prepared { get; } = new(
        [Price, Days], new("sell to the spot market", Value: 40), NegotiationKind.General, NegotiationStyle.Cooperative);

    public static Package Deal(decimal price, decimal days) => new(("price", price), ("days", days));

    public static Instant After(int days) => Start + Duration.FromDays(days);
}
