using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Relationships;

public class OkeModelTests
{
    private static readonly OrganisationFacts Partner = new()
    {
        ShareOfWallet = 0.6,
        Contract = ContractForm.StrategicAgreement,
        JointPlanningPerYear = 4,
        TopLevelMeetingsPerYear = 4,
        JointProjects = 3,
    };

    private static readonly OkeFacts Best = new()
    {
        Organisation = OrganisationLevel.StrategicPartner, KeyDecisionMakers = KeyRelationshipLevel.ExclusiveSupport,
        Extensive = ExtensiveLevel.Excellent,
    };

    public static TheoryData<string, string> LevelPairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var level in KeyRelationshipLevel.InOrder)
            {
                foreach (var ladder in LadderLevel.InOrder)
                    pairs.Add(level.Name, ladder.Name);
            }

            return pairs;
        }
    }

    [Fact]
    public void The_weights_and_cuts_are_pinned()
    {
        Oke.Organisation.Criteria.Select(criterion => (criterion.Key, Math.Round(criterion.Weight, 12))).Should().Equal(
            ("shareOfWallet", .30), ("contract", .25), ("jointPlanning", .20), ("topLevelMeetings", .15), ("jointProjects", .10));
        Oke.Organisation.Bands.InOrder.Should().Equal(
            (0, OrganisationLevel.Vendor), (25, OrganisationLevel.Supplier), (50, OrganisationLevel.KeySupplier),
            (75, OrganisationLevel.StrategicPartner));
        Oke.Standard.Criteria.Select(criterion => (criterion.Key, Math.Round(criterion.Weight, 12))).Should().Equal(
            ("organisation", .35), ("keyDecisionMakers", .40), ("extensive", .25));
        Oke.Standard.Bands.InOrder.Should().Equal(
            (0, RelationshipStrength.Weak), (30, RelationshipStrength.Developing), (55, RelationshipStrength.Solid),
            (80, RelationshipStrength.Strong));
        (Oke.Organisation.MinimumCoverage, Oke.Standard.MinimumCoverage, Oke.DecisiveShare).Should().Be((0.6, 0.6, 0.5));
    }

    [Fact]
    public void No_weight_of_ours_is_dressed_up_as_the_methods() =>
        Oke.Organisation.Defaults.Concat(Oke.Standard.Defaults).Select(each => each.Provenance!.Kind)
            .Should().OnlyContain(kind => kind == ProvenanceKind.LibraryDefault);

    [Fact]
    public void The_organisation_level_follows_from_what_can_be_observed()
    {
        Oke.Organisation.Score(Partner).Should().Be(100);
        Oke.Organisation.BandOf(Partner).Should().Be(OrganisationLevel.StrategicPartner);
        var nothing = new OrganisationFacts
        {
            ShareOfWallet = 0, Contract = ContractForm.OrderByOrder, JointPlanningPerYear = 0, TopLevelMeetingsPerYear = 0,
            JointProjects = 0,
        };
        Oke.Organisation.BandOf(nothing)
            .Should().Be(OrganisationLevel.Vendor);

        // .3·60 + .25·45 + .2·50 + .15·40 + .1·0 = 45.25; one joint project adds 5
        var supplier = new OrganisationFacts
        {
            ShareOfWallet = 0.3, Contract = ContractForm.FrameworkAgreement, JointPlanningPerYear = 1, TopLevelMeetingsPerYear = 1,
            JointProjects = 0,
        };
        Oke.Organisation.Score(supplier).Should().Be(45.25);
        Oke.Organisation.BandOf(supplier).Should().Be(OrganisationLevel.Supplier);
        Oke.Organisation.BandOf(supplier with { JointProjects = 1 }).Should().Be(OrganisationLevel.KeySupplier);
    }

    [Fact]
    public void Without_an_agreement_nobody_is_more_than_a_supplier() =>
        Oke.Organisation.BandOf(Partner with { Contract = ContractForm.OrderByOrder }).Should().Be(OrganisationLevel.Supplier);

    [Fact]
    public void Where_the_leaders_meet_less_than_once_a_year_nobody_is_more_than_a_key_supplier()
    {
        Oke.Organisation.BandOf(Partner with { TopLevelMeetingsPerYear = Math.BitDecrement(1.0) })
            .Should().Be(OrganisationLevel.KeySupplier);
        Oke.Organisation.BandOf(Partner with { TopLevelMeetingsPerYear = 1 }).Should().Be(OrganisationLevel.StrategicPartner);
        Oke.Organisation.BandOf(Partner with { TopLevelMeetingsPerYear = null }).Should().Be(OrganisationLevel.StrategicPartner);
    }

    [Fact]
    public void Below_sixty_percent_of_the_weight_the_organisation_level_is_not_known()
    {
        Oke.Organisation.Assess(Partner with { ShareOfWallet = null, JointProjects = null }).IsRated.Should().BeTrue();
        Oke.Organisation.Assess(Partner with { ShareOfWallet = null, TopLevelMeetingsPerYear = null }).IsRated.Should().BeFalse();
    }

    [Fact]
    public void A_better_level_never_has_a_lower_score()
    {
        foreach (var levels in AllLevels())
        {
            var score = Oke.Standard.Score(levels);
            score.Should().BeInRange(0, 100);
            if (Above(levels.Organisation!) is { } organisation)
                Oke.Standard.Score(levels with { Organisation = organisation }).Should().BeGreaterThan(score);
            if (Above(levels.KeyDecisionMakers!) is { } key)
                Oke.Standard.Score(levels with { KeyDecisionMakers = key }).Should().BeGreaterThan(score);
            if (Above(levels.Extensive!) is { } extensive)
                Oke.Standard.Score(levels with { Extensive = extensive }).Should().BeGreaterThan(score);
        }

        Oke.Standard.Score(Best).Should().Be(100);
    }

    [Fact]
    public void A_short_board_caps_the_whole()
    {
        Oke.Standard.BandOf(Best).Should().Be(RelationshipStrength.Strong);
        Oke.Standard.BandOf(Best with { Extensive = ExtensiveLevel.Poor }).Should().Be(RelationshipStrength.Developing);
        Oke.Standard.BandOf(Best with { KeyDecisionMakers = KeyRelationshipLevel.Contact }).Should().Be(RelationshipStrength.Developing);
        Oke.Standard.BandOf(Best with { Extensive = ExtensiveLevel.Fair }).Should().Be(RelationshipStrength.Strong);
        Oke.Standard.BandOf(Best with { Extensive = null }).Should().Be(RelationshipStrength.Strong, "what is not known caps nothing");
    }

    [Fact]
    public void Every_tables_answers_are_complete()
    {
        Oke.Targets.Verify().Should().Match<Core.Rules.TableProof>(proof => proof.IsSound && proof.Combinations == 5);
        Oke.HoldingBack.Verify().Should().Match<Core.Rules.TableProof>(proof => proof.IsSound && proof.Combinations == 150);
        Oke.Activities.Verify().Should().Match<Core.Rules.TableProof>(proof => proof.IsSound && proof.Combinations == 20);
        Oke.Agreement.Verify().Should().Match<Core.Rules.TableProof>(proof => proof.IsSound && proof.Combinations == 36);
    }

    [Theory]
    [InlineData(null, "Supplier", "Acceptance", "Fair")]
    [InlineData("Vendor", "Supplier", "Acceptance", "Fair")]
    [InlineData("Supplier", "KeySupplier", "Support", "Good")]
    [InlineData("KeySupplier", "StrategicPartner", "ExclusiveSupport", "Excellent")]
    [InlineData("StrategicPartner", "StrategicPartner", "ExclusiveSupport", "Excellent")]
    public void The_next_target_is_one_step_up(string? from, string organisation, string key, string extensive) =>
        Oke.Targets.Decide(new() { Organisation = from is null ? null : OrganisationLevel.FromName(from) }).Advice.Should().Be(
            new OkeTarget(
                OrganisationLevel.FromName(organisation), KeyRelationshipLevel.FromName(key), ExtensiveLevel.FromName(extensive)));

    [Theory]
    [InlineData(0, 0, 0, null, "onTarget")]
    [InlineData(1, 1, 1, "Extensive", "extensive")]
    [InlineData(1, 1, 0, "KeyDecisionMakers", "keyDecisionMakers")]
    [InlineData(1, 2, 1, "KeyDecisionMakers", "keyDecisionMakers")]
    [InlineData(2, 1, 1, "Organisation", "organisation")]
    [InlineData(3, 3, 2, "KeyDecisionMakers", "keyDecisionMakers")]
    [InlineData(1, 0, 0, "Organisation", "organisation")]
    [InlineData(null, null, null, null, "unknown")]
    [InlineData(0, 0, null, null, "unknown")]
    [InlineData(1, null, null, "Organisation", "organisation")]
    [InlineData(null, 4, 3, "KeyDecisionMakers", "keyDecisionMakers")]
    [InlineData(0, null, 1, "Extensive", "extensive")]
    public void The_largest_gap_holds_back_and_among_equals_the_base(
        int? organisation, int? key, int? extensive, string? dimension, string rule)
    {
        var decision = Oke.HoldingBack.Decide(new() { Organisation = organisation, KeyDecisionMakers = key, Extensive = extensive });

        decision.IsDecided.Should().BeTrue();
        decision.Advice?.Name.Should().Be(dimension);
        decision.Hits.Single().RuleId.Should().Be(rule);
    }

    [Theory]
    [MemberData(nameof(LevelPairs))]
    public void Key_level_and_ladder_agree_in_one_connected_region(string level, string ladder)
    {
        var agreement = AgreementOf(level, ladder);

        // The region, from contact to exclusive support: what each rung of the ladder bears out.
        var region = ladder switch
        {
            "CR1" => "Support ExclusiveSupport",
            "CR2" => "Acceptance Favour Support",
            "CR3" => "Contact Acceptance Favour",
            "CR4" => "Contact Acceptance",
            _ => "Contact",
        };
        var (lowest, highest) = (KeyRelationshipLevel.FromName(region.Split(' ')[0]), KeyRelationshipLevel.FromName(region.Split(' ')[^1]));
        var judged = KeyRelationshipLevel.FromName(level);
        agreement.Should().Be(
            judged.Value > highest.Value ? LevelAgreement.KeyAboveLadder
            : judged.Value < lowest.Value ? LevelAgreement.KeyBelowLadder
            : LevelAgreement.Consistent);
    }

    [Fact]
    public void Where_one_of_the_two_is_not_known_so_is_their_agreement()
    {
        AgreementOf("Support", null).Should().Be(LevelAgreement.Unknown);
        AgreementOf(null, "CR1").Should().Be(LevelAgreement.Unknown);
        AgreementOf(null, null).Should().Be(LevelAgreement.Unknown);
    }

    [Fact]
    public void S002_activities_lengthen_the_short_board()
    {
        Activities(OkeDimension.Extensive, ExtensiveElement.TechnicalEvaluation)
            .Should().Equal(("analyseNeeds", ActivityReach.Plane), ("technicalEvaluation", ActivityReach.Line));
        Activities(OkeDimension.Extensive, ExtensiveElement.InformationChannels)
            .Should().Equal(("analyseNeeds", ActivityReach.Plane), ("informationChannels", ActivityReach.Point));
        Activities(OkeDimension.Extensive, ExtensiveElement.BrandLoyalty)
            .Should().Equal(("analyseNeeds", ActivityReach.Plane), ("brandLoyalty", ActivityReach.Plane));
        Activities(OkeDimension.Extensive, ExtensiveElement.DeliveryAndProfit)
            .Should().Equal(("analyseNeeds", ActivityReach.Plane), ("deliveryAndProfit", ActivityReach.Line));
        Activities(OkeDimension.Extensive, null).Should().Equal(("analyseNeeds", ActivityReach.Plane));
        Activities(OkeDimension.KeyDecisionMakers, null)
            .Should().Equal(("learnExpectations", ActivityReach.Point), ("keyActivity", ActivityReach.Point));
        Activities(OkeDimension.Organisation, null)
            .Should().Equal(("decodeStrategy", ActivityReach.Plane), ("matchStrategies", ActivityReach.Plane));
        Activities(null, null).Should().Equal(("keepContact", ActivityReach.Plane));
    }

    [Fact]
    public void An_activity_says_what_it_is_for()
    {
        var hit = Oke.Activities.Decide(
            new() { Dimension = OkeDimension.Extensive, ShortBoard = ExtensiveElement.TechnicalEvaluation }).Hits[^1];

        hit.Advice.ToString().Should().Be("Line: hold a technical seminar for the business line that evaluates, before the next evaluation");
        hit.Reason.ZhHans.Should().Be("普遍客户关系的短板（最弱环节）是：技术评标领先。");
    }

    [Fact]
    public void Facts_read_the_same_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        (Partner with { JointProjects = null }).ToString().Should().Be(
            "OrganisationFacts { ShareOfWallet = 0.6, Contract = StrategicAgreement, JointPlanningPerYear = 4, "
            + "TopLevelMeetingsPerYear = 4, JointProjects =  }");
    }

    [Fact]
    public void Every_criterion_and_cap_has_a_label_in_three_languages()
    {
        var labels = Oke.Organisation.Criteria.Select(criterion => criterion.Label)
            .Concat(Oke.Standard.Criteria.Select(criterion => criterion.Label))
            .Concat(RelationshipFormula.Standard.Criteria.Select(criterion => criterion.Label))
            .Concat(Oke.Organisation.Caps.Select(cap => cap.Label))
            .Concat(Oke.Standard.Caps.Select(cap => cap.Label));
        foreach (var label in labels)
            label.En.Should().NotBe(label.ZhHans);
    }

    private static IEnumerable<OkeFacts> AllLevels() =>
        from organisation in OrganisationLevel.InOrder
        from key in KeyRelationshipLevel.InOrder
        from extensive in ExtensiveLevel.InOrder
        select new OkeFacts { Organisation = organisation, KeyDecisionMakers = key, Extensive = extensive };

    private static TLevel? Above<TLevel>(TLevel level)
        where TLevel : OrderedTerm<TLevel> => Term<TLevel>.InOrder.FirstOrDefault(each => each.Value == level.Value + 1);

    private static LevelAgreement? AgreementOf(string? level, string? ladder) => Oke.Agreement.Decide(new()
    {
        Name = "Li",
        Influence = 1,
        Level = level is null ? null : KeyRelationshipLevel.FromName(level),
        Ladder = ladder is null ? null : LadderLevel.FromName(ladder),
    }).Advice;

    private static IEnumerable<(string Rule, ActivityReach Reach)> Activities(OkeDimension? dimension, ExtensiveElement? board) =>
        Oke.Activities.Decide(new() { Dimension = dimension, ShortBoard = board }).Hits.Select(hit => (hit.RuleId, hit.Advice.Reach));
}
