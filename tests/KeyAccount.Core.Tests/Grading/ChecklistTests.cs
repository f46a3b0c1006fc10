using System.Text.Json;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ChecklistTests
{
    private static readonly TraitEvidence Yes = new(true, "seen");
    private static readonly TraitEvidence No = new(false, "seen");

    private static readonly KeyAccountFacts Four = new()
    {
        AnnualPurchases = 1_200_000m, ComplexDecisionChain = Yes, SpecialisedDemand = Yes, LongTermValue = Yes,
    };

    [Theory]
    [InlineData(999_999.99, false)]
    [InlineData(1_000_000, false)]
    [InlineData(1_000_000.01, true)]
    public void S004_a_key_account_buys_for_more_than_a_million(double purchases, bool isMet) =>
        Checklists.KeyAccount.Check(Four with { AnnualPurchases = (decimal)purchases }).Findings[0].State
            .Should().Be(isMet ? TraitState.Met : TraitState.NotMet);

    [Fact]
    public void Five_traits_are_all_needed_and_what_is_unknown_is_still_to_find_out()
    {
        var result = Checklists.KeyAccount.Check(Four);

        result.Findings.Should().HaveCount(5);
        result.Met.Should().Be(4);
        result.IsMet.Should().BeNull("the fifth trait is unknown and decides");
        result.ToFindOut.Select(question => question.En).Should().Equal("Who in the industry follows this customer's decisions?");
        Checklists.KeyAccount.Check(Four with { IndustryInfluence = Yes }).IsMet.Should().BeTrue();
        Checklists.KeyAccount.Check(Four with { IndustryInfluence = No }).IsMet.Should().BeFalse();
    }

    [Fact]
    public void With_fewer_traits_needed_the_unknown_one_no_longer_decides()
    {
        Checklists.KeyAccountFrom(1_000_000m, needed: 4).Check(Four).IsMet.Should().BeTrue();
        Checklists.KeyAccountFrom(2_000_000m, needed: 4).Check(Four).IsMet.Should().BeNull();
        Checklists.KeyAccountFrom(2_000_000m, needed: 4).Check(Four with { LongTermValue = No }).IsMet.Should().BeFalse();
    }

    [Fact]
    public void The_evidence_stands_beside_each_trait()
    {
        var findings = Checklists.KeyAccount.Check(Four).Findings;

        findings[0].Evidence!.En.Should().Be("buys 1,200,000 a year; more than 1,000,000 is required");
        findings[1].Evidence!.En.Should().Be("seen");
        findings[4].Evidence.Should().BeNull();
        findings[4].State.Should().Be(TraitState.Unknown);
    }

    [Fact]
    public void S000_a_potential_customer_needs_fits_and_can_pay()
    {
        Checklists.PotentialCustomer.Traits.Select(trait => trait.Label.ZhHans).Should().Equal("需求", "定位匹配", "支付能力");
        Checklists.PotentialCustomer.Check(new()).IsMet.Should().BeNull();
        Checklists.PotentialCustomer.Check(new()).ToFindOut.Should().HaveCount(3);
        Checklists.PotentialCustomer.Check(new() { AbilityToPay = No }).IsMet.Should().BeFalse();
        Checklists.PotentialCustomer.Check(new() { Need = Yes, PositioningFit = Yes, AbilityToPay = Yes }).IsMet.Should().BeTrue();
    }

    [Fact]
    public void A_result_is_the_same_after_a_round_trip_through_JSON()
    {
        var result = Checklists.KeyAccount.Check(Four with { LongTermValue = No });

        var read = JsonSerializer.Deserialize<ChecklistResult>(JsonSerializer.Serialize(result));

        read.Should().Be(result);
        read!.GetHashCode().Should().Be(result.GetHashCode());
        read.IsMet.Should().BeFalse();
        new ChecklistResult(result.ChecklistId, result.Needed, [.. result.Findings]).Should().Be(result);
        new ChecklistResult(result.ChecklistId, result.Needed, [.. result.Findings.Skip(1)]).Should().NotBe(result);
    }

    [Fact]
    public void A_checklist_that_makes_no_sense_is_refused()
    {
        var trait = new Trait<int>("t", "label", "question", _ => null);
        ((Action)(() => _ = new Checklist<int>("x", []))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new Checklist<int>("x", [trait, trait])))
            .Should().Throw<ArgumentException>().WithMessage("the key 't' is duplicated; each trait needs a key of its own.*");
        ((Action)(() => _ = new Checklist<int>("x", [trait], 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*needed is 0*at least 1*");
        ((Action)(() => _ = new Checklist<int>("x", [trait], 2)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*needed is 2*at most 1*");
        ((Action)(() => Checklists.KeyAccountFrom(-1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*annualPurchases is -1*");
    }
}
