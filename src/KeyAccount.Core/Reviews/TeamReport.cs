using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The report on a sales team: six focuses from funnel, plan and log, then performance, pay and skills.</summary>
/// <remarks>
/// <para>The report is about the team. People are named only on request; otherwise, for fewer than five people, figures that would reveal
/// one of them are left out. It is not part of the review of an account.</para>
/// <para>Not a value: computed by <see cref="Of"/>. Immutable.</para>
/// </remarks>
public sealed class TeamReport
{
    private const int Months = 3;
    private const int LeaverMonths = 12;
    private const double DaysPerMonth = 365.25 / 12;

    private static readonly PriceRounding Cent = new(0.01m, MidpointRounding.AwayFromZero);

    private readonly TeamFile _file;
    private readonly LocalDate _after;
    private readonly TeamMember[] _present;

    private TeamReport(TeamFile file, bool isNamed)
    {
        (_file, IsNamed) = (file, isNamed);
        _after = file.From?.PlusDays(-1) ?? file.AsOf.PlusDays(1).PlusMonths(-Months).PlusDays(-1);
        _present = [.. file.Members.Where(member => !(member.LeftOn <= file.AsOf) && !(member.JoinedOn > file.AsOf))];
        if (file.Opportunities.Count > 0)
        {
            Funnel = FunnelReport.Of(file.Opportunities.Select(deal => deal with { Currency = deal.Currency ?? file.Currency }), new()
            {
                AsOf = file.AsOf, Target = file.Target, MostNotices = file.Opportunities.Count,
            });
        }

        var logs = file.Logs.Where(log => log.Monday <= file.AsOf && log.Monday.PlusDays(6) > _after).ToArray();
        logs = Enough(logs, log => log.Person);
        var tiers = file.Accounts.ToDictionary(account => account.Id, account => account.Tier, StringComparer.Ordinal);
        Log = MeasuresOf(logs, tiers);

        // A team has one manager or two: their hours are theirs.
        if (!isNamed && logs.Where(log => log.Roles.Count > 0).Select(log => log.Person).Distinct(StringComparer.Ordinal).Count()
            < SalesManagement.LeastPeople)
            Log = Log is null ? null : Log with { Roles = ManagerTime.Of([]) };
        var formality = WeeklyLogs.Check(logs);
        // Who has left is not led any more.
        var periods = Enough(
            [.. file.Periods.Where(period => Array.Exists(_present, member => member.Name == period.Person))], period => period.Person);
        var pitfalls = SalesPerformance.PitfallsIn(periods, file.AsOf);
        Loops = [.. periods.Where(period => period.Start <= file.AsOf).Select(period => ClosedLoop.Of(period, file.AsOf))];
        var objectives = Enough(
            [.. _present.SelectMany(member => member.Objectives.Select(objective => (member.Name, Objective: objective)))],
            each => each.Name);
        SmartFaults =
        [
            .. objectives.SelectMany(each => Smart.Check(each.Objective, file.Goals.Count == 0 ? null : file.Goals)),
        ];
        Objectives = objectives.Length;
        var people = _present.Select(member => PersonOf(member, tiers, logs)).ToArray();
        var withQuotas = Enough([.. people.Where(person => person.Member.Quota is not null)], person => person.Member.Name);
        QuotaFairness = QuotaFairness.Of([.. withQuotas.Select(person => new QuotaCase
        {
            Quota = person.Member.Quota!.Value, Potential = person.Member.Potential, Sold = person.Member.Sold,
            Pay = person.Statement?.Total ?? person.Member.Pay,
        })]);
        var skilled = Enough([.. people.Where(person => person.Gaps.Any(gap => gap.Levels is not null))], person => person.Member.Name);
        Plans = [.. _present.Select(file.PlanOf).OfType<PayPlan>().DistinctBy(plan => plan.Id, StringComparer.Ordinal)];
        Facts = FactsOf(null, Log, logs, rate => rate.Counted!.Value, rate => rate.Counted!.Value) with
        {
            CostRatio = file is { OpportunityCost: { } cost, PlannedOpportunityCost: { } planned }
                ? Math.Min(100, (double)(cost / planned)) : null,
            SkillShare = skilled.Length == 0 ? null : Skills.ShareOf([.. people.SelectMany(person => person.Gaps)]),
            MonthsToFirstWin = MonthsToFirstWin(),
            AtQuotaShare = QuotaFairness.AtQuota.Counted,
            PayResultCorrelation = QuotaFairness.PayAndResult.Value,
            RegrettedLeaverShare = LeaverShare(),
        };
        var forecasts = file.Forecasts.Where(each => each.Actual is not null).Select(each => (each.Forecast, each.Actual!.Value)).ToArray();
        if (forecasts.Length > 0 && ForecastAccuracy.Of(forecasts) is var accuracy)
        {
            Accuracy = accuracy;
            Facts = Facts with
            {
                ForecastError = accuracy.Wape is { } wape ? Math.Min(100, wape) : null,
                ForecastBias = accuracy.Bias is { } bias ? Math.Min(100, Math.Abs(bias)) : null,
            };
        }

        if (!HasPeople)
            Facts = Facts with { SkillShare = null, AtQuotaShare = null, RegrettedLeaverShare = null, MonthsToFirstWin = null };
        Assessment = SalesManagement.SixFocuses.Assess(Facts);
        Focuses = ValueList.Of(SalesManagement.FocusesOf(Facts));
        ShortBoard = ValueList.Of(SalesManagement.ShortBoard(Focuses));
        Actions = ValueList.Of(SalesManagement.ActionsFor(Focuses));
        Formality = Counted(formality.Select(finding => (finding.Sign, finding.Person)), FormalitySign.InOrder);
        Pitfalls = Counted(pitfalls.Select(finding => (finding.Pitfall, finding.Person)), Pitfall.InOrder);
        SkillGaps = HasPeople ? ValueList.Of(Widest(people).Where(gap => isNamed || gap.Rated >= SalesManagement.LeastPeople)
            .Select(gap => isNamed || gap.Below >= SalesManagement.LeastPeople ? gap : gap with { Below = null })) : [];
        TotalPay = HasPeople && people.All(person => person.Statement is not null) && people.Length > 0
            ? DecimalOverflow.Named(() => people.Sum(person => person.Statement!.Total), "TeamReport.TotalPay", ("people", people.Length))
            : null;
        if (!isNamed)
        {
            Funnel = Funnel is null ? null : WithoutOwners(Funnel);

            // That all or nearly all reached the quota tells of each of them, as that few did.
            if (QuotaFairness.AtQuota is { Trials: > 0 } rate
                && Math.Min(rate.Successes, rate.Trials - rate.Successes) < SalesManagement.LeastPeople)
            {
                QuotaFairness = QuotaFairness with { AtQuota = QuotaFairness.Of([]).AtQuota };
                LeavesOut = true;
            }

            if (!HasPeople)
                Hide();
            return;
        }

        Rank(people);
        People = ValueList.Of(people);
        FormalityFindings = ValueList.Of(formality);
        PitfallFindings = ValueList.Of(pitfalls);
    }

