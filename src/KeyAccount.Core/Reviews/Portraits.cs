using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Reviews;

public sealed partial record AccountFile
{
    /// <summary>The data of a register or a credit bureau about the company; null if nothing is known.</summary>
    [JsonPropertyOrder(5)]
    public CompanyProfile? Company { get; init; }
}

public sealed partial record ReviewModels
{
    /// <summary>The rules that give tags to a customer.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ReviewFacts, PortraitSection> PortraitTags { get; init => field = Guard.NotNull(value); } =
        Reviews.PortraitTags.Standard;
}

public sealed partial class PortfolioReviewRun
{
    // Shared by the runs of all owners: the best customers are those of the whole portfolio.
    private Lazy<PortraitPeers>? _peers;

    /// <summary>Builds the portrait of an account on one page.</summary>
    /// <param name="review">A review made by this run.</param>
    /// <returns>The portrait; for the comparison with other accounts, it uses the data kept about each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of an account that is not among <see cref="Accounts"/>.</exception>
    public Portrait PortraitOf(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (!_indexes.Value.TryGetValue(review.Id, out var index))
            throw new ArgumentException($"review is of '{review.Id}'; it must be of one of the accounts of this review.", nameof(review));
        var account = _groups.Read(index);
        return Portrait.Of(
            account, review, _reviewer.Models, _peers!.Value.MatchOf(review.Id), _peers.Value.MarketOf(account.Industry));
    }

    /// <summary>Builds the portrait of a group from the facts of the head and its members.</summary>
    /// <param name="group">A group of this review.</param>
    /// <returns>The portrait. It has no comparison with the best customers, because these are single accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of the group or of a member, or their combined facts exceed the
    /// limits of an account; the exception holds all faults.</exception>
    public Portrait PortraitOf(RankedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var faults = new List<ModelFault>();
        var review = Try(group, faults, out var file) ?? throw new InvalidModelException("portfolio", faults);
        return PortraitOf(file!, review.Group);
    }

    private Portrait PortraitOf(AccountFile group, AccountReview review) =>
        Portrait.Of(group, review, _reviewer.Models, null, _peers!.Value.MarketOf(group.Industry));

    /// <summary>Finds the prospects that are most similar to the best customers, by the mean of their similarities to the five largest
    /// accounts of tier A (<see cref="Gower"/>).</summary>
    /// <param name="most">The maximum number; not negative.</param>
    /// <returns>The prospects, the most similar first; those without a known similarity are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public IReadOnlyList<LookAlike> LookAlikes(int most = PortfolioProspects.MostNamed)
    {
        Guard.NotNegative(most);
        var own = Owner is null ? null : Accounts.Select(account => account.Entry.Id).ToHashSet(StringComparer.Ordinal);
        return _peers!.Value.LookAlikes(most, own);
    }

    /// <summary>The features by which accounts are compared.</summary>
    internal static double[] FeaturesOf(AccountFile account, decimal? purchases) =>
    [
        account.Industry?.Value ?? double.NaN, account.CooperationStage?.Value ?? double.NaN, account.DecisionMode?.Value ?? double.NaN,
        (double?)purchases ?? double.NaN, account.Value?.MarketGrowthRate ?? double.NaN, account.Company?.Staff ?? double.NaN,
        (double?)account.Company?.Revenue ?? double.NaN, account.Company?.Plants ?? double.NaN,
    ];

    /// <summary>The accounts of a portfolio, prepared for comparison with the best ones.</summary>
    private sealed class PortraitPeers
    {
        private static readonly GowerFeature[] Features =
        [
            new("industry", isNominal: true), new("stage", isNominal: true), new("decisionMode", isNominal: true), new("purchases"),
            new("growth"), new("staff"), new("revenue"), new("plants"),
        ];

        private readonly IReadOnlyList<RankedAccount> _accounts;
        private readonly Dictionary<string, int> _places;
        private readonly Gower _gower;
        private readonly int[] _best;

        public PortraitPeers(IReadOnlyList<RankedAccount> accounts)
        {
            _accounts = [.. accounts.Where(account => account.Entry.Features is not null)];
            _places = Enumerable.Range(0, _accounts.Count).ToDictionary(place => _accounts[place].Entry.Id, StringComparer.Ordinal);
            _gower = new(
                Features,
                [
                    .. Enumerable.Range(0, Features.Length)
                        .Select(feature => (IReadOnlyList<double>)[.. _accounts.Select(account => account.Entry.Features![feature])]),
                ]);
            _best =
            [
                .. Enumerable.Range(0, _accounts.Count).Where(place => _accounts[place].RevenueTier == AccountTier.A)
                    .OrderByDescending(place => _accounts[place].Entry.AnnualPurchases).Take(Portrait.BestCustomers),
            ];
        }

        public PortraitMatch? MatchOf(string id)
        {
            if (!_places.TryGetValue(id, out var place))
                return null;
            int[] others = [.. _best.Where(other => other != place)];
            double[] told = [.. others.Select(other => _gower.Similarity(place, other)).Where(each => !double.IsNaN(each))];
            return told.Length == 0 ? null : MatchAt(place, others, told.Average());
        }

        public IReadOnlyList<LookAlike> LookAlikes(int most, HashSet<string>? own)
        {
            var means = new double[_accounts.Count];
            _gower.MeanSimilarity(_best, means);
            return
            [
                .. Enumerable.Range(0, _accounts.Count)
                    .Where(place => _accounts[place].Entry.IsProspect && !double.IsNaN(means[place])
                        && own?.Contains(_accounts[place].Entry.Id) != false)
                    .OrderByDescending(place => means[place]).ThenBy(place => _accounts[place].Entry.Id, StringComparer.Ordinal)
                    .Take(most)
                    .Select(place => new LookAlike(
                        _accounts[place].Entry.Id, _accounts[place].Entry.Name ?? _accounts[place].Entry.Id,
                        MatchAt(place, [.. _best.Where(other => other != place)], means[place]))),
            ];
        }

        public MarketSide? MarketOf(CustomerIndustry? industry)
        {
            if (industry is null)
                return null;
            var (all, allA, accounts, tierA) = (0, 0, 0, 0);
            foreach (var account in _accounts)
            {
                var value = account.Entry.Features![0];
                if (double.IsNaN(value))
                    continue;
                var isA = account.RevenueTier == AccountTier.A ? 1 : 0;
                (all, allA) = (all + 1, allA + isA);
                if (value == industry.Value)
                    (accounts, tierA) = (accounts + 1, tierA + isA);
            }

            return accounts == 0 ? null : MarketSide.Of(industry, accounts, tierA, all, allA);
        }

        private PortraitMatch MatchAt(int place, int[] others, double similarity) => new(
            Math.Clamp(similarity, 0, 1), [.. others.Select(other => _accounts[other].Entry.Id)],
            [.. _gower.Separating(place, others).Select(each => each.Feature.Key)]);
    }
}
