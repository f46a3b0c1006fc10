using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>How much of the revenue of the accounts at the start is still there at the end.</summary>
/// <remarks>New accounts have no part in it. Immutable; equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record RevenueRetention
{
    /// <summary>The retention of a period, from amounts in one currency.</summary>
    /// <param name="atStart">The revenue of all accounts at the start; not negative.</param>
    /// <param name="expansion">What those of them that bring more bring more; not negative, and 0 of a start of 0.</param>
    /// <param name="contraction">What those that bring less, but something, bring less; not negative.</param>
    /// <param name="lost">What those that bring nothing any more brought; not negative, and with <paramref name="contraction"/> at most
    /// <paramref name="atStart"/>.</param>
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

    /// <summary>What those of them that bring more at the end bring more.</summary>
    public decimal Expansion { get; }

    /// <summary>What those that bring less, but something, bring less.</summary>
    public decimal Contraction { get; }

    /// <summary>What those that bring nothing any more brought.</summary>
    public decimal Lost { get; }

    /// <summary>Gross revenue retention: GRR = (start − contraction − lost)/start, 0 … 1; null where there was no revenue at the start.</summary>
    [JsonIgnore]
    public decimal? Gross => AtStart == 0 ? null : (AtStart - Contraction - Lost) / AtStart;

    /// <summary>Net revenue retention: NRR = (start + expansion − contraction − lost)/start, at least GRR; null where there was no revenue at the start.</summary>
    [JsonIgnore]
    public decimal? Net => AtStart == 0 ? null : (AtStart + Expansion - Contraction - Lost) / AtStart;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"RevenueRetention {{ AtStart = {AtStart}, Expansion = {Expansion}, Contraction = {Contraction}, Lost = {Lost}, Gross = {Gross}, Net = {Net} }}");
}
