using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>OKE: the relationship with a customer in its three dimensions, organisation, key decision makers, extensive.</summary>
/// <remarks>Dimensions, levels, elements and the reach of activities are 《大客户销售技巧（客户关系管理篇）》's and 《客户关系拓展与管理》's. They publish no formula:
/// every weight, scale,
/// cut, target and rule is a <c>LibraryDefault</c>, meant to be replaced, except where a rule says otherwise. The profile comes first, the
/// score second.</remarks>
public static class Oke
{
    /// <summary>The share of the influence that decides: a level counts as reached by the key decision makers together if those who have
    /// reached it hold at least this share. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DecisiveShare = 0.5;

    private static readonly Provenance Ours = Provenance.LibraryDefault(
        $"{SourceTitle.Relationships} names dimensions and levels and gives no weights, scales or cuts");
    private static readonly Provenance Observed = Provenance.LibraryDefault(
        $"{SourceTitle.Relationships} announces a standard of assessment and does not give it: facts that anybody can observe");
    private static readonly Provenance NextStep = Provenance.LibraryDefault(
        "one step up as an organisation, and what usually carries it in the other two dimensions");
    private static readonly Provenance LargestGap = Provenance.LibraryDefault(
        "the largest gap holds back; among equals the base, for it carries the rest");
    private static readonly Provenance Compared = Provenance.LibraryDefault(
        "the source documents keep key level and ladder apart; which pairs can be true at once is our judgement");
    private static readonly Provenance Chosen = Provenance.LibraryDefault(
        $"{SourceTitle.Relationships} names point, line and plane; which activity lengthens which board is ours");

    /// <summary>Observable facts → organisation level: judged, not guessed.</summary>
    public static Scorecard<OrganisationFacts, OrganisationLevel> Organisation { get; } = Scorecard
        .For<OrganisationFacts, OrganisationLevel>("oke.organisation")
        .From(Observed)
        .Labels(TextTable.Library, "Relationships.Oke.")
        .Criterion(
            "shareOfWallet", 30, f => 100 * f.ShareOfWallet, Scale.Linear((0, 0), (10, 25), (30, 60), (60, 100)), 1,
            unit: Unit("percent"), control: Controllability.Influenceable)
        .Criterion(
            "contract",
            25,
            f => f.Contract,
            Scale.Levels(
                (ContractForm.OrderByOrder, 0),
                (ContractForm.FrameworkAgreement, 45),
                (ContractForm.LongTermAgreement, 75),
                (ContractForm.StrategicAgreement, 100)),
            control: Controllability.Influenceable)
        .Criterion("jointPlanning", 20, f => f.JointPlanningPerYear, Scale.Linear((0, 0), (1, 50), (4, 100)), 1,
            unit: Unit("timesPerYear"), control: Controllability.Actionable)
        .Criterion(
            "topLevelMeetings", 15, f => f.TopLevelMeetingsPerYear, Scale.Linear((0, 0), (1, 40), (4, 100)), 1,
            unit: Unit("timesPerYear"), control: Controllability.Actionable)
        .Criterion("jointProjects", 10, f => f.JointProjects, Scale.Linear((0, 0), (1, 50), (3, 100)), 1,
            unit: Unit("projects"), control: Controllability.Actionable)
        .Cap("noAgreement", f => f.Contract == ContractForm.OrderByOrder, OrganisationLevel.Supplier)
        .Cap("leadersApart", f => f.TopLevelMeetingsPerYear < 1, OrganisationLevel.KeySupplier)
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands(
            (0, OrganisationLevel.Vendor),
            (25, OrganisationLevel.Supplier),
            (50, OrganisationLevel.KeySupplier),
            (75, OrganisationLevel.StrategicPartner))
        .Build();

