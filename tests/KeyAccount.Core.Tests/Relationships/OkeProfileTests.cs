using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Relationships;

public class OkeProfileTests
{
    private static readonly OrganisationFacts Supplier = new()
    {
        ShareOfWallet = 0.3, Contract = ContractForm.FrameworkAgreement, JointPlanningPerYear = 1, TopLevelMeetingsPerYear = 1,
        JointProjects = 0,
    };

    private static readonly KeyDecisionMaker Wang = new()
    {
        Name = "Wang", Influence = 10, Level = KeyRelationshipLevel.Favour, Ladder = LadderLevel.CR3,
    };
    private static readonly KeyDecisionMaker Li = new()
    {
        Name = "Li", Influence = 8, Level = KeyRelationshipLevel.Support, Ladder = LadderLevel.CR2,
    };
    private static readonly KeyDecisionMaker Zhao = new()
    {
        Name = "Zhao", Influence = 3, Level = KeyRelationshipLevel.Contact, Ladder = LadderLevel.CR4,
    };

    private static readonly ExtensiveFacts Climate = new()
    {
        BrandLoyalty = ExtensiveLevel.Good,
        InformationChannels = ExtensiveLevel.Fair,
        TechnicalEvaluation = ExtensiveLevel.Excellent,
        DeliveryAndProfit = ExtensiveLevel.Good,
    };

    private static readonly Gen<KeyDecisionMaker> Person =
        from influence in Gen.Choose(0, 10)
        from level in Gen.Elements<KeyRelationshipLevel?>([.. KeyRelationshipLevel.InOrder, null])
        from ladder in Gen.Elements<LadderLevel?>([.. LadderLevel.InOrder, null])
        from name in Gen.Elements("Wang", "Li", "Zhao", "Qian")
        select new KeyDecisionMaker { Name = name, Influence = influence, Level = level, Ladder = ladder };

    private static readonly Gen<KeyDecisionMaker[]> People = Gen.Choose(0, 7).SelectMany(size => Person.ArrayOf(size));

    [Fact]
    public void A_profile_on_three_scales()
    {
        var profile = Oke.Profile(Supplier, [Wang, Li, Zhao], Climate);

        profile.Levels.Should().Be(new OkeFacts
        {
            Organisation = OrganisationLevel.Supplier, KeyDecisionMakers = KeyRelationshipLevel.Favour, Extensive = ExtensiveLevel.Fair,
        });
        profile.Organisation.Should().Be(Oke.Organisation.Assess(Supplier));
        profile.KeyDecisionMakers.Weakest.Should().Be(KeyRelationshipLevel.Contact);
        profile.KeyDecisionMakers.Support.Value.Should().BeApproximately((10 * 50.0 + 8 * 75 + 3 * 25) / 21, 5e-7);
        profile.KeyDecisionMakers.Support.Weakest.Should().Be(25);
        profile.Extensive.ShortBoard.Should().Equal(ExtensiveElement.InformationChannels);
        profile.Target.Should().Be(new OkeTarget(OrganisationLevel.KeySupplier, KeyRelationshipLevel.Support, ExtensiveLevel.Good));
        profile.Gaps.Should().Be(new OkeGaps { Organisation = 1, KeyDecisionMakers = 1, Extensive = 1 });
        profile.HoldingBack.Advice.Should().Be(OkeDimension.Extensive);
        profile.HoldingBack.Hits.Single().Reason.En.Should().Be(
            "The extensive relationship is 1 level short of its target. No known dimension is further behind, and the others rest on it.");
        profile.Activities.Select(hit => hit.RuleId).Should().Equal("analyseNeeds", "informationChannels");
        profile.Conflicts.Should().BeEmpty();
        profile.Score.Should().Be(Oke.Standard.Assess(profile.Levels));
        profile.Score.Score.Should().BeApproximately(.35 * 40 + .4 * 55 + .25 * 40, 5e-7);
    }

    [Fact]
    public void S002_the_shortest_board_limits_the_whole()
    {
        foreach (var shortest in ExtensiveLevel.InOrder)
        {
            var climate = ExtensiveRelationship.Of(new()
            {
                BrandLoyalty = ExtensiveLevel.Excellent, InformationChannels = ExtensiveLevel.Excellent, TechnicalEvaluation = shortest,
                DeliveryAndProfit = ExtensiveLevel.Excellent,
            });
            climate.Level.Should().Be(shortest);
            climate.ShortBoard.Should().Equal(shortest == ExtensiveLevel.Excellent ? [] : [ExtensiveElement.TechnicalEvaluation]);
            climate.Unknown.Should().BeEmpty();
        }
    }

