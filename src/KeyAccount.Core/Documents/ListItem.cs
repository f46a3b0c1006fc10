using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>An item of a list, with its sub-items.</summary>
/// <remarks>A value: immutable, equal when text and items are.</remarks>
public sealed record ListItem
{
    /// <summary>An item.</summary>
    /// <param name="runs">The text, as a sequence of runs of one style each.</param>
    /// <param name="items">The items below it; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/>, a run or an item is null.</exception>
    [JsonConstructor]
    public ListItem(IReadOnlyList<Run> runs, IReadOnlyList<ListItem>? items = null)
    {
        Runs = Parts.Of(runs);
        Items = items is null ? ValueList<ListItem>.Empty : Parts.Of(items);
    }

    /// <summary>An item of one style.</summary>
    /// <param name="text">The text.</param>
    /// <param name="items">The items below it; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or an item is null.</exception>
    public ListItem(string text, IReadOnlyList<ListItem>? items = null)
        : this([new Run(text)], items)
    {
    }

    /// <summary>The text, as a sequence of runs of one style each.</summary>
    public IReadOnlyList<Run> Runs { get; }

    /// <summary>The items below it.</summary>
    public IReadOnlyList<ListItem> Items { get; }
}
