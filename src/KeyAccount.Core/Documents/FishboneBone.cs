using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A bone of a fishbone diagram: a department, a stage, a cause.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FishboneBone
{
    /// <summary>A bone.</summary>
    /// <param name="label">The name.</param>
    /// <param name="items">The items on the bone, from the outer end to the spine.</param>
    /// <exception cref="ArgumentNullException">An argument or an item is null.</exception>
    [JsonConstructor]
    public FishboneBone(string label, IReadOnlyList<FishboneItem> items)
    {
        Label = Parts.NotNull(label);
        Items = Parts.Of(items);
    }

    /// <summary>The name.</summary>
    public string Label { get; }

    /// <summary>The items on the bone, from the outer end to the spine.</summary>
    public IReadOnlyList<FishboneItem> Items { get; }
}
