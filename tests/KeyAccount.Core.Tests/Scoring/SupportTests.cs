using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

[Trait("Frameworks", "all")]
public class SupportTests
{
    private static readonly (string Person, double Influence, LadderLevel? Level)[] Map =
    [
        ("general manager", 10, LadderLevel.CR3),
        ("purchasing director", 8, LadderLevel.CR2),
        ("technical director", 7, LadderLevel.CR1),
        ("finance manager", 5, null),
        ("workshop head", 4, LadderLevel.CR2),
        ("process engineer", 3, LadderLevel.CR1),
        ("quality engineer", 3, LadderLevel.CR4),
        ("buyer", 2, LadderLevel.CR5),
    ];

    private static readonly Gen<(double Influence, LadderLevel? Level)> Person =
        from influence in Gen.OneOf(
            Gen.Choose(0, 10).Select(units => (double)units),
            Gen.Choose(1, int.MaxValue).Select(units => units / 1e4),
            Gen.Choose(1, 1000).Select(units => units * 1e-9))
        from level in Gen.Elements<LadderLevel?>([.. LadderLevel.InOrder, null])
        select (influence, level);

    private static readonly Gen<(double Influence, LadderLevel? Level)[]> People = Gen.Choose(0, 12)
        .SelectMany(size => Person.ArrayOf(size));

    [Fact]
    public void The_stakeholder_map_of_eight_people()
    {
        var support = Of(Map);

        support.Value.Should().BeApproximately(2475.0 / 37, 5e-7).And.BeApproximately(66.8919, 5e-5);
        support.Range.Low.Should().BeApproximately(2475.0 / 42, 5e-7).And.BeApproximately(58.9286, 5e-5);
        support.Range.High.Should().BeApproximately(2975.0 / 42, 5e-7).And.BeApproximately(70.8333, 5e-5);
        (100 * support.Coverage).Should().BeApproximately(88.0952, 5e-5);
        support.Weakest.Should().Be(0);
    }

    [Theory]
    [InlineData("technical director", 1775.0 / 30)]
    [InlineData("purchasing director", 1875.0 / 29)]
    [InlineData("buyer", 2475.0 / 35)]
    public void The_stakeholder_map_without_one_of_them(string person, double expected) =>
        Of([.. Map.Where(each => each.Person != person)]).Value.Should().BeApproximately(expected, 5e-7);

    [Fact]
    public void The_weakest_of_the_deciders_is_found_among_them_alone() =>
        Of([.. Map.Where(each => each.Person is "general manager" or "purchasing director")]).Weakest.Should().Be(50);

    [Fact]
    public void With_everybody_known_the_range_is_the_support()
    {
        var support = Support.Of([(1, 100.0), (2, 50.0), (3, 0.0)]);

        support.Should().Be(new Support(33.333333, new(33.333333, 33.333333), 1, 0));
    }

    [Fact]
    public void With_nobody_known_there_is_no_support_and_everything_is_possible()
    {
        Support.Of([]).Should().Be(new Support(null, new(0, 100), 0, null));
        Support.Of([(3, (double?)null)]).Should().Be(new Support(null, new(0, 100), 0, null));
        Support.Of<LadderLevel>([], Ladder.Points).Should().Be(Support.Of([]));
    }

    [Fact]
    public void Somebody_without_influence_changes_the_weakest_and_nothing_else()
    {
        Support.Of([(2, 80.0), (0, 10.0)]).Should().Be(new Support(80, new(80, 80), 1, 10));
        Support.Of([(2, 80.0), (0, (double?)null)]).Should().Be(new Support(80, new(80, 80), 1, 80));
        Support.Of([(0, 10.0)]).Should().Be(new Support(null, new(0, 100), 0, 10));
        Support.Of([(0, 10.0), (2, (double?)null)]).Should().Be(new Support(null, new(0, 100), 0, 10));
    }

    [Fact]
    public void The_range_reaches_over_the_scale_of_the_levels_and_a_level_that_means_not_known_is_not_known()
    {
        var narrow = Scale.Levels((FactorLevel.None, double.NaN), (FactorLevel.Low, 20), (FactorLevel.Medium, 60), (FactorLevel.High, 80));

        Support.Of([(1, FactorLevel.Medium), (1, FactorLevel.None), (2, null)], narrow).Should().Be(new Support(60, new(30, 75), 0.25, 60));
    }

    [Fact]
    public void Influence_of_any_size_is_summed_without_overflow()
    {
        Support.Of([(double.MaxValue, 100.0), (double.MaxValue, 50.0)]).Value.Should().Be(75);
        Support.Of([(double.Epsilon, 100.0), (double.Epsilon, 50.0)]).Value.Should().Be(75);
    }

    [Fact]
    public void Raising_one_person_never_lowers_the_support() =>
        ForAll(from people in People from who in Gen.Choose(0, 11) select (people, who), each =>
    {
        var (people, who) = each;
        if (who >= people.Length || people[who].Level is not { } level || level == LadderLevel.CR1)
            return;
        var before = Of(people);
        people[who].Level = LadderLevel.FromValue(level.Value - 1);
        var after = Of(people);
        (after.Value ?? 0).Should().BeGreaterThanOrEqualTo(before.Value ?? 0);
        after.Range.Low.Should().BeGreaterThanOrEqualTo(before.Range.Low);
        after.Range.High.Should().BeGreaterThanOrEqualTo(before.Range.High);
        after.Weakest.Should().BeGreaterThanOrEqualTo(before.Weakest!.Value);
    });

