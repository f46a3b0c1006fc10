using System.Reflection;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Records;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Reviews accounts with configured models: composes the rooms and adds no method of its own.</summary>
/// <remarks>Immutable and safe to share between threads. Reads no clock: the date stands in the file.</remarks>
public sealed class AccountReviewer
{
    internal const int MonthsPerQuarter = 3;

    private readonly Dictionary<string, PropertyInfo[]> _evidence;

    /// <summary>A reviewer with certain models.</summary>
    /// <param name="models">The models; the ready ones where none are given.</param>
    public AccountReviewer(ReviewModels? models = null)
    {
        Models = models ?? new();
        _evidence = Evidence.FactsOf(Models.Findings);
    }

    /// <summary>The models of every review.</summary>
    public ReviewModels Models { get; }

    /// <summary>Reviews all accounts of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="purchases">Single purchases, from which retention is told; those after the date of the portfolio are left out and
    /// counted.</param>
    /// <returns>The review. It does not depend on the order of the accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults, or a model refuses the facts of an account; it holds all of
    /// them.</exception>
    /// <exception cref="OverflowException">Amounts do not fit a decimal, or have no common scale in 128 bits.</exception>
    public PortfolioReview Review(Portfolio portfolio, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        return Begin(portfolio, purchases).ToReview();
    }

    /// <summary>Begins the review of a portfolio in memory: its accounts are reviewed when they are asked for.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="purchases">Single purchases, as for <see cref="Review(Portfolio, IReadOnlyList{AccountPurchase})"/>.</param>
    /// <returns>The review, ready to be made.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults; it holds all of them.</exception>
    /// <exception cref="OverflowException">Amounts do not fit a decimal, or have no common scale in 128 bits.</exception>
    public PortfolioReviewRun Begin(Portfolio portfolio, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var faults = portfolio.FaultsOf();
        if (faults.Count > 0)
            throw new InvalidModelException("portfolio", faults);
        return new(
            this,
            portfolio,
            [.. portfolio.Accounts.Select(
                account => new PortfolioEntry(
                    account.Id, account.Name, account.AsOf, account.ValueAsOf(account.AsOf ?? portfolio.AsOf).AnnualPurchases))],
            index => portfolio.Accounts[index],
            purchases);
    }

    /// <summary>Begins the review of a portfolio in a file: its accounts are read and reviewed when they are asked for, one at a
    /// time.</summary>
    /// <param name="file">The file.</param>
    /// <param name="purchases">Single purchases, as for <see cref="Review(Portfolio, IReadOnlyList{AccountPurchase})"/>.</param>
    /// <returns>The review, ready to be made.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="OverflowException">Amounts have no common scale in 128 bits.</exception>
    public PortfolioReviewRun Begin(PortfolioFile file, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(this, file.Head, file.Entries, file.Read, purchases);
    }

