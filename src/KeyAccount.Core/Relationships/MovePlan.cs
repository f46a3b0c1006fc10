using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>How to make a move on the ladder.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
public sealed record MovePlan
{
    /// <summary>A plan.</summary>
    /// <param name="strategy">The idea in a sentence.</param>
    /// <param name="actions">What is typically done.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public MovePlan(Text strategy, IReadOnlyList<Text> actions)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(actions);
        Strategy = strategy;
        Actions = [.. actions];
    }

    /// <summary>The idea in a sentence.</summary>
    public Text Strategy { get; }

    /// <summary>What is typically done, in the order in which it is done.</summary>
    public IReadOnlyList<Text> Actions { get; }

    /// <summary>Whether strategy and actions are equal.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(MovePlan? other) => other is not null && Strategy == other.Strategy && Actions.SequenceEqual(other.Actions);

    /// <summary>A hash of the strategy and the number of actions.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Strategy, Actions.Count);

    /// <summary>Strategy and actions, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Strategy} {string.Join("; ", Actions)}.";
}