    [Fact]
    public void Boards_of_the_same_length_are_all_named()
    {
        var climate = ExtensiveRelationship.Of(Climate with { BrandLoyalty = ExtensiveLevel.Fair });

        climate.ShortBoard.Should().Equal(ExtensiveElement.BrandLoyalty, ExtensiveElement.InformationChannels);
        Oke.Profile(Supplier, [Wang, Li, Zhao], Climate with { BrandLoyalty = ExtensiveLevel.Fair }).Activities.Select(hit => hit.RuleId)
            .Should().Equal("analyseNeeds", "brandLoyalty", "informationChannels");
    }

    [Fact]
    public void An_unknown_board_may_be_the_shortest()
    {
        var climate = ExtensiveRelationship.Of(Climate with { DeliveryAndProfit = null });

        (climate.Lowest, climate.Highest, climate.Level).Should().Be((ExtensiveLevel.Poor, ExtensiveLevel.Fair, null));
        climate.ShortBoard.Should().Equal(ExtensiveElement.InformationChannels);
        climate.Unknown.Should().Equal(ExtensiveElement.DeliveryAndProfit);
    }

    [Fact]
    public void Where_one_board_is_poor_no_unknown_one_can_make_it_worse() =>
        ExtensiveRelationship.Of(new() { BrandLoyalty = ExtensiveLevel.Poor }).Level.Should().Be(ExtensiveLevel.Poor);

    [Fact]
    public void With_nothing_known_the_climate_could_be_anything()
    {
        var climate = ExtensiveRelationship.Of(new());

        (climate.Lowest, climate.Highest, climate.Level).Should().Be((ExtensiveLevel.Poor, ExtensiveLevel.Excellent, null));
        climate.ShortBoard.Should().BeEmpty();
        climate.Unknown.Should().Equal(ExtensiveElement.InOrder);
    }

    [Theory]
    [InlineData(4, 4, "Support")]
    [InlineData(5, 4, "Favour")]
    [InlineData(4, 5, "Support")]
    public void Those_who_hold_half_of_the_influence_decide_the_level(double favour, double support, string level)
    {
        var profile = Oke.Profile(new(), [Wang with { Influence = favour }, Li with { Influence = support }], new());

        profile.Levels.KeyDecisionMakers.Should().Be(KeyRelationshipLevel.FromName(level));
    }

    [Fact]
    public void Somebody_unknown_opens_the_range_as_far_as_their_influence_decides()
    {
        var unknown = new KeyDecisionMaker { Name = "Qian", Influence = 5 };

        var key = Oke.Profile(new(), [Wang, Li, unknown], new()).KeyDecisionMakers;
        (key.Lowest, key.Highest, key.Level).Should().Be((KeyRelationshipLevel.Favour, KeyRelationshipLevel.Support, null));
        key.Weakest.Should().Be(KeyRelationshipLevel.Favour);
        Oke.Profile(new(), [Wang, Li, unknown with { Influence = 0 }], new()).KeyDecisionMakers.Level
            .Should().Be(KeyRelationshipLevel.Favour);
    }

    [Fact]
    public void With_nothing_known_nothing_is_claimed()
    {
        var profile = Oke.Profile(new(), [], new());

        profile.Levels.Should().Be(new OkeFacts());
        profile.KeyDecisionMakers.Should().Be(new KeyRelationship(
            KeyRelationshipLevel.Contact, KeyRelationshipLevel.ExclusiveSupport, null, new Support(null, new(0, 100), 0, null)));
        profile.Gaps.Should().Be(new OkeGaps());
        profile.HoldingBack.Advice.Should().BeNull();
        profile.HoldingBack.Hits.Single().RuleId.Should().Be("unknown");
        profile.Activities.Select(hit => hit.RuleId).Should().Equal("keepContact");
        profile.Score.IsRated.Should().BeFalse();
    }

