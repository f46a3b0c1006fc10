using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>Builds a report from deals that arrive one by one, so that any number of them can be read.</summary>
/// <remarks>Not a value. Not safe for use by several threads at once. Keeps sums and the deals it names, not the others.</remarks>
public sealed class FunnelReportBuilder
{
    private const int GridSteps = 10_000;

    private readonly FunnelOptions _options;
    private readonly StagePassages _passages = new();
    private readonly StageStays _stays;
    private readonly long[] _openDeals = new long[FunnelStage.InOrder.Count];
    private readonly decimal[] _openAmounts = new decimal[FunnelStage.InOrder.Count];
    private readonly Dictionary<(decimal Amount, int Stage), long> _bets = [];
    private readonly decimal[] _quarters = new decimal[4];
    private readonly Dictionary<ForecastCategory, (long Deals, decimal Amount)> _categories = [];
    private readonly Dictionary<string, GroupSum> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupSum> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (long Deals, decimal Amount)> _losses = [];
    private readonly Dictionary<(double Odds, bool IsWon), int> _stated = [];
    private readonly Dictionary<int, long> _cycles = [];
    private readonly SortedDictionary<YearMonth, decimal> _collection = [];
    private readonly Dictionary<DealNoticeKind, NoticeSum> _notices = [];
    private readonly Dictionary<(int Stage, int Days), (long Deals, decimal Amount)> _ages = [];
    private readonly TopList<(Opportunity Deal, int Days)>[] _oldest;

    private string? _currency;
    private string? _first;
    private long _count;
    private decimal _won;
    private decimal _statedExpected;
    private bool _lacksStated;

    /// <summary>A builder.</summary>
    /// <param name="options">The options of the report.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The period ends before the day of the report.</exception>
    public FunnelReportBuilder(FunnelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.PeriodEnd < options.AsOf)
        {
            throw new ArgumentException(
                Invariant($"Until is {options.PeriodEnd:R}; it must be {options.AsOf:R} (the day of the report) or later."),
                nameof(options));
        }

