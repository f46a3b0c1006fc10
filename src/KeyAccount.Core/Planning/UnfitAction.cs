using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An action that does not fit into the hours of its owner, and will not be done.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Owner">The owner.</param>
/// <param name="Hours">The hours that the action takes.</param>
/// <param name="Free">The hours that its owner has left until the due date.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record UnfitAction(string ActionId, string Owner, double Hours, double Free)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"UnfitAction {{ ActionId = {ActionId}, Owner = {Owner}, Hours = {Hours}, Free = {Free} }}");
}
