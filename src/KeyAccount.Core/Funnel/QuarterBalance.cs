using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>How evenly a year's deals are spread over its quarters (《B2B 大客户开发与管理》: 80%的商机都是四季度商机).</summary>
/// <remarks>Immutable; equal when the amounts are.</remarks>
public sealed record QuarterBalance
{
    /// <summary>The share of one quarter above which the year hangs on it: half. Provenance: <c>LibraryDefault</c>.</summary>
    public const double HeavyShare = 0.5;

    /// <summary>A balance.</summary>
    /// <param name="amounts">What is expected to close in each quarter, four amounts, none negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are not four amounts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="OverflowException">The total does not fit a decimal.</exception>
    [JsonConstructor]
    public QuarterBalance(IReadOnlyList<decimal> amounts)
    {
        Amounts = ValueList.Of(amounts);
        if (Amounts.Count != 4)
        {
            throw new ArgumentException(
                Invariant($"There are {Amounts.Count} amounts; there must be four, one a quarter."), nameof(amounts));
        }

        Herfindahl = Concentration.Herfindahl(Amounts) is var index && double.IsNaN(index) ? null : index;
        var total = Amounts.Sum();
        Shares = ValueList.Of(Amounts.Select(amount => total == 0 ? 0 : (double)(amount / total)));
    }

    /// <summary>What is expected to close in each quarter.</summary>
    public IReadOnlyList<decimal> Amounts { get; }

    /// <summary>The share of each quarter, as a fraction; 0 where nothing is expected at all.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Shares { get; }

    /// <summary>The index of each quarter: 4 · share. 1 is a quarter of the year.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Indices => ValueList.Of(Shares.Select(share => 4 * share));

    /// <summary>The Herfindahl–Hirschman index of the quarters: ¼ (even) … 1 (one quarter); null if nothing is expected.</summary>
    [JsonIgnore]
    public double? Herfindahl { get; }

    /// <summary>The quarter that holds more than half of the year, 1 … 4; null if none does.</summary>
    [JsonIgnore]
    public int? HeavyQuarter
    {
        get
        {
            for (var i = 0; i < Shares.Count; i++)
            {
                if (Shares[i] > HeavyShare)
                    return i + 1;
            }

            return null;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The amounts.</returns>
    public override string ToString() => Invariant($"QuarterBalance {{ Amounts = {Amounts} }}");
}
