using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>Decision tables for activities: which kind, how large, who invites whom, and which gifts are allowed.</summary>
/// <remarks>The six kinds, the four audiences and the five demands on speakers are 《B2B 大客户开发与管理》's. It asks how to choose and how large
/// to plan, and gives neither rules nor sizes: every rule here is a <c>LibraryDefault</c>, meant to be replaced.</remarks>
public static class ActivityTables
{
    /// <summary>The default limit for a gift to each guest: 200, in the currency of the call. Provenance: <c>LibraryDefault</c>; the law
    /// and the customer's own rules come first.</summary>
    public const decimal GiftLimit = 200;

    /// <summary>The attribution window: the number of days after an activity within which a move counts as its effect, 90. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int WindowDays = 90;

    private static readonly Provenance Asked = Provenance.LibraryDefault(
        $"{SourceTitle.Development} asks the question and gives no answer");

    private static readonly decimal[] Gifts = [0, 1, GiftLimit, GiftLimit + 1];

    /// <summary>Purpose, audience and reach → the kind of activity; the first rule that matches; complete.</summary>
    public static DecisionTable<ActivityTypeFacts, ActivityType> Types { get; } = DecisionTable
        .For<ActivityTypeFacts, ActivityType>("activities.type")
        .Domain(f => f.Purpose, [.. ActivityPurpose.InOrder, null])
        .Domain(f => f.Audience, [.. Audience.InOrder, null])
        .Domain(f => f.Reach, [.. ActivityReach.InOrder, null])
        .Domain(f => f.IsForPartners, true, false)
        .From(Asked)
        .Reasons(TextTable.Library, "Activities.Type.", f => [f.Audience, f.Purpose])
        .Rule("partners", f => f.IsForPartners, ActivityType.PartnerAwards)
        .Rule("leaders", f => f.Audience == Audience.Leaders, ActivityType.IndustryForum)
        .Rule("staff", f => f.Audience == Audience.Staff, ActivityType.UserGathering)
        .Rule("leads", f => f.Purpose == ActivityPurpose.WinLeads || f.Purpose == ActivityPurpose.BuildBrand, ActivityType.ProductLaunch)
        .Rule("deals", f => f.Purpose == ActivityPurpose.AdvanceDeals || f.Purpose == ActivityPurpose.CloseDeals,
            ActivityType.ReferenceCustomers)
        .Rule("retain.middle", f => f.Purpose == ActivityPurpose.RetainCustomers && f.Audience == Audience.MiddleManagers,
            ActivityType.AnnualUserConference)
        .Rule("retain.frontline", f => f.Purpose == ActivityPurpose.RetainCustomers && f.Audience == Audience.FrontlineManagers,
            ActivityType.UserGathering)
        .Rule("line", f => f.Reach == ActivityReach.Line, ActivityType.ProductLaunch)
        .Rule("plane", f => f.Reach == ActivityReach.Plane, ActivityType.AnnualUserConference)
        .Rule("rest", _ => true, ActivityType.UserGathering)
        .Build(HitPolicy.First);

    /// <summary>Audience → size; complete.</summary>
    public static DecisionTable<AudienceFacts, ActivitySize> Sizes { get; } = DecisionTable
        .For<AudienceFacts, ActivitySize>("activities.size")
        .Domain(f => f.Audience, [.. Audience.InOrder, null])
        .From(Asked)
        .Reasons(TextTable.Library, "Activities.Size.")
        .Rule("leaders", f => f.Audience == Audience.Leaders, new(8, 20, 1))
        .Rule("middle", f => f.Audience == Audience.MiddleManagers, new(30, 60, 3))
        .Rule("frontline", f => f.Audience == Audience.FrontlineManagers, new(60, 150, 8))
        .Rule("staff", f => f.Audience == Audience.Staff, new(150, null, 15))
        .Rule("unknown", f => f.Audience == null, new(30, 60, 3))
        .Build(HitPolicy.First);

    /// <summary>Audience → who of us invites; complete.</summary>
    public static DecisionTable<AudienceFacts, SponsorLevel> Inviters { get; } = DecisionTable
        .For<AudienceFacts, SponsorLevel>("activities.inviter")
        .Domain(f => f.Audience, [.. Audience.InOrder, null])
        .From(Asked)
        .Reasons(TextTable.Library, "Activities.Inviter.")
        .Rule("leaders", f => f.Audience == Audience.Leaders, SponsorLevel.Board)
        .Rule("middle", f => f.Audience == Audience.MiddleManagers, SponsorLevel.SalesManager)
        .Rule("others", f => f.Audience != Audience.Leaders && f.Audience != Audience.MiddleManagers, SponsorLevel.Salesperson)
        .Rule("unknown", f => f.Audience == null, SponsorLevel.SalesManager)
        .Build(HitPolicy.First);

