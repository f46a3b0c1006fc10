using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The importance of an attribute of our offer to the customer, and our performance in it.</summary>
/// <param name="Attribute">The name of the attribute, unique among those given together; not blank.</param>
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