    /// <summary>Three levels → strength of the relationship; the weakest link caps the whole.</summary>
    public static Scorecard<OkeFacts, RelationshipStrength> Standard { get; } = Scorecard
        .For<OkeFacts, RelationshipStrength>("oke.standard")
        .From(Ours)
        .Labels(TextTable.Library, "Relationships.Oke.")
        .Criterion(
            "organisation",
            35,
            f => f.Organisation,
            Scale.Levels(
                (OrganisationLevel.Vendor, 10),
                (OrganisationLevel.Supplier, 40),
                (OrganisationLevel.KeySupplier, 75),
                (OrganisationLevel.StrategicPartner, 100)),
            control: Controllability.Influenceable)
        .Criterion(
            "keyDecisionMakers",
            40,
            f => f.KeyDecisionMakers,
            Scale.Levels(
                (KeyRelationshipLevel.Contact, 10),
                (KeyRelationshipLevel.Acceptance, 30),
                (KeyRelationshipLevel.Favour, 55),
                (KeyRelationshipLevel.Support, 80),
                (KeyRelationshipLevel.ExclusiveSupport, 100)),
            control: Controllability.Influenceable)
        .Criterion(
            "extensive",
            25,
            f => f.Extensive,
            Scale.Levels(
                (ExtensiveLevel.Poor, 0), (ExtensiveLevel.Fair, 40), (ExtensiveLevel.Good, 75), (ExtensiveLevel.Excellent, 100)),
            control: Controllability.Influenceable)
        .Cap("onlyContact", f => f.KeyDecisionMakers == KeyRelationshipLevel.Contact, RelationshipStrength.Developing)
        .Cap("poorClimate", f => f.Extensive == ExtensiveLevel.Poor, RelationshipStrength.Developing)
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands(
            (0, RelationshipStrength.Weak),
            (30, RelationshipStrength.Developing),
            (55, RelationshipStrength.Solid),
            (80, RelationshipStrength.Strong))
        .Build();

    /// <summary>The organisation level → the next target in all three dimensions; complete.</summary>
    public static DecisionTable<OkeFacts, OkeTarget> Targets { get; } = DecisionTable
        .For<OkeFacts, OkeTarget>("oke.targets")
        .Domain(f => f.Organisation, [.. OrganisationLevel.InOrder, null])
        .From(NextStep)
        .Reasons(TextTable.Library, "Relationships.OkeTarget.")
        .Rule("unknown", f => f.Organisation == null,
            new(OrganisationLevel.Supplier, KeyRelationshipLevel.Acceptance, ExtensiveLevel.Fair))
        .Rule("vendor", f => f.Organisation == OrganisationLevel.Vendor,
            new(OrganisationLevel.Supplier, KeyRelationshipLevel.Acceptance, ExtensiveLevel.Fair))
        .Rule("supplier", f => f.Organisation == OrganisationLevel.Supplier,
            new(OrganisationLevel.KeySupplier, KeyRelationshipLevel.Support, ExtensiveLevel.Good))
        .Rule("keySupplier", f => f.Organisation == OrganisationLevel.KeySupplier,
            new(OrganisationLevel.StrategicPartner, KeyRelationshipLevel.ExclusiveSupport, ExtensiveLevel.Excellent))
        .Rule("strategicPartner", f => f.Organisation == OrganisationLevel.StrategicPartner,
            new(OrganisationLevel.StrategicPartner, KeyRelationshipLevel.ExclusiveSupport, ExtensiveLevel.Excellent))
        .Build(HitPolicy.Unique);

