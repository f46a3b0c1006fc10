using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How important an attribute of what we supply is to the customer, and how well we perform.</summary>
/// <param name="Attribute">Its name, unique among those given together; not blank.</param>
/// <param name="Importance">Its importance on the customer's scale; null if not known.</param>
/// <param name="Performance">Our performance on the customer's scale; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AttributeRating(string Attribute, double? Importance, double? Performance)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AttributeRating {{ Attribute = {Attribute}, Importance = {Importance}, Performance = {Performance} }}");
}
