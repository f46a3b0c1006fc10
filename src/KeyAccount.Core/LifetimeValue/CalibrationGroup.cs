using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Accounts with the same number of repeat orders in the first period: what was expected of them in the second, and what
/// came.</summary>
/// <param name="Orders">Their repeat orders in the first period; in the last group, that many or more.</param>
/// <param name="Accounts">How many accounts there are; at least 1.</param>
/// <param name="Expected">The orders expected of all of them in the second period.</param>
/// <param name="Actual">The orders they made in it.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CalibrationGroup(int Orders, int Accounts, double Expected, int Actual)
{
    /// <summary>How many accounts there are; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Accounts { get; init => field = AtLeastOne(value); } = AtLeastOne(Accounts);

    /// <summary>The orders expected of one account.</summary>
    [JsonIgnore]
    public double ExpectedPerAccount => Expected / Accounts;

    /// <summary>The orders that an account made, on average.</summary>
    [JsonIgnore]
    public double ActualPerAccount => (double)Actual / Accounts;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CalibrationGroup {{ Orders = {Orders}, Accounts = {Accounts}, Expected = {Expected}, Actual = {Actual} }}");

    private static int AtLeastOne(int accounts)
    {
        Guard.AtLeast(accounts, 1, nameof(Accounts));
        return accounts;
    }
}
