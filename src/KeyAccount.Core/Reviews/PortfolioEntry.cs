using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The data of an account that a <see cref="PortfolioFile"/> keeps in memory.</summary>
/// <param name="Id">The id of the account.</param>
/// <param name="Name">The name of the account; null to use its id.</param>
/// <param name="AsOf">The date of its facts; null to use that of the portfolio.</param>
/// <param name="AnnualPurchases">The yearly purchases; null if they are not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PortfolioEntry(
    string Id, string? Name, LocalDate? AsOf, [property: JsonPropertyOrder(1)] decimal? AnnualPurchases)
{
    /// <summary>The date of its facts; null to use that of the portfolio.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); } = Guard.Iso(AsOf);

    /// <summary>The id of the account it belongs to; null if it belongs to none.</summary>
    public string? Parent { get; init; }

    /// <summary>The id of the account it is the same as; null if it is the only row.</summary>
    public string? SameAs { get; init; }

    /// <summary>The currency of amounts without one; null to use the currency of the portfolio.</summary>
    public string? Currency { get; init; }

    /// <summary>The person on our side who is responsible for the account; null if nobody is.</summary>
    public string? Owner { get; init; }

    /// <summary>The spend by category, in the currency of the portfolio; null if nothing is known about it.</summary>
    internal Loyalty.WhiteSpaceAccount? Spending { get; init; }

    /// <summary>The features for comparing it with others (<see cref="PortfolioReviewRun.FeaturesOf"/>); null for a faulty
    /// account.</summary>
    internal IReadOnlyList<double>? Features { get; init; }

    /// <summary>Whether it is a prospect.</summary>
    internal bool IsProspect { get; init; }

    /// <summary>Takes the data from an account without faults.</summary>
    internal static PortfolioEntry Of(AccountFile account, Portfolio head)
    {
        var (converted, asOf) = (head.Converted(account), account.AsOf ?? head.AsOf);
        var purchases = converted.ValueAsOf(asOf).AnnualPurchases;
        return new(account.Id, account.KnownName, account.AsOf, purchases)
        {
            Owner = account.Owner, Parent = account.Parent, SameAs = account.SameAs, Currency = account.Currency,
            Spending = WhiteSpaceTopic.Of(converted, asOf),
            Features = ValueList.Of(PortfolioReviewRun.FeaturesOf(converted, purchases)),
            IsProspect = account.Prospect is { IsClosed: false },
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PortfolioEntry {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R}, AnnualPurchases = {AnnualPurchases} }}");
}
