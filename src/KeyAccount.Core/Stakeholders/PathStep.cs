using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A step of a path: one person introduces us to the next.</summary>
/// <param name="From">The person who introduces us.</param>
/// <param name="To">The person to whom we are introduced.</param>
/// <param name="Kind">The tie between them; the strongest if there are several.</param>
/// <param name="Strength">Its strength, above 0 and at most 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PathStep(Stakeholder From, Stakeholder To, TieKind Kind, double Strength)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name, the people by their ids.</returns>
    public override string ToString() =>
        Invariant($"PathStep {{ From = {From?.Id}, To = {To?.Id}, Kind = {Kind}, Strength = {Strength} }}");
}
