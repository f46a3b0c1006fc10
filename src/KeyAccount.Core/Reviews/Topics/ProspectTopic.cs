using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of prospects: whether a company is worth winning as a customer, how to come in, and the progress of the
/// work.</summary>
internal sealed class ProspectTopic() : AccountTopic(ReviewTopic.Prospect)
{
    internal override bool IsCovered => false;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("prospect.abilityToPay", name: "prospectAbilityToPay"),
        new("prospect.openedOn", name: "prospectOpenedOn"),
        new("prospect.history[].kind", name: "prospectEvent"),
        new("prospect.history[].on", name: "prospectEventOn"),
        new("prospect.history[].action", name: "prospectAction"),
        new("prospect.history[].note", name: "prospectNote"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.ProspectPriority, (m, value) => m with { ProspectPriority = value }),
        ModelSlot.Of(m => m.IncumbentEntry, (m, value) => m with { IncumbentEntry = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        if (account.Prospect is not { } prospect)
            return;
        if (!Portfolio.Fits($"{path}.prospect.history", prospect.History.Count, faults))
            return;

        faults.AddRange(prospect.Faults(asOf).Select(fault => new ModelFault($"{path}.prospect.{fault.Member}", fault.Message)));
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        return account.Prospect is not { } prospect ? converted : converted with
        {
            Prospect = prospect with
            {
                ExpectedPurchases = converter.Of(prospect.ExpectedPurchases, null, "prospect.expectedPurchases"),
                Balance = prospect.Balance is not { } balance ? null : balance with
                {
                    WorkingCapital = Of(balance, balance.WorkingCapital, "workingCapital"),
                    RetainedEarnings = Of(balance, balance.RetainedEarnings, "retainedEarnings"),
                    Ebit = Of(balance, balance.Ebit, "ebit"),
                    BookEquity = Of(balance, balance.BookEquity, "bookEquity"),
                    TotalLiabilities = Of(balance, balance.TotalLiabilities, "totalLiabilities"),
                    TotalAssets = Of(balance, balance.TotalAssets, "totalAssets"),
                },
            },
        };

        // At the rate of the day of the balance; ratios stay as they are.
        decimal Of(BalanceFigures balance, decimal amount, string name) =>
            converter.Of(amount, null, LocalDate.Min(balance.On ?? converter.AsOf, converter.AsOf), $"prospect.balance.{name}");
    }

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) =>
        account.Prospect is not { } prospect ? review : review with
        {
            Prospect = ProspectReview.Of(
                prospect, account.Id, AccessTo(account, review.AsOf), review.AsOf, models.ProspectPriority, models.IncumbentEntry),
        };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.Prospect is not { } prospect ? facts
        : facts with
        {
            ProspectPriority = prospect.Priority.Band,
            ExpectedPurchases = prospect.ExpectedPurchases,
            ProspectStep = prospect.Case is { IsOpen: true } work ? work.Step : null,
            ProspectAction = prospect.Case?.NextAction,
            DaysInProspectStep = prospect.DaysInStep,
            IsProspectStuck = prospect.IsStuck,
            IsProspectWaiting = prospect.IsWaiting,
        };

