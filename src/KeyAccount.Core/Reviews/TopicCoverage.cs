using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The number of accounts for which a topic is known.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Accounts">The number of accounts.</param>
/// <param name="Purchases">The total yearly purchases of these accounts, as far as they are known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TopicCoverage(ReviewTopic Topic, int Accounts, decimal Purchases)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TopicCoverage {{ Topic = {Topic}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
