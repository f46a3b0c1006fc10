using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The sensitivity of an account to weights: how far each weight of the value grading may move before its band changes.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name of the account.</param>
/// <param name="Score">The score of the account.</param>
/// <param name="Band">The band of the account.</param>
/// <param name="Weights">The criteria that count, the one whose weight needs to move least first.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Weights"/> or an item of it is null.</exception>
public sealed record AccountSensitivity(
    string Id, string Name, double Score, AccountTier Band, IReadOnlyList<WeightSensitivity> Weights)
{
    /// <summary>The criteria that count, the one whose weight needs to move least first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<WeightSensitivity> Weights { get; init => field = ValueList.Of(value, nameof(Weights)); } =
        ValueList.Of(Weights, nameof(Weights));

    /// <summary>The name of the first of these criteria for a person; null if there is none.</summary>
    public Text? Label { get; init; }
}
