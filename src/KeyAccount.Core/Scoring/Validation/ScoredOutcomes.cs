using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The scores of accounts as they were on an earlier day, and what happened afterwards: a column for each, in the same
/// order.</summary>
/// <remarks>
/// <para>A score may use only what was known on its day, and the outcome must come later: a score that has seen its outcome proves nothing.
/// Set <see cref="ScoredOn"/> and <see cref="OutcomeOn"/> to have the library check this for each account.</para>
/// <para>Not a value: it refers to memory of the caller, which must not change while it is read. Safe to share between threads.</para>
/// </remarks>
public sealed class ScoredOutcomes
{
    /// <summary>Creates scored outcomes from scores and events: the account grew, or left.</summary>
    /// <param name="scores">The score of each account; NaN for an unrated one. If there are only bands, their indexes.</param>
    /// <param name="events">Whether the event happened to each account; as long as <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are no accounts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite; the message names the account by its index.</exception>
    public ScoredOutcomes(ReadOnlyMemory<double> scores, ReadOnlyMemory<bool> events)
        : this(scores) => Events = Checked(events, nameof(events));

    /// <summary>Creates scored outcomes from scores and amounts of money.</summary>
    /// <param name="scores">The score of each account; NaN for an unrated one. If there are only bands, their indexes.</param>
    /// <param name="amounts">The amount that each account has brought in since, in one currency; as long as
    /// <paramref name="scores"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are no accounts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite, or an amount is below 0; the message names the account by its
    /// index.</exception>
    public ScoredOutcomes(ReadOnlyMemory<double> scores, ReadOnlyMemory<decimal> amounts)
        : this(scores)
    {
        Amounts = Checked(amounts, nameof(amounts));
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts.Span[i] < 0)
                Guard.NotNegative(amounts.Span[i], Invariant($"amounts[{i}]"));
        }
    }

    private ScoredOutcomes(ReadOnlyMemory<double> scores)
    {
        if (scores.IsEmpty)
            throw new ArgumentException("scores is empty; it must have an account.", nameof(scores));
        for (var i = 0; i < scores.Length; i++)
            CheckScore(scores.Span[i], i, nameof(scores));
        Scores = scores;
    }

    /// <summary>The score of each account; NaN for an unrated one.</summary>
    public ReadOnlyMemory<double> Scores { get; }

    /// <summary>Whether the event happened to each account; empty if the outcome is money.</summary>
    public ReadOnlyMemory<bool> Events { get; }

    /// <summary>The amount that each account has brought in since; empty if the outcome is an event.</summary>
    public ReadOnlyMemory<decimal> Amounts { get; }

    /// <summary>The weight of each account, finite and at least 0; empty if all count the same. A weight expresses the worth of an account,
    /// not how often it was observed.</summary>
    /// <exception cref="ArgumentException">The length differs from that of <see cref="Scores"/>, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public ReadOnlyMemory<double> Weights
    {
        get;
        init
        {
            if (!value.IsEmpty)
                CheckWeights(value.Span, Scores.Length);
            field = value;
        }
    }

    /// <summary>The predicted probability of the event for each account, 0 … 1; NaN if none was predicted for an account; empty if the
    /// score predicts none.</summary>
    /// <exception cref="ArgumentException">The length differs from that of <see cref="Scores"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is outside its range.</exception>
    public ReadOnlyMemory<double> Probabilities
    {
        get;
        init
        {
            field = Checked(value, nameof(Probabilities));
            for (var i = 0; i < value.Length; i++)
            {
                if (!double.IsNaN(value.Span[i]))
                    Guard.Between(value.Span[i], 0, 1, Invariant($"Probabilities[{i}]"));
            }
        }
    }

    /// <summary>The band of each account, caps applied: its index, 0 for the lowest, and −1 for an unrated account. Empty if the bands
    /// follow from the scores.</summary>
    /// <exception cref="ArgumentException">The length differs from that of <see cref="Scores"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is below −1.</exception>
    public ReadOnlyMemory<int> Bands
    {
        get;
        init
        {
            field = Checked(value, nameof(Bands));
            for (var i = 0; i < value.Length; i++)
            {
                if (value.Span[i] < -1)
                    Guard.AtLeast(value.Span[i], -1, Invariant($"Bands[{i}]"));
            }
        }
    }

    /// <summary>The account of each row, as any number; empty if each row is a different account. An account with several rows, one for
    /// each day, counts once for a verdict, and intervals are over accounts.</summary>
    /// <exception cref="ArgumentException">The length differs from that of <see cref="Scores"/>.</exception>
    public ReadOnlyMemory<int> Accounts
    {
        get;
        init => field = Checked(value, nameof(Accounts));
    }

    /// <summary>The day as of which each account was scored; empty if it is not known.</summary>
    /// <exception cref="ArgumentException">The length differs from that of <see cref="Scores"/>, or a date is not before its
    /// outcome.</exception>
    public ReadOnlyMemory<LocalDate> ScoredOn
    {
        get;
        init
        {
            field = Checked(value, nameof(ScoredOn));
            CheckDates();
        }
    }

    /// <summary>The day by which the outcome of each account was known; empty if it is not known.</summary>
    /// <exception cref="ArgumentException">The length differs from that of <see cref="Scores"/>, or a date is not after that of its
    /// score.</exception>
    public ReadOnlyMemory<LocalDate> OutcomeOn
    {
        get;
        init
        {
            field = Checked(value, nameof(OutcomeOn));
            CheckDates();
        }
    }

    /// <summary>Whether the outcome is money.</summary>
    public bool AreAmounts => !Amounts.IsEmpty;

    internal double OutcomeOf(int account) => AreAmounts ? (double)Amounts.Span[account] : Events.Span[account] ? 1 : 0;

    internal int AccountOf(int row) => Accounts.IsEmpty ? row : Accounts.Span[row];

    internal double WeightOf(int account) => Weights.IsEmpty ? 1 : Weights.Span[account];

    internal static void CheckScore(double score, int account, string name)
    {
        if (double.IsInfinity(score))
        {
            throw new ArgumentOutOfRangeException(
                name, Invariant($"{name}[{account}] is {score}; it must be finite, or NaN for an account that is unrated."));
        }
    }

    internal static void CheckWeights(ReadOnlySpan<double> weights, int length)
    {
        SameLength(weights.Length, length, "weights");
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && weights[i] <= double.MaxValue))
                Guard.FiniteNotNegative(weights[i], Invariant($"weights[{i}]"));
            sum += weights[i];
        }

        if (!(sum > 0 && sum <= double.MaxValue))
            throw new ArgumentException(Invariant($"The sum of weights is {sum}; it must be finite and above 0."), nameof(weights));
    }

    internal static void SameLength(int length, int needed, string name)
    {
        if (length != needed)
        {
            throw new ArgumentException(
                Invariant($"{name} has the length {length}; it must have the length {needed} of the scores, one element per account."),
                name);
        }
    }

    private ReadOnlyMemory<T> Checked<T>(ReadOnlyMemory<T> column, string name)
    {
        if (!column.IsEmpty || name is "events" or "amounts")
            SameLength(column.Length, Scores.Length, name);
        return column;
    }

    private void CheckDates()
    {
        if (ScoredOn.IsEmpty || OutcomeOn.IsEmpty)
            return;
        for (var i = 0; i < Scores.Length; i++)
        {
            var (scored, known) = (Guard.Iso(ScoredOn.Span[i]), Guard.Iso(OutcomeOn.Span[i]));
            if (known <= scored)
            {
                throw new ArgumentException(Invariant(
                    $"OutcomeOn[{i}] is {known:uuuu-MM-dd}; it must be after ScoredOn[{i}], {scored:uuuu-MM-dd}: ")
                    + "a score must not know its outcome.");
            }
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of scores.</returns>
    public override string ToString() => FormattableString.Invariant($"{Scores.Length} scores with {(AreAmounts ? "amounts" : "events")}");
}
