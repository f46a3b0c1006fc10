using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A line between two nodes of a map.</summary>
/// <param name="From">The identifier of the node it starts at.</param>
/// <param name="To">The identifier of the node it ends at.</param>
/// <param name="Kind">What it is, such as "influences".</param>
/// <param name="IsDirected">Whether it has an arrow at its end.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GraphEdge(
    string From,
    string To,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDirected = false)
{
    /// <summary>The identifier of the node it starts at.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string From { get; init => field = Parts.NotNull(value, nameof(From)); } = Parts.NotNull(From);

    /// <summary>The identifier of the node it ends at.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string To { get; init => field = Parts.NotNull(value, nameof(To)); } = Parts.NotNull(To);

    /// <summary>What it is.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Kind { get; init => field = Parts.NotNull(value, nameof(Kind)); } = Parts.NotNull(Kind);
}
