using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ImportancePerformanceTests
{
    [Fact]
    public void Martilla_and_James_1977_four_quadrants()
    {
        // The kind of attributes the article has, of an automobile dealer's service; the numbers are for illustration.
        var map = ImportancePerformance.Of(
            [
                new("job done right the first time", 3.83, 2.63), new("fast action on complaints", 3.63, 2.73),
                new("courteous and friendly service", 3.41, 3.29), new("send out maintenance notices", 2.05, 3.33),
            ],
            importanceCut: 3,
            performanceCut: 3);

        map.Attributes.Select(attribute => attribute.Quadrant).Should().Equal(
            PerformanceQuadrant.ConcentrateHere, PerformanceQuadrant.ConcentrateHere, PerformanceQuadrant.KeepUpTheGoodWork,
            PerformanceQuadrant.PossibleOverkill);
    }

    [Theory]
    [InlineData(3, 3, "KeepUpTheGoodWork")]
    [InlineData(3, 2.999999, "ConcentrateHere")]
    [InlineData(2.999999, 3, "PossibleOverkill")]
    [InlineData(2.999999, 2.999999, "LowPriority")]
    [InlineData(3.000001, 3.000001, "KeepUpTheGoodWork")]
    public void A_cut_belongs_to_what_is_above_it(double importance, double performance, string quadrant) =>
        ImportancePerformance.Of([new("a", importance, performance)], 3, 3).Attributes.Single().Quadrant!.Name.Should().Be(quadrant);

    [Fact]
    public void Without_cuts_the_means_divide()
    {
        var map = ImportancePerformance.Of([new("a", 1, 5), new("b", 3, 1), new("c", 5, null), new("d", null, 3)]);

        (map.ImportanceCut, map.PerformanceCut).Should().Be((3, 3));
        map.Attributes.Select(attribute => attribute.Quadrant)
            .Should().Equal(PerformanceQuadrant.PossibleOverkill, PerformanceQuadrant.ConcentrateHere, null, null);
        map.In(PerformanceQuadrant.ConcentrateHere).Select(rating => rating.Attribute).Should().Equal("b");
    }

    [Fact]
    public void Equal_attributes_are_not_below_their_own_mean() =>
        ImportancePerformance.Of([new("a", .1, .1), new("b", .1, .1), new("c", .1, .1)]).Attributes
            .Should().OnlyContain(each => each.Quadrant == PerformanceQuadrant.KeepUpTheGoodWork);

    [Fact]
    public void Where_nothing_is_known_there_are_no_cuts()
    {
        ImportancePerformance.Of([]).Should()
            .Match<ImportancePerformanceMap>(map => map.ImportanceCut == null && map.PerformanceCut == null && map.Attributes.Count == 0);
        ImportancePerformance.Of([new("a", null, null)]).Attributes.Single().Quadrant.Should().BeNull();
    }

    [Fact]
    public void The_order_of_the_attributes_does_not_matter()
    {
        var cases = (from importance in Gen.Choose(0, 70) from performance in Gen.Choose(0, 70)
            select (importance / 10.0, performance / 10.0)).ArrayOf();
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var ratings = given.Select((each, i) => new AttributeRating($"a{i}", each.Item1, each.Item2)).ToArray();
            var map = ImportancePerformance.Of(ratings);
            var turned = ImportancePerformance.Of([.. ratings.AsEnumerable().Reverse()]);
            return map.ImportanceCut == turned.ImportanceCut && map.PerformanceCut == turned.PerformanceCut
                && map.Attributes.SequenceEqual(turned.Attributes.Reverse())
                && (ratings.Length == 0 || map.Attributes.Any(each => each.Quadrant is not null));
        }));
    }

    [Fact]
    public void What_cannot_be_placed_is_refused()
    {
        ((Action)(() => ImportancePerformance.Of([new("a", 1, 1), new("a", 1, 1)]))).Should().Throw<ArgumentException>()
            .WithMessage("attributes has 'a' twice; give each attribute once.*");
        ((Action)(() => ImportancePerformance.Of([new("", 1, 1)]))).Should().Throw<ArgumentException>().WithParameterName("attributes");
        ((Action)(() => ImportancePerformance.Of([null!]))).Should().Throw<ArgumentNullException>();
        ((Action)(() => ImportancePerformance.Of([new("a", double.NaN, 1)]))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("attributes['a'].Importance is NaN*");
        ((Action)(() => ImportancePerformance.Of([new("a", 1, double.PositiveInfinity)]))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("attributes['a'].Performance is Infinity*");
        ((Action)(() => ImportancePerformance.Of([], double.NaN)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("importanceCut is NaN*");
        ((Action)(() => ImportancePerformance.Of([], 1, double.NaN)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("performanceCut is NaN*");
    }

    [Fact]
    public void Maps_are_equal_by_their_contents()
    {
        var map = ImportancePerformance.Of([new("a", 1, 2), new("b", 2, 1)]);

        map.Should().Be(ImportancePerformance.Of([new("a", 1, 2), new("b", 2, 1)]));
        map.GetHashCode().Should().Be(ImportancePerformance.Of([new("a", 1, 2), new("b", 2, 1)]).GetHashCode());
        (map with { Attributes = [.. map.Attributes.Reverse()] }).Should().NotBe(map);
        ((Action)(() => _ = map with { Attributes = null! })).Should().Throw<ArgumentNullException>().WithParameterName("Attributes");
    }

    [Fact]
    public void A_placed_attribute_survives_JSON_and_reads_the_same_everywhere()
    {
        var placed = ImportancePerformance.Of([new("a", 1.5, 1)]).Attributes.Single();

        JsonSerializer.Deserialize<AttributePlacement>(JsonSerializer.Serialize(placed)).Should().Be(placed);
        using var _ = new CultureScope("de-DE");
        placed.Rating.ToString().Should().Be("AttributeRating { Attribute = a, Importance = 1.5, Performance = 1 }");
        ImportancePerformance.Of([], 1.5, 2.5).ToString()
            .Should().Be("ImportancePerformanceMap { ImportanceCut = 1.5, PerformanceCut = 2.5, Attributes = 0 }");
    }

    [Fact]
    public void Without_attributes_there_is_no_map() =>
        FluentActions.Invoking(() => ImportancePerformance.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("attributes");
}
