using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What other models make of an account, its facts being the same.</summary>
/// <param name="Movement">Its line by the models before and by those now.</param>
/// <param name="Value">The change of its value grading.</param>
/// <param name="Advice">The tables that advise something else, in the order of the review.</param>
/// <param name="Reasons">Why it moves: score, cut or cap, then stability, then what is newly found.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record AccountImpact(
    AccountMovement Movement, ScoreChange Value, IReadOnlyList<AdviceChange> Advice, IReadOnlyList<Text> Reasons)
{
    /// <summary>The tables that advise something else, in the order of the review.</summary>
    public IReadOnlyList<AdviceChange> Advice { get; init => field = ValueList.Of(value, nameof(Advice)); } =
        ValueList.Of(Advice, nameof(Advice));

    /// <summary>Why it moves: score, cut or cap, then stability, then what is newly found.</summary>
    public IReadOnlyList<Text> Reasons { get; init => field = ValueList.Of(value, nameof(Reasons)); } =
        ValueList.Of(Reasons, nameof(Reasons));

    /// <summary>The money at stake, by the models before or by those now, whichever is more; null where none is known.</summary>
    public decimal? AtStake => Max(Movement.Before?.AtStake, Movement.After?.AtStake);

    private static decimal? Max(decimal? one, decimal? other) =>
        one is null ? other : other is null ? one : Math.Max(one.Value, other.Value);
}
