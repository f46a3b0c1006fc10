using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>How to make a move on the ladder.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record MovePlan : IDescribed
{
    /// <summary>A plan.</summary>
    /// <param name="strategy">The idea in a sentence.</param>
    /// <param name="actions">What is typically done.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public MovePlan(Text strategy, IReadOnlyList<Text> actions)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        Strategy = strategy;
        Actions = ValueList.Of(actions);
    }

    /// <summary>The idea in a sentence.</summary>
    public Text Strategy { get; }

    /// <summary>What is typically done, in the order in which it is done.</summary>
    public IReadOnlyList<Text> Actions { get; }

    /// <summary>Strategy and actions, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Strategy} {string.Join("; ", Actions)}.";

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return new([Run.Emphasis(Strategy.In(writer.Language))], [.. Actions.Select(writer.Item)]);
    }
}
