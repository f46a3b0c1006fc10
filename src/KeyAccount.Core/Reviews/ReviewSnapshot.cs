using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The part of a review that another one is compared with: the line of each account.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ReviewSnapshot
{
    /// <summary>The date of the review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The owner whose accounts these are; null for all accounts.</summary>
    public string? Owner { get; init; }

    /// <summary>The versions of the models used, by their ids.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required IReadOnlyDictionary<string, string> Models { get; init => field = ValueMap.Of(value, nameof(Models)); }

    /// <summary>The line of each account, in the order of the review.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<AccountSummary> Accounts { get; init => field = ValueList.Of(value, nameof(Accounts)); }

    /// <summary>Reads the lines from a review in JSON, account by account, so that a large one is never held in memory.</summary>
    /// <param name="stream">The UTF-8 bytes of what <see cref="PortfolioReview.ToJson"/> wrote; the stream must be able to seek.</param>
    /// <param name="progress">Receives the number of bytes done. The file is scanned twice, so the number goes up to twice its
    /// length.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, is not a review, or is of a later version than this library
    /// reads; the exception holds every fault with its path.</exception>
    public static ReviewSnapshot Read(Stream stream, Action<long>? progress = null)
    {
        const string Model = "review";
        var reviews = AccountIndex.Of(stream, FileFormat.Review, progress);
        var scanned = stream.Position;
        var head = CheckedJson.Read(reviews.Head, ReviewJson.Default.PortfolioReview, Model);
        var accounts = new List<AccountSummary>(reviews.Count);
        var faults = new List<ModelFault>();
        for (var i = 0; i < reviews.Count; i++)
        {
            if (reviews.Read(i, ReviewJson.Default.AccountReview, faults) is { } account)
            {
                if (account.Findings.Count > Portfolio.MostEntries)
                {
                    faults.Add(new(
                        Invariant($"accounts[{i}].findings"),
                        Invariant($"it has {account.Findings.Count} entries; it must have at most {Portfolio.MostEntries}"))
                    {
                        AccountId = account.Id,
                    });
                }

                accounts.Add(AccountSummary.Of(account));
            }

            progress?.Invoke(scanned + stream.Position);
        }

        if (faults.Count == 0)
            Portfolio.CheckIds("accounts", accounts.Select(each => each.Id), faults);
        return faults.Count == 0
            ? new() { AsOf = head.AsOf, Currency = head.Currency, Owner = head.Owner, Models = head.Models, Accounts = accounts }
            : throw new InvalidModelException(Model, faults);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The head and the number of accounts.</returns>
    public override string ToString() => Invariant(
        $"ReviewSnapshot {{ AsOf = {AsOf:R}, Currency = {Currency}, Accounts = {Accounts.Count} }}");
}