    /// <summary>Gaps → the dimension that holds the account back; the first rule that matches; complete.</summary>
    /// <remarks>Levels are counted, not compared across scales: the dimension that lacks most levels to its own target.</remarks>
    public static DecisionTable<OkeGaps, OkeDimension?> HoldingBack { get; } = DecisionTable
        .For<OkeGaps, OkeDimension?>("oke.holdingBack")
        .Domain(f => f.Organisation, 0, 1, 2, 3, null)
        .Domain(f => f.KeyDecisionMakers, 0, 1, 2, 3, 4, null)
        .Domain(f => f.Extensive, 0, 1, 2, 3, null)
        .From(LargestGap)
        .Reasons(TextTable.Library, "Relationships.HoldingBack.")
        .Rule("extensive", f => f.Extensive > 0 && (f.KeyDecisionMakers == null || f.KeyDecisionMakers <= f.Extensive)
                && (f.Organisation == null || f.Organisation <= f.Extensive),
            OkeDimension.Extensive, arguments: f => [f.Extensive])
        .Rule("keyDecisionMakers", f => f.KeyDecisionMakers > 0 && (f.Organisation == null || f.Organisation <= f.KeyDecisionMakers),
            OkeDimension.KeyDecisionMakers, arguments: f => [f.KeyDecisionMakers])
        .Rule("organisation", f => f.Organisation > 0, OkeDimension.Organisation, arguments: f => [f.Organisation])
        .Rule("unknown", f => f.Organisation == null || f.KeyDecisionMakers == null || f.Extensive == null, null)
        .Rule("onTarget", f => f.Organisation == 0 && f.KeyDecisionMakers == 0 && f.Extensive == 0, null)
        .Build(HitPolicy.First);

