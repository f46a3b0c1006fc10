using KeyAccount.Core.Needs;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Needs;

/// <summary>The review of needs, without the accounts around it.</summary>
public class NeedsReviewTests
{
    private static readonly LocalDate AsOf = NeedTests.AsOf;
    private static readonly Need First = NeedTests.Downtime;
    private static readonly Need Met = First with { Id = "met", Today = NeedTests.Hours(1), Depth = NeedDepth.Explicit, People = ["p2"] };
    private static readonly Need Unvalued = First with { Id = "unvalued", Worth = [], Depth = null, People = ["p2"] };
    private static readonly Need Deep = First with { Id = "deep", Depth = NeedDepth.Deep, People = ["p1"], OpportunityId = "deal" };

    private static readonly NeedPerson Ann = new() { Id = "p1", Name = "Ann Lee", Role = StakeholderRole.KDM };
    private static readonly NeedPerson Bo = new() { Id = "p2", Name = " ", Role = StakeholderRole.KU };

    [Fact]
    public void Needs_are_counted_by_depth_with_what_is_open_and_its_value()
    {
        var review = NeedsReview.Of([Unvalued, Deep, Met, First], [], [], AsOf)!;

        (review.Needs, review.Open, review.OpenValue).Should().Be((4, 3, (decimal?)80_000));
        review.Iceberg.Should().Equal(
            new DepthTotal(NeedDepth.Explicit, 1, 0, 0), new DepthTotal(NeedDepth.Implicit, 1, 1, 40_000),
            new DepthTotal(NeedDepth.Deep, 1, 1, 40_000), new DepthTotal(null, 1, 1, 0));
        review.Gaps.Select(gap => gap.NeedId).Should().Equal("n1", "unvalued");
        NeedsReview.Of([Unvalued], [], [], AsOf)!.OpenValue.Should().BeNull("nothing open is valued");
        NeedsReview.Of([Met], [], [], AsOf).Should().Match<NeedsReview>(each => each.Open == 0 && each.OpenValue == null);
    }

    [Fact]
    public void Value_is_shown_where_an_open_need_has_money_and_an_argument_with_all_parts()
    {
        bool? IsShown(params Need[] needs) => NeedsReview.Of(needs, [], [], AsOf)!.IsValueShown;

        IsShown(First).Should().BeTrue();
        IsShown(Unvalued).Should().BeFalse();
        IsShown(First with { Worth = [new() { PerUnit = 0, Currency = "CNY" }] }).Should().BeFalse("a value of 0 shows nothing");
        IsShown(First with { Fabe = [First.Fabe[0] with { Feature = null }] }).Should().BeFalse();
        IsShown(First with { Fabe = [] }).Should().BeFalse();
        IsShown(First with { Fabe = [First.Fabe[0] with { Feature = null }, First.Fabe[0]] }).Should().BeTrue("one argument is enough");
        IsShown(Unvalued, First).Should().BeTrue("one need is enough");
        IsShown(Met).Should().BeNull("no need is open");
    }

    [Fact]
    public void The_account_is_checked_first_and_then_each_opportunity()
    {
        var review = NeedsReview.Of([First, First with { Id = "n2", OpportunityId = "deal" }, Deep], [Ann], [], AsOf)!;

        review.Completeness.Select(each => each.OpportunityId).Should().Equal(null, "deal");
        NeedsReview.Of([], [Ann], [EconomicValueTests.Published], AsOf)!.Completeness.Should().BeEmpty();
    }

    [Fact]
    public void Faults_of_arguments_name_no_confidential_need()
    {
        FabeStatement half = new() { Benefit = "less downtime" };

        NeedsReview.Of([First with { Fabe = [half] }, Deep with { Fabe = [half] }], [], [], AsOf)!.FabeFaults
            .Select(fault => fault.NeedId).Distinct().Should().Equal("n1");
    }

