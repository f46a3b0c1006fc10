namespace KeyAccount.Core.SalesTeam;

/// <summary>The focus of a role in managing performance.</summary>
/// <param name="Concerns">The concerns, the most important first.</param>
/// <remarks>Immutable; equal when the concerns are.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Concerns"/> or an item of it is null.</exception>
public sealed record RoleFocus(IReadOnlyList<PerformanceConcern> Concerns)
{
    /// <inheritdoc cref="RoleFocus" path="/param[@name='Concerns']"/>
    public IReadOnlyList<PerformanceConcern> Concerns { get; } = ValueList.Of(Concerns);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The concerns.</returns>
    public override string ToString() => string.Join(", ", Concerns.Select(concern => concern.Name));
}
