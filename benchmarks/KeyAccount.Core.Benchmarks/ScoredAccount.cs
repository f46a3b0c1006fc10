using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Benchmarks;

/// <summary>What is known of an account for nine criteria.</summary>
public sealed record ScoredAccount
{
    public double? Sales { get; init; }

    public double? Target { get; init; }

    public double? Margin { get; init; }

    public double? Growth { get; init; }

    public int? Visits { get; init; }

    public double? ShareOfWallet { get; init; }

    public double? DaysToPay { get; init; }

    public int? Complaints { get; init; }

    public int? Years { get; init; }

    public AccountTier? Tier { get; init; }
}
