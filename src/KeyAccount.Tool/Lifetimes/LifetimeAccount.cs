using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Tool.Lifetimes;

/// <summary>The forecast of the models for one account.</summary>
/// <param name="Summary">The purchase history of the account.</param>
/// <param name="ProbabilityAlive">The probability that it still buys.</param>
/// <param name="ExpectedOrders">The orders of the next twelve months.</param>
/// <param name="ExpectedSpend">The expected amount of an order; null if no model of amounts is valid.</param>
internal sealed record LifetimeAccount(
    RepeatPurchaseSummary Summary, double ProbabilityAlive, double ExpectedOrders, double? ExpectedSpend)
{
    /// <summary>The expected amount of the next twelve months; null if no model of amounts is valid.</summary>
    public double? ExpectedMoney => ExpectedOrders * ExpectedSpend;
}
