using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>How scores are held against outcomes.</summary>
/// <remarks>Immutable; equal when every option is. Every default is a <c>LibraryDefault</c>.</remarks>
public sealed record ValidationOptions
{
    /// <summary>The options where none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Whether the event is expected of low scores, as leaving is of low loyalty; else of high ones, as growth is of high
    /// value.</summary>
    public bool EventsAtLowScores { get; init; }

    /// <summary>How sure intervals are to be; above 0, at most 0.999999.</summary>
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

    /// <summary>How many rated accounts with the event, and how many without it, a verdict needs; of money, how many accounts. At least
    /// 1. With fewer only the range is given. An account with several rows counts once, and uneven weights count as so many equal ones
    /// would, (Σw)² / Σw².</summary>
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

    /// <summary>Into how many groups of the same size accounts are put by their score: 10 for deciles; 2 … 100.</summary>
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

    /// <summary>How often the values of a criterion are shuffled to see what it is worth; 1 … 1,000.</summary>
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

    /// <summary>Where the random numbers of the permutations begin: the same seed gives the same answer.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All options by name.</returns>
    public override string ToString() => Invariant($"ValidationOptions {{ EventsAtLowScores = {EventsAtLowScores}, ")
        + Invariant($"Confidence = {Confidence}, LeastOutcomes = {LeastOutcomes}, Groups = {Groups}, ")
        + Invariant($"Permutations = {Permutations}, Seed = {Seed} }}");
}
