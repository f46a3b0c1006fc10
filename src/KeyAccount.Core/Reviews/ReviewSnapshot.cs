using NodaTime;

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
        var head = CheckedJson.Read(index.Head, ReviewJson.Default.PortfolioReview, Model);
        var accounts = new List<AccountSummary>(index.Count);
        var faults = new List<ModelFault>();
        for (var place = 0; place < index.Count; place++)
        {
            if (index.Read(place, ReviewJson.Default.AccountReview, faults) is { } account)
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
