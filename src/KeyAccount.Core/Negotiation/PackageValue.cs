using System.Globalization;

namespace KeyAccount.Core.Negotiation;

/// <summary>A package with its value to both sides.</summary>
/// <param name="Package">The package.</param>
/// <param name="Ours">Its value to us in points, 0 … 100.</param>
/// <param name="Theirs">Its value to them in points, 0 … 100.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record PackageValue(Package Package, double Ours, double Theirs)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The package and both values.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Package} ({Ours} / {Theirs})");
}