        _options = options;
        _stays = new(options.AsOf);
        _oldest = [.. FunnelStage.InOrder.Select(_ => new TopList<(Opportunity Deal, int Days)>(options.MostNotices))];
    }

    /// <summary>Adds a deal.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is null.</exception>
    /// <exception cref="ArgumentException">The deal has a fault as of the day of the report, or another currency than the deals before it;
    /// the message names the deal, the field and the value. The builder is as it was before.</exception>
    public void Add(Opportunity opportunity)
    {
        ArgumentNullException.ThrowIfNull(opportunity);
        Check(opportunity);
        _count++;
        _passages.Add(opportunity);
        _stays.Add(opportunity);
        var groups = (Sum(_channels, opportunity.Channel?.Name ?? ""), Sum(_owners, opportunity.Owner ?? ""));
        groups.Item1.Add(opportunity);
        groups.Item2.Add(opportunity);
        if (opportunity.Outcome is { } outcome)
            AddClosed(opportunity, outcome);
        else
            AddOpen(opportunity);
    }

    /// <summary>The report of all deals so far.</summary>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The grid of the options is too fine for the open deals.</exception>
    public FunnelReport Build()
    {
        var rates = _passages.AddTo(_options.Prior);
        var times = _stays.Times();
        var closed = _passages.Won + _passages.Lost;
        var winRate = new RateEstimate(
            _options.Prior.WinOdds(FunnelStage.P2), FunnelRates.DefaultStrength, _passages.Won, closed);
        var grid = _options.Grid ?? GridFor(_bets.Sum(bet => bet.Key.Amount * bet.Value));
        var open = SumOfBets.Of(
            _bets.Select(bet => new Bet(bet.Key.Amount, rates.WinOdds(FunnelStage.FromValue(bet.Key.Stage)), bet.Value)),
            grid,
            GridRounding.Nearest);
        FunnelForecast forecast = new()
        {
            From = _options.PeriodStart,
            Until = _options.PeriodEnd,
            Won = _won,
            Open = open,
            StatedExpected = _lacksStated || _bets.Count == 0 ? null : _statedExpected,
            Target = _options.Target,
            Coverage = _options.Target is { } target
                ? new(target, _won, _bets.Sum(bet => bet.Key.Amount * bet.Value), winRate.Mean!.Value)
                : null,
        };
        var quarters = new QuarterBalance(_quarters);
        return new()
        {
            AsOf = _options.AsOf,
            Currency = _currency,
            Deals = _count,
            Won = _passages.Won,
            Lost = _passages.Lost,
            WinRate = winRate,
            Rates = rates,
            Times = times,
            CycleDays = Survival.Of(_cycles.Select(cycle => new SurvivalTime(cycle.Key, IsCensored: false, cycle.Value))).Median,
            Stages = [.. FunnelStage.InOrder.Select(stage => new StageSummary(
                stage,
                _openDeals[stage.Value],
                _openAmounts[stage.Value],
                stage == FunnelStage.P6 ? null : rates.From(stage),
                rates.WinOdds(stage),
                _options.Prior.WinOdds(stage),
                stage == FunnelStage.P6 ? null : times.Stages[stage.Value].Median,
                times.StuckAfter(stage),
                SalesFunnel.Focus.Decide(new() { Stage = stage }).Advice!))],
            Forecast = forecast,
            Warnings = [.. FunnelWarning.Of(forecast.Coverage, quarters, _options.PeriodStart.Year)],
            Categories = [.. _categories.OrderBy(item => item.Key.Value)
                .Select(item => new CategoryTotal(item.Key, item.Value.Deals, item.Value.Amount))],
            Quarters = quarters,
            Notices = [.. AllNotices(times)],
            Channels = Yields(_channels, winRate, rates),
            Owners = Yields(_owners, winRate, rates),
            Losses = [.. _losses.OrderByDescending(loss => loss.Value.Deals).ThenBy(loss => loss.Key)
                .Select(loss => new LossCount(
                    loss.Key == 0 ? null : LossReason.FromValue(loss.Key), loss.Value.Deals, loss.Value.Amount))],
            StatedOdds = _stated.Count == 0
                ? null
                : OddsCalibration.Of([.. _stated.SelectMany(odds => Enumerable.Repeat(odds.Key, odds.Value))]),
            Collection = [.. _collection.Select(month => new MonthlyReceipt(month.Key, month.Value))],
        };
    }

    private static decimal GridFor(decimal total)
    {
        for (var power = 0.01m; ; power *= 10)
        {
            foreach (var step in (decimal[])[1, 2, 5])
            {
                if (total / GridSteps <= power * step)
                    return power * step;
            }
        }
    }

    private static GroupSum Sum(Dictionary<string, GroupSum> groups, string name)
    {
        if (!groups.TryGetValue(name, out var sum))
            groups[name] = sum = new();
        return sum;
    }

    private static IReadOnlyList<GroupYield> Yields(Dictionary<string, GroupSum> groups, RateEstimate winRate, FunnelRates rates)
    {
        var prior = new FunnelRates(
            [.. rates.Stages.Select(rate => new RateEstimate(rate.Mean!.Value, FunnelRates.DefaultStrength, 0, 0))]);
        return [.. groups
            .OrderByDescending(group => group.Value.WonAmount)
            .ThenByDescending(group => group.Value.OpenAmount)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Value.Yield(group.Key, winRate.Mean!.Value, prior))];
    }

    private void Check(Opportunity opportunity)
    {
        if (opportunity.Faults(_options.AsOf) is [var fault, ..])
            throw new ArgumentException($"Opportunity '{opportunity.Id}': {fault}.", nameof(opportunity));
        if (_count == 0)
        {
            (_currency, _first) = (opportunity.Currency, opportunity.Id);
        }
        else if (!string.Equals(opportunity.Currency, _currency, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"Opportunity '{opportunity.Id}': currency is {opportunity.Currency ?? "not given"}, that of '{_first}' is "
                + $"{_currency ?? "not given"}; convert all amounts into one currency first.",
                nameof(opportunity));
        }
    }

    private void AddClosed(Opportunity opportunity, DealOutcome outcome)
    {
        if (opportunity.StatedOdds is { } odds)
            _stated[(odds, outcome.IsWon)] = _stated.GetValueOrDefault((odds, outcome.IsWon)) + 1;
        if (!outcome.IsWon)
        {
            var (deals, amount) = _losses.GetValueOrDefault(outcome.Reason?.Value ?? 0);
            _losses[outcome.Reason?.Value ?? 0] = (deals + 1, amount + opportunity.Amount);
            return;
        }

        if (outcome.Date >= _options.PeriodStart && outcome.Date <= _options.PeriodEnd)
            _won += opportunity.Amount;
        if (opportunity.History[0] is { Since: { } since } first && first.Stage != FunnelStage.P6 && since <= outcome.Date)
        {
            var days = Period.DaysBetween(since, outcome.Date);
            _cycles[days] = _cycles.GetValueOrDefault(days) + 1;
        }

        foreach (var payment in opportunity.PaymentPlan.Where(payment => payment.Date > _options.AsOf))
        {
            var month = payment.Date.ToYearMonth();
            _collection[month] = _collection.GetValueOrDefault(month) + (opportunity.Amount * payment.Share);
        }
    }

    private void AddOpen(Opportunity opportunity)
    {
        var stage = opportunity.Stage.Value;
        _openDeals[stage]++;
        _openAmounts[stage] += opportunity.Amount;
        if (opportunity.ExpectedClose is { } close && close >= _options.AsOf)
            AddExpected(opportunity, close);
        Notice(opportunity);
    }

    private void AddExpected(Opportunity opportunity, LocalDate close)
    {
        if (close.Year == _options.PeriodStart.Year)
            _quarters[(close.Month - 1) / 3] += opportunity.Amount;
        if (close > _options.PeriodEnd)
            return;
        var category = Slippage.CategoryOf(opportunity);
        var (deals, sum) = _categories.GetValueOrDefault(category);
        _categories[category] = (deals + 1, sum + opportunity.Amount);
        if (category == ForecastCategory.Omitted)
            return;
        var amount = _options.Grid is { } grid ? Rounded(opportunity.Amount, grid) : opportunity.Amount;
        var key = (amount, opportunity.Stage.Value);
        _bets[key] = _bets.GetValueOrDefault(key) + 1;
        _statedExpected += opportunity.Amount * (decimal)(opportunity.StatedOdds ?? 0);
        _lacksStated |= opportunity.StatedOdds is null;
    }

    private static decimal Rounded(decimal amount, decimal grid)
    {
        var rest = amount % grid;
        return rest >= grid - rest ? amount - rest + grid : amount - rest;
    }

    private void Notice(Opportunity opportunity)
    {
        var asOf = _options.AsOf;
        if (opportunity.StageSince is { } since && opportunity.Stage != FunnelStage.P6)
        {
            var days = Period.DaysBetween(since, asOf);
            var key = (opportunity.Stage.Value, days);
            var (deals, amount) = _ages.GetValueOrDefault(key);
            _ages[key] = (deals + 1, amount + opportunity.Amount);
            _oldest[opportunity.Stage.Value].Offer(days, opportunity.Id, () => (opportunity, days));
        }

        if (opportunity.NextStep?.Date is not { } next || next < asOf)
            Add(DealNoticeKind.NoNextStep, opportunity, null, [], () => Reason("NoNextStep"));
        var evidence = SalesFunnel.EvidenceOf(opportunity, asOf);
        var supported = _options.StageGate.Decide(StageGateFacts.From(evidence)).Advice;
        if (evidence.Count > 0 && supported is not null && !supported.IsAtLeast(opportunity.Stage))
        {
            var missing = SalesFunnel.MissingEvidence(opportunity.Stage, evidence);
            Add(DealNoticeKind.ClaimedAboveEvidence, opportunity, null, missing, () => Reason(
                "ClaimedAboveEvidence", opportunity.Stage.Name, supported.Name));
        }

        var slippage = Slippage.Of(opportunity);
        if (slippage.Pushes >= Slippage.PipelineFrom)
        {
            Add(DealNoticeKind.Slipping, opportunity, slippage.Days, [], () => Reason(
                "Slipping", slippage.Pushes, slippage.Days));
        }

        if (opportunity.ExpectedClose is not { } close)
        {
            Add(DealNoticeKind.NoCloseDate, opportunity, null, [], () => Reason("NoCloseDate"));
        }
        else if (close < asOf)
        {
            Add(DealNoticeKind.CloseDatePast, opportunity, Period.DaysBetween(close, asOf), [], () => Reason(
                "CloseDatePast", Invariant($"{close:R}")));
        }
    }

    private void Add(DealNoticeKind kind, Opportunity opportunity, int? days, IReadOnlyList<StageEvidence> missing, Func<Text> reason)
    {
        if (!_notices.TryGetValue(kind, out var sum))
            _notices[kind] = sum = new(_options.MostNotices);
        sum.Count++;
        sum.Amount += opportunity.Amount;
        sum.Top.Offer(opportunity.Amount, opportunity.Id, () => NoticeOf(kind, opportunity, days, missing, reason()));
    }

    private IEnumerable<DealNotices> AllNotices(StageTimes times)
    {
        var (count, amount) = (0L, 0m);
        foreach (var ((stage, days), (deals, sum)) in _ages)
        {
            if (days > times.StuckAfter(FunnelStage.FromValue(stage)))
                (count, amount) = (count + deals, amount + sum);
        }

        if (count > 0)
        {
            var stuck = _oldest
                .SelectMany(top => top.Descending())
                .Select(old => (old.Deal, old.Days, Limit: times.StuckAfter(old.Deal.Stage)))
                .Where(old => old.Days > old.Limit)
                .OrderByDescending(old => old.Days - old.Limit)
                .ThenBy(old => old.Deal.Id, StringComparer.Ordinal)
                .Take(_options.MostNotices)
                .Select(old => NoticeOf(
                    DealNoticeKind.Stuck, old.Deal, old.Days, [], Reason("Stuck", old.Days, old.Deal.Stage.Name, old.Limit)));
            yield return new(DealNoticeKind.Stuck, count, amount, [.. stuck]);
        }

        foreach (var (kind, sum) in _notices.OrderBy(notice => notice.Key))
            yield return new(kind, sum.Count, sum.Amount, [.. sum.Top.Descending()]);
    }

    private static DealNotice NoticeOf(
        DealNoticeKind kind, Opportunity opportunity, int? days, IReadOnlyList<StageEvidence> missing, Text reason) => new(
        kind, opportunity.Id, opportunity.AccountId, opportunity.Owner, opportunity.Stage, opportunity.Amount, days, missing, reason);

    private static Text Reason(string kind, params object?[] arguments) =>
        TextTable.Library[$"Funnel.DealNotice.{kind}"].With(arguments);

    private sealed class NoticeSum(int most)
    {
        public long Count { get; set; }

        public decimal Amount { get; set; }

        public TopList<DealNotice> Top { get; } = new(most);
    }

    private sealed class GroupSum
    {
        private readonly StagePassages _passages = new();
        private long _deals;

        public decimal OpenAmount { get; private set; }

        public decimal WonAmount { get; private set; }

        public void Add(Opportunity opportunity)
        {
            _deals++;
            _passages.Add(opportunity);
            if (opportunity.IsOpen)
                OpenAmount += opportunity.Amount;
            else if (opportunity.Outcome!.IsWon)
                WonAmount += opportunity.Amount;
        }

        public GroupYield Yield(string name, double winRate, FunnelRates prior) => new(
            name,
            _deals,
            OpenAmount,
            WonAmount,
            new(winRate, FunnelRates.DefaultStrength, _passages.Won, _passages.Won + _passages.Lost),
            _passages.AddTo(prior));
    }
}
