using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The decay of evidence with age: after one half-life, half of its weight is left.</summary>
/// <remarks>
/// <para>w = 2^(−Δt / half-life), Δt in days: 1 on the day of the evidence, exactly ½ after one half-life, falling towards 0. The method
/// asks for evidence with a date; the formula is that of exponential decay, and no half-life is published.</para>
/// <para>Immutable; equal when the half-lives are.</para>
/// </remarks>
public sealed record EvidenceDecay
{
    /// <summary>A decay with a half-life.</summary>
    /// <param name="halfLifeDays">The half-life in days; finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfLifeDays"/> is outside its range.</exception>
    public EvidenceDecay(double halfLifeDays)
    {
        Guard.FinitePositive(halfLifeDays);
        HalfLifeDays = halfLifeDays;
    }

    /// <summary>The half-life in days.</summary>
    public double HalfLifeDays { get; }

    /// <summary>The remaining weight of a piece of evidence.</summary>
    /// <param name="evidence">The day of the evidence; not after <paramref name="asOf"/>.</param>
    /// <param name="asOf">The reference date.</param>
    /// <returns>2^(−Δt / half-life), 0 … 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The evidence is in the future.</exception>
    public double Weight(LocalDate evidence, LocalDate asOf) => Guard.Iso(evidence) <= Guard.Iso(asOf)
        ? After(Period.DaysBetween(evidence, asOf))
        : throw new ArgumentOutOfRangeException(
            nameof(evidence), Invariant($"evidence is dated {evidence:R}; it must be dated {asOf:R} (asOf) or earlier."));

    /// <summary>The remaining weight of a piece of evidence, to the moment: for evidence within a day, such as calls and
    /// messages.</summary>
    /// <param name="evidence">The moment of the evidence; not after <paramref name="asOf"/>.</param>
    /// <param name="asOf">The reference moment.</param>
    /// <returns>2^(−Δt / half-life), 0 … 1, with Δt in days of 24 hours and fractions of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The evidence is in the future.</exception>
    public double Weight(Instant evidence, Instant asOf) => evidence <= asOf
        ? After((asOf - evidence).TotalDays)
        : throw new ArgumentOutOfRangeException(
            nameof(evidence), Invariant($"evidence is dated {evidence}; it must be dated {asOf} (asOf) or earlier."));

    /// <summary>The confidence in a judgement that rests on evidence: the weight of the newest piece.</summary>
    /// <param name="evidence">The days of the evidence, in any order; none after <paramref name="asOf"/>.</param>
    /// <param name="asOf">The reference date.</param>
    /// <returns>0 … 1; null if there is no evidence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evidence"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A piece is in the future.</exception>
    public double? Confidence(IEnumerable<LocalDate> evidence, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Guard.Iso(asOf);
        return evidence.Max(day => (double?)Weight(day, asOf));
    }

    /// <summary>The confidence in a judgement that rests on evidence, to the moment: the weight of the newest piece.</summary>
    /// <param name="evidence">The moments of the evidence, in any order; none after <paramref name="asOf"/>.</param>
    /// <param name="asOf">The reference moment.</param>
    /// <returns>0 … 1; null if there is no evidence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evidence"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A piece is in the future.</exception>
    public double? Confidence(IEnumerable<Instant> evidence, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Max(moment => (double?)Weight(moment, asOf));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The half-life by name.</returns>
    public override string ToString() => Invariant($"EvidenceDecay {{ HalfLifeDays = {HalfLifeDays} }}");

    private double After(double days) => Math.Pow(2, -days / HalfLifeDays);
}
