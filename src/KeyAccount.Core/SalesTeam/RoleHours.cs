using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Hours that a manager spent in a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Hours">The hours of the week; 0 … 168.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record RoleHours(ManagerRole Role, double Hours)
{
    /// <inheritdoc cref="RoleHours" path="/param[@name='Role']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ManagerRole Role { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Role, nameof(Role));

    /// <inheritdoc cref="RoleHours" path="/param[@name='Hours']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 168, the hours of a week.</exception>
    [FactRange(0, 168, FactUnit.Number, UsualMaximum = 60)]
    public double Hours { get; init => field = FactRange<RoleHours>.Checked(value); } =
        FactRange<RoleHours>.Checked(Hours, nameof(Hours));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"RoleHours {{ Role = {Role}, Hours = {Hours} }}");
}
