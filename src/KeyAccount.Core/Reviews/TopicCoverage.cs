using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How many accounts we know something of.</summary>
/// <param name="Topic">What.</param>
/// <param name="Accounts">How many.</param>
/// <param name="Purchases">What those buy in a year, as far as known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TopicCoverage(ReviewTopic Topic, int Accounts, decimal Purchases)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TopicCoverage {{ Topic = {Topic}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