    [Fact]
    public void A_sheet_has_the_open_needs_of_a_person_with_each_argument()
    {
        var second = First with { Id = "n2", People = ["p1", "p2"], Fabe = [], NeededBy = AsOf.PlusDays(400), Answer = null };
        var two = First with { Fabe = [First.Fabe[0], First.Fabe[0] with { Feature = "spare" }] };
        var sheets = NeedsReview.Of([two, second, Met, Deep], [Bo, Ann, new() { Id = "p3" }], [], AsOf)!.Sheets;

        sheets.Select(sheet => (sheet.PersonId, sheet.Name, sheet.Role)).Should().Equal(
            ("p2", "p2", StakeholderRole.KU), ("p1", "Ann Lee", StakeholderRole.KDM));
        sheets[1].Lines.Select(line => (line.Need.NeedId, line.Answer, line.Argument?.Feature)).Should().Equal(
            ("n1", "cartridge seal", "cartridge"), ("n1", "cartridge seal", "spare"), ("n2", null, null));
        sheets[0].Lines.Select(line => line.Need.NeedId).Should().Equal("n2");
    }

    [Fact]
    public void A_person_is_shown_value_by_the_value_of_the_need_then_by_its_own_and_by_proof()
    {
        PresentationWay Way(Need need, NeedPerson person) =>
            NeedsReview.Of([need], [person], [], AsOf)!.Sheets.Single().Presentation.Advice!.Way;
        var person = new NeedPerson { Id = "p1" };

        Way(First with { DecidedBy = CustomerValue.Time }, person with { Values = [CustomerValue.Quality] }).Should().Be(PresentationWay.Figures);
        Way(First, person with { Values = [CustomerValue.Quality, CustomerValue.Time] }).Should().Be(PresentationWay.Reference);
        Way(First, person).Should().Be(PresentationWay.Comparison);
        Way(First with { Fabe = [First.Fabe[0] with { Evidence = null }] }, person).Should().Be(PresentationWay.Guarantee);
        Way(First with { Fabe = [] }, person).Should().Be(PresentationWay.Guarantee);
        Way(First with { Fabe = [First.Fabe[0] with { Evidence = null }, First.Fabe[0]] }, person).Should().Be(PresentationWay.Comparison);
    }

    [Fact]
    public void What_is_counted_twice_is_named_once_and_never_if_it_is_confidential()
    {
        NeedWorth time = new() { PerUnit = 1, Currency = "CNY", Component = CostComponent.Time };
        EconomicValue Offer(string need) => EconomicValueTests.Published with
        {
            Differences =
            [
                new() { Label = "hours", Amount = 10, NeedId = need, Component = CostComponent.Time },
                new() { Label = "wages", Amount = 10, NeedId = need, Component = CostComponent.Money },
                new() { Label = "gas", Amount = 10 },
            ],
        };
        var review = NeedsReview.Of(
            [First with { Worth = [.. First.Worth, time] }, Deep with { Worth = [.. First.Worth, time] }, Met], [],
            [Offer("n1"), Offer("deep"), Offer("n7")], AsOf)!;

        review.CountedTwice.Should().Equal("n1", "n7");
        review.Offers.SelectMany(offer => offer.Differences.Select(each => each.NeedId)).Should().Equal(
            "n1", "n1", null, null, null, null, "n7", "n7", null);
        review.Offers[1].Value.Should().Be(330, "the money stays");
    }

    [Fact]
    public void A_price_that_nobody_has_verified_is_hearsay()
    {
        var seen = EconomicValueTests.Published;
        var heard = seen with { Id = "heard", Reference = seen.Reference with { Origin = null } };

        NeedsReview.Of([], [], [seen, heard], AsOf)!.Hearsay.Should().Equal(heard);
    }

