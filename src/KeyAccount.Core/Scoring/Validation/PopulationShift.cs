using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The shift of the accounts in a score or a criterion between an earlier and a later day.</summary>
/// <remarks>PSI = Σ (qᵢ − pᵢ)·ln(qᵢ/pᵢ) over the pieces, p before and q after. It ignores the sample size: with few accounts, a large index
/// may be chance. Immutable; equal when every part is.</remarks>
public sealed record PopulationShift
{
    /// <summary>The index from which a shift deserves attention: 0.1. Provenance: <c>Literature</c> (Lewis 1994; Siddiqi 2017).</summary>
    public const double Noticeable = 0.1;

    /// <summary>The index from which a shift is large: 0.25. Provenance: <c>Literature</c> (Lewis 1994; Siddiqi 2017).</summary>
    public const double Large = 0.25;

    /// <summary>The key of the criterion; null for the score.</summary>
    public string? Key { get; init; }

    /// <summary>The name of the criterion or the score.</summary>
    public required Text Name { get; init; }

    /// <summary>The population stability index (PSI), 0 or more; 0 if nothing has moved.</summary>
    public double Index { get; init; }

    /// <summary>The shares of the accounts by piece.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ShiftPiece> Pieces { get; init => field = ValueList.Of(value); } = ValueList<ShiftPiece>.Empty;

    /// <summary>The points by which the criterion has moved the mean score: its mean contribution now minus that before. For the score, the
    /// change of its mean. Null if no account is rated on one of the days.</summary>
    public double? Moved { get; init; }

    /// <summary>The share of the accounts for which the criterion was known before, 0 … 1; for the score, the share that was
    /// rated.</summary>
    public double KnownBefore { get; init; }

    /// <summary>The share of the accounts for which the criterion is known now; for the score, the share that is rated.</summary>
    public double KnownAfter { get; init; }

    /// <summary>The size of the shift.</summary>
    [JsonIgnore]
    public ShiftLevel Level => Index >= Large ? ShiftLevel.Large : Index >= Noticeable ? ShiftLevel.Noticeable : ShiftLevel.Stable;

    /// <summary>Calculates the population stability index of two distributions over the same pieces.</summary>
    /// <param name="before">The earlier number of accounts in each piece; finite, at least 0, one of them above 0.</param>
    /// <param name="after">The present number of accounts in each piece; of the same length.</param>
    /// <returns>PSI, 0 or more. A piece that is empty on one day counts as half an account on that day, because the logarithm would be
    /// infinite.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or a sum is not above 0 and finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite; the message gives its index.</exception>
    public static double IndexOf(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (after.Count != before.Count)
        {
            throw new ArgumentException(
                Invariant($"after has {after.Count} pieces; it must have {before.Count}, as before has."), nameof(after));
        }

        return InformationValue.Divergence(before, after, nameof(before), nameof(after)).Sum();
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"PopulationShift {{ Key = {Key}, Name = {Name}, Index = {Index}, Level = {Level}, ")
        + Invariant($"Moved = {Moved}, KnownBefore = {KnownBefore}, KnownAfter = {KnownAfter} }}");
}
