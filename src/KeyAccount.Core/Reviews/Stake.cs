using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What a finding puts at stake: the advice of the table of findings.</summary>
/// <remarks>Immutable; equal when every part is. The share ranks findings against each other; it is no probability and no
/// forecast.</remarks>
public sealed record Stake
{
    /// <summary>What is at stake.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="share">The share of the basis that is at stake, 0 … 1.</param>
    /// <param name="basis">Of which amount; null for the annual purchases.</param>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 … 1.</exception>
    public Stake(ReviewTopic topic, decimal share, StakeBasis? basis = null)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Guard.NotNegative(share);
        Guard.AtMost(share, 1);
        Topic = topic;
        Share = share;
        Basis = basis ?? StakeBasis.AnnualPurchases;
    }

    /// <summary>What it is about.</summary>
    public ReviewTopic Topic { get; }

    /// <summary>The share of the basis that is at stake, 0 … 1.</summary>
    public decimal Share { get; }

    /// <summary>Of which amount.</summary>
    public StakeBasis Basis { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The share, the basis and the topic.</returns>
    public override string ToString() => Invariant($"{Topic}: {Share} of {Basis}");
}
