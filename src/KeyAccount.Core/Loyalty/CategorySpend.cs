using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The spending of a customer in one category, in total or at one of its units, with its supplier there.</summary>
/// <param name="Category">The name of the category; not blank. Unique among those given together that have the same
/// <see cref="Unit"/>.</param>
/// <param name="SpendWithUs">The amount bought from us; null if not known.</param>
/// <param name="Wallet">The amount bought from all suppliers, us included, in the same period and currency; null if not known.</param>
/// <param name="IsMainBusiness">Whether the category belongs to our main business (主营业务).</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CategorySpend(
    [property: Privacy(Privacy.NotPersonal)] string Category, decimal? SpendWithUs, decimal? Wallet, bool IsMainBusiness = true)
{
    /// <summary>The amount bought from us; null if not known.</summary>
    /// <remarks>An amount that cannot be is an outcome of <see cref="ShareOfWallet"/>, named there, and no exception here.</remarks>
    [FactRange(FactUnit.Money)]
    public decimal? SpendWithUs { get; init; } = SpendWithUs;

    /// <summary>The amount bought from all suppliers, us included, in the same period and currency; null if not known.</summary>
    /// <remarks>An amount that cannot be is an outcome of <see cref="ShareOfWallet"/>, named there, and no exception here.</remarks>
    [FactRange(FactUnit.Money, NotBelow = nameof(SpendWithUs))]
    public decimal? Wallet { get; init; } = Wallet;

    /// <summary>The currency of both amounts; null if it is that of all amounts.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The plant, division or subsidiary of the customer; null if the spending is not assigned to a unit.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Unit { get; init; }

    /// <summary>The competitor that supplies the category there, by its id or name; null if none is known.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Supplier { get; init; }

    /// <summary>Why we cannot sell there; null if nothing prevents it.</summary>
    public SpaceBlock? Block { get; init; }

    /// <summary>The last day on which <see cref="Block"/> holds; null if it holds until further notice.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? BlockedUntil { get; init => field = Guard.Iso(value, nameof(BlockedUntil)); }

    /// <summary>The display name: the category, with its unit if it has one.</summary>
    [JsonIgnore]
    internal string Label => Unit is null ? Category.Trim() : $"{Category.Trim()} · {Unit.Trim()}";

    /// <summary>Whether the amounts are impossible: one is negative, or the spending exceeds the whole wallet.</summary>
    [JsonIgnore]
    internal bool IsWrong => SpendWithUs < 0 || Wallet < 0 || SpendWithUs > Wallet;

    /// <summary>Whether something prevents us from selling there on a day.</summary>
    internal bool IsBlockedOn(LocalDate day) => Block is not null && (BlockedUntil is null || BlockedUntil >= day);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"CategorySpend {{ Category = {Category}, Unit = {Unit}, SpendWithUs = {SpendWithUs}, Wallet = {Wallet}, ")
        + Invariant($"IsMainBusiness = {IsMainBusiness}, Supplier = {Supplier}, Block = {Block}, Currency = {Currency} }}");
}
