using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>How many accounts stayed from the start of a period to its end.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record AccountRetention
{
    /// <summary>The retention of a period, from counts.</summary>
    /// <param name="atStart">The accounts at the start; not negative.</param>
    /// <param name="gained">The accounts at the end that were not there at the start; not negative.</param>
    /// <param name="atEnd">The accounts at the end: at least <paramref name="gained"/>; unless the start is 0, at most
    /// <paramref name="atStart"/> + <paramref name="gained"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range: an error in the data.</exception>
    public AccountRetention(int atStart, int gained, int atEnd)
    {
        Guard.NotNegative(atStart);
        Guard.NotNegative(gained);
        Guard.AtLeast(atEnd, gained);
        if (atStart > 0)
            Guard.AtMost(atEnd, (decimal)atStart + gained);
        AtStart = atStart;
        Gained = gained;
        AtEnd = atEnd;
    }

    /// <summary>The accounts at the start.</summary>
    public int AtStart { get; }

    /// <summary>The accounts at the end that were not there at the start.</summary>
    public int Gained { get; }

    /// <summary>The accounts at the end.</summary>
    public int AtEnd { get; }

    /// <summary>Customer retention rate (客户保持率): CRR = (end − new)/start, 0 … 1; null without accounts at the start.</summary>
    [JsonIgnore]
    public decimal? Rate => AtStart == 0 ? null : (decimal)(AtEnd - Gained) / AtStart;

    /// <summary>Churn (客户流失率): 1 − CRR, 0 … 1; null without accounts at the start.</summary>
    [JsonIgnore]
    public decimal? Churn => 1 - Rate;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AccountRetention {{ AtStart = {AtStart}, Gained = {Gained}, AtEnd = {AtEnd}, Rate = {Rate}, Churn = {Churn} }}");
}
