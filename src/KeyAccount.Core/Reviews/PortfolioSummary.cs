using KeyAccount.Core.Grading;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>A portfolio in figures: totals, tier and risk, concentration, what we do not know, and the numbers of findings and
/// actions.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. It follows from the reviews of the
/// accounts alone, in any order.</remarks>
public sealed record PortfolioSummary
{
    /// <summary>The number of accounts.</summary>
    public required int Accounts { get; init; }

    /// <summary>The number of accounts with known purchases.</summary>
    public required int AccountsWithPurchases { get; init; }

    /// <summary>The total yearly purchases: the sum of all positive amounts, as in <see cref="ParetoGrading{TAccount}.Total"/>.</summary>
    public required decimal Purchases { get; init; }

    /// <summary>The sixteen cells of the matrix: by tier, starting with A, and within a tier by risk, starting with the highest; unknown
    /// ones last.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<RiskCell> Matrix { get; init => field = ValueList.Of(value, nameof(Matrix)); }

    /// <summary>The concentration on few accounts, or on few groups if those are ranked (<see cref="Portfolio.ParetoLevel"/>).</summary>
    public required PortfolioConcentration Concentration { get; init; }

    /// <summary>The number of accounts for which each topic is known, in the order of <see cref="ReviewTopic.Covered"/>, then for topics of
    /// your own. A topic that all accounts lack is one that we do not know.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<TopicCoverage> Coverage { get; init => field = ValueList.Of(value, nameof(Coverage)); }

    /// <summary>The rates by which amounts were converted to the currency of the portfolio; null if all are in it.</summary>
    public CurrencyConversion? Conversion { get; init; }

    /// <summary>The open deals of all accounts; null if no deals are known.</summary>
    public PortfolioPipeline? Pipeline { get; init; }

    /// <summary>The prospects of all accounts; null if there are none and there is no target.</summary>
    public PortfolioProspects? Prospects { get; init; }

    /// <summary>The numbers of accounts that are active, sleeping, lost or have barred us, in the order of the term, as far as that is
    /// known. Empty if it is known for none.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<StateTotal> States { get; init => field = ValueList.Of(value ?? []); } = ValueList<StateTotal>.Empty;

    /// <summary>The numbers of accounts by recency and frequency segment, in the order of the term. Empty if no single purchases are
    /// known.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<SegmentTotal> Segments { get; init => field = ValueList.Of(value ?? []); } = ValueList<SegmentTotal>.Empty;

    /// <summary>The findings, the most money at stake first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<FindingTotal> Findings { get; init => field = ValueList.Of(value, nameof(Findings)); }

    /// <summary>The actions, the earliest first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<ActionTotal> Actions { get; init => field = ValueList.Of(value, nameof(Actions)); }

    /// <summary>The progress of the actions of plans, which <see cref="Actions"/> does not count; null if accounts were reviewed without
    /// plans.</summary>
    public PlanTotal? Plan { get; init; }

    /// <summary>The accounts that are left out because of their faults, in the order of the file; no figure of the summary includes them.
    /// Empty unless the file was read by <see cref="PortfolioFile.ReadSkippingBadAccounts(Stream, Action{long})"/>.</summary>
    /// <exception cref="ArgumentNullException">The list or an account is null.</exception>
    public IReadOnlyList<SkippedAccount> Skipped { get; init => field = ValueList.Of(value, nameof(Skipped)); } =
        ValueList<SkippedAccount>.Empty;

    /// <summary>Summarises reviews.</summary>
    /// <param name="reviews">The reviews of all accounts, in any order.</param>
    /// <param name="salesTarget">The sales target for all deals in the period (<see cref="Portfolio.SalesTarget"/>); null if there is
    /// none.</param>
    /// <param name="newCustomersTarget">The target number of new customers (<see cref="Portfolio.NewCustomersTarget"/>); null if there is
    /// none.</param>
    /// <param name="level">The level at which <see cref="Concentration"/> counts purchases; null for
    /// <see cref="ParetoLevel.Account"/>.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reviews"/> or one of them is null.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="newCustomersTarget"/> is negative.</exception>
    public static PortfolioSummary Of(
        IEnumerable<AccountReview> reviews,
        decimal? salesTarget = null,
        int? newCustomersTarget = null,
        ParetoLevel? level = null)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        var sum = new Sum(level);
        foreach (var review in reviews)
        {
            ArgumentNullException.ThrowIfNull(review, nameof(reviews));
            sum.Add(review);
        }

