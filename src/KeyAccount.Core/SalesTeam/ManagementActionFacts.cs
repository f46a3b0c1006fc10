namespace KeyAccount.Core.SalesTeam;

/// <summary>A weak focus of sales management.</summary>
/// <param name="Focus">The focus.</param>
/// <param name="Points">Its points, 0 … 100.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ManagementActionFacts(ManagementFocus Focus, double Points)
{
    /// <inheritdoc cref="ManagementActionFacts" path="/param[@name='Points']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double Points { get; init => field = FactRange<ManagementActionFacts>.Checked(value); } =
        FactRange<ManagementActionFacts>.Checked(Points, nameof(Points));
}
