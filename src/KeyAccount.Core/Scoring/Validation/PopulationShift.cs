using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>How the accounts of a later day differ from those of an earlier one in a score or a criterion.</summary>
/// <remarks>PSI = Σ (qᵢ − pᵢ)·ln(qᵢ/pᵢ) over the pieces, p before and q after. It knows no sample size: of few accounts a large index may
/// be chance. Immutable; equal when every part is.</remarks>
public sealed record PopulationShift
{
    /// <summary>The index from which a shift is worth a look: 0.1. Provenance: <c>Literature</c> (Lewis 1994; Siddiqi 2017).</summary>
    public const double Noticeable = 0.1;

    /// <summary>The index from which a shift is large: 0.25. Provenance: <c>Literature</c> (Lewis 1994; Siddiqi 2017).</summary>
    public const double Large = 0.25;

    /// <summary>The key of the criterion; null for the score.</summary>
    public string? Key { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    /// <summary>The population stability index (PSI), 0 or more; 0 where nothing has moved.</summary>
    public double Index { get; init; }

    /// <summary>The shares of the accounts by piece.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ShiftPiece> Pieces { get; init => field = ValueList.Of(value); } = ValueList<ShiftPiece>.Empty;

    /// <summary>By how many points it has moved the mean score: what it adds on average now, less what it added before. Of the score, the
    /// change of its mean. Null where no account is rated on one of the days.</summary>
    public double? Moved { get; init; }

    /// <summary>The share of the accounts of which it was known before, 0 … 1; of the score, which were rated.</summary>
    public double KnownBefore { get; init; }

    /// <summary>The share of the accounts of which it is known now.</summary>
    public double KnownAfter { get; init; }

    /// <summary>How far that is.</summary>
    [JsonIgnore]
    public ShiftLevel Level => Index >= Large ? ShiftLevel.Large : Index >= Noticeable ? ShiftLevel.Noticeable : ShiftLevel.Stable;

    /// <summary>The population stability index of two distributions over the same pieces.</summary>
    /// <param name="before">How many accounts there were in each piece; finite, at least 0, one of them above 0.</param>
    /// <param name="after">How many there are now; of the same length.</param>
    /// <returns>PSI, 0 or more. A piece that is empty on one day counts there as half an account: its logarithm would be
    /// infinite.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or a sum is not above 0 and finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite; the message names it by its index.</exception>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"PopulationShift {{ Key = {Key}, Name = {Name}, Index = {Index}, Level = {Level}, ")
        + Invariant($"Moved = {Moved}, KnownBefore = {KnownBefore}, KnownAfter = {KnownAfter} }}");
}
