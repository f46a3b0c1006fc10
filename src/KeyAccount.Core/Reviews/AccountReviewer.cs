using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Reviews accounts with configured models: composes the rooms and adds no method of its own.</summary>
/// <remarks>Immutable and safe to share between threads. Reads no clock: the date stands in the file.</remarks>
public sealed class AccountReviewer
{
    private const int MonthsPerQuarter = 3;

    /// <summary>A reviewer with certain models.</summary>
    /// <param name="models">The models; the ready ones where none are given.</param>
    public AccountReviewer(ReviewModels? models = null) => Models = models ?? new();

    /// <summary>The models of every review.</summary>
    public ReviewModels Models { get; }

    /// <summary>Reviews all accounts of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="purchases">Single purchases, from which retention is told; those after the date of the portfolio are left out and
    /// counted.</param>
    /// <returns>The review. It does not depend on the order of the accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults, or a model refuses the facts of an account; it holds all of them.</exception>
    /// <exception cref="OverflowException">Amounts do not fit a decimal, or have no common scale in 128 bits.</exception>
    public PortfolioReview Review(Portfolio portfolio, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        List<ModelFault> faults = [.. portfolio.FaultsOf()];
        Throw(faults);
        var accounts = portfolio.Accounts
            .Select((account, i) => (Account: account, Place: i, AsOf: account.AsOf ?? portfolio.AsOf, Facts: account.ValueAsOf(account.AsOf ?? portfolio.AsOf)))
            .OrderBy(each => each.Account.Id, StringComparer.Ordinal)
            .ToArray();
        var grading = Pareto.Grade([.. accounts.Where(each => each.Facts.AnnualPurchases is not null)], each => each.Facts.AnnualPurchases!.Value);
        var reviews = grading.Accounts.Select(graded => Try(graded.Account, graded.Rank, graded.Tier))
            .Concat(accounts.Where(each => each.Facts.AnnualPurchases is null).Select(each => Try(each, rank: null, revenueTier: null)))
            .ToArray();
        Throw(faults);
        return new()
        {
            Name = portfolio.Name,
            Currency = portfolio.Currency,
            AsOf = portfolio.AsOf,
            Retention = purchases is null ? null : Cohorts.OfPurchases(purchases, Period.FromMonths(MonthsPerQuarter), portfolio.AsOf),
            Models = Models.All.ToDictionary(model => model.Id, model => model.Version, StringComparer.Ordinal),
            Accounts = [.. reviews.OfType<AccountReview>()],
        };

        // What a model refuses, such as a measure that is infinite, is a fault of the account.
        AccountReview? Try((AccountFile Account, int Place, LocalDate AsOf, AccountValueFacts Facts) each, int? rank, AccountTier? revenueTier)
        {
            try
            {
                return Review(each.Account, each.Facts, each.AsOf, rank, revenueTier);
            }
            catch (ArgumentException e)
            {
                faults.Add(new(Invariant($"accounts[{each.Place}]"), e.Message.Split(" (Parameter", 2)[0]));
                return null;
            }
        }
    }

    private static void Throw(List<ModelFault> faults)
    {
        if (faults.Count > 0)
            throw new InvalidModelException("portfolio", faults);
    }

    private AccountReview Review(AccountFile account, AccountValueFacts facts, LocalDate asOf, int? rank, AccountTier? revenueTier)
    {
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
        var type = loyalty is null ? null : CustomerLoyalty.Types.Decide(LoyaltyTypeFacts.From(loyalty));
        return new()
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
            Paths = next is null ? [] : Models.Value.PathsTo(value, next),
            Oke = OkeOf(account, asOf, wallet),
            Relationship = account.Relationship is null ? null : Models.Relationship.Assess(account.Relationship),
            People = people,
            Stakeholders = people.Length == 0 ? null : StakeholderReview.Of(account.MapAsOf(asOf)),
            Development = account.Development is null ? null : Development.StandingOf(account.Development),
            Lifecycle = account.Lifecycle is null ? null : RelationshipLifecycle.StandingOf(account.Lifecycle),
            SwitchingCost = barrier,
            CompetitorBarrier = account.CompetitorBarrier is null ? null : Models.CompetitorBarrier.Assess(account.CompetitorBarrier),
            Levers = barrier is null ? [] : SwitchingCostLevers.Standard.Rank(account.SwitchingCost!, Models.SwitchingCost),
            BarrierAdvice = barrier is null && account.Satisfaction is null
                ? null
                : BarrierPolicy.Standard.Decide(new() { Barrier = barrier?.Band, Satisfaction = account.Satisfaction, Tier = tier.Tier }),
            SwitchingCostInMoney = account.SwitchingCostAmounts.Count == 0 ? null : new(account.SwitchingCostAmounts, asOf, account.SupplyContractOn(asOf)),
            Quotes =
            [
                .. account.Quotes.Select(quotation => PriceReview.Of(
                    quotation with
                    {
                        Tier = quotation.Tier ?? tier.Tier,
                        Barrier = quotation.Barrier ?? barrier?.Band,
                        Sensitivity = quotation.Sensitivity ?? loyalty?.PriceSensitivity,
                    },
                    Models.Guardrails)),
            ],
            ShareOfWallet = wallet,
            Loyalty = loyalty is null ? null : Models.Loyalty.Assess(loyalty),
            LoyaltyType = type,
            LoyaltyStrategies = loyalty is null ? null : CustomerLoyalty.Strategies.Decide(new()
            {
                Type = type!.Advice,
                Satisfaction = account.Satisfaction,
                PriceSensitivity = loyalty.PriceSensitivity,
                CompetitorAttitude = loyalty.CompetitorAttitude,
            }),
        };
    }

    private static LoyaltyFacts? LoyaltyOf(AccountFile account, WalletShares? wallet)
    {
        var share = account.Loyalty?.ShareOfWallet ?? wallet?.MainBusiness.Share;
        return account.Loyalty is not null ? account.Loyalty with { ShareOfWallet = share } : share is null ? null : new() { ShareOfWallet = share };
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
            : Oke.Profile((account.Organisation ?? new()) with { ShareOfWallet = share }, makers, account.Extensive ?? new(), models: Models.Oke);
    }

    private static PersonReview Review(Contact contact, LocalDate asOf)
    {
        var standing = contact.StandingAsOf(asOf);
        return new()
        {
            Id = contact.Id,
            Name = contact.Called,
            Influence = contact.Weight,
            Standing = standing,
            Moves = standing?.Known is { } level ? Ladder.Moves.Decide(new() { Level = level }).Hits : [],
        };
    }
}
