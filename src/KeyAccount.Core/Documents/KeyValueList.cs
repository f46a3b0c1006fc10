using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A list of named values: the head of a report, the figures of an answer.</summary>
public sealed record KeyValueList : Block
{
    /// <summary>A list of named values.</summary>
    /// <param name="items">The values, in reading order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or one of them is null.</exception>
    [JsonConstructor]
    public KeyValueList(IReadOnlyList<KeyValueItem> items) => Items = Parts.Of(items);

    /// <summary>The values, in reading order.</summary>
    public IReadOnlyList<KeyValueItem> Items { get; }
}
