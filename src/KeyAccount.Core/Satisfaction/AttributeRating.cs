using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How important an attribute of what we supply is to the customer, and how well we perform.</summary>
/// <param name="Attribute">Its name, unique among those given together; not blank.</param>
/// <param name="Importance">Its importance on the customer's scale; null where that is not known.</param>
/// <param name="Performance">Our performance on the customer's scale; null where that is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AttributeRating(string Attribute, double? Importance, double? Performance)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AttributeRating {{ Attribute = {Attribute}, Importance = {Importance}, Performance = {Performance} }}");
}