    [Fact]
    public void Somebody_unknown_widens_the_range_and_never_moves_its_ends_inwards() =>
        ForAll(from people in People from other in Person select (people, other), each =>
    {
        var before = Of(each.people);
        var after = Of([.. each.people, (each.other.Influence, null)]);
        after.Value.Should().Be(before.Value);
        after.Range.Low.Should().BeLessThanOrEqualTo(before.Range.Low);
        after.Range.High.Should().BeGreaterThanOrEqualTo(before.Range.High);
        after.Coverage.Should().BeLessThanOrEqualTo(before.Coverage);
    });

    [Fact]
    public void Somebody_who_becomes_known_never_moves_the_range_outwards() =>
        ForAll(from people in People from other in Person select (people, other), each =>
    {
        var before = Of([.. each.people, (each.other.Influence, null)]);
        var after = Of([.. each.people, each.other]);
        after.Range.Low.Should().BeGreaterThanOrEqualTo(before.Range.Low - 1.001e-6);
        after.Range.High.Should().BeLessThanOrEqualTo(before.Range.High + 1.001e-6);
    });

    [Fact]
    public void The_unit_of_influence_does_not_matter()
    {
        var factors = Gen.OneOf(Gen.Choose(1, 1_000_000).Select(units => units / 997.0), Gen.Elements(1e-150, 1e150, 3, 1.0 / 3));
        ForAll(from people in People from factor in factors select (people, factor), each =>
        {
            var scaled = Of([.. each.people.Select(person => person with { Influence = person.Influence * each.factor })]);
            var support = Of(each.people);
            (scaled.Value is null).Should().Be(support.Value is null);
            (scaled.Value ?? 0).Should().BeApproximately(support.Value ?? 0, 1.001e-6);
            scaled.Range.Low.Should().BeApproximately(support.Range.Low, 1.001e-6);
            scaled.Range.High.Should().BeApproximately(support.Range.High, 1.001e-6);
            scaled.Coverage.Should().BeApproximately(support.Coverage, 1.001e-6);
        });
    }

    [Fact]
    public void The_order_of_the_people_does_not_matter_and_the_support_lies_in_the_range() =>
        ForAll(from people in People from shuffled in Gen.Shuffle(people) select (people, shuffled), each =>
        {
            var support = Of(each.people);
            Of(each.shuffled).Should().Be(support);
            support.Range.Low.Should().BeInRange(0, 100);
            support.Range.High.Should().BeInRange(support.Range.Low, 100);
            if (support.Value is { } value)
                value.Should().BeInRange(support.Range.Low, support.Range.High).And.BeGreaterThanOrEqualTo(support.Weakest!.Value);
        });

    [Fact]
    public void It_is_the_same_after_a_round_trip_through_JSON()
    {
        var support = Of(Map);
        JsonSerializer.Deserialize<Support>(JsonSerializer.Serialize(support)).Should().Be(support);
        JsonSerializer.Deserialize<Support>(JsonSerializer.Serialize(Support.Of([]))).Should().Be(Support.Of([]));
    }

    [Fact]
    public void It_reads_the_same_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        Support.Of([(3, 25.0), (1, 50.0)]).ToString().Should()
            .Be("Support { Value = 31.25, Range = ScoreRange { Low = 31.25, High = 31.25 }, Coverage = 1, Weakest = 25 }");
    }

    [Theory]
    [InlineData(-0.5, 1, "influence is -0.5; it must be finite and at least 0.*")]
    [InlineData(double.NaN, 1, "influence is NaN; it must be finite and at least 0.*")]
    [InlineData(double.PositiveInfinity, 1, "influence is Infinity; it must be finite and at least 0.*")]
    [InlineData(1, -0.5, "points is -0.5; it must be between 0 and 100.*")]
    [InlineData(1, 100.5, "points is 100.5; it must be between 0 and 100.*")]
    [InlineData(1, double.NaN, "points is NaN; it must be between 0 and 100.*")]
    public void What_is_outside_its_range_is_refused_in_the_same_words_everywhere(double influence, double points, string message)
    {
        using var _ = new CultureScope("ar-SA");
        ((Action)(() => Support.Of([(1, 50.0), (influence, points)]))).Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
    }

    [Fact]
    public void Missing_arguments_and_a_scale_of_something_else_are_refused()
    {
        ((Action)(() => Support.Of(null!))).Should().Throw<ArgumentNullException>().WithParameterName("people");
        ((Action)(() => Support.Of<LadderLevel>(null!, Ladder.Points))).Should().Throw<ArgumentNullException>().WithParameterName("people");
        ((Action)(() => Support.Of<LadderLevel>([], null!))).Should().Throw<ArgumentNullException>().WithParameterName("points");
        ((Action)(() => Support.Of<AccountTier>([], Ladder.Points))).Should().Throw<ArgumentException>()
            .WithMessage("points is a scale of LadderLevel; it must be one of AccountTier.*").WithParameterName("points");
        ((Action)(() => Support.Of<LadderLevel>([], Scale.Linear((0, 0), (1, 100))))).Should().Throw<ArgumentException>()
            .WithMessage("points is a scale of numbers; it must be one of LadderLevel.*");
    }

    private static Support Of((string Person, double Influence, LadderLevel? Level)[] people) =>
        Support.Of(people.Select(each => (each.Influence, each.Level)), Ladder.Points);

    private static Support Of((double Influence, LadderLevel? Level)[] people) => Support.Of(people, Ladder.Points);

    private static void ForAll<T>(Gen<T> cases, Action<T> holds) =>
        Check.One(Seeded.Cases(2_000), Prop.ForAll(cases.ToArbitrary(), holds));
}
