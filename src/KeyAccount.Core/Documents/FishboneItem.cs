using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>Somebody or something on a bone.</summary>
/// <param name="Label">Its name, as it was given.</param>
/// <param name="Group">What colour and shape tell, such as a stance; null if not known.</param>
/// <param name="Note">What else there is to say of it, such as a role; null for nothing.</param>
/// <param name="IsDashed">Whether it is marked by a dashed line, such as somebody who decides behind the scenes.</param>
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
