using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The plan for a move on the ladder.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record MovePlan : IDescribed
{
    /// <summary>A plan.</summary>
    /// <param name="strategy">The strategy in a sentence.</param>
    /// <param name="actions">The typical actions.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public MovePlan(Text strategy, IReadOnlyList<Text> actions)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        Strategy = strategy;
        Actions = ValueList.Of(actions);
    }

    /// <summary>The strategy in a sentence.</summary>
    public Text Strategy { get; }

    /// <summary>The typical actions, in their order.</summary>
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
