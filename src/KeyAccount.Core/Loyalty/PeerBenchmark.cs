using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>What other accounts buy of a category: those of the same industry, or all where these are too few.</summary>
/// <param name="Group">The industry of the peers; null for all other accounts.</param>
/// <param name="Peers">How many other accounts there are of which purchases by category are known.</param>
/// <param name="Buyers">How many of them buy the category from us.</param>
/// <param name="Share">What the buyers spend on the category, as a part of all they buy from us: the median, 0 … 1; null if they are
/// fewer than <see cref="WhiteSpace.FewestBuyers"/>.</param>
/// <remarks>Immutable, with value equality. The account itself is never among its peers.</remarks>
public sealed record PeerBenchmark(
    [property: Privacy(Privacy.NotPersonal)] string? Group,
    [property: FactRange(FactUnit.Count)] int Peers,
    [property: FactRange(FactUnit.Count)] int Buyers,
    [property: FactRange(0, 1, FactUnit.Fraction)] double? Share)
{
    /// <summary>Which part of the peers buy it, 0 … 1; null without peers.</summary>
    [JsonIgnore]
    public double? Penetration => Peers > 0 ? (double)Buyers / Peers : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PeerBenchmark {{ Group = {Group}, Peers = {Peers}, Buyers = {Buyers}, Share = {Share} }}");
}
