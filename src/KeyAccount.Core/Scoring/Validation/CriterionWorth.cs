using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>What a criterion is worth to a score that was held against outcomes.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CriterionWorth
{
    /// <summary>The key of the criterion.</summary>
    public required string Key { get; init; }

    /// <summary>What a person calls it.</summary>
    public required Text Name { get; init; }

    /// <summary>Its share of the weight, 0 … 1.</summary>
    public double Weight { get; init; }

    /// <summary>The share of the accounts of which it is known, 0 … 1.</summary>
    public double Known { get; init; }

    /// <summary>The area under the ROC curve of its points alone, over the accounts of which it is known; null where these do not have both
    /// outcomes.</summary>
    public RocArea? Alone { get; init; }

    /// <summary>The score less the score without the criterion, its weight shared by the others: above 0 it helps. Null where it is the
    /// only one that counts.</summary>
    public RocAreaDifference? LeftOut { get; init; }

    /// <summary>By how much the area falls on average when the values of the criterion are shuffled among the accounts; above 0 it helps.
    /// Null where the shuffled scores cannot be judged.</summary>
    public double? Permuted { get; init; }

    /// <summary>How much that differs from one shuffle to the next, as a standard deviation; null below two shuffles.</summary>
    public double? PermutedSpread { get; init; }

    /// <summary>What the pieces of its scale tell of the event.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required InformationValue Information { get; init => field = Guard.NotNull(value); }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"CriterionWorth {{ Key = {Key}, Weight = {Weight}, Alone = {Alone?.Value}, ")
        + Invariant($"LeftOut = {LeftOut?.Value}, Permuted = {Permuted}, Information = {Information.Value} }}");
}
