using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A node of a map: a person or a thing.</summary>
/// <param name="Id">Its identifier in the figure.</param>
/// <param name="Label">Its name, as it was given.</param>
/// <param name="Row">The row it is in, such as a management level; null if not known.</param>
/// <param name="Column">The column it is in, such as a department; null if not known.</param>
/// <param name="Group">What colour and shape represent, such as a stance; null if not known.</param>
/// <param name="Size">The size of the node, such as an influence, 0 or more; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GraphNode(
    string Id, string Label, string? Row = null, string? Column = null, string? Group = null, double? Size = null)
{
    /// <summary>Its identifier in the figure.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Id { get; init => field = Parts.NotNull(value, nameof(Id)); } = Parts.NotNull(Id);

    /// <summary>Its name, as it was given.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);

    /// <summary>The size of the node, 0 or more; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double? Size { get; init => field = Checked(value); } = Checked(Size);

    private static double? Checked(double? size)
    {
        if (size is { } given)
            Guard.FiniteNotNegative(given, nameof(Size));
        return size;
    }
}
