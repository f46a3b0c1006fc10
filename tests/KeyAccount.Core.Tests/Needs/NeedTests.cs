using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Needs;

/// <summary>A need is a gap; what it is worth decides what to answer first.</summary>
public class NeedTests
{
    internal static readonly LocalDate AsOf = new(2026, 6, 30);

    internal static readonly Need Downtime = new()
    {
        Id = "n1", Depth = NeedDepth.Implicit, People = ["p1"], Words = "Seal changes stop the line.",
        Expectation = Hours(20), Today = Hours(60), Direction = NeedDirection.Lower,
        Worth = [new() { PerUnit = 1_000, Currency = "CNY", Beneficiary = "plant" }],
        NeededBy = AsOf.PlusDays(60), Fit = 0.5, Answer = "cartridge seal",
        Fabe =
        [
            new()
            {
                Feature = "cartridge", Advantage = "fitted in an hour", Benefit = "40 hours more output",
                Evidence = new() { Kind = EvidenceKind.TestReport, Text = "trial on line 2", Date = AsOf.PlusDays(-100) },
            },
        ],
    };

    internal static NeedMeasure Hours(double value) => new() { Value = value, Unit = "hours a year" };

    [Fact]
    public void The_gap_is_taken_in_the_good_direction()
    {
        (Downtime.Gap, Downtime.IsMet, Downtime.GapValue).Should().Be((40, false, 40_000));
        var output = Downtime with { Direction = NeedDirection.Higher };
        (output.Gap, output.IsMet, output.GapValue).Should().Be((-40, true, 0));
        var met = Downtime with { Today = Hours(20) };
        (met.Gap, met.IsMet, met.GapValue).Should().Be((0, true, 0));
        (Downtime with { VolumePerYear = 3 }).GapValue.Should().Be(120_000);
    }

    [Fact]
    public void What_is_not_known_is_counted_and_not_valued()
    {
        (Downtime with { Worth = [] }).GapValue.Should().BeNull();
        foreach (var need in (Need[])[Downtime with { Today = null }, Downtime with { Expectation = null }, Downtime with { Direction = null }])
            (need.Gap, need.IsMet, need.GapValue).Should().Be((null, null, null));
    }

    [Fact]
    public void A_decimal_gap_is_a_decimal_amount() => (Downtime with
    {
        Expectation = Hours(1.1), Today = Hours(3.2), Worth = [new() { PerUnit = 1, Currency = "CNY" }],
    }).GapValue.Should().Be(2.1m);

    [Fact]
    public void A_saving_under_time_and_money_counts_once()
    {
        var twice = Downtime with
        {
            Worth =
            [
                new() { PerUnit = 300, Currency = "CNY", Component = CostComponent.Time },
                new() { PerUnit = 400, Currency = "CNY", Component = CostComponent.Money },
            ],
        };
        (twice.IsCountedTwice, twice.GapValue).Should().Be((true, 16_000));
        var shared = twice with { Worth = [.. twice.Worth.Select(worth => worth with { Component = null })] };
        (shared.IsCountedTwice, shared.GapValue).Should().Be((false, 28_000), "two departments may both gain");
    }

    [Fact]
    public void Faults_name_the_place_the_value_and_the_way_out()
    {
        (Downtime with { Today = new() { Value = 60, Unit = "days a year" } }).Faults(AsOf).Should().Equal(
            "today.unit is days a year; it must be hours a year, the unit of the expectation");
        (Downtime with { Today = new() { Value = 60, Unit = "days a year" } }).Gap.Should().BeNull();
        (Downtime with { Direction = null }).Faults(AsOf).Should().Equal(
            "direction is missing; it must be Higher or Lower where expectation and today are known");
        (Downtime with { Worth = [.. Downtime.Worth, new() { PerUnit = 1, Currency = "EUR" }] }).Faults(AsOf).Should().Equal(
            "worth[1].currency is EUR; it must be CNY, that of the first entry");
        (Downtime with { LearnedOn = AsOf.PlusDays(1) }).Faults(AsOf).Should().Equal(
            "learnedOn is 2026-07-01; it must be 2026-06-30 (the day of the facts) or earlier");
        (Downtime with { LearnedOn = AsOf }).Faults(AsOf).Should().BeEmpty();
        (Downtime with { Fabe = [Downtime.Fabe[0] with { NeedId = "n2" }] }).Faults(AsOf).Should().Equal(
            "fabe[0].needId is n2; it must be left out, or be n1, the need it belongs to");
        FluentActions.Invoking(() => Downtime with { Fit = 1.01 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new NeedWorth { PerUnit = 1, Currency = " " }).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 0.8)]
    [InlineData(90, 0.8)]
    [InlineData(91, 0.6)]
    [InlineData(180, 0.6)]
    [InlineData(181, 0.4)]
    public void Urgency_falls_with_the_days(int days, double urgency)
    {
        NeedPriority.Urgency(AsOf.PlusDays(days), AsOf).Should().Be(urgency);
        NeedPriority.Urgency(null, AsOf).Should().Be(0.5);
    }

