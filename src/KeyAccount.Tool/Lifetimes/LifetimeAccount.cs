using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Tool.Lifetimes;

/// <summary>What the models say of one account.</summary>
/// <param name="Summary">What it has done.</param>
/// <param name="ProbabilityAlive">The probability that it still buys.</param>
/// <param name="ExpectedOrders">The orders of the next twelve months.</param>
/// <param name="ExpectedSpend">What an order brings; null if no model of amounts holds.</param>
internal sealed record LifetimeAccount(
    RepeatPurchaseSummary Summary, double ProbabilityAlive, double ExpectedOrders, double? ExpectedSpend)
{
    /// <summary>What the next twelve months bring; null if no model of amounts holds.</summary>
    public double? ExpectedMoney => ExpectedOrders * ExpectedSpend;
}
