using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An action that does not fit into the hours of its owner, and will not be done.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Owner">Who was to do it.</param>
/// <param name="Hours">The hours it takes.</param>
/// <param name="Free">The hours its owner has left until its day.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record UnfitAction(string ActionId, string Owner, double Hours, double Free)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"UnfitAction {{ ActionId = {ActionId}, Owner = {Owner}, Hours = {Hours}, Free = {Free} }}");
}
