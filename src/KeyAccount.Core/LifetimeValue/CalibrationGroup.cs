using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>A group of accounts with the same number of repeat orders in the first period: the orders expected and the orders made in the
/// second.</summary>
/// <param name="Orders">The number of repeat orders in the first period; in the last group, that many or more.</param>
/// <param name="Accounts">The number of accounts; at least 1.</param>
/// <param name="Expected">The orders expected in the second period, over all accounts of the group.</param>
/// <param name="Actual">The orders made in the second period.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CalibrationGroup(int Orders, int Accounts, double Expected, int Actual)
{
    /// <summary>How many accounts there are; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Accounts { get; init => field = AtLeastOne(value); } = AtLeastOne(Accounts);

    /// <summary>The expected orders per account.</summary>
    [JsonIgnore]
    public double ExpectedPerAccount => Expected / Accounts;

    /// <summary>The average number of orders made per account.</summary>
    [JsonIgnore]
    public double ActualPerAccount => (double)Actual / Accounts;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CalibrationGroup {{ Orders = {Orders}, Accounts = {Accounts}, Expected = {Expected}, Actual = {Actual} }}");

    private static int AtLeastOne(int accounts)
    {
        Guard.AtLeast(accounts, 1, nameof(Accounts));
        return accounts;
    }
}
