using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What other models make of an account, its facts being the same.</summary>
/// <param name="Movement">Its line by the models before and by those now.</param>
/// <param name="Value">The change of its value grading.</param>
/// <param name="Advice">The tables that advise something else, in the order of the review.</param>
/// <param name="Reasons">Why it moves: score, cut or cap, then stability, then what is newly found.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException">A part is null.</exception>
/// <exception cref="ArgumentException">The movement lacks the line before or the line after.</exception>
public sealed record AccountImpact(
    AccountMovement Movement, ScoreChange Value, IReadOnlyList<AdviceChange> Advice, IReadOnlyList<Text> Reasons)
{
    /// <summary>Its line by the models before and by those now, both known.</summary>
    public AccountMovement Movement { get; init => field = Both(value); } = Both(Movement);

    /// <summary>The change of its value grading.</summary>
    public ScoreChange Value { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Value, nameof(Value));

    /// <summary>The tables that advise something else, in the order of the review.</summary>
    public IReadOnlyList<AdviceChange> Advice { get; init => field = ValueList.Of(value, nameof(Advice)); } =
        ValueList.Of(Advice, nameof(Advice));

    /// <summary>Why it moves: score, cut or cap, then stability, then what is newly found.</summary>
    public IReadOnlyList<Text> Reasons { get; init => field = ValueList.Of(value, nameof(Reasons)); } =
        ValueList.Of(Reasons, nameof(Reasons));

    /// <summary>The money at stake, by the models before or by those now, whichever is more; null where none is known.</summary>
    public decimal? AtStake => Max(Movement.Before?.AtStake, Movement.After?.AtStake);

    private static AccountMovement Both(AccountMovement movement) =>
        Guard.NotNull(movement, nameof(Movement)) is { Before: not null, After: not null } ? movement
        : throw new ArgumentException("Before or After is null; the same account is reviewed by both.", nameof(Movement));

    private static decimal? Max(decimal? one, decimal? other) =>
        one is null ? other : other is null ? one : Math.Max(one.Value, other.Value);
}
