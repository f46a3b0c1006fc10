using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The worth of a criterion to a score that was compared with outcomes.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CriterionWorth
{
    /// <summary>The key of the criterion.</summary>
    public required string Key { get; init; }

    /// <summary>The name of the criterion for a person.</summary>
    public required Text Name { get; init; }

    /// <summary>The share of the weight, 0 … 1.</summary>
    public double Weight { get; init; }

    /// <summary>The share of the accounts for which the criterion is known, 0 … 1.</summary>
    public double Known { get; init; }

    /// <summary>The area under the ROC curve of its points alone, over the accounts for which it is known; null if these do not have both
    /// outcomes.</summary>
    public RocArea? Alone { get; init; }

    /// <summary>The area of the whole score minus that without the criterion, whose weight the others share: above 0, the criterion helps.
    /// Null if it is the only criterion that counts.</summary>
    public RocAreaDifference? LeftOut { get; init; }

    /// <summary>The average fall of the area when the values of the criterion are shuffled among the accounts; above 0, the criterion
    /// helps. Null if the shuffled scores cannot be evaluated.</summary>
    public double? Permuted { get; init; }

    /// <summary>The standard deviation of that fall between shuffles; null for fewer than two shuffles.</summary>
    public double? PermutedSpread { get; init; }

    /// <summary>The information that the pieces of its scale give about the event.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required InformationValue Information { get; init => field = Guard.NotNull(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"CriterionWorth {{ Key = {Key}, Weight = {Weight}, Alone = {Alone?.Value}, ")
        + Invariant($"LeftOut = {LeftOut?.Value}, Permuted = {Permuted}, Information = {Information.Value} }}");
}
