using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The changes in a portfolio between two reviews.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PortfolioChange
{
    /// <summary>The date of the earlier review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The date of the later review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate To { get; init => field = Guard.Iso(value, nameof(To)); }

    /// <summary>The models whose versions differ, by id; they may have caused part of the changes.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<string> ChangedModels { get; init => field = ValueList.Of(value, nameof(ChangedModels)); }

    /// <summary>The accounts whose tier, risk or findings have changed, and those that are new or gone: the one with the most at stake
    /// first, before or after.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<AccountMovement> Movements { get; init => field = ValueList.Of(value, nameof(Movements)); }

    /// <summary>The number of accounts that are in both reviews and have not moved.</summary>
    public required int Unmoved { get; init; }

    /// <summary>Compares two reviews.</summary>
    /// <param name="earlier">The earlier review.</param>
    /// <param name="later">The later review.</param>
    /// <returns>The change; it does not depend on the order of the accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    public static PortfolioChange Between(ReviewSnapshot earlier, ReviewSnapshot later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier.AsOf > later.AsOf)
            throw new ArgumentException(
                Invariant($"earlier is as of {earlier.AsOf:R}; it must not be after {later.AsOf:R}."), nameof(earlier));
        if (earlier.Currency != later.Currency)
            throw new ArgumentException($"earlier is in {earlier.Currency}; it must be in {later.Currency}.", nameof(earlier));
        if (earlier.Owner is not null && earlier.Owner != later.Owner)
        {
            throw new ArgumentException(
                $"earlier has the accounts of '{earlier.Owner}' only; it must have all, or those of '{later.Owner ?? "everybody"}'.",
                nameof(earlier));
        }

        var before = earlier.Accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        var after = later.Accounts.Select(account => account.Id).ToHashSet(StringComparer.Ordinal);
        var all = later.Accounts.Select(account => new AccountMovement(before.GetValueOrDefault(account.Id), account))
            .Concat(earlier.Accounts
                .Where(account => !after.Contains(account.Id) && (later.Owner is null || account.Owner == later.Owner))
                .Select(account => new AccountMovement(account, null)));
        var moved = all.Where(each => each.HasMoved)
            .OrderByDescending(each => Math.Max(each.Before?.AtStake ?? -1, each.After?.AtStake ?? -1))
            .ThenBy(each => each.Id, StringComparer.Ordinal)
            .ToArray();
        return new()
        {
            From = earlier.AsOf,
            To = later.AsOf,
            ChangedModels =
                [.. earlier.Models.Keys.Union(later.Models.Keys, StringComparer.Ordinal)
                    .Where(id => earlier.Models.GetValueOrDefault(id) != later.Models.GetValueOrDefault(id)).Order(StringComparer.Ordinal)],
            Movements = moved,
            Unmoved = later.Accounts.Count - moved.Count(each => each.After is not null),
        };
    }

    /// <summary>The changes among the accounts of one owner, before or after.</summary>
    internal PortfolioChange OwnedBy(string owner, int accounts)
    {
        var moved = Movements.Where(each => each.Before?.Owner == owner || each.After?.Owner == owner).ToArray();
        return this with { Movements = moved, Unmoved = accounts - moved.Count(each => each.After?.Owner == owner) };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The dates and the number of changes.</returns>
    public override string ToString() => Invariant(
        $"PortfolioChange {{ From = {From:R}, To = {To:R}, ChangedModels = {ChangedModels.Count}, Movements = {Movements.Count} }}");
}
