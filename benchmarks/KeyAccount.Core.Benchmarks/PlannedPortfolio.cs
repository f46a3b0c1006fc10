using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Benchmarks;

/// <summary>A portfolio with the plans of its accounts and a year of its reviews, always the same.</summary>
public sealed class PlannedPortfolio
{
    private readonly PortfolioReviewRun _run;
    private readonly PortfolioReviewRun _withPlans;
    private readonly ReviewHistory _history;
    private readonly string _last;

    public PlannedPortfolio(int accounts)
    {
        var portfolio = PortfolioOf(accounts, new(2026, 1, 31), 0);
        _run = new AccountReviewer(ReviewModels.For(portfolio)).Begin(portfolio);
        Reviews = [.. _run.Reviews()];
        Plans = new PlanFile().TakeUp(Reviews);
        _withPlans = _run.WithPlans(Plans);
        _last = Plans.Actions.Last().Id;
        var store = new KeptReviews();
        _history = new(store);
        for (var month = 0; month < 12; month++)
        {
            var later = PortfolioOf(accounts, AsOf.PlusMonths(month), month);
            _history.Record(new AccountReviewer(ReviewModels.For(later)).Begin(later));
        }
    }

    public LocalDate AsOf => _run.AsOf;

    public IReadOnlyList<AccountReview> Reviews { get; }

    public PlanFile Plans { get; }

    public int Review() => _run.Reviews().Sum(review => review.Actions.Count);

    public int ReviewWithPlans() => _withPlans.Reviews().Sum(review => review.Planned!.Count);

    public PlanEdit Edit() => Plans.Edit(_last, action => action with { Hours = 8 });

    public int ChangesOfAYear() => _history.Changes().Count();

    // Every month another margin, and every third account overdue for longer.
    private static Portfolio PortfolioOf(int accounts, LocalDate asOf, int month) => new()
    {
        Currency = Portfolio.StandardCurrency, AsOf = asOf,
        Accounts =
        [
            .. Enumerable.Range(0, accounts).Select(i => new AccountFile
            {
                Id = $"a{i}", Owner = $"owner {i % 20}",
                Value = new AccountValueFacts
                {
                    AnnualPurchases = 100_000 + (1_000 * i), GrossMarginRate = 0.1 + (0.01 * ((i + month) % 20)), CreditDays = 30 + (i % 60),
                    MarketGrowthRate = 0.05, BudgetTrend = 0.1, DebtOverdueDays = i % 3 == 0 ? 30 + (10 * month) : 0,
                },
            }),
        ],
    };

    private sealed class KeptReviews : IReviewStore
    {
        private readonly SortedDictionary<LocalDate, RecordedReview> _reviews = [];

        public IReadOnlyList<LocalDate> Dates() => [.. _reviews.Keys];

        public RecordedReview? Read(LocalDate asOf) => _reviews.GetValueOrDefault(asOf);

        public IReadOnlyList<ReviewPoint> PointsOf(string accountId) =>
            [.. _reviews.Values.SelectMany(review => review.Points.Where(point => point.Summary.Id == accountId))];

        public bool TryAdd(RecordedReview review) => _reviews.TryAdd(review.AsOf, review);

        public StoredPlan? ReadPlan(string accountId) => null;

        public bool TryWrite(AccountPlan plan, int expectedVersion) => false;
    }
}