    /// <summary>The dimension that holds the account back → activities; complete.</summary>
    /// <remarks>The methods are 《客户关系拓展与管理》's; their wording, their reach, and which activity improves which weak element are
    /// ours.</remarks>
    public static DecisionTable<OkeActivityFacts, OkeActivity> Activities { get; } = DecisionTable
        .For<OkeActivityFacts, OkeActivity>("oke.activities")
        .Domain(f => f.Dimension, [.. OkeDimension.InOrder, null])
        .Domain(f => f.ShortBoard, [.. ExtensiveElement.InOrder, null])
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Relationships} names the methods of each dimension; their wording and reach are ours"))
        .Rule("decodeStrategy", f => f.Dimension == OkeDimension.Organisation,
            Activity(ActivityReach.Plane, "decodeStrategy"), Because("organisation"))
        .Rule("matchStrategies", f => f.Dimension == OkeDimension.Organisation,
            Activity(ActivityReach.Plane, "matchStrategies"), Because("organisation"))
        .Rule("learnExpectations", f => f.Dimension == OkeDimension.KeyDecisionMakers,
            Activity(ActivityReach.Point, "learnExpectations"), Because("keyDecisionMakers"))
        .Rule("keyActivity", f => f.Dimension == OkeDimension.KeyDecisionMakers,
            Activity(ActivityReach.Point, "keyActivity"), Because("keyDecisionMakers"))
        .Rule("analyseNeeds", f => f.Dimension == OkeDimension.Extensive,
            Activity(ActivityReach.Plane, "analyseNeeds"), Because("extensive"))
        .Rule("brandLoyalty", f => f.Dimension == OkeDimension.Extensive && f.ShortBoard == ExtensiveElement.BrandLoyalty,
            Activity(ActivityReach.Plane, "brandLoyalty"), Because("shortBoard"), ShortBoard, Chosen)
        .Rule("informationChannels", f => f.Dimension == OkeDimension.Extensive && f.ShortBoard == ExtensiveElement.InformationChannels,
            Activity(ActivityReach.Point, "informationChannels"), Because("shortBoard"), ShortBoard, Chosen)
        .Rule("technicalEvaluation", f => f.Dimension == OkeDimension.Extensive && f.ShortBoard == ExtensiveElement.TechnicalEvaluation,
            Activity(ActivityReach.Line, "technicalEvaluation"), Because("shortBoard"), ShortBoard, Chosen)
        .Rule("deliveryAndProfit", f => f.Dimension == OkeDimension.Extensive && f.ShortBoard == ExtensiveElement.DeliveryAndProfit,
            Activity(ActivityReach.Line, "deliveryAndProfit"), Because("shortBoard"), ShortBoard, Chosen)
        .Rule("keepContact", f => f.Dimension == null, Activity(ActivityReach.Plane, "keepContact"), Because("none"), provenance: Chosen)
        .Build(HitPolicy.Collect);

    /// <summary>Key level and ladder level of one person → whether both can be true at once; complete.</summary>
    /// <remarks>CR1 goes with support, exclusive or not; CR2 with acceptance to support; CR3 with contact to favour; CR4 with contact and
    /// acceptance; CR5 with contact.</remarks>
    public static DecisionTable<KeyDecisionMaker, LevelAgreement> Agreement { get; } = DecisionTable
        .For<KeyDecisionMaker, LevelAgreement>("oke.agreement")
        .Domain(f => f.Level, [.. KeyRelationshipLevel.InOrder, null])
        .Domain(f => f.Ladder, [.. LadderLevel.InOrder, null])
        .From(Compared)
        .Reasons(TextTable.Library, "Relationships.Agreement.", person => [person.Name, person.Level, person.Ladder])
        .Rule("unknown", f => f.Level == null || f.Ladder == null, LevelAgreement.Unknown)
        .Rule(
            "keyAboveLadder",
            f => (f.Level == KeyRelationshipLevel.ExclusiveSupport && f.Ladder != null && f.Ladder != LadderLevel.CR1)
                || (f.Level == KeyRelationshipLevel.Support
                    && (f.Ladder == LadderLevel.CR3 || f.Ladder == LadderLevel.CR4 || f.Ladder == LadderLevel.CR5))
                || (f.Level == KeyRelationshipLevel.Favour && (f.Ladder == LadderLevel.CR4 || f.Ladder == LadderLevel.CR5))
                || (f.Level == KeyRelationshipLevel.Acceptance && f.Ladder == LadderLevel.CR5),
            LevelAgreement.KeyAboveLadder)
        .Rule(
            "keyBelowLadder",
            f => (f.Level == KeyRelationshipLevel.Contact && (f.Ladder == LadderLevel.CR1 || f.Ladder == LadderLevel.CR2))
                || (f.Level == KeyRelationshipLevel.Acceptance && f.Ladder == LadderLevel.CR1)
                || (f.Level == KeyRelationshipLevel.Favour && f.Ladder == LadderLevel.CR1),
            LevelAgreement.KeyBelowLadder)
        .Rule(
            "consistent",
            f => (f.Ladder == LadderLevel.CR1
                    && (f.Level == KeyRelationshipLevel.Support || f.Level == KeyRelationshipLevel.ExclusiveSupport))
                || (f.Ladder == LadderLevel.CR2 && (f.Level == KeyRelationshipLevel.Acceptance
                    || f.Level == KeyRelationshipLevel.Favour || f.Level == KeyRelationshipLevel.Support))
                || (f.Ladder == LadderLevel.CR3 && (f.Level == KeyRelationshipLevel.Contact
                    || f.Level == KeyRelationshipLevel.Acceptance || f.Level == KeyRelationshipLevel.Favour))
                || (f.Ladder == LadderLevel.CR4
                    && (f.Level == KeyRelationshipLevel.Contact || f.Level == KeyRelationshipLevel.Acceptance))
                || (f.Ladder == LadderLevel.CR5 && f.Level == KeyRelationshipLevel.Contact),
            LevelAgreement.Consistent)
        .Build(HitPolicy.Unique);

    /// <summary>The profile of an account.</summary>
    /// <param name="organisation">The observations of the relationship between the companies; an empty record if nothing is known.</param>
    /// <param name="decisionMakers">The key decision makers in any order.</param>
    /// <param name="extensive">The elements of the climate; an empty record if nothing is known.</param>
    /// <param name="target">The target of the relationship; null for the next target by <see cref="Targets"/>.</param>
    /// <param name="models">Models of your own; null for the library's.</param>
    /// <returns>The three levels with their reasons, the gaps, what holds the account back, what to do, and the score.</returns>
    /// <exception cref="ArgumentNullException">Facts or a person are null.</exception>
    /// <exception cref="ArgumentException">No target is given, and <see cref="OkeModels.Targets"/> of your own gives none.</exception>
    public static OkeProfile Profile(
        OrganisationFacts organisation,
        IReadOnlyList<KeyDecisionMaker> decisionMakers,
        ExtensiveFacts extensive,
        OkeTarget? target = null,
        OkeModels? models = null)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(decisionMakers);
        foreach (var person in decisionMakers)
            ArgumentNullException.ThrowIfNull(person, nameof(decisionMakers));
        ArgumentNullException.ThrowIfNull(extensive);
        models ??= new();

        var assessed = models.Organisation.Assess(organisation);
        var key = Together(decisionMakers, models);
        var climate = ExtensiveRelationship.Of(extensive);
        var levels = new OkeFacts { Organisation = assessed.Band, KeyDecisionMakers = key.Level, Extensive = climate.Level };
        target ??= models.Targets.Decide(levels).Advice
            ?? throw new ArgumentException("models.Targets gives no target for these levels, and target is null.", nameof(models));
        var gaps = new OkeGaps
        {
            Organisation = Lacking(levels.Organisation, target.Organisation),
            KeyDecisionMakers = Lacking(levels.KeyDecisionMakers, target.KeyDecisionMakers),
            Extensive = Lacking(levels.Extensive, target.Extensive),
        };
        var holdingBack = models.HoldingBack.Decide(gaps);
        return new(
            assessed, key, climate, target, gaps, holdingBack,
            Suggested(holdingBack.Advice, climate, models.Activities),
            [.. Conflicts(decisionMakers, models.Agreement)],
            models.Standard.Assess(levels));
    }

    // All three scales rise from 1; none is compared with another.
    private static int? Lacking<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TLevel>(
        TLevel? level, TLevel target)
        where TLevel : OrderedTerm<TLevel> => level is null ? null : Math.Max(0, target.Value - level.Value);

    private static KeyRelationship Together(IReadOnlyList<KeyDecisionMaker> people, OkeModels models)
    {
        // The best level that people with the decisive share of the influence have reached.
        var reached = KeyRelationshipLevel.InOrder.Select(level => (Level: level, Share: Support.Of(people.Select(person =>
            (person.Influence, person.Level is null ? (double?)null : person.Level.IsAtLeast(level) ? 100 : 0))).Range)).ToArray();
        var decisive = ScoreRounding.Round(100 * models.DecisiveShare);
        return new(
            reached.LastOrDefault(each => each.Share.Low >= decisive).Level ?? KeyRelationshipLevel.Contact,
            reached.LastOrDefault(each => each.Share.High >= decisive).Level ?? KeyRelationshipLevel.Contact,
            KeyRelationshipLevel.InOrder.FirstOrDefault(level => people.Any(person => person.Level == level)),
            Support.Of(people.Select(person => (person.Influence, person.Ladder)), models.LadderPoints));
    }

    private static IReadOnlyList<Hit<OkeActivity>> Suggested(
        OkeDimension? dimension, ExtensiveRelationship climate, DecisionTable<OkeActivityFacts, OkeActivity> activities)
    {
        // One question for each shortest board; what holds for all of them is said once.
        var boards = climate.ShortBoard.Cast<ExtensiveElement?>().DefaultIfEmpty();
        return
        [
            .. boards.SelectMany(board => activities.Decide(new() { Dimension = dimension, ShortBoard = board }).Hits)
                .DistinctBy(hit => hit.RuleId, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<LevelConflict> Conflicts(
        IReadOnlyList<KeyDecisionMaker> people, DecisionTable<KeyDecisionMaker, LevelAgreement> agreement) =>
        from person in people.OrderBy(person => person.Name, StringComparer.Ordinal)
            .ThenBy(person => person.Level?.Value)
            .ThenBy(person => person.Ladder?.Value)
        from hit in agreement.Decide(person).Hits
        where hit.Advice == LevelAgreement.KeyAboveLadder || hit.Advice == LevelAgreement.KeyBelowLadder
        select new LevelConflict(person.Name, hit.Advice, hit.Reason);

    private static OkeActivity Activity(ActivityReach reach, string rule) =>
        new(reach, TextTable.Library[$"Relationships.OkeActivity.{rule}"]);

    private static object?[] ShortBoard(OkeActivityFacts facts) => [facts.ShortBoard];

    private static Text Because(string key) => TextTable.Library[$"Relationships.ActivityReason.{key}"];

    private static Text Unit(string key) => TextTable.Library[$"Relationships.Oke.unit.{key}"];
}
