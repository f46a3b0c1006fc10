using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A person or a thing on a bone.</summary>
/// <param name="Label">Its name, as it was given.</param>
/// <param name="Group">What colour and shape represent, such as a stance; null if not known.</param>
/// <param name="Note">An additional note, such as a role; null for none.</param>
/// <param name="IsDashed">Whether the item has a dashed outline, such as a person who decides behind the scenes.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FishboneItem(
    string Label,
    string? Group = null,
    string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDashed = false)
{
    /// <summary>Its name, as it was given.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);
}
