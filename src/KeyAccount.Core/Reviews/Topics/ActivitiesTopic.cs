using System.Text.Json.Serialization;
using KeyAccount.Core.Activities;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of activities: what they have moved at the account, what is planned, and whom to invite.</summary>
internal sealed class ActivitiesTopic() : AccountTopic(ReviewTopic.Activities)
{
    private const int MonthsWithout = 12;
    private const decimal MostAmount = 1e12m;
    private const decimal MostGift = 1e9m;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("activities[].giftPerHead", "currency"),
        new("activities[].budget[].item", name: "budgetItem"),
        new("activities[].budget[].amount", "currency", "budgetAmount"),
        new("activities[].guests[].contact", name: "guest"),
    ];

    internal override bool IsCovered => false;

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.activities", account.Activities.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Activities.Count; i++)
        {
            if (account.Activities[i] is not { } activity)
                continue;
            var place = Invariant($"{path}.activities[{i}]");
            foreach (var (name, count) in ((string, int)[])[("guests", activity.Guests.Count), ("budget", activity.Budget.Count)])
            {
                Portfolio.Fits($"{place}.{name}", count, faults);
            }

            foreach (var fault in activity.Guests.Count > Portfolio.MostEntries ? [] : activity.Faults(asOf))
            {
                faults.Add(fault.Split(" is ", 2) is [var member, var rest]
                    ? new($"{place}.{member}", $"it is {rest}") : new(place, fault));
            }
        }
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        Activities =
        [
            .. account.Activities.Select((activity, i) => activity with
            {
                Budget =
                [
                    .. activity.Budget.Select((item, at) => item with
                    {
                        Amount = converter.Within(
                            item.Amount, null, LocalDate.Min(activity.Date, converter.AsOf),
                            Invariant($"activities[{i}].budget[{at}].amount"), MostAmount),
                    }),
                ],
                GiftPerHead = converter.Within(
                    activity.GiftPerHead, null, LocalDate.Min(activity.Date, converter.AsOf),
                    Invariant($"activities[{i}].giftPerHead"), MostGift),
            }),
        ],
    };

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Activities =
        [
            .. group.Head.Activities,
            .. group.Members.SelectMany(member => member.Activities.Select(activity => activity with
            {
                Id = AccountGroup.Qualify(member, activity.Id),
                Name = activity.Called,
                Guests =
                [
                    .. activity.Guests.Select(guest => guest with
                    {
                        Contact = AccountGroup.Qualify(member, guest.Contact),
                        OpportunityId = AccountGroup.QualifyKnown(member, guest.OpportunityId),
                    }),
                ],
            })),
        ],
        IsPublicSector = group.Head.IsPublicSector
            ?? (group.Members.Any(member => member.IsPublicSector == true) ? true : null),
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        if (account.Activities.Count == 0)
            return review;
        var open = account.Opportunities.Where(deal => deal.IsOpen).ToArray();
        var stage = open.MaxBy(deal => deal.Stage.Value)?.Stage;
        return review with
        {
            Activities = ActivityReview.Of(
                account.Activities,
                [.. account.Opportunities.SelectMany(MovesOf)],
                [
                    .. account.Contacts.Where(contact => contact.IsThereOn(review.AsOf)).Select(contact => (
                        contact.Id, contact.Weight,
                        new GuestFacts
                        {
                            Role = contact.Role,
                            IsWon = contact.StandingAsOf(review.AsOf)?.Known is { } level ? level.IsAtLeast(LadderLevel.CR2) : null,
                            Stage = stage,
                        })),
                ],
                [
                    .. review.Oke?.Activities.Select(hit => new ActivitySuggestion(
                        hit.RuleId, hit.Advice.Reach, hit.Advice.Activity, review.Oke.HoldingBack.Advice)) ?? [],
                ],
                account.IsPublicSector, models.GiftLimit, review.AsOf),
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        HasActivity = review.Activities is { } activities
            && (activities.NextOn is not null || activities.LastOn > review.AsOf.PlusMonths(-MonthsWithout)),
        ActivityToPlan = review.Activities?.Proposals.FirstOrDefault(each => each.PlannedAs is null)?.Type ?? ActivityTables.Types.Decide(
            new() { Purpose = ActivityPurpose.RetainCustomers, Audience = Audience.Leaders }).Advice,
        RefusedGifts = review.Activities?.Gifts.Count(each => each.Verdict == GiftVerdict.Refused) ?? 0,
    };

    internal override bool IsKnown(AccountReview review) => review.Activities is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    // Where nobody is known, there is nobody to invite: who to know comes first.
    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "noActivity", f => f.Tier == AccountTier.A && f.Contacts > 0 && !f.HasActivity,
            new(Topic, 0.01m, null, FindingKind.Weakness),
            arguments: _ => [MonthsWithout],
            provenance: AccountFindings.Watching)
        .Rule(
            "giftRefused", f => f.RefusedGifts > 0,
            new(Topic, 0.01m, null, FindingKind.Issue),
            arguments: f => [f.RefusedGifts],
            provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "noActivity.plan",
            f => f.Topic == ReviewTopic.Activities && f.Kind == FindingKind.Weakness,
            new(ActionKind.PlanActivity, ActionOwner.KeyAccountManager, 60),
            AccountActions.What("planActivity"),
            arguments: f => [f.Account.ActivityToPlan])
        .Rule(
            "giftRefused.change",
            f => f.Topic == ReviewTopic.Activities && f.Kind == FindingKind.Issue,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("changeGift"));

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Activities is not { } activities ? null
        : reader.Joined(
            activities.LastOn is { } last ? reader.Text("lastActivity", LocalDatePattern.Iso.Format(last)) : null,
            activities.NextOn is { } next ? reader.Text("nextActivity", LocalDatePattern.Iso.Format(next)) : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Activities is not { } activities)
            yield break;
        var names = review.People.ToDictionary(person => person.Id, person => person.Name, StringComparer.Ordinal);
        if (ActivityDocuments.Of(
            activities, id => names.GetValueOrDefault(id, id), reader.Currency, new(reader.Language)).ToArray() is { Length: > 0 } blocks)
        {
            yield return new(reader.Text("activities"), blocks);
        }
    }

    // A deal moves where it comes to a higher stage than it ever was at.
    private static IEnumerable<DealMove> MovesOf(Opportunity deal)
    {
        var highest = deal.History[0].Stage.Value;
        foreach (var entry in deal.History.Skip(1))
        {
            if (entry.Stage.Value > highest && entry.Since is { } day)
                yield return new(deal.Id, day);
            highest = Math.Max(highest, entry.Stage.Value);
        }

        if (deal.Outcome is { IsWon: true } won && highest < FunnelStage.P6.Value)
            yield return new(deal.Id, won.Date);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The effect of activities, and what is planned.</summary>
    public static readonly ReviewTopic Activities = new(34);
}

