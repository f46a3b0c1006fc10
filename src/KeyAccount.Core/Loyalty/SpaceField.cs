using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A field of the white space in short: what a matrix shows.</summary>
/// <param name="Category">The category, as most accounts write it.</param>
/// <param name="State">Who has it.</param>
/// <param name="Size">What the customer does not buy from us; null where that is not known.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record SpaceField(string Category, SpaceState State, decimal? Size)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SpaceField {{ Category = {Category}, State = {State}, Size = {Size} }}");
}
