using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The effect of other models on an account whose facts are the same.</summary>
/// <param name="Movement">The line of the account by the earlier and by the new models.</param>
/// <param name="Value">The change of its value grading.</param>
/// <param name="Advice">The tables that give different advice, in the order of the review.</param>
/// <param name="Reasons">The reasons for the move: score, cut or cap, then stability, then new findings.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException">A part is null.</exception>
/// <exception cref="ArgumentException">The movement lacks the line before or the line after.</exception>
public sealed record AccountImpact(
    AccountMovement Movement, ScoreChange Value, IReadOnlyList<AdviceChange> Advice, IReadOnlyList<Text> Reasons)
{
    /// <summary>The line of the account by the earlier and by the new models, both known.</summary>
    public AccountMovement Movement { get; init => field = Both(value); } = Both(Movement);

    /// <summary>The change of its value grading.</summary>
    public ScoreChange Value { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Value, nameof(Value));

    /// <summary>The tables that give different advice, in the order of the review.</summary>
    public IReadOnlyList<AdviceChange> Advice { get; init => field = ValueList.Of(value, nameof(Advice)); } =
        ValueList.Of(Advice, nameof(Advice));

    /// <summary>The reasons for the move: score, cut or cap, then stability, then new findings.</summary>
    public IReadOnlyList<Text> Reasons { get; init => field = ValueList.Of(value, nameof(Reasons)); } =
        ValueList.Of(Reasons, nameof(Reasons));

    /// <summary>The money at stake by the earlier or the new models, whichever is more; null if none is known.</summary>
    public decimal? AtStake => Max(Movement.Before?.AtStake, Movement.After?.AtStake);

    private static AccountMovement Both(AccountMovement movement) =>
        Guard.NotNull(movement, nameof(Movement)) is { Before: not null, After: not null } ? movement
        : throw new ArgumentException("Before or After is null; the same account is reviewed by both.", nameof(Movement));

    private static decimal? Max(decimal? one, decimal? other) =>
        one is null ? other : other is null ? one : Math.Max(one.Value, other.Value);
}
