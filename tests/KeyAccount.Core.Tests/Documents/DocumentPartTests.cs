using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Documents;

/// <summary>The parts of a document, each by itself.</summary>
public class DocumentPartTests
{
    [Fact]
    public void What_is_missing_is_refused_by_its_name()
    {
        Refused("language", () => new NumberCell(1).Display(null!));
        Refused("language", () => new TextCell("a").Display(null!));
        Refused("language", () => new DateCell(new(2026, 1, 1)).Display(null!));
        Refused("json", () => Document.FromJson(null!));
        Refused("sentence", () => Run.Fill(null!, "en"));
        Refused("arguments", () => Run.Fill("a", "en", null!));
        Refused("heading", () => new Section((string)null!, []));
        Refused("cells", () => new TableRow(null!));
        FluentActions.Invoking(() => new TableColumn("a", (Alignment)9)).Should().Throw<ArgumentOutOfRangeException>();
        foreach (var maximum in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            FluentActions.Invoking(() => new RadarFigure("n", "d", "c", new("m"), "r", maximum, [])).Should()
                .Throw<ArgumentOutOfRangeException>().WithParameterName("maximum");
        }

        static void Refused(string parameter, Func<object> make) =>
            make.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "∞ t")]
    [InlineData(double.NegativeInfinity, "-∞ t")]
    [InlineData(1e30, "1E+30 t")]
    [InlineData(-1.5, "-2 t")]
    public void A_number_that_no_decimal_holds_is_a_text(double number, string shown) =>
        NumberCell.Of(number, 0, "t")!.Display("en").Should().Be(shown);

    [Fact]
    public void A_fraction_is_shown_as_a_percentage()
    {
        NumberCell.Percent(0.25).Should().Be(new NumberCell(25, 0, "%"));
        NumberCell.Percent(0.25m, 1).Should().Be(new NumberCell(25, 1, "%"));
        NumberCell.Percent((decimal?)null).Should().BeNull();
        NumberCell.Percent(decimal.MaxValue)!.Display("en").Should().Be("7.923E+30%");
        NumberCell.Percent(decimal.MinValue)!.Display("en").Should().Be("-7.923E+30%");
    }

    [Theory]
    [InlineData(0, "kg", "1,235 kg")]
    [InlineData(2, "kg", "1,234.50 kg")]
    [InlineData(null, "⺀", "1,234.5⺀")]
    [InlineData(1, "元", "1,234.5元")]
    [InlineData(1, "°C", "1,234.5°C")]
    [InlineData(1, null, "1,234.5")]
    public void A_number_has_the_decimals_and_the_unit_that_are_asked_for(int? decimals, string? unit, string shown) =>
        new NumberCell(1234.5m, decimals, unit).Display("en").Should().Be(shown);

    [Fact]
    public void A_column_names_its_unit_behind_its_title()
    {
        TableColumn.Number("Weight", "%").Display().Should().Be("Weight (%)");
        TableColumn.Number("", "%").Display().Should().Be("%");
        TableColumn.Number("Weight").Display().Should().Be("Weight");
    }

    [Fact]
    public void Ends_that_are_the_same_are_a_range()
    {
        new RadarSpoke("a", 1, 2, 2).High.Should().Be(2);
        new TimelineEvent(new(2026, 1, 1), "a", null, new(2026, 1, 1)).Text.Should().Be("a");
    }

    [Fact]
    public void A_map_keeps_its_orders()
    {
        var map = new GraphFigure("n", "d", new("", "", "", "", ""), [new("1", "a")], []) { Rows = ["r"], Columns = ["c"], Groups = ["g"] };

        map.Rows.Should().Equal("r");
        map.Columns.Should().Equal("c");
        map.Groups.Should().Equal("g");
        (map with { Rows = null }).Rows.Should().BeNull();
    }

    [Fact]
    public void A_single_curve_is_named_by_its_axis_and_marks_have_a_column_where_there_are_any()
    {
        CurveFigure Curve(params CurveMark[] marks) => new("n", "d", new("Day"), new("Share", "%"), [new("c", [new(1, 40)])], marks);

        Curve().ToTable().Columns.Select(column => column.Title).Should().Equal("Day", "Share");
        Curve().ToTable().Rows[0].Cells.Should().HaveCount(2);
        Curve(new CurveMark("cut", 1)).ToTable().Columns.Should().HaveCount(3);
        var two = new CurveFigure(
            "n", "d", new("Day"), new("Share"), [new("c", [new(1, 40)]), new("e", [new(1, 50)])], [new("cut", 2, 30)]);
        two.ToTable().Rows[^1].Cells.Select(cell => cell?.Display("en")).Should().Equal("2", "30", null, "cut");
        var days = new CurveFigure("n", "d", new("Day") { Origin = new(2026, 1, 1) }, new("Share"), [new("c", [new(1, 40)])]);
        days.Marks.Should().BeEmpty();
        days.ToTable().Columns.Select(column => column.Alignment).Should().Equal(Alignment.Start, Alignment.End);
        days.ToTable().Rows[0].Cells[0].Should().Be(new DateCell(new(2026, 1, 2)));
    }

    [Fact]
    public void Words_of_a_sentence_are_chosen_by_their_number_and_keep_their_style()
    {
        var runs = Run.Fill("{0:# month|# months} and {1}", "en", 2, Run.Name("Ann"));

        Run.TextOf(runs).Should().Be("2 months and Ann");
        runs.Select(run => run.Text).Should().Equal("2 months and ", "Ann");
        Run.TextOf(Run.Fill("{0}", "en", Run.Name("Ann"))).Should().Be("Ann");
        Run.Fill("{0}{1}", "en", Run.Name("Ann"), Run.Name("Bo")).Should().HaveCount(2);
        Run.Fill((Text)"", "en").Should().BeEmpty();
    }
}
