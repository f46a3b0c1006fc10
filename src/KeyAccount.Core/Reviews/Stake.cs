using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The nature of a finding and what it puts at stake: the advice of the table of findings.</summary>
/// <remarks>Immutable; equal when every part is. The share ranks findings against each other; it is neither a probability nor a
/// forecast.</remarks>
public sealed record Stake
{
    /// <summary>Creates a stake.</summary>
    /// <param name="topic">The topic of the finding.</param>
    /// <param name="share">The share of the basis that is at stake, 0 … 1.</param>
    /// <param name="basis">The amount that the share refers to; null for the annual purchases.</param>
    /// <param name="kind">The kind of the finding; null for a risk.</param>
    /// <param name="subject">The subject of the finding; null for the account as a whole.</param>
    /// <param name="actions">The actions that answer it, instead of those of the table of actions; empty for none, null to leave the answer
    /// to that table.</param>
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

    /// <summary>The topic of the finding.</summary>
    public ReviewTopic Topic { get; }

    /// <summary>The share of the basis that is at stake, 0 … 1.</summary>
    public decimal Share { get; }

    /// <summary>The amount that the share refers to.</summary>
    public StakeBasis Basis { get; }

    /// <summary>The kind of the finding.</summary>
    public FindingKind Kind { get; }

    /// <summary>The subject of the finding.</summary>
    public FindingSubject Subject { get; }

    /// <summary>The actions that answer it; empty for none, null if the table of actions decides.</summary>
    public IReadOnlyList<ActionPlan>? Actions { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The topic, the kind, the subject, the share and the basis.</returns>
    public override string ToString() => Invariant($"{Topic} ({Kind}, {Subject}): {Share} of {Basis}");
}
