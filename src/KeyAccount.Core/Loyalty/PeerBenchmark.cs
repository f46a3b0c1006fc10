using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The purchases of a category by other accounts: those of the same industry, or all if these are too few.</summary>
/// <param name="Group">The industry of the peers; null for all other accounts.</param>
/// <param name="Peers">The number of other accounts whose purchases by category are known.</param>
/// <param name="Buyers">The number of them that buy the category from us.</param>
/// <param name="Share">The median share of the category in all that the buyers purchase from us, 0 … 1; null if there are fewer than <see
/// cref="WhiteSpace.FewestBuyers"/> buyers.</param>
/// <remarks>Immutable, with value equality. The account itself is never among its peers.</remarks>
public sealed record PeerBenchmark(
    [property: Privacy(Privacy.NotPersonal)] string? Group,
    [property: FactRange(FactUnit.Count)] int Peers,
    [property: FactRange(FactUnit.Count)] int Buyers,
    [property: FactRange(0, 1, FactUnit.Fraction)] double? Share)
{
    /// <summary>The share of the peers that buy the category, 0 … 1; null without peers.</summary>
    [JsonIgnore]
    public double? Penetration => Peers > 0 ? (double)Buyers / Peers : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PeerBenchmark {{ Group = {Group}, Peers = {Peers}, Buyers = {Buyers}, Share = {Share} }}");
}