    /// <summary>Role, standing and stage of the deal → how soon a guest is invited; the first rule that matches; complete.</summary>
    public static DecisionTable<GuestFacts, GuestPriority> Guests { get; } = DecisionTable
        .For<GuestFacts, GuestPriority>("activities.guest")
        .Domain(f => f.Role, [.. StakeholderRole.InOrder, null])
        .Domain(f => f.IsWon, true, false, null)
        .Domain(f => f.Stage, [.. FunnelStage.InOrder, null])
        .From(Provenance.LibraryDefault("between P2 and P4 a deal can still be moved, and who is not won yet moves it most"))
        .Reasons(TextTable.Library, "Activities.Guest.", f => [f.Role, f.Stage])
        .Rule(
            "decider.deal",
            f => f.Role == StakeholderRole.KDM && !(f.IsWon ?? false)
                && (f.Stage == FunnelStage.P2 || f.Stage == FunnelStage.P3 || f.Stage == FunnelStage.P4),
            GuestPriority.First)
        .Rule("decider", f => f.Role == StakeholderRole.KDM && !(f.IsWon ?? false), GuestPriority.Next)
        .Rule("deal", f => f.Stage == FunnelStage.P2 || f.Stage == FunnelStage.P3 || f.Stage == FunnelStage.P4, GuestPriority.Next)
        .Rule("rest", _ => true, GuestPriority.Keep)
        .Build(HitPolicy.First);

    /// <summary>A gift → whether it may be given; the first rule that matches; complete.</summary>
    /// <remarks>Cash is always refused. In the public sector, and where nobody knows whether it is one, every gift of value is refused. A
    /// company sets its own limit in the facts, and lifts the ban with
    /// <see cref="DecisionTable{TFacts,TAdvice}.Without(string)"/>.</remarks>
    public static DecisionTable<GiftFacts, GiftVerdict> GiftRules { get; } = DecisionTable
        .For<GiftFacts, GiftVerdict>("activities.gift")
        .Domain(f => f.ValuePerHead, Gifts)
        .Domain(f => f.Limit, 0, GiftLimit)
        .Domain(f => f.IsCash, true, false)
        .Domain(f => f.IsPublicSector, true, false, null)
        .From(Provenance.LibraryDefault("a gift that buys a decision is bribery; the limit keeps clear of it"))
        .Reasons(TextTable.Library, "Activities.Gift.", f => [f.ValuePerHead, f.Limit])
        .Rule("none", f => f.ValuePerHead == 0, GiftVerdict.Allowed)
        .Rule("cash", f => f.IsCash, GiftVerdict.Refused)
        .Rule("publicSector", f => f.IsPublicSector == true, GiftVerdict.Refused)
        .Rule("sectorUnknown", f => f.IsPublicSector == null, GiftVerdict.Refused)
        .Rule("aboveLimit", f => f.ValuePerHead > f.Limit, GiftVerdict.Refused)
        .Rule("withinLimit", f => f.ValuePerHead <= f.Limit, GiftVerdict.Allowed)
        .Build(HitPolicy.First);

    /// <summary>A suggestion from the relationship profile → purpose and audience of the activity; complete.</summary>
    public static DecisionTable<OkeActivityPlanFacts, ActivityAim> OkeAims { get; } = DecisionTable
        .For<OkeActivityPlanFacts, ActivityAim>("activities.oke")
        .Domain(f => f.Dimension, [.. OkeDimension.InOrder, null])
        .Domain(f => f.Reach, [.. ActivityReach.InOrder, null])
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Relationships} names point, line and plane for the extensive relationship, and no aims"))
        .Reasons(TextTable.Library, "Activities.OkeAim.", f => [f.Dimension, f.Reach])
        .Rule("organisation", f => f.Dimension == OkeDimension.Organisation, new(ActivityPurpose.RetainCustomers, Audience.Leaders))
        .Rule("keyDecisionMakers", f => f.Dimension == OkeDimension.KeyDecisionMakers,
            new(ActivityPurpose.AdvanceDeals, Audience.Leaders))
        .Rule("line", f => f.Reach == ActivityReach.Line, new(ActivityPurpose.AdvanceDeals, Audience.MiddleManagers))
        .Rule("point", f => f.Reach == ActivityReach.Point, new(ActivityPurpose.RetainCustomers, Audience.MiddleManagers))
        .Rule("rest", _ => true, new(ActivityPurpose.RetainCustomers, Audience.FrontlineManagers))
        .Build(HitPolicy.First);
}
