using KeyAccount.Core.Winback;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How many accounts are in a state, and what they buy.</summary>
/// <param name="State">The state.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Purchases">What they buy in a year, all together; of those whose purchases are known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record StateTotal(CustomerState State, int Accounts, decimal Purchases)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"StateTotal {{ State = {State}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