    /// <summary>The day of the report.</summary>
    public LocalDate AsOf => _file.AsOf;

    /// <summary>The first day of the period.</summary>
    public LocalDate From => _after.PlusDays(1);

    /// <summary>The name of the team; null if it has none.</summary>
    public string? Name => _file.Name;

    /// <summary>The currency of the amounts; null if it is not stated.</summary>
    public string? Currency => _file.Currency;

    /// <summary>Whether people are named.</summary>
    public bool IsNamed { get; }

    /// <summary>The number of people in the team on the day.</summary>
    public int PeopleCount => _present.Length;

    /// <summary>The positions that people have, in their order.</summary>
    public IReadOnlyList<SalesPosition> Positions =>
        ValueList.Of(_present.Select(member => member.Position).Distinct().OrderBy(position => position.Value));

    /// <summary>Whether figures are shown that could reveal single people: if people are named, or if there are at least five.</summary>
    public bool HasPeople => IsNamed || _present.Length >= SalesManagement.LeastPeople;

    /// <summary>Whether the team consists of one person who is not named: every figure of the team would be that person's, so the report is
    /// for nobody else.</summary>
    public bool IsOnePerson => !IsNamed && _file.Members.Count <= 1;

    /// <summary>Whether figures are left out because they come from fewer than five people.</summary>
    public bool LeavesOut { get; private set; }

    /// <summary>The funnel of the team; null without deals. Its owners are named only if people are.</summary>
    public FunnelReport? Funnel { get; private set; }

