using KeyAccount.Core.Winback;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The accounts in a state: their number and their purchases.</summary>
/// <param name="State">The state.</param>
/// <param name="Accounts">The number of accounts.</param>
/// <param name="Purchases">The total yearly purchases of the accounts whose purchases are known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record StateTotal(CustomerState State, int Accounts, decimal Purchases)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"StateTotal {{ State = {State}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
