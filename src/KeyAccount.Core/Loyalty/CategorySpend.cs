using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>What a customer spends in one category.</summary>
/// <param name="Category">The name of the category, unique among those given together; not blank.</param>
/// <param name="SpendWithUs">What it buys from us; null where that is not known.</param>
/// <param name="Wallet">What it buys from all suppliers, us included, in the same period and currency; null where that is not
/// known.</param>
/// <param name="IsMainBusiness">Whether the category belongs to our main business (主营业务).</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CategorySpend(
    [property: Privacy(Privacy.NotPersonal)] string Category, decimal? SpendWithUs, decimal? Wallet, bool IsMainBusiness = true)
{
    /// <summary>What it buys from us; null where that is not known.</summary>
    /// <remarks>An amount that cannot be is an outcome of <see cref="ShareOfWallet"/>, named there, and no exception here.</remarks>
    [FactRange(FactUnit.Money)]
    public decimal? SpendWithUs { get; init; } = SpendWithUs;

    /// <summary>What it buys from all suppliers, us included, in the same period and currency; null where that is not known.</summary>
    /// <remarks>An amount that cannot be is an outcome of <see cref="ShareOfWallet"/>, named there, and no exception here.</remarks>
    [FactRange(FactUnit.Money, NotBelow = nameof(SpendWithUs))]
    public decimal? Wallet { get; init; } = Wallet;

    /// <summary>The currency of both amounts; null where it is that of all amounts.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Currency { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"CategorySpend {{ Category = {Category}, SpendWithUs = {SpendWithUs}, Wallet = {Wallet}, ")
        + Invariant($"IsMainBusiness = {IsMainBusiness}, Currency = {Currency} }}");
}
