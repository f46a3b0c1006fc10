namespace KeyAccount.Core.Bidding;

/// <summary>The points that can still be gained in a criterion.</summary>
/// <param name="Criterion">The key of the criterion.</param>
/// <param name="Missing">The points that we expect to miss.</param>
/// <param name="PerHour">The points gained per hour of effort; null if the effort is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CriterionGain(string Criterion, double Missing, double? PerHour)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"CriterionGain {{ Criterion = {Criterion}, Missing = {Missing}, PerHour = {PerHour} }}");
}
