using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Tests;

/// <summary>Drawings by their geometry: what is drawn is what the data say.</summary>
public class DrawingTests
{
    private const double Grain = 0.11;

    [Fact]
    public void Bars_are_as_long_as_their_numbers_and_stand_beside_their_names() =>
        Check.One(Seeded.Cases(100), Prop.ForAll(Gen.Choose(1, 1_000_000).Select(each => each / 100m).ArrayOf(4).ToArbitrary(), values =>
        {
            var drawing = Page.Drawing(new BarFigure("n", "d", "c", new("m", null, 2), [.. values.Select((value, i) => new Bar($"bar {i}", value))]));
            var bars = drawing.OfClass("bar").ToArray();
            var scale = (double)values.Max() / bars.Max(bar => bar.Number("width"));
            for (var i = 0; i < values.Length; i++)
            {
                bars[i].Number("width").Should().BeApproximately((double)values[i] / scale, Grain);
                bars[i].Number("x").Should().Be(bars[0].Number("x"));
                drawing.TextOf($"bar {i}").Number("y").Should().BeInRange(bars[i].Number("y"), bars[i].Number("y") + bars[i].Number("height"));
            }
        }));

    [Fact]
    public void What_a_bar_is_held_against_is_drawn_behind_it_to_the_same_scale()
    {
        var drawing = Page.Drawing(new BarFigure("n", "d", "c", new("m"), [new("a", 50, 100), new("b", 25, 50)], "last year"));
        var (bars, behind) = (drawing.OfClass("bar").ToArray(), drawing.OfClass("ref").Skip(1).ToArray());
        behind.Select(each => each.Number("width")).Should().Equal(bars[0].Number("width") * 2, bars[0].Number("width"));
        bars[1].Number("width").Should().BeApproximately(bars[0].Number("width") / 2, Grain);
        drawing.Descendants().ToList().IndexOf(behind[0]).Should().BeLessThan(drawing.Descendants().ToList().IndexOf(bars[0]));
        drawing.TextOf("last year").Should().NotBeNull();
    }

    [Fact]
    public void A_negative_bar_goes_the_other_way_from_the_axis()
    {
        var drawing = Page.Drawing(new BarFigure("n", "d", "c", new("m"), [new("a", 30), new("b", -10)]));
        var (zero, bars) = (drawing.OfClass("axis").Single().Number("x1"), drawing.OfClass("bar").ToArray());
        bars[0].Number("x").Should().Be(zero);
        (bars[1].Number("x") + bars[1].Number("width")).Should().BeApproximately(zero, Grain);
        bars[0].Number("width").Should().BeApproximately(3 * bars[1].Number("width"), 4 * Grain);
    }

    [Fact]
    public void What_is_not_known_is_an_empty_bar_and_zero_is_none()
    {
        var drawing = Page.Drawing(new BarFigure("n", "d", "c", new("m"), [new("a", null, 5), new("b", 0), new("c", 5)]));
        drawing.OfClass("unknown").Single().Number("width").Should().BeApproximately(drawing.OfClass("ref").Single().Number("width"), Grain);
        drawing.TextOf("not known").Should().NotBeNull();
        drawing.OfClass("bar").Should().ContainSingle();
    }