        return sum.ToSummary(salesTarget, newCustomersTarget);
    }

    /// <summary>Accumulates the summary, one account after the other, keeping only a few numbers of each.</summary>
    internal sealed class Sum(ParetoLevel? level)
    {
        private const int Few = 5;

        private readonly List<decimal> _purchases = [];

        // What groups buy together, and which of them are A.
        private readonly Dictionary<string, decimal> _ofGroups = new(StringComparer.Ordinal);
        private readonly HashSet<string> _groupsOfA = new(StringComparer.Ordinal);
        private readonly Dictionary<(int Tier, int Risk), (int Accounts, decimal Purchases)> _cells = [];
        private readonly Dictionary<ReviewTopic, (int Accounts, decimal Purchases)> _known = [];
        private readonly Dictionary<string, (int Accounts, decimal AtStake)> _findings = new(StringComparer.Ordinal);
        private readonly Dictionary<ActionKind, (int Accounts, LocalDate First)> _actions = [];
        private readonly Dictionary<CustomerState, (int Accounts, decimal Purchases)> _states = [];
        private readonly Dictionary<RfmSegment, (int Accounts, decimal Purchases)> _segments = [];
        private readonly PortfolioPipeline.Sum _pipeline = new();
        private readonly PortfolioProspects.Sum _prospects = new();
        private PlanTotal? _plan;
        private int _accounts;
        private int _withPurchases;
        private int _tierA;
        private CurrencyConversion? _conversion;
        private decimal _total;

        public void Add(AccountReview review)
        {
            _accounts++;
            _conversion = CurrencyConversion.Of(_conversion, review.Conversion);
            var purchases = Math.Max(0, review.AnnualPurchases ?? 0);
            _total += purchases;
            if (review.AnnualPurchases is { } bought)
            {
                _withPurchases++;
                if (level == ParetoLevel.Group && review.GroupId is { } group)
                    _ofGroups[group] = _ofGroups.GetValueOrDefault(group) + bought;
                else
                    _purchases.Add(purchases);
            }

            // All accounts of a group have its tier.
            if (review.RevenueTier == AccountTier.A && (level != ParetoLevel.Group || review.GroupId is null
                || _groupsOfA.Add(review.GroupId)))
                _tierA++;
            var cell = (review.ListedTier?.Value ?? 0, review.Risk?.Value ?? 0);
            var before = _cells.GetValueOrDefault(cell);
            _cells[cell] = (before.Accounts + 1, before.Purchases + purchases);
            foreach (var topic in review.Covered)
            {
                var known = _known.GetValueOrDefault(topic);
                _known[topic] = review.IsKnown(topic) ? (known.Accounts + 1, known.Purchases + purchases) : known;
            }

            Count(_states, review.EarlyWarning?.State.Advice, purchases);
            Count(_segments, review.Rfm?.Segment, purchases);
            if (review.Pipeline is { } pipeline)
                _pipeline.Add(pipeline);
            _prospects.Add(review);
            foreach (var finding in review.Findings)
            {
                var found = _findings.GetValueOrDefault(finding.RuleId);
                _findings[finding.RuleId] = (found.Accounts + 1, found.AtStake + (finding.AtStake ?? 0));
            }

            if (review.Planned is { } planned)
                _plan = PlanTotal.Of(planned).Plus(_plan);
            foreach (var action in review.Actions)
            {
                var asked = _actions.TryGetValue(action.Kind, out var some) ? some : (Accounts: 0, First: action.DueOn);
                _actions[action.Kind] = (asked.Accounts + 1, LocalDate.Min(asked.First, action.DueOn));
            }
        }

        public PortfolioSummary ToSummary(decimal? salesTarget, int? newCustomersTarget)
        {
            _purchases.AddRange(_ofGroups.Values.Select(sum => Math.Max(0, sum)));
            _ofGroups.Clear();
            _purchases.Sort((one, other) => other.CompareTo(one));
            var ranked = _purchases.Sum();
            return new()
            {
                Accounts = _accounts,
                AccountsWithPurchases = _withPurchases,
                Purchases = _total,
                Matrix =
                [
                    .. from tier in AccountTier.InOrder.Append(null)
                       from risk in RiskLevel.InOrder.Reverse().Append(null)
                       let cell = _cells.GetValueOrDefault((tier?.Value ?? 0, risk?.Value ?? 0))
                       select new RiskCell(tier, risk, cell.Accounts, cell.Purchases),
                ],
                Concentration = new(
                    Pareto.Gini([.. _purchases.Select(each => (double)each)]), ShareOf(1), ShareOf(Few), _tierA,
                    ranked > 0 ? Statistics.Concentration.Herfindahl([.. _purchases.Where(each => each > 0)]) : null,
                    level == ParetoLevel.Group ? level : null),
                Coverage =
                    [.. ReviewTopic.Covered.Union(_known.Keys).Select(
                        topic => new TopicCoverage(
                            topic, _known.GetValueOrDefault(topic).Accounts, _known.GetValueOrDefault(topic).Purchases))],
                Conversion = _conversion,
                Pipeline = _pipeline.ToPipeline(salesTarget),
                Prospects = _prospects.ToProspects(newCustomersTarget),
                States =
                [
                    .. _states.OrderBy(each => each.Key.Value)
                        .Select(each => new StateTotal(each.Key, each.Value.Accounts, each.Value.Purchases)),
                ],
                Segments =
                [
                    .. _segments.OrderBy(each => each.Key.Value)
                        .Select(each => new SegmentTotal(each.Key, each.Value.Accounts, each.Value.Purchases)),
                ],
                Findings =
                [
                    .. _findings.Select(each => new FindingTotal(each.Key, each.Value.Accounts, each.Value.AtStake))
                        .OrderByDescending(each => each.AtStake).ThenByDescending(each => each.Accounts)
                            .ThenBy(each => each.RuleId, StringComparer.Ordinal),
                ],
                Actions =
                [
                    .. _actions.Select(each => new ActionTotal(each.Key, each.Value.Accounts, each.Value.First))
                        .OrderBy(each => each.FirstDueOn).ThenBy(each => each.Kind.Value),
                ],
                Plan = _plan,
            };

            decimal? ShareOf(int largest) => ranked > 0 ? _purchases.Take(largest).Sum() / ranked : null;
        }

        private static void Count<TTerm>(Dictionary<TTerm, (int Accounts, decimal Purchases)> totals, TTerm? term, decimal purchases)
            where TTerm : class
        {
            if (term is null)
                return;
            var before = totals.GetValueOrDefault(term);
            totals[term] = (before.Accounts + 1, before.Purchases + purchases);
        }
    }
}
