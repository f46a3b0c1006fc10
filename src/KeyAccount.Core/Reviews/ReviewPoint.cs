using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The state of an account in a review: its line, and its value with every reason.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ReviewPoint
{
    /// <summary>The date of the review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The line: tier, risk, purchases, stake, findings.</summary>
    public required AccountSummary Summary { get; init => field = Guard.NotNull(value); }

    /// <summary>The value with every reason.</summary>
    public required Assessment<AccountTier> Value { get; init => field = Guard.NotNull(value); }

    /// <summary>Creates the point from a review.</summary>
    /// <param name="review">The review of the account.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static ReviewPoint Of(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new() { AsOf = review.AsOf, Summary = AccountSummary.Of(review), Value = review.Value };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Date, account and score.</returns>
    public override string ToString() => Invariant(
        $"ReviewPoint {{ AsOf = {AsOf:R}, Id = {Summary?.Id}, Tier = {Summary?.Tier}, Score = {Value?.Score} }}");
}
