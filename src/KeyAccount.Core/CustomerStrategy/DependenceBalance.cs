using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The mutual dependence: our share of the customer's spending, and the customer's share of our revenue.</summary>
/// <remarks>
/// <para>A share of 10 % of our revenue is large: from there on a public company must name its dependence on a customer (ASC 280-10-50-42).
/// From which share of its spending we are large for the customer is a <c>LibraryDefault</c>: 30 %.</para>
/// <para>Immutable; equal when both shares are.</para>
/// </remarks>
public sealed record DependenceBalance
{
    /// <summary>The share of the customer's spending from which we are large for the customer. Provenance: <c>LibraryDefault</c>.</summary>
    public const double LargeForThem = 0.3;

    /// <summary>The share of our revenue from which the customer is large for us. Source: ASC 280-10-50-42, Information about Major
    /// Customers.</summary>
    public const double LargeForUs = 0.1;

    /// <summary>A balance.</summary>
    /// <param name="shareOfTheirSpend">Our share of what the customer spends on what we could supply, 0 … 1.</param>
    /// <param name="shareOfOurRevenue">The customer's share of our revenue, 0 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0 … 1.</exception>
    [JsonConstructor]
    public DependenceBalance(double shareOfTheirSpend, double shareOfOurRevenue)
    {
        Guard.Between(shareOfTheirSpend, 0, 1);
        Guard.Between(shareOfOurRevenue, 0, 1);
        (ShareOfTheirSpend, ShareOfOurRevenue) = (shareOfTheirSpend, shareOfOurRevenue);
    }

    /// <summary>Our share of what the customer spends on what we could supply, as a fraction.</summary>
    public double ShareOfTheirSpend { get; }

    /// <summary>The customer's share of our revenue, as a fraction.</summary>
    public double ShareOfOurRevenue { get; }

    /// <summary>Our share of the customer's spending divided by the customer's share of our revenue; null if the latter is 0.</summary>
    public double? Ratio => ShareOfOurRevenue > 0 && double.IsFinite(ShareOfTheirSpend / ShareOfOurRevenue)
        ? ShareOfTheirSpend / ShareOfOurRevenue : null;

    /// <summary>Who depends on whom.</summary>
    public DependenceKind Kind => (ShareOfTheirSpend >= LargeForThem, ShareOfOurRevenue >= LargeForUs) switch
    {
        (true, true) => DependenceKind.Mutual,
        (true, false) => DependenceKind.TheyDepend,
        (false, true) => DependenceKind.WeDepend,
        _ => DependenceKind.Loose,
    };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"DependenceBalance {{ ShareOfTheirSpend = {ShareOfTheirSpend}, ShareOfOurRevenue = {ShareOfOurRevenue}, Kind = {Kind} }}");
}
