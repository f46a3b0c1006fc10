using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The gap in an account for a topic of the review.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Missing">The paths of the missing values and lists.</param>
/// <param name="IsAll">Whether everything for the topic is missing.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Missing"/> or an item of it is null.</exception>
public sealed record ImportGap(string AccountId, ReviewTopic Topic, IReadOnlyList<string> Missing, bool IsAll)
{
    /// <summary>The paths of the missing values and lists.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> Missing { get; init => field = ValueList.Of(value); } = ValueList.Of(Missing);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportGap {{ AccountId = {AccountId}, Topic = {Topic}, Missing = {Missing}, IsAll = {IsAll} }}");
}
