using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The score of one of the six focuses.</summary>
/// <param name="Focus">The focus.</param>
/// <param name="Points">The points from the known indicators, 0 … 100; null if none is known.</param>
/// <param name="Coverage">The known share of the weight, as a fraction.</param>
/// <param name="Low">The points if everything unknown were at its worst.</param>
/// <param name="High">The points if everything unknown were at its best.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FocusScore(ManagementFocus Focus, double? Points, double Coverage, double Low, double High)
{
    /// <inheritdoc cref="FocusScore" path="/param[@name='Focus']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ManagementFocus Focus { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Focus, nameof(Focus));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"FocusScore {{ Focus = {Focus}, Points = {Points}, Coverage = {Coverage}, Low = {Low}, High = {High} }}");
}
