using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A field of the white space in short form, as a matrix shows it.</summary>
/// <param name="Category">The category, as most accounts write it.</param>
/// <param name="State">Who has it.</param>
/// <param name="Size">The amount that the customer does not buy from us; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SpaceField(string Category, SpaceState State, decimal? Size)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SpaceField {{ Category = {Category}, State = {State}, Size = {Size} }}");
}
