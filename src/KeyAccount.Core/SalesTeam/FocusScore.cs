using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>How one of the six focuses stands.</summary>
/// <param name="Focus">The focus.</param>
/// <param name="Points">The points of what is known, 0 … 100; null where nothing is.</param>
/// <param name="Coverage">Which share of the weight is known, as a fraction.</param>
/// <param name="Low">The points if everything unknown were at its worst.</param>
/// <param name="High">The points if everything unknown were at its best.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FocusScore(ManagementFocus Focus, double? Points, double Coverage, double Low, double High)
{
    /// <inheritdoc cref="FocusScore" path="/param[@name='Focus']"/>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public ManagementFocus Focus { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Focus, nameof(Focus));

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"FocusScore {{ Focus = {Focus}, Points = {Points}, Coverage = {Coverage}, Low = {Low}, High = {High} }}");
}
