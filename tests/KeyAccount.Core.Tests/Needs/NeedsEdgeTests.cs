using KeyAccount.Core.Needs;
using NodaTime;

namespace KeyAccount.Core.Tests.Needs;

/// <summary>The edges of needs, arguments and reviews of them.</summary>
public class NeedsEdgeTests
{
    private static readonly LocalDate AsOf = NeedTests.AsOf;
    private static readonly Need First = NeedTests.Downtime;

    [Fact]
    public void A_list_that_is_null_is_empty()
    {
        var need = First with { People = null!, Worth = null!, Fabe = null! };
        (need.People.Count, need.Worth.Count, need.Fabe.Count).Should().Be((0, 0, 0));
        new NeedPerson { Id = "p", Values = null! }.Values.Should().BeEmpty();
        new NeedsCompleteness { Checks = null! }.Checks.Should().BeEmpty();
        var review = new NeedsReview
        {
            Needs = 1, Open = 1, Iceberg = null!, Gaps = null!, Completeness = null!, FabeFaults = null!, Sheets = null!, Offers = null!,
            CountedTwice = null!,
        };
        (review.Iceberg.Count + review.Gaps.Count + review.Completeness.Count + review.FabeFaults.Count + review.Sheets.Count
            + review.Offers.Count + review.CountedTwice.Count).Should().Be(0);
        var sheet = NeedsReview.Of([First], [new() { Id = "p1" }], [], AsOf)!.Sheets.Single();
        (sheet with { Lines = null! }).Lines.Should().BeEmpty();
    }

    [Fact]
    public void An_amount_is_between_0_and_1e15()
    {
        foreach (var amount in (decimal[])[-0.01m, 1e15m + 1])
        {
            FluentActions.Invoking(() => new CostItem(CostComponent.Time, amount)).Should().Throw<ArgumentOutOfRangeException>();
            FluentActions.Invoking(() => new ValueItem(ValueComponent.InOrder[0], amount)).Should().Throw<ArgumentOutOfRangeException>();
        }

        new CostItem(CostComponent.Time, 1e15m).Amount.Should().Be(1e15m);
        new ValueItem(ValueComponent.InOrder[0], 1e15m).Amount.Should().Be(1e15m);
    }

    [Fact]
    public void Each_part_of_an_argument_stands_for_itself()
    {
        var evidence = new FabeEvidence { Text = "trial" };

        new FabeStatement { Evidence = evidence }.Has(FabePart.Advantage).Should().BeFalse();
        new FabeStatement { Advantage = "faster" }.Has(FabePart.Advantage).Should().BeTrue();
        new FabeStatement { Advantage = "faster" }.Has(FabePart.Evidence).Should().BeFalse();
    }

    [Fact]
    public void A_fault_of_an_argument_has_the_number_of_the_argument_and_says_it()
    {
        var whole = First.Fabe[0];
        var fault = Fabe.Check(First with { Fabe = [whole, whole, whole with { Feature = null }] }, AsOf).Should().ContainSingle().Subject;

        fault.Number.Should().Be(3);
        fault.Text.En.Should().Contain("3");
    }

    [Fact]
    public void Needs_are_complete_when_every_check_is_met()
    {
        NeedCheckResult met = new(NeedCheck.WorthKnown, true, []);

        new NeedsCompleteness { Checks = [met] }.IsComplete.Should().BeTrue();
        new NeedsCompleteness { Checks = [met, new(NeedCheck.UserNeed, false, [])] }.IsComplete.Should().BeFalse();
        new NeedsCompleteness().IsComplete.Should().BeFalse("of nothing, nothing is shown");
    }

    [Fact]
    public void The_values_of_the_needs_of_a_depth_add_up() =>
        NeedsReview.Of([First, First with { Id = "n2" }], [], [], AsOf)!.Iceberg.Should().Equal(
            new DepthTotal(NeedDepth.Implicit, 2, 2, 80_000));

    [Fact]
    public void How_well_the_answer_fits_weighs_the_priority()
    {
        decimal? Priority(double? fit) => NeedPriority.Rank([First with { Fit = fit }], AsOf).Single().Priority;

        Priority(1).Should().Be(2 * Priority(0.5));
        Priority(0).Should().Be(0);
        Priority(null).Should().Be(Priority(NeedPriority.Unknown));
    }

    [Fact]
    public void Only_an_amount_of_a_secret_need_loses_its_need()
    {
        var offer = EconomicValueTests.Published with
        {
            Differences =
            [
                new() { Label = "known", Amount = 1, NeedId = "n1" }, new() { Label = "secret", Amount = 2, NeedId = "deep" },
                new() { Label = "none", Amount = 3 },
            ],
        };

        NeedsReview.Of([First, First with { Id = "deep", Depth = NeedDepth.Deep }], [], [offer], AsOf)!.Offers.Single().Differences
            .Select(each => each.NeedId).Should().Equal("n1", null, null);
    }

    [Fact]
    public void A_sheet_is_presented_by_the_table_that_is_given() =>
        NeedsReview.Of([First], [new() { Id = "p1" }], [], AsOf, ValuePresentation.Standard.WithVersion("own"))!
            .Sheets.Single().Presentation.TableVersion.Should().Be("own");
}
