using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>The line of an account in a portfolio. It is what remains of a review if there are too many to hold, and what two reviews are
/// compared by.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountSummary
{
    /// <summary>The account.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Name { get; init; }

    /// <summary>The person on our side who is responsible for the account; null if nobody is.</summary>
    public string? Owner { get; init; }

    /// <summary>The tier under which it is listed (<see cref="AccountReview.ListedTier"/>); null if there is none.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>The risk level of the account; null if it is not known.</summary>
    public RiskLevel? Risk { get; init; }

    /// <summary>Whether it is active, sleeping, lost, or has barred us; null if nothing tells.</summary>
    public CustomerState? State { get; init; }

    /// <summary>The yearly purchases; null if they are not known.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>The money at stake; null if none is known.</summary>
    public decimal? AtStake { get; init; }

    /// <summary>The present warning signs, in the order of the term.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<WarningSign> Signs { get; init => field = ValueList.Of(value ?? []); } = ValueList<WarningSign>.Empty;

    /// <summary>The rules of its findings, in order.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> Findings { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>Creates the line from a review.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static AccountSummary Of(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new()
        {
            Id = review.Id,
            Name = review.Name,
            Owner = review.Owner,
            Tier = review.ListedTier,
            Risk = review.Risk,
            State = review.EarlyWarning?.State.Advice,
            Signs = [.. review.EarlyWarning?.Raised.Select(sign => sign.Sign) ?? []],
            AnnualPurchases = review.AnnualPurchases,
            AtStake = review.AtStake,
            Findings = [.. review.Findings.Select(finding => string.Intern(finding.RuleId))],
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
$"AccountSummary {{ Id = {Id}, Name = {Name}, Tier = {Tier}, Risk = {Risk}, State = {State}, AnnualPurchases = {AnnualPurchases}, "
        + $"AtStake = {AtStake}, Findings = [{string.Join(", ", Findings)}] }}");
}
