using System.Globalization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>The line of an account in a portfolio: what is kept of a review where there are too many to hold, and what two reviews are
/// compared by.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountSummary
{
    /// <summary>The account.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Who of us answers for it; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The tier it is listed under (<see cref="AccountReview.ListedTier"/>); null where there is none.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>How much of it is at stake; null where that is not known.</summary>
    public RiskLevel? Risk { get; init; }

    /// <summary>Whether it is active, sleeping, lost, or has barred us; null where nothing tells.</summary>
    public CustomerState? State { get; init; }

    /// <summary>What it buys in a year; null where that is not known.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>The money at stake; null where none is known.</summary>
    public decimal? AtStake { get; init; }

    /// <summary>The warning signs that stand, in the order of the term.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<WarningSign> Signs { get; init => field = ValueList.Of(value ?? []); } = ValueList<WarningSign>.Empty;

    /// <summary>The rules of its findings, in their order.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> Findings { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>The line of a review.</summary>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
$"AccountSummary {{ Id = {Id}, Name = {Name}, Tier = {Tier}, Risk = {Risk}, State = {State}, AnnualPurchases = {AnnualPurchases}, "
        + $"AtStake = {AtStake}, Findings = [{string.Join(", ", Findings)}] }}");
}
