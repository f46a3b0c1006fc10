using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The options for comparing scores with outcomes.</summary>
/// <remarks>Immutable; equal when every option is. Every default is a <c>LibraryDefault</c>.</remarks>
public sealed record ValidationOptions
{
    /// <summary>The default options.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Whether the event is expected at low scores, as leaving is at low loyalty; otherwise it is expected at high ones, as growth
    /// is at high value.</summary>
    public bool EventsAtLowScores { get; init; }

    /// <summary>The confidence level of the intervals; above 0, at most 0.999999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Confidence
    {
        get;
        init
        {
            ConfidenceInterval.Check(value);
            field = value;
        }
    } = ConfidenceInterval.DefaultConfidence;

    /// <summary>The number of rated accounts with the event, and the number without it, that a verdict needs; for money, the number of
    /// accounts. At least 1. With fewer, only the range is given. An account with several rows counts once, and accounts with uneven
    /// weights count as (Σw)² / Σw² equal ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LeastOutcomes
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(LeastOutcomes));
            field = value;
        }
    } = 30;

    /// <summary>The number of groups of equal size into which accounts are put by their scores: 10 for deciles; 2 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Groups
    {
        get;
        init
        {
            Guard.Between(value, 2, 100, nameof(Groups));
            field = value;
        }
    } = 10;

    /// <summary>The number of times that the values of a criterion are shuffled to measure its worth; 1 … 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Permutations
    {
        get;
        init
        {
            Guard.Between(value, 1, 1000, nameof(Permutations));
            field = value;
        }
    } = 10;

    /// <summary>The seed of the random numbers for the permutations: the same seed gives the same result.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All options by name.</returns>
    public override string ToString() => Invariant($"ValidationOptions {{ EventsAtLowScores = {EventsAtLowScores}, ")
        + Invariant($"Confidence = {Confidence}, LeastOutcomes = {LeastOutcomes}, Groups = {Groups}, ")
        + Invariant($"Permutations = {Permutations}, Seed = {Seed} }}");
}
