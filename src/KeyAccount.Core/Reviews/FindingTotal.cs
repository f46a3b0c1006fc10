using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The number of times that a finding occurs in a portfolio.</summary>
/// <param name="RuleId">The rule of the finding.</param>
/// <param name="Accounts">The number of accounts with the finding.</param>
/// <param name="AtStake">The total that it puts at stake in these accounts, as far as it is known in money.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FindingTotal(string RuleId, int Accounts, decimal AtStake)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"FindingTotal {{ RuleId = {RuleId}, Accounts = {Accounts}, AtStake = {AtStake} }}");
}
