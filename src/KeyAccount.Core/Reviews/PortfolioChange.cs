using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A review as far as another one is compared with it: the line of each account.</summary>
/// <remarks>Immutable; compared by reference, because it holds lists.</remarks>
public sealed class ReviewSnapshot
{
    /// <summary>The date of the review.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The versions of the models it was made with, by their ids.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }

    /// <summary>The line of each account, in the order of the review.</summary>
    public required IReadOnlyList<AccountSummary> Accounts { get; init; }

    /// <summary>Reads the lines from a review in JSON, account by account, so that a large one never stands in memory.</summary>
    /// <param name="stream">What <see cref="PortfolioReview.ToJson"/> wrote, in UTF-8; it must be able to seek.</param>
    /// <param name="progress">Is told how many bytes are done; it goes through the file twice, so up to twice its length.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">It is no JSON, or no review; it holds every fault with its path.</exception>
    public static ReviewSnapshot Read(Stream stream, Action<long>? progress = null)
    {
        const string Model = "review";
        var index = AccountIndex.Of(stream, Model, progress);
        var scanned = stream.Position;
        var head = CheckedJson.Read(index.Head, CoreJson.Default.PortfolioReview, Model);
        var accounts = new List<AccountSummary>(index.Count);
        var faults = new List<ModelFault>();
        for (var place = 0; place < index.Count; place++)
        {
            if (index.Read(place, CoreJson.Default.AccountReview, faults) is { } account)
                accounts.Add(AccountSummary.Of(account));
            progress?.Invoke(scanned + stream.Position);
        }

        if (faults.Count == 0)
            Portfolio.CheckIds("accounts", accounts.Select(each => each.Id), faults);
        return faults.Count == 0
            ? new() { AsOf = head.AsOf, Currency = head.Currency, Models = head.Models, Accounts = accounts }
            : throw new InvalidModelException(Model, faults);
    }
}

/// <summary>What has become of an account between two reviews.</summary>
/// <param name="Before">Its line in the earlier review; null where it is new.</param>
/// <param name="After">Its line in the later review; null where it is gone.</param>
/// <remarks>Immutable; compared by its parts.</remarks>
public sealed record AccountMovement(AccountSummary? Before, AccountSummary? After)
{
    /// <summary>The account.</summary>
    [JsonIgnore]
    public string Id => (After ?? Before)!.Id;

    /// <summary>What people call it.</summary>
    [JsonIgnore]
    public string Name => (After ?? Before)!.Name;

    /// <summary>Whether its tier is a better one; null where it is the same, or one of the two is not known.</summary>
    [JsonIgnore]
    public bool? IsPromoted => Before?.Tier is { } before && After?.Tier is { } after && before != after ? after.IsAtLeast(before) : null;

    /// <summary>Whether more of it is at stake; null where the risk is the same, or one of the two is not known.</summary>
    [JsonIgnore]
    public bool? IsRiskier => Before?.Risk is { } before && After?.Risk is { } after && before != after ? before.IsAtLeast(after) : null;

    /// <summary>The rules of the findings that are new.</summary>
    [JsonIgnore]
    public IEnumerable<string> NewFindings => After is null ? [] : After.Findings.Except(Before?.Findings ?? [], StringComparer.Ordinal);

    /// <summary>The rules of the findings that are settled.</summary>
    [JsonIgnore]
    public IEnumerable<string> SettledFindings => Before is null ? [] : Before.Findings.Except(After?.Findings ?? [], StringComparer.Ordinal);

    /// <summary>Whether anything but money has changed: tier, risk, or what is found.</summary>
    [JsonIgnore]
    public bool HasMoved => Before is null || After is null || Before.Tier != After.Tier || Before.Risk != After.Risk || NewFindings.Any() || SettledFindings.Any();
}

/// <summary>What has changed in a portfolio between two reviews.</summary>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by reference, because it holds lists.</remarks>
public sealed class PortfolioChange
{
    /// <summary>The date of the earlier review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init; }

    /// <summary>The date of the later review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate To { get; init; }

    /// <summary>The models whose version is another one, by id: part of what has moved may be theirs.</summary>
    public required IReadOnlyList<string> ChangedModels { get; init; }

    /// <summary>The accounts whose tier, risk or findings have changed, those that are new and those that are gone: who has most at stake first, before or
    /// after.</summary>
    public required IReadOnlyList<AccountMovement> Movements { get; init; }

    /// <summary>How many accounts stand in both reviews unmoved.</summary>
    public required int Unmoved { get; init; }

    /// <summary>What has changed between two reviews.</summary>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="later">The later one.</param>
    /// <returns>The change; it does not depend on the order of the accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, or in another currency.</exception>
    public static PortfolioChange Between(ReviewSnapshot earlier, ReviewSnapshot later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier.AsOf > later.AsOf)
            throw new ArgumentException(Invariant($"earlier is as of {earlier.AsOf:R}; it must not be after {later.AsOf:R}."), nameof(earlier));
        if (earlier.Currency != later.Currency)
            throw new ArgumentException($"earlier is in {earlier.Currency}; it must be in {later.Currency}.", nameof(earlier));
        var before = earlier.Accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        var after = later.Accounts.Select(account => account.Id).ToHashSet(StringComparer.Ordinal);
        var all = later.Accounts.Select(account => new AccountMovement(before.GetValueOrDefault(account.Id), account))
            .Concat(earlier.Accounts.Where(account => !after.Contains(account.Id)).Select(account => new AccountMovement(account, null)));
        var moved = all.Where(each => each.HasMoved)
            .OrderByDescending(each => Math.Max(each.Before?.AtStake ?? -1, each.After?.AtStake ?? -1))
            .ThenBy(each => each.Id, StringComparer.Ordinal)
            .ToArray();
        return new()
        {
            From = earlier.AsOf,
            To = later.AsOf,
            ChangedModels = [.. earlier.Models.Keys.Union(later.Models.Keys, StringComparer.Ordinal).Where(id => earlier.Models.GetValueOrDefault(id) != later.Models.GetValueOrDefault(id)).Order(StringComparer.Ordinal)],
            Movements = moved,
            Unmoved = later.Accounts.Count - moved.Count(each => each.After is not null),
        };
    }
}
