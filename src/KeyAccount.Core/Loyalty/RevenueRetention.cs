using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The retention of the revenue of the accounts at the start.</summary>
/// <remarks>New accounts do not count. Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record RevenueRetention
{
    /// <summary>The retention of a period, from amounts in one currency.</summary>
    /// <param name="atStart">The revenue of all accounts at the start; not negative.</param>
    /// <param name="expansion">The additional revenue of growing accounts; not negative, and 0 if <paramref name="atStart"/> is 0.</param>
    /// <param name="contraction">The reduction in revenue of shrinking accounts; not negative.</param>
    /// <param name="lost">The revenue that lost accounts brought at the start; not negative, and with <paramref name="contraction"/> at
    /// most <paramref name="atStart"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is outside its range: an error in the data.</exception>
    public RevenueRetention(decimal atStart, decimal expansion, decimal contraction, decimal lost)
    {
        Guard.NotNegative(atStart);
        Guard.NotNegative(expansion);
        if (atStart == 0)
            Guard.AtMost(expansion, 0);
        Guard.NotNegative(contraction);
        Guard.AtMost(contraction, atStart);
        Guard.NotNegative(lost);
        Guard.AtMost(lost, atStart - contraction);
        AtStart = atStart;
        Expansion = expansion;
        Contraction = contraction;
        Lost = lost;
    }

    /// <summary>The revenue of all accounts at the start.</summary>
    public decimal AtStart { get; }

    /// <summary>The additional revenue of growing accounts at the end.</summary>
    public decimal Expansion { get; }

    /// <summary>The reduction in revenue of shrinking accounts at the end; lost accounts do not count here.</summary>
    public decimal Contraction { get; }

    /// <summary>The starting revenue of accounts that have no revenue at the end.</summary>
    public decimal Lost { get; }

    /// <summary>Gross revenue retention: GRR = (start − contraction − lost)/start, 0 … 1; null without revenue at the start.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal? Gross => AtStart == 0 ? null : Named(() => (AtStart - Contraction - Lost) / AtStart, nameof(Gross));

    /// <summary>Net revenue retention: NRR = (start + expansion − contraction − lost)/start, at least GRR; null without revenue at the
    /// start.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal? Net => AtStart == 0 ? null : Named(() => (AtStart - Contraction - Lost + Expansion) / AtStart, nameof(Net));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RevenueRetention {{ AtStart = {AtStart}, Expansion = {Expansion}, Contraction = {Contraction}, Lost = {Lost}, ")
        + Invariant($"Gross = {Gross}, Net = {Net} }}");

    private decimal Named(Func<decimal> rate, string member) => DecimalOverflow.Named(
        rate,
        $"RevenueRetention.{member}",
        (nameof(AtStart), AtStart),
        (nameof(Expansion), Expansion),
        (nameof(Contraction), Contraction),
        (nameof(Lost), Lost));
}
