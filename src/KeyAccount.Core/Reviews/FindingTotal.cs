using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How often a finding stands in a portfolio.</summary>
/// <param name="RuleId">The rule of the finding.</param>
/// <param name="Accounts">In how many accounts.</param>
/// <param name="AtStake">What it puts at stake in all of them, as far as known in money.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FindingTotal(string RuleId, int Accounts, decimal AtStake)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"FindingTotal {{ RuleId = {RuleId}, Accounts = {Accounts}, AtStake = {AtStake} }}");
}
