using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A bulleted list, or a numbered list of steps.</summary>
public sealed record BulletList : Block
{
    /// <summary>A list.</summary>
    /// <param name="items">Its items.</param>
    /// <param name="isOrdered">Whether the order matters, so that the items are numbered.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or one of them is null.</exception>
    [JsonConstructor]
    public BulletList(IReadOnlyList<ListItem> items, bool isOrdered = false)
    {
        Items = Parts.Of(items);
        IsOrdered = isOrdered;
    }

    /// <summary>Its items.</summary>
    public IReadOnlyList<ListItem> Items { get; }

    /// <summary>Whether the order matters, so that the items are numbered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOrdered { get; }
}
