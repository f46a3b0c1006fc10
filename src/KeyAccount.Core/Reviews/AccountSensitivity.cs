using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>How far each weight of the value grading may move before an account changes its band.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Score">Its score.</param>
/// <param name="Band">Its band.</param>
/// <param name="Weights">Each criterion that counts, the one whose weight needs to move least first.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Weights"/> or an item of it is null.</exception>
public sealed record AccountSensitivity(
    string Id, string Name, double Score, AccountTier Band, IReadOnlyList<WeightSensitivity> Weights)
{
    /// <summary>Each criterion that counts, the one whose weight needs to move least first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<WeightSensitivity> Weights { get; init => field = ValueList.Of(value, nameof(Weights)); } =
        ValueList.Of(Weights, nameof(Weights));

    /// <summary>What a person calls the first of these criteria; null where there is none.</summary>
    public Text? Label { get; init; }
}
