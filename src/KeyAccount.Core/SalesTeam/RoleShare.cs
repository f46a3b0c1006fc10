using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The share of time that a role took, compared with its target.</summary>
/// <param name="Role">The role.</param>
/// <param name="Hours">The hours.</param>
/// <param name="Share">The hours / all hours, as a fraction; null if there are none.</param>
/// <param name="Target">The target share, as a fraction.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RoleShare(ManagerRole Role, double Hours, double? Share, double Target)
{
    /// <summary>The share minus the target, as a fraction: above 0 is too much; null if there are no hours.</summary>
    public double? Difference => Share - Target;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RoleShare {{ Role = {Role}, Hours = {Hours}, Share = {Share}, Target = {Target} }}");
}
