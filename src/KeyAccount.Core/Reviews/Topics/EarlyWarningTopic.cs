using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of early warning: whether the customer is leaving, by signs, rhythm and state, and what to do if so.</summary>
internal sealed class EarlyWarningTopic() : AccountTopic(ReviewTopic.EarlyWarning)
{
    private const int MonthsOfRange = 12;
    private const int QuartersPerYear = 4;

    // A debt of more days is a slip of the pen.
    private const int LongestDebt = 10_000;

    // Signs that no other topic tells.
    private static readonly WarningSign[] Untold =
    [
        WarningSign.ShareFalls, WarningSign.RangeNarrows, WarningSign.PaymentSlows, WarningSign.ComplaintsChange,
        WarningSign.ContactFades, WarningSign.CompetitorTrial,
    ];

    // Signs that the customer buys less.
    private static readonly WarningSign[] Buying =
        [WarningSign.PurchasesFall, WarningSign.OrderOverdue, WarningSign.ShareFalls, WarningSign.RangeNarrows];

    private static readonly Provenance Signs = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} asks for early warning and names no stakes; several signs together are more than each alone");

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Warning, (m, value) => m with { Warning = value }),
        ModelSlot.Of(m => m.WarningThresholds, (m, value) => m with { WarningThresholds = value }),
        ModelSlot.Of(m => m.CustomerState, (m, value) => m with { CustomerState = value }),
        ModelSlot.Of(m => m.DepartureKind, (m, value) => m with { DepartureKind = value }),
        ModelSlot.Of(m => m.WinbackStrategy, (m, value) => m with { WinbackStrategy = value }),
        ModelSlot.Of(m => m.WinbackTools, (m, value) => m with { WinbackTools = value }),
        ModelSlot.Of(m => m.Service, (m, value) => m with { Service = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        RefuseNull($"{path}.orders", account.Orders, faults);
        RefuseNull($"{path}.invoices", account.Invoices, faults);
        RefuseNull($"{path}.visits", account.Visits, faults);
        RefuseNull($"{path}.competitorEvents", account.CompetitorEvents, faults);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < account.Invoices.Count; i++)
        {
            if (account.Invoices[i] is not { } invoice)
                continue;
            var place = Invariant($"{path}.invoices[{i}]");
            if (invoice.Id is { } id && Portfolio.FaultOf(id, ids) is { } fault)
                faults.Add(new($"{place}.id", fault));
            if (invoice.Due < invoice.Issued)
                faults.Add(Before($"{place}.due", invoice.Due, invoice.Issued.Value));
            if (invoice.Paid < invoice.Issued)
                faults.Add(Before($"{place}.paid", invoice.Paid.Value, invoice.Issued.Value));
        }

        for (var i = 0; i < account.Orders.Count; i++)
            Portfolio.Fits(Invariant($"{path}.orders[{i}].items"), account.Orders[i]?.Items.Count ?? 0, faults);

        static ModelFault Before(string place, LocalDate day, LocalDate issued) => new(
            place,
            $"it is {LocalDatePattern.Iso.Format(day)}; it must not be before issued, {LocalDatePattern.Iso.Format(issued)}");
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        Orders =
        [
            .. account.Orders.Select((each, i) => each with
            {
                Amount = converter.Of(each.Amount, null, each.Date, Invariant($"orders[{i}].amount")),
            }),
        ],
        Invoices =
        [
            .. account.Invoices.Select((each, i) => each with
            {
                Amount = converter.Of(each.Amount, null, each.Issued ?? each.Due, Invariant($"invoices[{i}].amount")),
            }),
        ],
    };

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Orders = [.. group.Head.Orders, .. group.Members.SelectMany(member => member.Orders)],
        Invoices =
        [
            .. group.Head.Invoices,
            .. group.Members.SelectMany(member => member.Invoices.Select(
                each => each.Id is null ? each : each with { Id = AccountGroup.Qualify(member, each.Id) })),
        ],
        Visits = [.. group.Head.Visits, .. group.Members.SelectMany(member => member.Visits)],
        CompetitorEvents = [.. group.Head.CompetitorEvents, .. group.Members.SelectMany(member => member.CompetitorEvents)],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var data = DataOf(account, review, models);
        var report = WarningReport.Of(data, review.AsOf, models.WarningThresholds, models.Warning, models.CustomerState);
        var cause = account.Warning?.Cause;
        return report.Signs.Count == 0 && !report.State.IsDecided && cause is null ? review : review with
        {
            EarlyWarning = report,
            Winback = WinbackOf(report.State.Advice, cause, review.Tier.Tier, models),
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        if (review.EarlyWarning is not { } report)
            return facts;
        var raised = report.Raised.ToArray();
        var untold = raised.Where(sign => Untold.Contains(sign.Sign)).OrderByDescending(sign => sign.Severity).ToArray();
        var contract = Array.Find(raised, sign => sign.Sign == WarningSign.ContractNotRenewed);
        return facts with
        {
            Warning = report.Warning.Band,
            WarningSigns = raised.Length,
            RaisedSigns = raised.Length == 0 ? null : Joined([.. raised.Select(sign => sign.Sign)]),
            UntoldSigns = untold.Length,
            UntoldSign = untold.Length == 0 ? null : untold[0].Evidence,
            CustomerState = report.State.Advice,
            StateReason = report.State is { Hits: [var hit, ..] } ? hit.Reason : null,
            IsContractEnding = contract is not null,
            ContractSign = contract?.Evidence,
            DepartureCause = review.Winback?.Cause,
            RecoveryAdvice = review.Winback is not { Cause: { } cause } winback ? null
                : winback.Strategy.Advice == WinbackStrategy.LetGo ? TextTable.Library["Reviews.Recovery.LetGo"]
                : TextTable.Library[$"Reviews.Recovery.{cause.Name}"],
        };
    }

    internal override bool IsKnown(AccountReview review) => CanTellRisk(review) || review.EarlyWarning?.Raised.Any() == true;

    // A single sign says that something is wrong, and not how much.
    internal override bool CanTellRisk(AccountReview review) =>
        review.EarlyWarning is { } report && (report.Warning.IsRated || report.State.IsDecided);

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "blacklisted", f => f.CustomerState == CustomerState.Blacklisted, new(Topic, 1, kind: FindingKind.Issue),
            provenance: Signs)

        // Where the months show that it has stopped, the trend tells it.
        .Rule(
            "lost",
            f => f.CustomerState == CustomerState.Lost
                && (f.MonthsSincePurchase == null || f.MonthsSincePurchase < AccountFindings.SilentMonths
                    || f.MonthsSincePurchase <= f.LongestPause),
            new(Topic, 0.8m, kind: FindingKind.Issue),
            arguments: f => [f.StateReason], provenance: Signs)
        .Rule(
            "alarm",
            f => f.Warning == WarningLevel.Alarm && f.WarningSigns > 1
                && (f.UntoldSigns > 0 || f.MonthsSincePurchase == null || f.MonthsSincePurchase < AccountFindings.SilentMonths
                    || f.MonthsSincePurchase <= f.LongestPause),
            new(Topic, 0.4m, kind: FindingKind.Risk),
            arguments: f => [f.WarningSigns, f.RaisedSigns], provenance: Signs)
        .Rule(
            "sleeping",
            f => f.CustomerState == CustomerState.Sleeping
                && (f.MonthsSincePurchase == null || f.MonthsSincePurchase < AccountFindings.SilentMonths
                    || f.MonthsSincePurchase <= f.LongestPause),
            new(Topic, 0.3m, kind: FindingKind.Risk),
            arguments: f => [f.StateReason], provenance: Signs)

        // Where a contract in force ends soon, its own topic tells it.
        .Rule(
            "contractEnding",
            f => f.IsContractEnding && (f.CustomerState == null || f.CustomerState != CustomerState.Lost)
                && (f.ContractDaysLeft == null
                    || (f.ContractDaysLeft > AccountFindings.ContractDays
                        && (f.Barrier == null || f.Barrier != BarrierLevel.Low || f.ContractDaysLeft > AccountFindings.OpenContractDays))),
            new(Topic, 0.2m, null, FindingKind.Risk, FindingSubject.Contract),
            arguments: f => [f.ContractSign], provenance: Signs)
        .Rule(
            "watch", f => f.Warning == WarningLevel.Watch && f.UntoldSigns > 0,
            new(Topic, 0.1m, kind: FindingKind.Weakness),
            arguments: f => [f.UntoldSign], provenance: Signs);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "leaving.cause",
            f => f.Topic == ReviewTopic.EarlyWarning && f.Subject == FindingSubject.Account
                && (f.Kind == FindingKind.Issue || f.Kind == FindingKind.Risk) && f.Account.DepartureCause != null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("recoverFor"),
            arguments: AccountActions.Recovery)
        .Rule(
            "lost.findCause",
            f => f.Topic == ReviewTopic.EarlyWarning && f.Subject == FindingSubject.Account
                && f.Kind == FindingKind.Issue && f.Account.DepartureCause == null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("findCause"))
        .Rule(
            "sleeping.call",
            f => f.Topic == ReviewTopic.EarlyWarning && f.Subject == FindingSubject.Account
                && f.Kind == FindingKind.Risk && f.Account.DepartureCause == null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("askWhy"))
        .Rule(
            "contractEnding.renew",
            f => f.Topic == ReviewTopic.EarlyWarning && f.Subject == FindingSubject.Contract,
            new(ActionKind.RenewContract, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("startTalks"))
        .Rule(
            "watch.check",
            f => f.Topic == ReviewTopic.EarlyWarning && f.Kind == FindingKind.Weakness,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("checkSign"));

    internal override string? Summary(AccountReview review, TopicReader reader)
    {
        var report = review.EarlyWarning;
        return reader.Joined(
            report?.State.Advice?.DisplayName(reader.Language),
            report?.Warning.Band?.DisplayName(reader.Language),
            report is { Warning.IsRated: false } && report.Raised.Any()
                ? reader.Text(
                    "warningUnrated", TopicReader.Number(100 * report.Warning.Coverage, "0"),
                    TopicReader.Number(100 * reader.Models.Warning.MinimumCoverage, "0"))
                : null,
            report?.Raised.Any() == true ? reader.Listed(report.Raised.Select(sign => sign.Sign.DisplayName(reader.Language))) : null,
            review.Rfm is { Segment: { } segment } rfm
                ? reader.Text("rfm", segment, rfm.Recency, rfm.Frequency, rfm.Money)
                : null);
    }

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.EarlyWarning is not { } report || !IsKnown(review))
            yield break;

        // That somebody buys month by month, as it always did, stands in the line and among the purchases.
        if (report is { Rhythm.IsByMonth: true, State.Advice: { } state } && state == CustomerState.Active
            && !report.Raised.Any() && review.Winback is null)
            yield break;
        var section = report.Describe(reader.Language).ToSection();
        ListItem[] winback = review.Winback is not { } advice ? [] :
        [
            .. DecisionDocument.Items(advice.Strategy, reader.Language),
            .. advice.Kind is { } kind ? DecisionDocument.Items(kind, reader.Language) : [],
            .. advice.Tools is { } tools ? DecisionDocument.Items(tools, reader.Language) : [],
        ];
        yield return winback.Length == 0 ? section
            : new(section.Heading, [.. section.Blocks, new Section(reader.Text("winback"), [new BulletList(winback)])]);
    }

    /// <summary>Whether the signs show that the customer buys less: at least "watch", with two signs, one of them about buying, because
    /// three months alone go up and down; null if they show nothing.</summary>
    internal static bool? IsDeclining(WarningReport? report) => report is not { Warning.Band: { } level } ? null
        : level != WarningLevel.Calm && report.Raised.Count() > 1 && report.Raised.Any(sign => Buying.Contains(sign.Sign)) ? true
        : level == WarningLevel.Calm ? false : null;

    private static WinbackReview? WinbackOf(CustomerState? state, DepartureCause? cause, AccountTier? tier, ReviewModels models)
    {
        if ((state is null || state == CustomerState.Active) && cause is null)
            return null;
        var strategy = models.WinbackStrategy.Decide(new() { Tier = tier, Cause = cause, State = state ?? CustomerState.Active });
        return new(
            cause,
            cause is null ? null : models.DepartureKind.Decide(new() { Cause = cause }),
            strategy,
            cause is null || strategy.Advice is not { } advice ? null
                : models.WinbackTools.Decide(new() { Strategy = advice, Cause = cause }));
    }

    private static WarningData DataOf(AccountFile account, AccountReview review, ReviewModels models)
    {
        var (id, asOf, notes) = (account.Id, review.AsOf, account.Warning ?? new());
        var (items, before) = RangeOf(account.Orders, asOf);
        var people = account.Contacts.Where(StakeholdersTopic.IsKeyPerson).ToArray();
        return new()
        {
            Purchases = account.Purchases.Count == 0 ? null
                : [.. account.Purchases.Select(each => new MonthlyAmount(each.Month, each.Amount))],
            Orders = account.Orders.Count == 0 ? null : [.. account.Orders.Select(each => new AccountPurchase(id, each.Date, each.Amount))],
            ShareBefore = notes.PreviousShareOfWallet,
            Share = notes.PreviousShareOfWallet is null ? null : ShareOf(account, asOf),
            Items = items,
            ItemsBefore = before,
            Invoices = InvoicesOf(account, review),
            Complaints = account.Complaints.Count == 0 ? null
                : [.. account.Complaints.Select(each => new ComplaintSpan(each.OpenedOn, each.IsClosed ? each.History[^1].On : null))],
            Visits = account.Visits.Count == 0 ? null : account.Visits,
            VisitsPerYear = account.Visits.Count == 0 ? null
                : models.Service.Decide(new() { Tier = review.Tier.Tier }).Advice is { VisitsPerQuarter: > 0 and var visits }
                    ? QuartersPerYear * visits : null,

            // Of people without dates nobody knows whether they are new.
            KeyPeople = people.Any(each => each.Since is not null || each.Until is not null)
                ? [.. people.Select(each => new KeyPersonSpan(each.Called, each.Since, each.Until))] : null,
            CompetitorEvents = account.CompetitorEvents.Count == 0 ? null : account.CompetitorEvents,
            Contracts = account.Contracts.Count == 0 ? null
                : [.. account.Contracts.Select(each => new AccountContract(id, each.From, each.Until, each.AnnualValue ?? 0))],
            HasContractTalks = notes.HasContractTalks,
            IsBlacklisted = notes.IsBlacklisted == true,
        };
    }

    // A debt that is only stated is an invoice whose day is known.
    private static IReadOnlyList<AccountInvoice>? InvoicesOf(AccountFile account, AccountReview review) =>
        account.Invoices.Count > 0
            ? [.. account.Invoices.Select(each => new AccountInvoice(account.Id, each.Amount, each.Due, each.Paid))]
            : review.DebtOverdueDays is > 0 and <= LongestDebt and var days
                ? [new(account.Id, 1, review.AsOf.PlusDays(-(int)days), null)]
                : null;

    private static double? ShareOf(AccountFile account, LocalDate asOf) => (double?)(account.Loyalty?.ShareOfWallet
        ?? (account.Wallet.Count == 0 ? null : ShareOfWallet.Of(account.WalletOn(asOf)).MainBusiness.Share));

    // Year against year, which takes out the season; where both years have orders with items.
    private static (int? Items, int? Before) RangeOf(IReadOnlyList<AccountOrder> orders, LocalDate asOf)
    {
        if (orders.Count == 0 || asOf.Year <= LocalDate.MinIsoValue.Year + 2)
            return (null, null);
        var (yearAgo, twoYearsAgo) = (asOf.PlusMonths(-MonthsOfRange), asOf.PlusMonths(-2 * MonthsOfRange));
        var bought = orders.Where(each => each.Amount > 0 && each.Items.Count > 0).ToArray();
        if (!Array.Exists(bought, each => each.Date <= twoYearsAgo.PlusDays(31)))
            return (null, null);
        return (Different(yearAgo, asOf), Different(twoYearsAgo, yearAgo));

        int Different(LocalDate after, LocalDate to) => bought.Where(each => each.Date > after && each.Date <= to)
            .SelectMany(each => each.Items).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    private static Text Joined(IReadOnlyList<WarningSign> signs) => new(
        string.Join(", ", signs.Select(sign => sign.DisplayName(Language.English))),
        string.Join("、", signs.Select(sign => sign.DisplayName(Language.SimplifiedChinese))),
        string.Join("、", signs.Select(sign => sign.DisplayName(Language.TraditionalChinese))));

    private static void RefuseNull<T>(string path, IReadOnlyList<T> list, List<ModelFault> faults)
        where T : class
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is null)
                faults.Add(new(Invariant($"{path}[{i}]"), "it is null; it must be an object"));
        }
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>Whether the customer is leaving.</summary>
    public static readonly ReviewTopic EarlyWarning = new(15);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of the combined urgency of warning signs.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<WarningFacts, WarningLevel> Warning { get; init => field = Guard.NotNull(value); } = Winback.EarlyWarning.Standard;

    /// <summary>The thresholds of the warning signs.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public WarningThresholds WarningThresholds { get; init => field = Guard.NotNull(value); } = WarningThresholds.Default;

    /// <summary>The table of a customer's state: active, sleeping, lost, or barring us.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<CustomerStateFacts, CustomerState> CustomerState { get; init => field = Guard.NotNull(value); } =
        CustomerStates.Standard;

    /// <summary>The table of the ways in which a customer leaves.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<DepartureFacts, DepartureKind> DepartureKind { get; init => field = Guard.NotNull(value); } =
        DepartureKinds.Standard;

    /// <summary>The table of win-back strategies.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<WinbackStrategyFacts, WinbackStrategy> WinbackStrategy { get; init => field = Guard.NotNull(value); } =
        WinbackStrategies.Standard;

    /// <summary>The table of win-back tools.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<WinbackToolFacts, WinbackTool> WinbackTools { get; init => field = Guard.NotNull(value); } =
        Winback.WinbackTools.Standard;

    /// <summary>The service standards of an account, such as the frequency of visits.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ServiceStandardFacts, ServiceStandard> Service { get; init => field = Guard.NotNull(value); } =
        DifferentiatedService.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>The account's single orders, in any order. If they are left out, a review takes them from the single purchases it is given;
    /// if it has neither, it reads the buying rhythm from months. They are the same goods as <see cref="Purchases"/>, and are used in their
    /// place if these are left out.</summary>
    [JsonPropertyOrder(150)]
    public IReadOnlyList<AccountOrder> Orders { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<AccountOrder>.Empty;

    /// <summary>Our invoices to the account, paid and open, in any order. If there are any, the overdue debt follows from them.</summary>
    [JsonPropertyOrder(151)]
    public IReadOnlyList<Invoice> Invoices { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Invoice>.Empty;

    /// <summary>Our meetings with the account, in any order.</summary>
    [JsonPropertyOrder(152)]
    public IReadOnlyList<CustomerVisit> Visits { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<CustomerVisit>.Empty;

    /// <summary>Events at the account that competitors caused, in any order.</summary>
    [JsonPropertyOrder(153)]
    public IReadOnlyList<CompetitorEvent> CompetitorEvents { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<CompetitorEvent>.Empty;

    /// <summary>Facts that only people know about whether the account is leaving, and why.</summary>
    [JsonPropertyOrder(154)]
    public WarningNotes? Warning { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>Whether the account is leaving: signs, rhythm and state; null if nothing tells.</summary>
    [JsonPropertyOrder(150)]
    public WarningReport? EarlyWarning { get; init; }

    /// <summary>Why the account is leaving, and how far to go to win it back; null if it is active and nobody states a cause.</summary>
    [JsonPropertyOrder(151)]
    public WinbackReview? Winback { get; init; }

    /// <summary>The recency, frequency and monetary score of the account among all accounts; null if no single purchases are
    /// known.</summary>
    [JsonPropertyOrder(152)]
    public RfmScore? Rfm { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The combined urgency of its warning signs; null if too little is known.</summary>
    public WarningLevel? Warning { get; init; }

    /// <summary>The number of raised warning signs.</summary>
    [FactRange(FactUnit.Count)]
    public int WarningSigns { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The raised warning signs; null if there are none.</summary>
    public Text? RaisedSigns { get; init; }

    /// <summary>The number of raised warning signs that no other topic reports.</summary>
    [FactRange(FactUnit.Count)]
    public int UntoldSigns { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The evidence for the strongest sign that no other topic reports; null if there is none.</summary>
    public Text? UntoldSign { get; init; }

    /// <summary>Whether the account is active, sleeping, lost, or has barred us; null if nothing tells.</summary>
    public CustomerState? CustomerState { get; init; }

    /// <summary>The reason for that state.</summary>
    public Text? StateReason { get; init; }

    /// <summary>Whether its contract has ended or ends soon without a renewal under way.</summary>
    public bool IsContractEnding { get; init; }

    /// <summary>The evidence that its contract is not being renewed; null if it is, or if there is none.</summary>
    public Text? ContractSign { get; init; }

    /// <summary>The cause of its departure; null while it is not known.</summary>
    public DepartureCause? DepartureCause { get; init; }

    /// <summary>The remedy for that cause; null while it is not known.</summary>
    public Text? RecoveryAdvice { get; init; }
}

// Who buys how, over all accounts together.
public sealed partial record PortfolioReview
{
    /// <summary>The cuts between the scores of <see cref="AccountReview.Rfm"/>; null if no single purchases are known.</summary>
    [JsonPropertyOrder(3)]
    public RfmCuts? RfmCuts { get; init; }

    internal static void WriteRfmCuts(Utf8JsonWriter json, RfmCuts? cuts)
    {
        if (cuts is null)
            return;
        json.WritePropertyName("rfmCuts");
        JsonSerializer.Serialize(json, cuts, ReviewJson.Default.RfmCuts);
    }
}

public sealed partial class PortfolioReviewRun
{
    // The scores of all accounts, by their ids: those of one owner keep the place they have among all.
    private readonly Dictionary<string, RfmScore> _rfm = [];

    /// <summary>The cuts between the scores of <see cref="AccountReview.Rfm"/>; null if no single purchases are known.</summary>
    public RfmCuts? RfmCuts { get; private init; }

    /// <summary>Lists what has become true since an earlier review and what is no longer true, account by account in the order of
    /// <see cref="Accounts"/>; then the accounts that no longer exist.</summary>
    /// <param name="earlier">The earlier review.</param>
    /// <param name="progress">Receives the number of accounts done.</param>
    /// <returns>The events; with plans (<see cref="WithPlans"/>) also the actions that have become overdue or have ended, including on the
    /// day of the earlier review. An account that is left out because of its faults does not count as one that no longer exists.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="earlier"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is of a later date, in another currency, or of the accounts of
    /// somebody else.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts; the exception holds all faults.</exception>
    public IReadOnlyList<ReviewEvent> EventsSince(ReviewSnapshot earlier, Action<int>? progress = null)
    {
        // Refuses what cannot be compared before any account is reviewed.
        _ = PortfolioChange.Between(earlier, SnapshotOf([]));
        var before = earlier.Accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        var there = Accounts.Select(account => account.Entry.Id).Concat(Skipped.Select(account => account.Id).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var stakes = new Dictionary<string, Stake>(StringComparer.Ordinal);
        foreach (var rule in _reviewer.Models.Findings.Rules)
            stakes[rule.Id] = rule.Advice;
        return
        [
            .. Reviews(progress, []).SelectMany(review =>
                ReviewEvent.Of(review, before.GetValueOrDefault(review.Id), earlier.AsOf, stakes.GetValueOrDefault)
                    .Concat(ReviewEvent.Of(review, _plans?.GetValueOrDefault(review.Id)?.Actions ?? [], earlier.AsOf))),
            .. earlier.Accounts.Where(account => !there.Contains(account.Id) && (Owner is null || account.Owner == Owner))
                .Select(account => ReviewEvent.Removed(account, earlier.AsOf, AsOf)),
        ];
    }
}