    [Fact]
    public void Ids_that_are_duplicated_and_lists_that_are_missing_are_refused()
    {
        FluentActions.Invoking(() => NeedsReview.Of([Deep, Deep], [], [], AsOf)).Should().Throw<ArgumentException>()
            .WithMessage("needs[1].Id is deep, which is duplicated*");
        FluentActions.Invoking(() => NeedsReview.Of([Deep], [Ann, Bo, Ann], [], AsOf)).Should().Throw<ArgumentException>()
            .WithMessage("people[2].Id is p1, which is duplicated*");
        FluentActions.Invoking(() => NeedsReview.Of(null!, [], [], AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("needs");
        FluentActions.Invoking(() => NeedsReview.Of([], null!, [], AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("people");
        FluentActions.Invoking(() => NeedsReview.Of([], [], null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("offers");
        FluentActions.Invoking(() => NeedsReview.Of([], [], [null!], AsOf)).Should().Throw<ArgumentNullException>();
        NeedsReview.Of([], [], [], AsOf).Should().BeNull();
        NeedsReview.Of([], [], [EconomicValueTests.Published], AsOf).Should().NotBeNull();
        NeedsReview.Of([First], [], [], AsOf).Should().NotBeNull();
    }

    [Fact]
    public void Of_nothing_nothing_is_shown()
    {
        var bare = NeedsCompleteness.Of([new() { Id = "n" }], [], AsOf);

        bare.Open.Should().Equal(NeedCheck.InOrder);
        bare.IsComplete.Should().BeFalse();
        new NeedsCompleteness().IsComplete.Should().BeFalse("nothing is checked");
        var unowned = First with { Worth = [new() { PerUnit = 1, Currency = "CNY" }], Fabe = [new() { Benefit = "b" }] };
        NeedsCompleteness.Of([unowned], [], AsOf, "deal").Checks.Where(check => check.Needs.Count > 0).Select(check => check.Check).Should().Equal(
            NeedCheck.BeneficiaryKnown, NeedCheck.ClaimsHaveEvidence);
    }

    [Fact]
    public void Needs_of_each_role_with_worth_a_beneficiary_and_proof_are_complete()
    {
        NeedPerson[] people = [Ann, Bo, new() { Id = "p3", Role = StakeholderRole.KI }, new() { Id = "p4" }];
        Need[] needs = [First with { People = ["p1", "p2", "p4"] }, First with { Id = "n2", People = ["p3"], Worth = [], Fabe = [] }];

        NeedsCompleteness.Of(needs, people, AsOf).IsComplete.Should().BeTrue();
        NeedsCompleteness.Of([needs[0]], people, AsOf).Open.Should().Equal(NeedCheck.InfluencerNeed);
        NeedsCompleteness.Of([needs[0] with { People = ["p2"] }], people, AsOf).Open.Should().Equal(
            NeedCheck.DeciderNeed, NeedCheck.InfluencerNeed);
        NeedsCompleteness.Of([needs[0] with { People = ["p1"] }, needs[1]], people, AsOf).Open.Should().Equal(NeedCheck.UserNeed);
        NeedsCompleteness.Of([needs[0] with { Today = null }, needs[1]], people, AsOf).Open.Should().Equal(NeedCheck.WorthKnown);
    }

    [Fact]
    public void A_check_that_fails_names_the_needs_that_are_not_confidential()
    {
        IReadOnlyList<string> Failing(NeedCheck check, Need need) => NeedsCompleteness.Of([need, Deep with { Fabe = need.Fabe, Worth = need.Worth }, First with { Id = "ok" }], [], AsOf)
            .Checks.Single(each => each.Check == check && !each.IsMet).Needs;
        Need Arguing(FabeStatement statement) => First with { Fabe = [First.Fabe[0], statement] };
        var full = First.Fabe[0];

        Failing(NeedCheck.BeneficiaryKnown, First with { Worth = [.. First.Worth, First.Worth[0] with { Beneficiary = " " }] }).Should().Equal("n1");
        Failing(NeedCheck.BenefitsNameNeed, Arguing(full with { NeedId = "n9" })).Should().Equal("n1");
        Failing(NeedCheck.BenefitsNameNeed, Arguing(full with { Benefit = null })).Should().Equal("n1");
        Failing(NeedCheck.ClaimsHaveEvidence, Arguing(full with { Evidence = null })).Should().Equal("n1");
        Failing(NeedCheck.ClaimsHaveEvidence, Arguing(full with { Evidence = full.Evidence! with { Date = null } })).Should().Equal("n1");
        Failing(NeedCheck.ClaimsHaveEvidence, Arguing(full with { Evidence = full.Evidence! with { Date = AsOf.PlusDays(-366) } })).Should().Equal("n1");
        NeedsCompleteness.Of([Arguing(full with { Feature = null })], [], AsOf).Open.Should().Equal(
            [NeedCheck.DeciderNeed, NeedCheck.InfluencerNeed, NeedCheck.UserNeed], "a missing feature is neither");
        NeedsCompleteness.Of([First with { OpportunityId = "deal" }], [], AsOf, "deal").OpportunityId.Should().Be("deal");
        FluentActions.Invoking(() => NeedsCompleteness.Of(null!, [], AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("needs");
        FluentActions.Invoking(() => NeedsCompleteness.Of([], null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("people");
    }
}