    [Fact]
    public void Groups_that_stand_together_have_a_line_of_their_own_and_others_are_named_with_the_bar()
    {
        Texts(Bars("x", "x", "y", "y")).Should().ContainInOrder("x", "a0", "a1", "y", "a2", "a3");
        Texts(Bars("x", "y", "x", "y")).Should().Contain(["a0 · x", "a1 · y"]).And.NotContain("a0");

        static XElement Bars(params string[] groups) => Page.Drawing(
            new BarFigure("n", "d", "c", new("m"), [.. groups.Select((group, i) => new Bar($"a{i}", i, null, group))], null, "group"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(3)]
    [InlineData(1)]
    public void An_axis_of_dates_shows_dates(int days)
    {
        var first = new NodaTime.LocalDate(2025, 12, 31);
        var figure = new CurveFigure("Score", "d", new("date") { Origin = first }, new("points"), [new("c", [new(0, 40), new(days, 60)])]);
        var labels = Page.Drawing(figure).Descendants("text").Select(text => text.Value).Where(text => text.Contains('-', StringComparison.Ordinal)).ToArray();
        labels.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.Contain("2025-12-31");
        foreach (var label in labels)
            NodaTime.Text.LocalDatePattern.Iso.Parse(label).Value.Should().BeInRange(first, first.PlusDays(days));
        figure.ToTable().Rows.Select(row => row.Cells[0]).Should().Equal(new DateCell(first), new DateCell(first.PlusDays(days)));
        Document document = new("en", "x", [figure]);
        Document.FromJson(document.ToJson()).Should().Be(document);
    }

    [Fact]
    public void A_curve_goes_through_its_points_between_its_axes()
    {
        (double X, double Y)[] data = [(0, 0), (25, 50), (50, 80), (100, 100)];
        var drawing = Page.Drawing(new CurveFigure(
            "Pareto curve", "d", new("Accounts", "%"), new("Revenue", "%"), [new("c", [.. data.Select(each => new CurvePoint(each.X, each.Y))])],
            [new("A ends", 25, 50), new("target", null, 80), new("today", 50)]));
        var drawn = Points(drawing.Descendants("polyline").Single());
        var (origin, end) = (drawn[0], drawn[^1]);
        for (var i = 0; i < data.Length; i++)
        {
            drawn[i].X.Should().BeApproximately(origin.X + (data[i].X / 100 * (end.X - origin.X)), Grain);
            drawn[i].Y.Should().BeApproximately(origin.Y + (data[i].Y / 100 * (end.Y - origin.Y)), Grain);
        }

        var mark = drawing.OfClass("mark").Single();
        (mark.Number("cx"), mark.Number("cy")).Should().Be(drawn[1]);
        var cuts = drawing.OfClass("cut").ToArray();
        cuts[0].Number("y1").Should().Be(cuts[0].Number("y2")).And.Be(drawn[2].Y);
        cuts[1].Number("x1").Should().Be(cuts[1].Number("x2")).And.Be(drawn[2].X);
        foreach (var tick in drawing.Descendants("text").Where(each => each.Value == "100" && ((string)each.Attribute("class")!).EndsWith('c')))
            tick.Number("x").Should().Be(end.X);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_name_of_a_place_stands_on_no_curve(bool falls)
    {
        CurvePoint[] points = [.. Enumerable.Range(0, 41).Select(i => new CurvePoint(i, falls ? 100 - (2.5 * (i / 4 * 4)) : 2.5 * (i / 4 * 4)))];
        foreach (var point in points)
        {
            var drawing = Page.Drawing(new CurveFigure("n", "d", new("x"), new("y"), [new("c", points)], [new("a target", point.X, point.Y)]));
            var text = drawing.TextOf("a target");
            var width = 8 * 13 * 0.56;
            var from = ((string)text.Attribute("class")!).Split(' ').Contains("e") ? text.Number("x") - width : text.Number("x");
            Points(drawing.Descendants("polyline").Single()).Where(each => each.X > from && each.X < from + width)
                .Should().OnlyContain(each => each.Y < text.Number("y") - 10 || each.Y > text.Number("y") + 3, $"at {point.X}, {point.Y}");
        }
    }

    [Fact]
    public void Several_curves_have_lines_of_their_own_kind_and_a_legend()
    {
        var drawing = Page.Drawing(new CurveFigure("n", "d", new("x"), new("y"), [.. new[] { "one", "two" }.Select((name, i) => new CurveSeries(name, [new(0, i), new(1, 2)]))]));
        drawing.Descendants("polyline").Select(each => (string)each.Attribute("class")!).Should().Equal("curve l0", "curve l1");
        drawing.Descendants("line").Where(each => ((string)each.Attribute("class")!).StartsWith("curve", StringComparison.Ordinal)).Should().HaveCount(2);
        Texts(drawing).Should().Contain(["one", "two"]);
    }

    [Fact]
    public void A_field_is_the_more_coloured_the_more_it_is_and_an_empty_one_is_not()
    {
        var drawing = Page.Drawing(new MatrixFigure(
            "n", "d", "Tier", "Risk", new("accounts"), ["high", "low"], [new("A", [new(4), new(null)]), new("B", [new(2, null, "10%"), new(8, 0.25)])]));
        drawing.OfClass("cell").Select(each => each.Number("fill-opacity")).Should().Equal(0.2, 0.1, 0.1);
        drawing.OfClass("none").Should().ContainSingle();
        Texts(drawing).Should().Contain(["high", "low", "A", "B", "4", "2", "10%", "8"]);
        var cells = drawing.OfClass("cell").ToArray();
        cells[0].Number("x").Should().Be(cells[1].Number("x")).And.BeLessThan(cells[2].Number("x"));
        cells[1].Number("y").Should().Be(cells[2].Number("y")).And.BeGreaterThan(cells[0].Number("y"));
    }

    [Fact]
    public void A_wide_matrix_keeps_its_fields_readable() => Page.Drawing(new MatrixFigure(
        "n", "d", "r", "c", new("m"), [.. Enumerable.Range(0, 24).Select(i => $"+{i}")], [new("row", [.. Enumerable.Range(0, 24).Select(i => new MatrixCell(i))])]))
        .OfClass("cell").Should().OnlyContain(each => each.Number("width") >= 60);

    [Fact]
    public void Each_step_of_a_waterfall_begins_where_the_one_before_ends()
    {
        var drawing = Page.Drawing(new WaterfallFigure(
            "n", "d", "Step", new("Price", "CNY", 2), [new("List", 100, true), new("discount", -10), new("freight", 4), new("rebate", -14), new("Pocket", 80, true)]));
        var rows = drawing.Descendants("rect").OrderBy(each => each.Number("y")).ToArray();
        rows.Select(each => (string)each.Attribute("class")!).Should().Equal("bar", "minus", "plus", "minus", "bar");
        var one = rows[0].Number("width") / 100;
        rows.Select(each => each.Number("width")).Zip([100d, 10, 4, 14, 80]).Should().OnlyContain(pair => Math.Abs(pair.First - (pair.Second * one)) < 2 * Grain);
        var zero = rows[0].Number("x");
        rows.Select(each => each.Number("x") - zero).Zip([0d, 90, 90, 80, 0]).Should().OnlyContain(pair => Math.Abs(pair.First - (pair.Second * one)) < 2 * Grain);
        Texts(drawing).Should().Contain(["100.00", "-10.00", "+4.00", "80.00"]);
    }

    [Fact]
    public void A_scale_shows_where_something_stands_and_where_it_should()
    {
        var drawing = Page.Drawing(new ScaleFigure(
            "n", "d", "what", "now", "target", [new("known", ["a", "b", "c", "d"], 1, 1, 3), new("between", ["e", "f", "g"], 0, 1), new("unknown", ["h", "i"], null, null, 0)]));
        Standing("known").Should().Equal("b");
        Standing("between").Should().Equal("e", "f");
        Standing("unknown").Should().BeEmpty();
        drawing.OfClass("aim").Should().HaveCount(2);
        Over(drawing.OfClass("aim").First()).Should().Be("d");

        string[] Standing(string row) => [.. drawing.OfClass("here")
            .Where(each => drawing.TextOf(row).Number("y") is var y && each.Number("y") > y && each.Number("y") < y + 20).Select(Over)];

        string Over(XElement field) => drawing.Descendants("text").Single(text => text.Number("x") > field.Number("x")
            && text.Number("x") < field.Number("x") + field.Number("width") && text.Number("y") > field.Number("y") && text.Number("y") < field.Number("y") + field.Number("height")).Value;
    }

    [Fact]
    public void A_radar_puts_each_number_on_its_spoke_and_each_range_along_it()
    {
        var drawing = Page.Drawing(new RadarFigure(
            "n", "d", "focus", new("points"), "range", 100, [new("top", 100), new("right", 50, 25, 75), new("unknown", null, 0, 100), new("left", 0)]));
        var dots = drawing.OfClass("g0").ToArray();
        dots.Should().HaveCount(3, "what is not known has no dot");
        var (top, right, left) = (dots[0], dots[1], dots[2]);
        top.Number("cx").Should().Be(left.Number("cx")).And.Be(320, "nothing stands in the middle");
        (left.Number("cy") - top.Number("cy")).Should().BeApproximately(2 * (right.Number("cx") - 320), 2 * Grain);
        right.Number("cy").Should().BeApproximately(left.Number("cy"), Grain);
        drawing.OfClass("span").Select(each => (each.Number("x1"), each.Number("y1"), each.Number("x2"), each.Number("y2"))).Should().Equal((350, 180, 410, 180), (320, 180, 320, 300));
        Texts(drawing).Should().Contain(["top 100", "right 50", "unknown –", "left 0"]);
        Page.Of(new RadarFigure("n", "d", "focus", new("points"), "range", 100, [new("a", 1), new("b", 2)])).Descendants("svg").Should().BeEmpty("two spokes make no web");
    }

    [Fact]
    public void A_map_stands_by_row_and_column_and_tells_groups_by_shape_and_colour()
    {
        var drawing = Page.Drawing(new GraphFigure(
            "n", "d", new("who", "level", "role", "stance", "ties"),
            [
                new("a", "Ann", "base", "user", "for us", 1), new("b", "Bob", "top", "decider", "against us", 4), new("c", "Cid", "base", "decider", "for us", 4), new("d", "Dan", null, "user"),
            ],
            [new("a", "b", "reports to", true), new("a", "c", "friend of")]) { Rows = ["top", "base"] });
        var (ann, bob, cid, dan) = (At("Ann"), At("Bob"), At("Cid"), At("Dan"));
        bob.Y.Should().BeLessThan(ann.Y, "the top is at the top");
        ann.Y.Should().Be(cid.Y).And.BeLessThan(dan.Y, "what is not known comes last");
        ann.X.Should().Be(dan.X);
        bob.X.Should().Be(cid.X).And.NotBe(ann.X);

        // Two for us as circles, one against us as another shape, one of whom nothing is known; and one of each in the legend.
        drawing.OfClass("g0").Where(each => each.Name == "circle").Should().HaveCount(3);
        drawing.OfClass("g5").Where(each => each.Name == "path").Should().HaveCount(2);
        drawing.OfClass("unknown").Should().ContainSingle();
        var radii = drawing.OfClass("g0").Where(each => each.Name == "circle").Select(each => each.Number("r")).ToArray();
        radii[1].Should().BeGreaterThan(radii[0], "the influence is larger");

        drawing.OfClass("tie").Select(each => (string)each.Attribute("class")!).Should().Equal("tie l0", "tie l1", "tie l0", "tie l1");
        drawing.OfClass("g0").Where(each => each.Name == "path").Should().ContainSingle("one tie has a direction");
        Texts(drawing).Should().Contain(["top", "base", "–", "user", "decider", "for us", "against us", "reports to", "friend of"]);

        (double X, double Y) At(string name) => (drawing.TextOf(name).Number("x"), drawing.TextOf(name).Number("y"));
    }

    [Fact]
    public void A_group_keeps_its_colour_where_one_before_it_has_no_member()
    {
        var figure = new GraphFigure("n", "d", new("who", "level", "role", "stance", "ties"), [new("a", "Ann", null, null, "against us")], []) { Groups = ["for us", "neutral", "against us"] };
        var drawing = Page.Drawing(figure);
        drawing.OfClass("g1").Should().HaveCount(2, "the node and the legend").And.OnlyContain(each => each.Name == "rect");
        Texts(drawing).Should().Contain("against us").And.NotContain("for us");
    }

    [Fact]
    public void Bones_stand_above_and_below_the_spine_in_turn_with_their_people_on_them()
    {
        var drawing = Page.Drawing(new FishboneFigure(
            "n", "d", "decision", "department", "people",
            [
                new("Purchasing", [new("Ann", "for us", "decider"), new("Bo", "against us")]), new("IT", [new("Cy", null, null, true)]),
                new("Finance", []),
            ]) { Groups = ["for us", "neutral", "against us"], DashedTitle = "hidden" });
        var head = drawing.TextOf("decision").Number("y");
        drawing.TextOf("Purchasing").Number("y").Should().BeLessThan(head);
        drawing.TextOf("IT").Number("y").Should().BeGreaterThan(head);
        drawing.TextOf("Finance").Number("y").Should().BeLessThan(head, "the third stands above again");
        drawing.TextOf("Finance").Number("x").Should().BeGreaterThan(drawing.TextOf("Purchasing").Number("x"));
        drawing.TextOf("Ann · decider").Number("y").Should().BeLessThan(drawing.TextOf("Bo").Number("y"), "the weightiest stands outside");

        // Each is drawn once and once in the legend; a group without a member keeps its colour and has no place there.
        drawing.OfClass("g0").Should().HaveCount(2).And.OnlyContain(each => each.Name == "circle");
        drawing.OfClass("g1").Should().HaveCount(2).And.OnlyContain(each => each.Name == "rect");
        drawing.OfClass("open").Should().ContainSingle("of one nobody knows the group");
        drawing.OfClass("ring").Should().HaveCount(2, "one person of the hidden chain, and the legend");
        Texts(drawing).Should().Contain(["for us", "against us", "hidden"]).And.NotContain("neutral");
        drawing.OfClass("tie").Should().ContainSingle("all on the bone are hidden").Which.Attribute("class")!.Value.Should().Be("tie l5");
    }

    [Fact]
    public void A_fish_bone_with_many_bones_grows_wide_and_keeps_within_its_width()
    {
        var drawing = Page.Drawing(new FishboneFigure(
            "n", "d", "decision", "department", "people",
            [.. Enumerable.Range(0, 11).Select(i => new FishboneBone($"Bone {i}", [.. Enumerable.Range(0, i).Select(n => new FishboneItem($"Person {i}.{n}"))]))]));
        var size = ((string)drawing.Attribute("viewBox")!).Split(' ').Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        size[2].Should().BeGreaterThan(640);
        foreach (var text in drawing.Descendants("text"))
        {
            (text.Attribute("x") is null ? 0 : text.Number("x")).Should().BeInRange(0, size[2]);
            text.Number("y").Should().BeInRange(0, size[3]);
        }

        foreach (var node in drawing.Descendants("circle"))
        {
            node.Number("cx").Should().BeInRange(0, size[2]);
            node.Number("cy").Should().BeInRange(0, size[3]);
        }
    }

    [Fact]
    public void Events_stand_where_their_dates_do()
    {
        var drawing = Page.Drawing(new TimelineFigure(
            "n", "d", "date", "event",
            [new(new(2026, 1, 1), "first", "us"), new(new(2026, 1, 11), "middle", "us"), new(new(2026, 1, 21), "last", "them"), new(new(2026, 1, 6), "long", "them", new(2026, 1, 16))], "who"));
        var dots = drawing.Descendants("circle").Select(each => each.Number("cx")).ToArray();
        dots[1].Should().BeApproximately((dots[0] + dots[2]) / 2, Grain);
        var span = drawing.OfClass("bar").Single();
        span.Number("width").Should().BeApproximately((dots[2] - dots[0]) / 2, 2 * Grain);
        Texts(drawing).Should().Contain(["us", "them", "first", "middle", "last", "long", "2026-01-01", "2026-01-21"]);
    }

    [Fact]
    public void A_figure_without_data_is_its_table() => Page.Of(
        new BarFigure("n", "d", "c", new("m"), []), new CurveFigure("n", "d", new("x"), new("y"), []), new TimelineFigure("n", "d", "date", "event", []),
        new GraphFigure("n", "d", new("a", "b", "c", "d", "e"), [], []), new FishboneFigure("n", "d", "h", "b", "i", [])).Descendants().Count(each => each.Name == "svg" || each.Name == "details").Should().Be(0);

    [Fact]
    public void A_table_of_its_own_is_open_and_one_that_repeats_the_drawing_opens_on_request()
    {
        var figure = new BarFigure("n", "d", "c", new("m"), [new("a", 1)]);
        Page.Of(figure).Descendants("details").Single().Descendants("table").Should().ContainSingle();
        Page.Of(figure with { Data = new([new("more")], []) }).Descendants("details").Should().BeEmpty();
    }

    [Fact]
    public void A_label_too_long_for_its_place_is_cut_in_the_drawing_and_whole_in_the_table()
    {
        var name = new string('x', 10_000);
        var page = Page.Of(new BarFigure("n", "d", "c", new("m"), [new(name, 1), new("b", 2)]));
        page.Descendants("text").Should().OnlyContain(each => each.Value.Length < 100).And.Contain(each => each.Value.EndsWith('…'));
        page.Descendants("th").Should().Contain(each => each.Value == name);
    }

    [Fact]
    public void No_part_of_any_drawing_leaves_it() =>
        Check.One(Seeded.Cases(300), Prop.ForAll(KeyAccount.Core.Tests.Documents.RandomDocument.Any.ToArbitrary(), document =>
        {
            foreach (var drawing in Page.Parsed(new HtmlRenderer().Render(document)).Descendants("svg"))
            {
                var box = ((string)drawing.Attribute("viewBox")!).Split(' ').Select(each => double.Parse(each, CultureInfo.InvariantCulture)).ToArray();
                foreach (var rect in drawing.Descendants("rect"))
                {
                    rect.Number("x").Should().BeGreaterThanOrEqualTo(0);
                    (rect.Number("x") + rect.Number("width")).Should().BeLessThanOrEqualTo(box[2] + Grain);
                    (rect.Number("y") + rect.Number("height")).Should().BeLessThanOrEqualTo(box[3] + Grain);
                }

                foreach (var text in drawing.Descendants("text"))
                {
                    text.Number("x").Should().BeInRange(0, box[2]);
                    text.Number("y").Should().BeInRange(0, box[3] + Grain);
                }
            }
        }));

    private static string[] Texts(XElement drawing) => [.. drawing.Descendants("text").Select(each => each.Value)];

    private static (double X, double Y)[] Points(XElement line) =>
    [
        .. ((string)line.Attribute("points")!).Split(' ').Select(each => each.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray())
            .Select(pair => (pair[0], pair[1])),
    ];
}
