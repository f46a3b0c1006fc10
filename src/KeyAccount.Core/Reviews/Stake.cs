using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What a finding is and what it puts at stake: the advice of the table of findings.</summary>
/// <remarks>Immutable; equal when every part is. The share ranks findings against each other; it is neither a probability nor a
/// forecast.</remarks>
public sealed record Stake
{
    /// <summary>A finding and what it puts at stake.</summary>
    /// <param name="topic">The topic it belongs to.</param>
    /// <param name="share">The share of the basis that is at stake, 0 … 1.</param>
    /// <param name="basis">Of which amount; null for the annual purchases.</param>
    /// <param name="kind">What kind of thing it says; null for a risk.</param>
    /// <param name="subject">What it is about; null for the account as a whole.</param>
    /// <param name="actions">What to do about it, in place of what the table of actions says; empty for nothing, null to leave it to that
    /// table.</param>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is null.</exception>
    /// <exception cref="ArgumentException">One of <paramref name="actions"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 … 1.</exception>
    [JsonConstructor]
    public Stake(
        ReviewTopic topic, decimal share, StakeBasis? basis = null, FindingKind? kind = null, FindingSubject? subject = null,
        IReadOnlyList<ActionPlan>? actions = null)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Guard.NotNegative(share);
        Guard.AtMost(share, 1);
        if (actions is not null && actions.Contains(null!))
            throw new ArgumentException("actions holds null; each of them must be an action.", nameof(actions));
        Topic = topic;
        Share = share;
        Basis = basis ?? StakeBasis.AnnualPurchases;
        Kind = kind ?? FindingKind.Risk;
        Subject = subject ?? FindingSubject.Account;
        Actions = actions is null ? null : ValueList.Of(actions);
    }

    /// <summary>The topic it belongs to.</summary>
    public ReviewTopic Topic { get; }

    /// <summary>The share of the basis that is at stake, 0 … 1.</summary>
    public decimal Share { get; }

    /// <summary>Of which amount.</summary>
    public StakeBasis Basis { get; }

    /// <summary>What kind of thing the finding says.</summary>
    public FindingKind Kind { get; }

    /// <summary>What it is about.</summary>
    public FindingSubject Subject { get; }

    /// <summary>What to do about it; empty for nothing, null where the table of actions says it.</summary>
    public IReadOnlyList<ActionPlan>? Actions { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The topic, the kind, the subject, the share and the basis.</returns>
    public override string ToString() => Invariant($"{Topic} ({Kind}, {Subject}): {Share} of {Basis}");
}
