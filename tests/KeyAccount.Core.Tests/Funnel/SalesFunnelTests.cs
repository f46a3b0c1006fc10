using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Tests.Funnel;

public class SalesFunnelTests
{
    [Fact]
    public void Every_combination_of_evidence_has_one_answer() => SalesFunnel.StageGate.Verify().IsSound.Should().BeTrue();

    [Fact]
    public void Every_stage_has_one_focus() => SalesFunnel.Focus.Verify().IsSound.Should().BeTrue();

    // Rooms, Appendix B.
    [Fact]
    public void Rooms_appendix_B_stage_gate()
    {
        (string Stage, StageEvidence[] Evidence)[] cases =
        [
            ("P0", []),
            ("P0", [StageEvidence.ContactSeen]),
            ("P0", [StageEvidence.PossibleNeed]),
            ("P1", [StageEvidence.ContactSeen, StageEvidence.PossibleNeed]),
            ("P0", [StageEvidence.NeedConfirmed, StageEvidence.DateKnown, StageEvidence.DeciderKnown]),
            ("P2", [StageEvidence.NeedConfirmed, StageEvidence.DateKnown, StageEvidence.DeciderKnown, StageEvidence.BudgetKnown]),
            ("P2", [StageEvidence.NeedConfirmed, StageEvidence.DateKnown, StageEvidence.DeciderKnown, StageEvidence.ProjectApproved]),
            ("P0", [StageEvidence.NeedConfirmed, StageEvidence.DateKnown, StageEvidence.BudgetKnown]),
            ("P3", [StageEvidence.SolutionAccepted]),
            ("P4", [StageEvidence.OfferSubmitted]),
            ("P5", [StageEvidence.RankedFirst]),
            ("P5", [StageEvidence.InvitedToNegotiate]),
            ("P0", [StageEvidence.ContractSigned]),
            ("P4", [StageEvidence.ContractSigned, StageEvidence.OfferSubmitted]),
            ("P6", [StageEvidence.ContractSigned, StageEvidence.FirstPaymentReceived]),
        ];
        foreach (var (stage, evidence) in cases)
            SalesFunnel.StageGate.Decide(StageGateFacts.From(evidence)).Advice!.Name.Should().Be(stage, string.Join(", ", evidence.Select(fact => fact.Name)));
    }

    [Fact]
    public void Each_fact_of_the_gate_is_its_evidence()
    {
        foreach (var fact in StageEvidence.InOrder)
        {
            var facts = StageGateFacts.From([fact]);
            foreach (var property in typeof(StageGateFacts).GetProperties())
                property.GetValue(facts).Should().Be(property.Name == fact.Name, property.Name);
        }
    }

    [Fact]
    public void With_what_is_missing_the_stage_is_supported_and_without_any_of_it_that_is_needed_it_is_not() => Check.One(
        Seeded.Cases(1_000),
        Prop.ForAll(
            (from stage in Gen.Elements<FunnelStage>(FunnelStage.InOrder)
             from shown in Gen.SubListOf<StageEvidence>(StageEvidence.InOrder)
             select (stage, shown)).ToArbitrary(),
            each =>
            {
                var missing = SalesFunnel.MissingEvidence(each.stage, each.shown);
                var supported = SalesFunnel.StageGate.Decide(StageGateFacts.From(each.shown)).Advice!;
                missing.Any().Should().Be(!supported.IsAtLeast(each.stage));
                missing.Should().NotIntersectWith(each.shown);
                SalesFunnel.StageGate.Decide(StageGateFacts.From(each.shown.Concat(missing))).Advice!.IsAtLeast(each.stage).Should().BeTrue();
            }));

    [Fact]
    public void Where_one_of_two_would_do_both_are_named() =>
        SalesFunnel.MissingEvidence(FunnelStage.P2, [StageEvidence.NeedConfirmed, StageEvidence.DateKnown]).Should()
            .Equal(StageEvidence.BudgetKnown, StageEvidence.ProjectApproved, StageEvidence.DeciderKnown);

    [Fact]
    public void The_best_deal_has_100_and_the_worst_0()
    {
        SalesFunnel.Health.Score(new()
        {
            KnownRoles = 3, Support = LadderLevel.CR1, IsNeedValued = true, KnownCompetitors = 3, IsNextStepDated = true, AgeInStage = 0.5,
            KnownPeople = 6, IsProofPassed = true,
        }).Should().Be(100);
        SalesFunnel.Health.Score(new()
        {
            KnownRoles = 0, Support = LadderLevel.CR5, IsNeedValued = false, KnownCompetitors = 0, IsNextStepDated = false, AgeInStage = 2,
            KnownPeople = 0, IsProofPassed = false,
        }).Should().Be(0);
        SalesFunnel.Health.BandOf(new() { KnownRoles = 3 }).Should().BeNull();
    }

    [Fact]
    public void Evidence_dated_later_does_not_count()
    {
        var deal = Deals.Deal("O1", 1, FunnelStage.P5) with
        {
            Evidence = [new(StageEvidence.OfferSubmitted, Deals.Today), new(StageEvidence.RankedFirst, Deals.Today.PlusDays(1))],
        };

        SalesFunnel.EvidenceOf(deal, Deals.Today).Should().Equal(StageEvidence.OfferSubmitted);
    }

    [Fact]
    public void The_words_of_the_source() => FunnelStage.InOrder.Select(stage => stage.DisplayName("zh-Hans")).Should().Equal(
        "地盘阶段", "销售线索阶段", "商机阶段", "初步认可阶段", "认可/投标阶段", "商务阶段", "成交阶段");
}