    /// <summary>The measures of the weekly logs of the period; null without logs. The hours of fewer than five managers are included only
    /// if people are named.</summary>
    public LogMeasures? Log { get; }

    /// <summary>The accuracy of earlier forecasts; null without any.</summary>
    public ForecastAccuracy? Accuracy { get; }

    /// <summary>The known facts about the six focuses.</summary>
    public ManagementFacts Facts { get; private set; }

    /// <summary>The judgement of the six focuses.</summary>
    public Assessment<SalesManagementLevel> Assessment { get; private set; }

    /// <summary>The six focuses.</summary>
    public IReadOnlyList<FocusScore> Focuses { get; private set; }

    /// <summary>The weakest focuses, the weakest link of the team.</summary>
    public IReadOnlyList<FocusScore> ShortBoard { get; private set; }

    /// <summary>The actions for the three weakest focuses.</summary>
    public IReadOnlyList<Hit<ManagementAction>> Actions { get; private set; }

    /// <summary>The number of people whose logs show each sign of a formality; empty below five people without names. A number is null if
    /// it is below five and nobody is named, because it would point at one of them.</summary>
    public IReadOnlyDictionary<FormalitySign, int?> Formality { get; private set; }

    /// <summary>The number of people whose records show each pitfall; empty below five people without names. A number is null if it is
    /// below five and nobody is named, because it would point at one of them.</summary>
    public IReadOnlyDictionary<Pitfall, int?> Pitfalls { get; private set; }

    /// <summary>The closed loops of all periods of all people; empty if people are not named and there are fewer than five.</summary>
    internal IReadOnlyList<ClosedLoop> Loops { get; private set; }

    /// <summary>The states of the loops, part by part: closed, open, and not due; empty below five people without names. Counts of one to
    /// four are null if nobody is named.</summary>
    public IReadOnlyList<LoopCount> LoopCounts =>
        Loops.Count == 0 ? [] : ValueList.Of(LoopPart.InOrder.Select(part => new LoopCount(
            part, Count(part, isMet: true), Count(part, isMet: false), Count(part, isMet: null))));

    /// <summary>The number of objectives.</summary>
    public int Objectives { get; }

    /// <summary>The weaknesses of objectives; a report that names nobody may show only how many objectives lack each letter.</summary>
    internal IReadOnlyList<SmartFault> SmartFaults { get; private set; }

    /// <summary>The number of faults by letter; letters without a fault are left out. Null for fewer than five if nobody is
    /// named.</summary>
    public IReadOnlyDictionary<SmartPart, int?> SmartFaultCounts => Counted(
        SmartFaults.Select((fault, i) => (fault.Part, Invariant($"{i}"))), SmartPart.InOrder);

    /// <summary>The fairness of quotas and pay; with too few people, it gives no answer.</summary>
    public QuotaFairness QuotaFairness { get; private set; }

    /// <summary>The pay plans that apply.</summary>
    public IReadOnlyList<PayPlan> Plans { get; private set; }

    /// <summary>The total pay of all people; null if a statement is missing, and below five people without names.</summary>
    public decimal? TotalPay { get; }

    /// <summary>The competences in which people are below the standard, the widest gap first; empty below five people without
    /// names.</summary>
    public IReadOnlyList<TeamSkillGap> SkillGaps { get; }

    /// <summary>The people, by rank and then by name; empty if nobody is named.</summary>
    public IReadOnlyList<TeamPerson> People { get; } = [];

    /// <summary>The signs of a formality with their evidence; empty if nobody is named.</summary>
    public IReadOnlyList<FormalityFinding> FormalityFindings { get; } = [];

    /// <summary>The pitfalls with their evidence; empty if nobody is named.</summary>
    public IReadOnlyList<PitfallFinding> PitfallFindings { get; } = [];

    /// <summary>Creates the report on a team.</summary>
    /// <param name="file">The team.</param>
    /// <param name="isNamed">Whether people are named. Otherwise, every figure is that of the team.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="InvalidModelException">The file has faults; the exception names each with its path.</exception>
    /// <exception cref="OverflowException">An amount does not fit a decimal.</exception>
    public static TeamReport Of(TeamFile file, bool isNamed = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.FaultsOf() is { Count: > 0 } faults ? throw new InvalidModelException("team", faults) : new(file, isNamed);
    }