public sealed partial record ReviewModels
{
    /// <summary>The highest value of a gift for each guest, in the currency of the portfolio; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal GiftLimit
    {
        get;
        init
        {
            Guard.NotNegative(value, nameof(GiftLimit));
            field = value;
        }
    }
    = ActivityTables.GiftLimit;
}

public sealed partial record AccountFile
{
    /// <summary>Our past and planned market activities in which the account takes part.</summary>
    [JsonPropertyOrder(340)]
    public IReadOnlyList<MarketActivity> Activities { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<MarketActivity>.Empty;

    /// <summary>Whether the account is a public body or a state-owned company, where gifts are banned; null if it is not known.</summary>
    [JsonPropertyOrder(341)]
    public bool? IsPublicSector { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>The effect of activities, and what is planned; null if there are none.</summary>
    [JsonPropertyOrder(340)]
    public ActivityReview? Activities { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>Whether there was an activity in the last twelve months, or one is planned.</summary>
    public bool HasActivity { get; init; }

    /// <summary>The kind of activity to plan next.</summary>
    public ActivityType? ActivityToPlan { get; init; }

    /// <summary>The number of planned activities with gifts that may not be given.</summary>
    [FactRange(FactUnit.Count)]
    public int RefusedGifts { get; init => field = FactRange<ReviewFacts>.Checked(value); }
}