    [Fact]
    public void Priority_is_value_times_urgency_times_fit()
    {
        NeedPriority.GapOf(Downtime, AsOf).Priority.Should().Be(40_000 * 0.8m * 0.5m);
        var ranked = NeedPriority.Rank(
            [Downtime with { Id = "slow", NeededBy = AsOf.PlusDays(400) }, Downtime with { Id = "open", Worth = [] }, Downtime], AsOf);
        ranked.Select(gap => gap.NeedId).Should().Equal("n1", "slow", "open");
    }

    [Theory]
    [InlineData(NeedOrder.Loyalty, "implicit", "explicit", "unknown")]
    [InlineData(NeedOrder.Tender, "explicit", "implicit", "unknown")]
    public void Ties_go_by_depth(NeedOrder order, params string[] ids) => NeedPriority.Rank(
        [
            Downtime with { Id = "unknown", Depth = null }, Downtime with { Id = "explicit", Depth = NeedDepth.Explicit },
            Downtime with { Id = "implicit" }, Downtime with { Id = "deep", Depth = NeedDepth.Deep }, Downtime with { Id = "met", Today = Hours(1) },
        ], AsOf, order).Select(gap => gap.NeedId).Should().Equal(ids, "a deep need is confidential, and a met one is not open");

    [Fact]
    public void A_rank_does_not_depend_on_the_order_of_the_needs() => Check.One(Seeded.Cases(100), Prop.ForAll(
        Gen.Choose(1, 60).ListOf(6).ToArbitrary(), days =>
        {
            Need[] needs = [.. days.Select((each, i) => Downtime with { Id = $"n{i}", NeededBy = AsOf.PlusDays(each * 5), Today = Hours(20 + each) })];
            var ranked = NeedPriority.Rank(needs, AsOf);
            NeedPriority.Rank([.. Enumerable.Reverse(needs)], AsOf).Should().Equal(ranked);
            ranked.Select(gap => gap.Priority).Should().BeInDescendingOrder();
        }));

    [Theory]
    [InlineData(365, 0)]
    [InlineData(366, 1)]
    public void Evidence_is_stale_after_its_half_life(int age, int faults)
    {
        var statement = Downtime.Fabe[0] with { Evidence = new() { Text = "trial", Date = AsOf.PlusDays(-age) } };
        Fabe.Check(Downtime with { Fabe = [statement] }, AsOf).Select(fault => fault.Kind).Should().Equal(
            Enumerable.Repeat(FabeFaultKind.EvidenceStale, faults));
    }

    [Fact]
    public void Each_fault_of_an_argument_is_named()
    {
        FabeStatement[] statements =
        [
            new() { Benefit = "less downtime", NeedId = "n9" }, Downtime.Fabe[0] with { NeedId = "n1", Evidence = new() { Text = "heard it" } }, Downtime.Fabe[0],
        ];
        Fabe.Check(statements, ["n1"], AsOf).Select(fault => (fault.Number, fault.Kind, fault.Part)).Should().Equal(
            (1, FabeFaultKind.PartMissing, FabePart.Feature), (1, FabeFaultKind.PartMissing, FabePart.Advantage),
            (1, FabeFaultKind.PartMissing, FabePart.Evidence), (1, FabeFaultKind.BenefitWithoutNeed, null),
            (2, FabeFaultKind.EvidenceUndated, null), (3, FabeFaultKind.BenefitWithoutNeed, null));
        Fabe.Check(Downtime, AsOf).Should().BeEmpty("an argument of a need meets that need");
    }

    [Fact]
    public void The_way_of_presenting_value_is_proven()
    {
        var proof = ValuePresentation.Standard.Verify();
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Combinations.Should().Be(4 * 5 * 8 * 3);
    }

    [Theory]
    [InlineData(null, null, null, false, "Guarantee")]
    [InlineData("KDM", "Dominance", null, true, "Comparison")]
    [InlineData("KDM", "Influence", "Quality", true, "Figures")]
    [InlineData("KI", "Conscientiousness", "Economic", true, "Figures")]
    [InlineData("KU", null, "Quality", true, "Experience")]
    [InlineData("KI", "Steadiness", null, null, "Reference")]
    [InlineData("KI", null, "CorporateImage", true, "Reference")]
    [InlineData("KI", null, "Advisory", true, "Experience")]
    [InlineData(null, null, null, null, "Comparison")]
    public void Who_decides_by_what_is_shown_how(string? role, string? style, string? value, bool? hasEvidence, string way)
    {
        var advice = ValuePresentation.Standard.Decide(new()
        {
            Role = role is null ? null : StakeholderRole.FromName(role),
            Style = style is null ? null : PersonalityStyle.FromName(style),
            Value = value is null ? null : CustomerValue.FromName(value),
            HasEvidence = hasEvidence,
        }).Advice!;
        advice.Way.Name.Should().Be(way);
        advice.NeedsApproval.Should().Be(way == "Guarantee");
        advice.IsBrief.Should().Be(style == "Dominance");
    }