    /// <summary>Describes the report for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new TeamDocument(this, language).Whole();
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The day, the number of people and the score by name.</returns>
    public override string ToString() => Invariant($"TeamReport {{ AsOf = {AsOf:R}, People = {PeopleCount}, Score = {Assessment.Score} }}");

    /// <summary>The pay plan of a person; null if the phase is not known.</summary>
    internal PayPlan? PlanOf(TeamMember member) => _file.PlanOf(member);

    // What fewer than five people have given is told where they are named, and else left out.
    private T[] Enough<T>(T[] given, Func<T, string> person)
    {
        if (IsNamed || given.Length == 0 || given.Select(person).Distinct(StringComparer.Ordinal).Count() >= SalesManagement.LeastPeople)
            return given;
        LeavesOut = true;
        return [];
    }

    // Below five people a count of people points at one of them.
    private void Hide()
    {
        (Formality, Pitfalls) = (new Dictionary<FormalitySign, int?>(), new Dictionary<Pitfall, int?>());
        (Loops, SmartFaults, Plans) = ([], [], []);
        QuotaFairness = QuotaFairness.Of([]);
    }

    private static FunnelReport WithoutOwners(FunnelReport funnel) => funnel with
    {
        Owners = [],
        Notices =
        [
            .. funnel.Notices.Select(notices => new DealNotices(
                notices.Kind, notices.Count, notices.Amount, [.. notices.First.Select(notice => notice with { Owner = null })])),
        ],
    };

    // A period is a person's: few of them point at somebody.
    private int? Count(LoopPart part, bool? isMet) =>
        Loops.Count(loop => loop.Checks.Any(check => check.Part == part && check.IsMet == isMet)) is var count
        && (IsNamed || count is 0 or >= SalesManagement.LeastPeople) ? count : null;

    private TeamPerson PersonOf(TeamMember member, IReadOnlyDictionary<string, Grading.AccountTier> tiers, WeeklyLog[] logs)
    {
        var deals = _file.Opportunities.Where(deal => deal.Owner == member.Name).ToArray();
        var others = _file.Opportunities.Where(deal => deal.Owner != member.Name).ToArray();
        var gaps = Skills.GapsOf(member.Position, member.Skills);
        WeeklyLog[] own = [.. logs.Where(log => log.Person == member.Name)];
        var log = MeasuresOf(own, tiers);
        var facts = Facts(interval => interval.Counted!.Value, interval => interval.Counted!.Value);
        var worst = Facts(interval => interval.CountedInterval()!.Low, interval => interval.CountedInterval()!.High);
        var best = Facts(interval => interval.CountedInterval()!.High, interval => interval.CountedInterval()!.Low);
        return new(member, facts, worst, best, deals.Count(deal => !deal.IsOpen)) { Statement = StatementOf(member) };

        ManagementFacts Facts(Func<Statistics.RateEstimate, double> good, Func<Statistics.RateEstimate, double> bad) =>
            FactsOf(member, log, own, good, bad) with
            {
                SkillShare = Skills.ShareOf(gaps),
                Conversion = StandingOf(RateOf(deals), RateOf(others)),
            };
    }

    private PayStatement? StatementOf(TeamMember member)
    {
        if (_file.PlanOf(member) is not { } plan || member.OnTargetEarnings is not { } earnings
            || plan.Measures.Any(measure => member.Results.All(result => result.Measure != measure.Key)))
            return null;
        int? month = member.JoinedOn is { } joined && member.Phase == EmploymentPhase.Probation
            ? Period.Between(joined, _file.AsOf, PeriodUnits.Months).Months + 1 : null;
        return plan.Statement(earnings, member.Results, Cent, month);
    }

    private LogMeasures? MeasuresOf(WeeklyLog[] logs, IReadOnlyDictionary<string, Grading.AccountTier> tiers) =>
        logs.Length == 0 ? null : LogMeasures.Of(logs, tiers, _file.AsOf);

