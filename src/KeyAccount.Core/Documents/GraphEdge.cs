using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A line between two nodes of a map.</summary>
/// <param name="From">The identifier of the node at which the line starts.</param>
/// <param name="To">The identifier of the node at which the line ends.</param>
/// <param name="Kind">The kind of the line, such as "influences".</param>
/// <param name="IsDirected">Whether the line ends in an arrow.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GraphEdge(
    string From,
    string To,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDirected = false)
{
    /// <summary>The identifier of the node at which the line starts.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string From { get; init => field = Parts.NotNull(value, nameof(From)); } = Parts.NotNull(From);

    /// <summary>The identifier of the node at which the line ends.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string To { get; init => field = Parts.NotNull(value, nameof(To)); } = Parts.NotNull(To);

    /// <summary>The kind of the line.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Kind { get; init => field = Parts.NotNull(value, nameof(Kind)); } = Parts.NotNull(Kind);
}