    internal override bool IsKnown(AccountReview review) => review.Prospect is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "prospectStuck", f => f.IsProspectStuck && (f.ProspectPriority == null || f.ProspectPriority != ProspectPriority.Drop),
            new(Topic, 0.1m, StakeBasis.ExpectedPurchases, FindingKind.Opportunity),
            arguments: f => [f.DaysInProspectStep, AccountFindings.Named(f.ProspectStep)],
            provenance: Won)
        .Rule(
            "prospectOpen",
            f => f.ProspectPriority == ProspectPriority.Pursue && f.ProspectAction != null && !f.IsProspectStuck && !f.IsProspectWaiting,
            new(Topic, 0.1m, StakeBasis.ExpectedPurchases, FindingKind.Opportunity),
            arguments: f => [AccountFindings.Named(f.ProspectStep)],
            provenance: Won)
        .Rule(
            "prospectWaits", f => f.IsProspectWaiting && (f.ProspectPriority == null || f.ProspectPriority != ProspectPriority.Drop),
            new(Topic, 0.01m, StakeBasis.ExpectedPurchases, FindingKind.Opportunity),
            provenance: AccountFindings.Knowing)
        .Rule(
            "prospectNotWorth", f => f.ProspectPriority == ProspectPriority.Drop && f.ProspectAction != null,
            new(Topic, 0.01m, StakeBasis.ExpectedPurchases, FindingKind.DecisionNeeded),
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "prospect.advance",
            f => f.Topic == ReviewTopic.Prospect && f.Kind == FindingKind.Opportunity && !f.Account.IsProspectWaiting,
            new(ActionKind.AdvanceProspect, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("advanceProspect"),
            arguments: f => [AccountFindings.Named(f.Account.ProspectStep), Next(f.Account.ProspectAction)])
        .Rule(
            "prospect.wait",
            f => f.Topic == ReviewTopic.Prospect && f.Kind == FindingKind.Opportunity && f.Account.IsProspectWaiting,
            new(ActionKind.AdvanceProspect, ActionOwner.KeyAccountManager, 90),
            AccountActions.What("waitForProspect"))
        .Rule(
            "prospect.drop",
            f => f.Topic == ReviewTopic.Prospect && f.Kind == FindingKind.DecisionNeeded,
            new(ActionKind.DropProspect, ActionOwner.SalesManager, 14),
            AccountActions.What("dropProspect"));

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Prospect is not { } prospect ? null
        : prospect.Case is { IsOpen: false } closed ? reader.Text(closed.IsWon ? "prospectWon" : "prospectDropped")
        : reader.Joined(
            reader.Points(prospect.Priority),
            prospect.Case is not { } work ? null
                : prospect.IsWaiting ? reader.Text("prospectWaits", work.Step!)
                : reader.Text(prospect.IsStuck ? "prospectStuck" : "prospectIn", work.Step!, prospect.DaysInStep),
            prospect.AbilityToPay.Level?.DisplayName(reader.Language)) ?? reader.NotKnown;

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Prospect is not { } prospect)
            yield break;
        yield return new(
            reader.Text("prospect"),
            [
                .. ProspectDocuments.Of(prospect, reader.Currency, new(reader.Language)),
                .. prospect.Case is not { IsOpen: false } && reader.Told(reader.Models.ProspectPriority, prospect.Priority) is { } told
                    ? (Block[])[told] : [],
            ]);
    }

    private static Provenance Won { get; } = Provenance.LibraryDefault("about a tenth of what prospects would buy is won");

    private static object Next(KeyAction? action) => action is null ? "" : new Text(
        action.Description(Language.English), action.Description(Language.SimplifiedChinese),
        action.Description(Language.TraditionalChinese));

    // Somebody on our side stands at CR2 or better; without contacts nobody knows.
    private static FactorLevel? AccessTo(AccountFile account, LocalDate asOf)
    {
        var people = account.Contacts.Where(contact => contact.IsThereOn(asOf)).ToArray();
        return people.Length == 0 ? null
            : people.Any(contact => contact.IsCoach) ? FactorLevel.High
            : people.Any(contact => contact.StandingAsOf(asOf)?.Known is { } level && level.IsAtLeast(LadderLevel.CR2))
                ? FactorLevel.Medium
            : FactorLevel.Low;
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>Whether a company is worth winning as a customer, and the progress of the work.</summary>
    public static readonly ReviewTopic Prospect = new(29);
}

public sealed partial class StakeBasis
{
    /// <summary>The expected yearly purchases of a prospect (<see cref="ReviewFacts.ExpectedPurchases"/>); value 29.</summary>
    public static readonly StakeBasis ExpectedPurchases = new(29, f => f.ExpectedPurchases);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of a prospect's priority.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<ProspectFacts, ProspectPriority> ProspectPriority { get; init => field = Guard.NotNull(value); } =
        Prospecting.Priority;

    /// <summary>The table of ways to come in where a competitor has a firm hold.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<IncumbentFacts, IncumbentEntry> IncumbentEntry { get; init => field = Guard.NotNull(value); } =
        Prospecting.Entry;
}

public sealed partial record AccountFile
{
    /// <summary>The facts about it as a prospect; null if it is not a prospect, or is already a customer.</summary>
    [JsonPropertyOrder(290)]
    public ProspectRecord? Prospect { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>Whether it is worth winning as a customer, and the progress of the work; null if it is not a prospect.</summary>
    [JsonPropertyOrder(290)]
    public ProspectReview? Prospect { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The priority of the prospect; null if it is not a prospect, or if too little is known.</summary>
    public ProspectPriority? ProspectPriority { get; init; }

    /// <summary>The expected yearly purchases.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? ExpectedPurchases { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The step of the open work on the prospect.</summary>
    public ProspectStep? ProspectStep { get; init; }

    /// <summary>The next key action of that work.</summary>
    public KeyAction? ProspectAction { get; init; }

    /// <summary>The number of days in that step.</summary>
    [FactRange(FactUnit.Days)]
    public int? DaysInProspectStep { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>Whether it has been in that step for longer than usual.</summary>
    public bool IsProspectStuck { get; init; }

    /// <summary>Whether the work is waiting for an opening beside the present supplier.</summary>
    public bool IsProspectWaiting { get; init; }
}