    internal AccountReview Review(AccountFile account, LocalDate asOf, int? rank, AccountTier? revenueTier)
    {
        var facts = account.ValueAsOf(asOf);
        var value = Models.Value.Assess(facts);
        var bands = Models.Value.Bands;
        var step = Models.Stability.Next(account.TierState, value, bands, asOf);
        var tier = EffectiveTier<AccountTier>.On(step.State?.Tier, account.TierOverrides, asOf);
        var next = bands.InOrder.Select(each => each.Band).ElementAtOrDefault(value.Band is null ? 0 : bands.IndexOf(value.Band) + 1);
        var people = account.Contacts
            .Select(contact => Review(contact, asOf))
            .OrderByDescending(person => person.Influence)
            .ThenBy(person => person.Id, StringComparer.Ordinal)
            .ToArray();
        var wallet = account.Wallet.Count == 0 ? null : ShareOfWallet.Of(account.Wallet);
        var barrier = account.SwitchingCost is null ? null : Models.SwitchingCost.Assess(account.SwitchingCost);
        var loyalty = LoyaltyOf(account, wallet);
        var type = loyalty is null ? null : Models.LoyaltyTypes.Decide(LoyaltyTypeFacts.From(loyalty));
        var standard = account.Complaints.Count == 0 ? null : Models.ComplaintDeadlines.Decide(new() { Tier = tier.Tier }).Advice
            ?? throw new ArgumentException(
                $"the table '{Models.ComplaintDeadlines.Id}' has no deadlines for the tier {tier.Tier?.Name ?? "unknown"}.");
        var review = new AccountReview
        {
            Id = account.Id,
            Name = account.Name ?? account.Id,
            AsOf = asOf,
            AnnualPurchases = facts.AnnualPurchases,
            Rank = rank,
            RevenueTier = revenueTier,
            Value = value,
            Stability = step,
            Tier = tier,
            NextBand = next,
            Paths = next is null ? [] : PathsTo(facts, next),
            Warnings = FactWarnings.Of(account, asOf, wallet),
            Oke = OkeOf(account, asOf, wallet),
            Relationship = account.Relationship is null ? null : Models.Relationship.Assess(account.Relationship),
            People = people,
            Stakeholders = people.Length == 0 ? null : StakeholderReview.Of(account.MapAsOf(asOf, Models.Stakeholders)),
            Development = account.Development is null ? null : Development.StandingOf(account.Development, Models.Development),
            Lifecycle = account.Lifecycle is null ? null : RelationshipLifecycle.StandingOf(account.Lifecycle, Models.Lifecycle),
            SwitchingCost = barrier,
            CompetitorBarrier = account.CompetitorBarrier is null ? null : Models.CompetitorBarrier.Assess(account.CompetitorBarrier),
            Levers = barrier is null ? [] : Models.SwitchingCostLevers.Rank(account.SwitchingCost!, Models.SwitchingCost),
            BarrierAdvice = barrier is null && account.Satisfaction is null
                ? null
                : Models.BarrierPolicy.Decide(new() { Barrier = barrier?.Band, Satisfaction = account.Satisfaction, Tier = tier.Tier }),
            SwitchingCostInMoney = account.SwitchingCostAmounts.Count == 0 ? null
                : new(account.SwitchingCostAmounts, asOf, account.SupplyContractOn(asOf)),
            Quotes =
            [
                .. account.Quotes.Select(quotation => PriceReview.Of(
                    quotation with
                    {
                        Tier = quotation.Tier ?? tier.Tier,
                        Barrier = quotation.Barrier ?? barrier?.Band,
                        Sensitivity = quotation.Sensitivity ?? loyalty?.PriceSensitivity,
                    },
                    Models.Guardrails,
                    Models.Posture)),
            ],
            Trend = PurchaseTrend.Of(account.Purchases, asOf),
            Satisfaction = account.Satisfaction,
            Complaints =
            [
                .. account.Complaints.Where(each => !each.IsClosed)
                    .OrderBy(each => each.OpenedOn)
                    .ThenBy(each => each.Id, StringComparer.Ordinal)
                    .Select(each => new ComplaintReview(each, ComplaintDeadlines.Of(each, standard!, asOf))),
            ],
            Contract = account.ContractOn(asOf),
            Posture = tier.Tier is null && barrier?.Band is null && loyalty?.PriceSensitivity is null
                ? null
                : Models.Posture.Decide(new() { Tier = tier.Tier, Barrier = barrier?.Band, Sensitivity = loyalty?.PriceSensitivity }),
            ShareOfWallet = wallet,
            Loyalty = loyalty is null ? null : Models.Loyalty.Assess(loyalty),
            LoyaltyType = type,
            LoyaltyStrategies = loyalty is null ? null : Models.LoyaltyStrategies.Decide(new()
            {
                Type = type!.Advice,
                Satisfaction = account.Satisfaction,
                PriceSensitivity = loyalty.PriceSensitivity,
                CompetitorAttitude = loyalty.CompetitorAttitude,
            }),
        };
        Judge(review);
        return review;
    }

    // Findings come out of what the rooms have judged, risk and actions out of the findings.
    private void Judge(AccountReview review)
    {
        var facts = ReviewFacts.Of(review);
        review.Findings = AccountFindings.Of(facts, Models.Findings, _evidence);
        review.Risk = AccountFindings.RiskOf(review, Models.Risk);
        (review.Actions, review.Forbidden) = AccountActions.Of(review.Findings, facts, review.AsOf, Models);
    }

    // Several facts together where no single one is enough.
    private IReadOnlyList<FactPath> PathsTo(AccountValueFacts facts, AccountTier band)
    {
        var alone = Models.Value.PathsTo(facts, band, mostFacts: 1);
        return alone.Any(path => path.Kind is ImprovementKind.Change or ImprovementKind.CapInTheWay)
            ? alone
            : Models.Value.PathsTo(facts, band);
    }

    private static LoyaltyFacts? LoyaltyOf(AccountFile account, WalletShares? wallet)
    {
        var share = account.Loyalty?.ShareOfWallet ?? wallet?.MainBusiness.Share;
        return account.Loyalty is not null ? account.Loyalty with { ShareOfWallet = share } : share is null ? null
            : new() { ShareOfWallet = share };
    }

    private OkeProfile? OkeOf(AccountFile account, LocalDate asOf, WalletShares? wallet)
    {
        var makers = account.Contacts
            .Where(contact => contact.Role == StakeholderRole.KDM || contact.KeyLevel is not null)
            .Select(contact => new KeyDecisionMaker
            {
                Name = contact.Called,
                Influence = contact.Weight,
                Level = contact.KeyLevel,
                Ladder = contact.StandingAsOf(asOf)?.Known,
            })
            .ToArray();
        var share = account.Organisation?.ShareOfWallet ?? (double?)wallet?.MainBusiness.Share;
        return account.Organisation is null && account.Extensive is null && makers.Length == 0 && share is null
            ? null
            : Oke.Profile(
                (account.Organisation ?? new()) with { ShareOfWallet = share }, makers, account.Extensive ?? new(), models: Models.Oke);
    }

    private PersonReview Review(Contact contact, LocalDate asOf)
    {
        var standing = contact.StandingAsOf(asOf);
        return new()
        {
            Id = contact.Id,
            Name = contact.Called,
            Influence = contact.Weight,
            Standing = standing,
            Moves = standing?.Known is { } level ? Models.Stakeholders.Moves.Decide(new() { Level = level }).Hits : [],
        };
    }
}