    [Fact]
    public void A_target_of_ones_own_gives_the_gaps_and_what_is_passed_is_no_gap()
    {
        var target = new OkeTarget(OrganisationLevel.Vendor, KeyRelationshipLevel.ExclusiveSupport, ExtensiveLevel.Good);

        var profile = Oke.Profile(Supplier, [Wang, Li, Zhao], Climate, target);

        profile.Target.Should().Be(target);
        profile.Gaps.Should().Be(new OkeGaps { Organisation = 0, KeyDecisionMakers = 2, Extensive = 1 });
        profile.HoldingBack.Advice.Should().Be(OkeDimension.KeyDecisionMakers);
        profile.Activities.Select(hit => hit.Advice.Reach).Should().Equal(ActivityReach.Point, ActivityReach.Point);
    }

    [Fact]
    public void A_conflict_of_key_level_and_ladder_is_a_finding()
    {
        var deceived = Zhao with { Level = KeyRelationshipLevel.Support };
        var modest = Li with { Level = KeyRelationshipLevel.Contact };

        var conflicts = Oke.Profile(Supplier, [deceived, Wang, modest], Climate).Conflicts;

        conflicts.Select(each => (each.Person, each.Agreement))
            .Should().Equal(("Li", LevelAgreement.KeyBelowLadder), ("Zhao", LevelAgreement.KeyAboveLadder));
        conflicts[1].Reason.En.Should().Be(
            "Zhao: the key relationship level “support, not exclusive” is higher than the ladder level “the competitor's "
            + "die-hard supporter” supports. Review both.");
        conflicts[0].Reason.ZhHans.Should().Be("Li：关键客户关系“接触”低于客户关系等级“友善者”应有的程度，请重新判断。");
    }

    [Fact]
    public void Models_of_ones_own_take_the_place_of_ours()
    {
        var models = new OkeModels
        {
            DecisiveShare = 0.9,
            Organisation = Scorecard.For<OrganisationFacts, OrganisationLevel>("own.organisation")
                .Criterion("share", 1, f => f.ShareOfWallet, Scale.Linear((0, 0), (1, 100)))
                .Bands((0, OrganisationLevel.Vendor), (30, OrganisationLevel.Supplier))
                .Build(),
            Standard = Scorecard.For<OkeFacts, RelationshipStrength>("own.standard")
                .Criterion("extensive", 1, f => f.Extensive, Scale.Levels(
                    (ExtensiveLevel.Poor, 0), (ExtensiveLevel.Fair, 9), (ExtensiveLevel.Good, 10), (ExtensiveLevel.Excellent, 100)))
                .Bands((0, RelationshipStrength.Weak))
                .Build(),
            HoldingBack = Oke.HoldingBack.With("extensive", OkeDimension.Extensive, "ours"),
            LadderPoints = Scale.Levels(
                (LadderLevel.CR1, 100), (LadderLevel.CR2, 60), (LadderLevel.CR3, 50), (LadderLevel.CR4, 0), (LadderLevel.CR5, 0)),
            Activities = Oke.Activities.With("analyseNeeds", new OkeActivity(ActivityReach.Line, "ask them")),
            Targets = Oke.Targets.With(
                "supplier", new OkeTarget(OrganisationLevel.Supplier, KeyRelationshipLevel.Contact, ExtensiveLevel.Excellent)),
            Agreement = Oke.Agreement.With("consistent", LevelAgreement.KeyAboveLadder),
        };

        var profile = Oke.Profile(Supplier, [Wang, Li, Zhao], Climate, models: models);

        profile.Levels.KeyDecisionMakers.Should().Be(KeyRelationshipLevel.Contact, "Zhao holds a seventh");
        profile.KeyDecisionMakers.Support.Value.Should().BeApproximately((10 * 50.0 + 8 * 60) / 21, 5e-7);
        profile.Gaps.Should().Be(new OkeGaps { Organisation = 0, KeyDecisionMakers = 0, Extensive = 2 });
        profile.Organisation.ModelId.Should().Be("own.organisation");
        profile.Score.Score.Should().Be(9);
        profile.HoldingBack.Hits.Single().Reason.Should().Be((Core.Terms.Text)"ours");
        profile.Activities[0].Advice.Should().Be(new OkeActivity(ActivityReach.Line, "ask them"));
        profile.Conflicts.Should().HaveCount(3);
    }

