namespace KeyAccount.Core.Documents;

/// <summary>The titles of the parts of a map.</summary>
/// <param name="Node">Who or what its nodes are.</param>
/// <param name="Row">What its rows are.</param>
/// <param name="Column">What its columns are.</param>
/// <param name="Group">What colour and shape represent.</param>
/// <param name="Edges">What its lines are.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GraphTitles(string Node, string Row, string Column, string Group, string Edges)
{
    /// <summary>Who or what its nodes are.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Node { get; init => field = Parts.NotNull(value, nameof(Node)); } = Parts.NotNull(Node);

    /// <summary>What its rows are.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Row { get; init => field = Parts.NotNull(value, nameof(Row)); } = Parts.NotNull(Row);

    /// <summary>What its columns are.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Column { get; init => field = Parts.NotNull(value, nameof(Column)); } = Parts.NotNull(Column);

    /// <summary>What colour and shape represent.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Group { get; init => field = Parts.NotNull(value, nameof(Group)); } = Parts.NotNull(Group);

    /// <summary>What its lines are.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Edges { get; init => field = Parts.NotNull(value, nameof(Edges)); } = Parts.NotNull(Edges);
}