    [Fact]
    public void A_need_is_confidential_that_is_deep_or_said_to_be()
    {
        Downtime.IsConfidential.Should().BeFalse();
        (Downtime with { Confidential = false }).IsConfidential.Should().BeFalse();
        (Downtime with { Confidential = true }).IsConfidential.Should().BeTrue();
        (Downtime with { Depth = NeedDepth.Deep, Confidential = false }).IsConfidential.Should().BeTrue();
        (Downtime with { Confidential = true }).ToString().Should().Be("Need { Id = n1, Depth = Implicit, Confidential = True }");
        Downtime.ToString().Should().Be("Need { Id = n1, Depth = Implicit, Words = Seal changes stop the line., Gap = 40, GapValue = 40000 }");
    }

    [Fact]
    public void Worth_in_two_currencies_has_no_value_and_proof_of_tomorrow_is_a_fault()
    {
        NeedWorth[] worth = [.. Downtime.Worth, new() { PerUnit = 1, Currency = "CNY" }, new() { PerUnit = 1, Currency = "EUR" }];
        (Downtime with { Worth = worth }).GapValue.Should().BeNull();
        (Downtime with { Worth = worth }).Faults(AsOf).Should().Equal("worth[2].currency is EUR; it must be CNY, that of the first entry");
        (Downtime with { Worth = worth[..2] }).GapValue.Should().Be(40_040);

        Need Proven(LocalDate day) => Downtime with { Fabe = [Downtime.Fabe[0] with { NeedId = "n1", Evidence = new() { Text = "trial", Date = day } }] };
        Proven(AsOf).Faults(AsOf).Should().BeEmpty();
        Proven(AsOf.PlusDays(1)).Faults(AsOf).Should().Equal(
            "fabe[0].evidence.date is 2026-07-01; it must be 2026-06-30 (the day of the facts) or earlier");
        (Downtime with { Direction = null, Today = null }).Faults(AsOf).Should().BeEmpty("nothing is compared");
        (Downtime with { Direction = null, Expectation = null }).Faults(AsOf).Should().BeEmpty();
    }

    [Fact]
    public void Needs_without_a_value_go_by_urgency_times_fit_then_by_id()
    {
        Need Of(string id, int days, double? fit) => Downtime with { Id = id, Worth = [], NeededBy = AsOf.PlusDays(days), Fit = fit };

        NeedPriority.Rank([Of("b", 30, 0.6), Of("a", 30, 0.6), Of("c", 90, 0.8), Of("unknown", 30, null), Of("d", 400, 1)], AsOf)
            .Select(gap => gap.NeedId).Should().Equal("c", "a", "b", "unknown", "d");
        NeedPriority.GapOf(Downtime with { Fit = null }, AsOf).Should().Match<NeedGap>(gap =>
            gap.Priority == 40_000 * 0.8m * 0.5m && gap.Urgency == 0.8 && gap.Unit == "hours a year" && gap.Gap == 40 && gap.Value == 40_000
            && gap.Words == Downtime.Words && gap.Depth == NeedDepth.Implicit && !gap.IsCountedTwice);
        NeedPriority.GapOf(Downtime with { Today = null }, AsOf).Should().Match<NeedGap>(gap => gap.Unit == null && gap.Priority == null);
        FluentActions.Invoking(() => NeedPriority.Rank([], AsOf, (NeedOrder)9)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("order is 9*");
        FluentActions.Invoking(() => NeedPriority.Rank(null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("needs");
        FluentActions.Invoking(() => NeedPriority.GapOf(null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("need");
    }

    [Fact]
    public void Proof_is_stale_by_the_decay_that_is_asked_for()
    {
        Fabe.Check(Downtime, AsOf, new(99)).Select(fault => (fault.NeedId, fault.Number, fault.Kind)).Should().Equal(
            ("n1", 1, FabeFaultKind.EvidenceStale));
        Fabe.Check(Downtime, AsOf, new(100)).Should().BeEmpty();
        Fabe.Check([Downtime.Fabe[0] with { NeedId = "n1" }], ["n1"], AsOf, new(99)).Select(fault => fault.Kind).Should().Equal(FabeFaultKind.EvidenceStale);
        Fabe.Check(Downtime, AsOf, new(99))[0].Text.En.Should().Contain("2026-03-22").And.Contain("99");
        Fabe.Check(Downtime with { Fabe = [Downtime.Fabe[0], Downtime.Fabe[0] with { NeedId = "n2" }] }, AsOf)
            .Select(fault => (fault.Number, fault.Kind)).Should().Equal((2, FabeFaultKind.BenefitWithoutNeed));
        FluentActions.Invoking(() => Fabe.Check(null!, [], AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("statements");
        FluentActions.Invoking(() => Fabe.Check([], null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("needIds");
        FluentActions.Invoking(() => Fabe.Check((Need)null!, AsOf)).Should().Throw<ArgumentNullException>().WithParameterName("need");
        FluentActions.Invoking(() => Downtime.Fabe[0].Has(null!)).Should().Throw<ArgumentNullException>().WithParameterName("part");
    }
}
