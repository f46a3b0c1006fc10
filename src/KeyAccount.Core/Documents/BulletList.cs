using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A list of points, or of steps in their order.</summary>
public sealed record BulletList : Block
{
    /// <summary>A list.</summary>
    /// <param name="items">Its items.</param>
    /// <param name="isOrdered">Whether the order matters: the items are numbered.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or one of them is null.</exception>
    [JsonConstructor]
    public BulletList(IReadOnlyList<ListItem> items, bool isOrdered = false)
    {
        Items = Parts.Of(items);
        IsOrdered = isOrdered;
    }

    /// <summary>Its items.</summary>
    public IReadOnlyList<ListItem> Items { get; }

    /// <summary>Whether the order matters: the items are numbered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOrdered { get; }
}