    [Fact]
    public void A_table_of_targets_with_a_gap_needs_a_target()
    {
        var models = new OkeModels { Targets = Oke.Targets.Without("supplier") };
        var target = new OkeTarget(OrganisationLevel.Supplier, KeyRelationshipLevel.Contact, ExtensiveLevel.Excellent);

        ((Action)(() => Oke.Profile(Supplier, [], Climate, models: models))).Should().Throw<ArgumentException>()
            .WithMessage("models.Targets gives no target for these levels, and target is null.*").WithParameterName("models");
        Oke.Profile(Supplier, [], Climate, target, models).Target.Should().Be(target);
    }

    [Fact]
    public void A_decisive_share_is_above_0_and_at_most_1()
    {
        ((Action)(() => _ = new OkeModels { DecisiveShare = 0 })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("DecisiveShare is 0; it must be finite and above 0.*").WithParameterName("DecisiveShare");
        ((Action)(() => _ = new OkeModels { DecisiveShare = 1.01 })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("DecisiveShare is 1.01; it must be between 0 and 1.*");
        new OkeModels { DecisiveShare = 1 }.DecisiveShare.Should().Be(1);
    }

    [Fact]
    public void Raising_one_person_never_lowers_the_level_of_all() => ForAll(
        from people in People from who in Gen.Choose(0, 6) select (people, who), each =>
    {
        var (people, who) = each;
        if (who >= people.Length || people[who].Level is not { } level || level == KeyRelationshipLevel.ExclusiveSupport)
            return;
        var before = KeyOf(people);
        people[who] = people[who] with { Level = KeyRelationshipLevel.FromValue(level.Value + 1) };
        var after = KeyOf(people);
        after.Lowest.IsAtLeast(before.Lowest).Should().BeTrue();
        after.Highest.IsAtLeast(before.Highest).Should().BeTrue();
        after.Weakest!.IsAtLeast(before.Weakest!).Should().BeTrue();
    });

    [Fact]
    public void Somebody_who_becomes_known_never_moves_the_range_outwards() => ForAll(
        from people in People from other in Person select (people, other), each =>
    {
        var before = KeyOf([.. each.people, each.other with { Level = null }]);
        var after = KeyOf([.. each.people, each.other]);
        after.Lowest.IsAtLeast(before.Lowest).Should().BeTrue();
        before.Highest.IsAtLeast(after.Highest).Should().BeTrue();
        after.Highest.IsAtLeast(after.Lowest).Should().BeTrue();
    });

    [Fact]
    public void The_order_of_the_people_does_not_matter() => ForAll(
        from people in People from shuffled in Gen.Shuffle(people) select (people, shuffled),
        each => Oke.Profile(Supplier, each.shuffled, Climate).Should().Be(Oke.Profile(Supplier, each.people, Climate)));

    [Fact]
    public void A_profile_is_the_same_after_a_round_trip_through_JSON()
    {
        var known = Oke.Profile(Supplier, [Wang, Li with { Ladder = LadderLevel.CR5 }, Zhao], Climate);
        foreach (var profile in new[] { known, Oke.Profile(new(), [], new()) })
        {
            var read = JsonSerializer.Deserialize<OkeProfile>(JsonSerializer.Serialize(profile));
            read.Should().Be(profile);
            read!.GetHashCode().Should().Be(profile.GetHashCode());
            read.Extensive.GetHashCode().Should().Be(profile.Extensive.GetHashCode());
        }

        JsonSerializer.Deserialize<KeyDecisionMaker>(JsonSerializer.Serialize(Wang)).Should().Be(Wang);
        JsonSerializer.Deserialize<OrganisationFacts>(JsonSerializer.Serialize(Supplier)).Should().Be(Supplier);
        JsonSerializer.Deserialize<ExtensiveFacts>(JsonSerializer.Serialize(Climate)).Should().Be(Climate);
    }

    [Fact]
    public void Profiles_that_differ_in_one_person_are_not_equal()
    {
        var profile = Oke.Profile(Supplier, [Wang, Li, Zhao], Climate);

        profile.Should().Be(Oke.Profile(Supplier, [Zhao, Wang, Li], Climate));
        profile.GetHashCode().Should().Be(Oke.Profile(Supplier, [Zhao, Wang, Li], Climate).GetHashCode());
        profile.Should().NotBe(Oke.Profile(Supplier, [Wang, Li, Zhao with { Ladder = LadderLevel.CR5 }], Climate));
        profile.Extensive.Should().NotBe(ExtensiveRelationship.Of(Climate with { BrandLoyalty = ExtensiveLevel.Fair }));
        profile.Extensive.Should().NotBe(ExtensiveRelationship.Of(Climate with { DeliveryAndProfit = null }));

        static OkeProfile With(OkeProfile one, Hit<OkeActivity>[] activities, LevelConflict[] conflicts) => new(
            one.Organisation, one.KeyDecisionMakers, one.Extensive, one.Target, one.Gaps, one.HoldingBack, activities, conflicts,
            one.Score);
        With(profile, [.. profile.Activities], [.. profile.Conflicts]).Should().Be(profile);
        With(profile, [.. profile.Activities.Skip(1)], [.. profile.Conflicts]).Should().NotBe(profile);
        With(profile, [.. profile.Activities], [.. profile.Conflicts, new("x", LevelAgreement.Unknown, "?")]).Should().NotBe(profile);

        static ExtensiveRelationship Boards(params ExtensiveElement[] elements) =>
            new(ExtensiveLevel.Poor, ExtensiveLevel.Poor, elements, []);
        Boards(ExtensiveElement.BrandLoyalty).Should().Be(Boards(ExtensiveElement.BrandLoyalty));
        Boards(ExtensiveElement.BrandLoyalty).Should().NotBe(Boards(ExtensiveElement.DeliveryAndProfit));
    }

    [Fact]
    public void A_profile_has_all_of_its_parts()
    {
        var one = Oke.Profile(Supplier, [Wang], Climate);
        void Refused(string parameter, Func<OkeProfile> make) => make.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        OkeProfile Of(
            bool organisation = true, bool deciders = true, bool extensive = true, bool target = true, bool gaps = true, bool holding = true,
            bool score = true) => new(
                organisation ? one.Organisation : null!, deciders ? one.KeyDecisionMakers : null!, extensive ? one.Extensive : null!,
                target ? one.Target : null!, gaps ? one.Gaps : null!, holding ? one.HoldingBack : null!, one.Activities, one.Conflicts,
                score ? one.Score : null!);

        Of().Should().Be(one);
        Refused("organisation", () => Of(organisation: false));
        Refused("keyDecisionMakers", () => Of(deciders: false));
        Refused("extensive", () => Of(extensive: false));
        Refused("target", () => Of(target: false));
        Refused("gaps", () => Of(gaps: false));
        Refused("holdingBack", () => Of(holding: false));
        Refused("score", () => Of(score: false));
    }

    [Fact]
    public void It_reads_the_same_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        (Wang with { Influence = 2.5 }).ToString()
            .Should().Be("KeyDecisionMaker { Name = Wang, Influence = 2.5, Level = Favour, Ladder = CR3 }");
        ExtensiveRelationship.Of(Climate with { BrandLoyalty = null }).ToString().Should().Be(
            "ExtensiveRelationship { Lowest = Poor, Highest = Fair, ShortBoard = [InformationChannels], Unknown = [BrandLoyalty], "
            + "Level =  }");
    }

    [Fact]
    public void What_is_missing_or_outside_its_range_is_refused()
    {
        ((Action)(() => Oke.Profile(null!, [], new()))).Should().Throw<ArgumentNullException>().WithParameterName("organisation");
        ((Action)(() => Oke.Profile(new(), null!, new()))).Should().Throw<ArgumentNullException>().WithParameterName("decisionMakers");
        ((Action)(() => Oke.Profile(new(), [null!], new()))).Should().Throw<ArgumentNullException>().WithParameterName("decisionMakers");
        ((Action)(() => Oke.Profile(new(), [], null!))).Should().Throw<ArgumentNullException>().WithParameterName("extensive");
        ((Action)(() => ExtensiveRelationship.Of(null!))).Should().Throw<ArgumentNullException>().WithParameterName("facts");
        ((Action)(() => _ = Wang with { Name = " " })).Should().Throw<ArgumentException>().WithParameterName("Name");
        ((Action)(() => _ = Wang with { Influence = -1 })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("Influence is -1; it must be finite and at least 0.*").WithParameterName("Influence");
    }

    private static KeyRelationship KeyOf(IReadOnlyList<KeyDecisionMaker> people) => Oke.Profile(new(), people, new()).KeyDecisionMakers;

    private static void ForAll<T>(Gen<T> cases, Action<T> holds) =>
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), holds));
}