    // Shares of cases where more is better, and where less is, may be taken as counted or at an end of their intervals.
    private ManagementFacts FactsOf(
        TeamMember? member, LogMeasures? log, WeeklyLog[] logs, Func<Statistics.RateEstimate, double> good,
        Func<Statistics.RateEstimate, double> bad)
    {
        var deals = _file.Opportunities.Where(deal => member is null || deal.Owner == member.Name).ToArray();
        var open = deals.Where(deal => deal.IsOpen).ToArray();
        var found = deals.Where(deal => deal.History.Where(entry => entry.Stage.Value >= FunnelStage.P2.Value)
            .Select(entry => entry.Since).FirstOrDefault() is { } since && IsInPeriod(since)).ToArray();
        var planned = (member is null ? _present : [member]).Sum(each => each.PlannedOpportunities ?? 0);
        var channels = found.Where(deal => deal.Channel is not null).GroupBy(deal => deal.Channel!)
            .Select(group => group.Count()).ToArray();
        var actions = _file.Actions.Where(action => (member is null || action.Owner == member.Name)
            && action.State.Status != ActionStatus.Dismissed && IsInPeriod(action.DueOn)).ToArray();
        var visits = logs.SelectMany(each => each.Done).Count(entry => entry.Kind == LogActivityKind.Visit);

        // The wins of those whose visits are known: else not to write a log would raise the ratio.
        var loggers = logs.Select(each => each.Person).ToHashSet(StringComparer.Ordinal);
        var wins = deals.Count(deal => deal.Outcome is { IsWon: true } won && IsInPeriod(won.Date)
            && deal.Owner is { } owner && loggers.Contains(owner));
        var proven = open.Count(deal => SalesFunnel.EvidenceOf(deal, _file.AsOf).Count > 0);
        var committed = deals.Where(deal => deal.Category == ForecastCategory.Committed)
            .Select(deal => (Deal: deal, Promised: deal.CloseDates.Count > 0 ? deal.CloseDates[0].ExpectedClose : deal.ExpectedClose))
            .Where(each => each.Promised is { } day && day <= _file.AsOf && (!each.Deal.IsOpen || EndOfQuarter(day) < _file.AsOf))
            .ToArray();
        return new()
        {
            NewOpportunityRatio = planned == 0 ? null : Math.Min(100, (double)found.Length / planned),
            OtherChannelShare = channels.Length == 0 ? null : Share(channels.Sum() - channels.Max(), channels.Sum(), good),
            ReserveRatio = member is null && Funnel?.Forecast.Coverage is { } coverage
                ? coverage.Coverage is { } times ? Math.Min(100, times / coverage.NeededCoverage) : 1 : null,
            OnTimeShare = Share(
                actions.Count(action => action.State is { On: { } on } && action.State.Status == ActionStatus.Done && on <= action.DueOn),
                actions.Length, good),
            NextStepShare = Without(DealNoticeKind.NoNextStep, open.Length),
            MovingShare = Without(DealNoticeKind.Stuck, open.Length),
            SupportedShare = Without(DealNoticeKind.ClaimedAboveEvidence, proven),
            SlippingShare = With(DealNoticeKind.Slipping, open.Length, bad),
            EffectiveShare = log is { Effective.Trials: > 0 } ? good(log.Effective) : null,
            TopTierShare = log?.TopTierShare,
            WinsPerHundredVisits = 100 * Share(Math.Min(wins, visits), visits, good),
            CommitmentShare = Share(
                committed.Count(each => each.Deal.Outcome is { IsWon: true } won && won.Date <= EndOfQuarter(each.Promised!.Value)),
                committed.Length, good),
        };

        int Noticed(DealNoticeKind kind, int all) => Math.Min(all, Funnel?.Notices.FirstOrDefault(notices => notices.Kind == kind)?.First
            .Count(notice => member is null || notice.Owner == member.Name) ?? 0);

        double? With(DealNoticeKind kind, int all, Func<Statistics.RateEstimate, double> end) => Share(Noticed(kind, all), all, end);

        double? Without(DealNoticeKind kind, int all) => Share(all - Noticed(kind, all), all, good);
    }

    private bool IsInPeriod(LocalDate day) => day > _after && day <= _file.AsOf;

    private static double? Share(int count, int all, Func<Statistics.RateEstimate, double> end) =>
        all == 0 ? null : end(new(0, 0, count, all));

    private static LocalDate EndOfQuarter(LocalDate day)
    {
        var month = day.Month + ((3 - (day.Month % 3)) % 3);
        return new(day.Year, month, day.Calendar.GetDaysInMonth(day.Year, month));
    }

    private static Statistics.RateEstimate RateOf(Opportunity[] deals) =>
        new(0, 0, deals.Count(deal => deal.Outcome is { IsWon: true }), deals.Count(deal => !deal.IsOpen));

    private static ConversionStanding? StandingOf(Statistics.RateEstimate own, Statistics.RateEstimate others) =>
        own.CountedInterval() is not { } mine || others.CountedInterval() is not { } theirs ? null
        : mine.High < theirs.Low ? ConversionStanding.BelowTeam
        : mine.Low > theirs.High ? ConversionStanding.AboveTeam
        : ConversionStanding.LikeTeam;

    // Those who have not won yet count for as long as they have been there.
    private double? MonthsToFirstWin()
    {
        // A first win before the first deal that the file knows cannot be seen.
        if (_file.Opportunities.SelectMany(deal => deal.History).Select(entry => (LocalDate?)entry.Since).Min() is not { } begin)
            return null;
        var joiners = Enough(
            [.. _file.Members.Where(member => member.JoinedOn <= _file.AsOf && member.JoinedOn >= begin
                && member.Position == SalesPosition.Representative)],
            member => member.Name);
        var times = joiners.Select(member =>
            {
                var joined = member.JoinedOn!.Value;
                var first = _file.Opportunities.Where(deal => deal.Owner == member.Name && deal.Outcome is { IsWon: true } won
                    && won.Date >= joined).Select(deal => (LocalDate?)deal.Outcome!.Date).Min();
                var end = first ?? (member.LeftOn < _file.AsOf ? member.LeftOn.Value : _file.AsOf);
                return new Statistics.SurvivalTime(Math.Max(0, Period.DaysBetween(joined, end)) / DaysPerMonth, IsCensored: first is null);
            }).ToArray();
        return times.Length == 0 ? null : Statistics.Survival.Of(times).Median is { } median ? Math.Min(120, median) : null;
    }

    private double? LeaverShare()
    {
        var since = _file.AsOf.PlusMonths(-LeaverMonths);
        var there = _file.Members.Where(member => !(member.LeftOn <= since) && !(member.JoinedOn > _file.AsOf)).ToArray();
        var left = there.Where(member => member.LeftOn <= _file.AsOf).ToArray();
        return there.Length == 0 || left.Any(member => member.IsRegretted is null) ? null
            : (double)left.Count(member => member.IsRegretted == true) / there.Length;
    }

    // Fewer than five people point at one of them.
    private Dictionary<TTerm, int?> Counted<TTerm>(IEnumerable<(TTerm Term, string Person)> found, IReadOnlyList<TTerm> order)
        where TTerm : class
    {
        var counts = found.Distinct().GroupBy(each => each.Term).ToDictionary(group => group.Key, group => group.Count());
        return order.Where(counts.ContainsKey).ToDictionary(
            term => term, term => IsNamed || counts[term] >= SalesManagement.LeastPeople ? counts[term] : (int?)null);
    }

    private static IEnumerable<TeamSkillGap> Widest(TeamPerson[] people) => people.SelectMany(person => person.Gaps)
        .Where(gap => gap.Levels is not null)
        .GroupBy(gap => gap.Competence)
        .Select(group => new TeamSkillGap(
            group.Key, group.Count(), group.Count(gap => gap.Levels > 0), group.Average(gap => gap.Levels!.Value),
            group.Where(gap => gap.Measure is not null).OrderByDescending(gap => gap.Levels).Select(gap => gap.Measure).FirstOrDefault()))
        .Where(gap => gap.Below > 0)
        .OrderByDescending(gap => gap.MeanLevels).ThenBy(gap => gap.Competence.Value);

    private static void Rank(TeamPerson[] people)
    {
        var ranked = people.Where(person => person.ClosedDeals >= SalesManagement.LeastDeals && person.Assessment.Score is not null)
            .OrderByDescending(person => person.Assessment.Score).ToArray();
        if (ranked.Length >= SalesManagement.LeastPeople)
        {
            for (var i = 0; i < ranked.Length; i++)
                ranked[i].Rank = i > 0 && ranked[i].Assessment.Score == ranked[i - 1].Assessment.Score ? ranked[i - 1].Rank : i + 1;
        }

        Array.Sort(people, (one, other) => (one.Rank ?? int.MaxValue) != (other.Rank ?? int.MaxValue)
            ? (one.Rank ?? int.MaxValue).CompareTo(other.Rank ?? int.MaxValue)
            : string.CompareOrdinal(one.Member.Name, other.Member.Name));
    }
}
