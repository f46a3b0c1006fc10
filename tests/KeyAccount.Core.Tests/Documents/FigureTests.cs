using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Tests.Documents;

/// <summary>A figure tells all of its data as a table too.</summary>
public class FigureTests
{
    [Fact]
    public void Bars() => Shown(new BarFigure(
        "n", "d", "Month", new("Purchases", "CNY"), [new("Jan", 1200, 1000, "A"), new("Feb", null)], "Last year", "Tier")).Should().Equal(
            "Month | Tier | Purchases (CNY) | Last year (CNY)", "Jan | A | 1,200 | 1,000", "Feb | – | – | –");

    [Fact]
    public void Curves() => Shown(new CurveFigure(
        "n", "d", new("Accounts"), new("Share", "%", 1),
        [new("by revenue", [new(1, 40), new(2, 60)]), new("equal", [new(1, 50)])], [new("A ends", 2)])).Should().Equal(
            "Accounts | by revenue (%) | equal (%) | ", "1 | 40.0 | 50.0 | ", "2 | 60.0 | – | ", "2 | – | – | A ends");

    [Fact]
    public void A_matrix() => Shown(new MatrixFigure(
        "n", "d", "Tier", "Risk", new("Accounts"), ["high", "low"], [new("A", [new(4, null, "38%"), new(null)])])).Should().Equal(
            "Tier | high | low", "A | 4 (38%) | –");

    [Fact]
    public void A_waterfall() => Shown(new WaterfallFigure(
        "n", "d", "Step", new("Price", "CNY", 2), [new("List", 500, true), new("Rebate", -50), new("Pocket", 450, true)])).Should().Equal(
            "Step | Price (CNY)", "List | 500.00", "Rebate | -50.00", "Pocket | 450.00");

    [Fact]
    public void Scales() => Shown(new ScaleFigure(
        "n", "d", "What", "Now", "Target",
        [new("O", ["low", "middle", "high"], 0, 0, 2), new("K", ["low", "middle", "high"], 1, 2), new("E", ["low"], null, null)])).Should().Equal(
            "What | Now | Target", "O | low | high", "K | middle – high | –", "E | – | –");

    [Fact]
    public void A_radar() => Shown(new RadarFigure(
        "n", "d", "Focus", new("Points"), "Range", 100, [new("a", 60, 40, 80), new("b", null, 0, 100), new("c", 12.6)])).Should().Equal(
            "Focus | Points | Range", "a | 60 | 40 – 80", "b | – | 0 – 100", "c | 13 | –");

    [Fact]
    public void A_map() => Shown(new GraphFigure(
        "n", "d", new("Person", "Level", "Department", "Stance", "Ties"),
        [new("1", "Ann", "top", "sales", "friendly", 3), new("2", "Bo"), new("3", "Cy")],
        [new("1", "2", "reports to", true), new("3", "1", "knows")])).Should().Equal(
            "Person | Level | Department | Stance | Ties", "Ann | top | sales | friendly | reports to Bo; knows Cy", "Bo | – | – | – | ", "Cy | – | – | – | knows Ann");

    [Fact]
    public void A_line_of_time() => Shown(new TimelineFigure(
        "n", "d", "Date", "Event", [new(new(2026, 3, 1), "b", "x"), new(new(2026, 1, 1), "a", null, new(2026, 1, 9))], "Topic")).Should().Equal(
            "Date | Topic | Event", "2026-01-01 – 2026-01-09 | – | a", "2026-03-01 | x | b");

    [Fact]
    public void A_fish_bone_tells_the_group_by_a_sign_and_says_it() => Shown(new FishboneFigure(
        "n", "d", "decision", "Department", "People",
        [new("Purchasing", [new("Ann", "for us", "decider"), new("Bo", "against us", null, true)]), new("IT", [new("Cy")]), new("Empty", [])])
    { Groups = ["for us", "neutral", "against us"], DashedTitle = "hidden" }).Should().Equal(
            "Department | People", "Purchasing | ● Ann (decider, for us); ■ Bo (against us, hidden)", "IT | ○ Cy", "Empty | ", "decision | ");

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Refused(() => new CurvePoint(double.NaN, 0)).WithMessage("*X is NaN*");
        Refused(() => new CurveMark("m", double.PositiveInfinity)).WithMessage("*X is*");
        Refused(() => new RadarSpoke("r", -1)).WithMessage("value is -1*");
        Refused(() => new RadarSpoke("r", 1, 1)).WithMessage("low and high*");
        Refused(() => new RadarSpoke("r", 1, 2, 1)).WithMessage("low is 2; it must be at most high, 1*");
        Refused(() => new ScaleRow("r", [], null, null)).WithMessage("levels is empty*");
        Refused(() => new ScaleRow("r", ["a"], 0, null)).WithMessage("lowest and highest*");
        Refused(() => new ScaleRow("r", ["a", "b"], 1, 0)).WithMessage("lowest is 1; it must be at most highest, 0*");
        Refused(() => new ScaleRow("r", ["a", "b"], 0, 2)).WithMessage("*highest is 2; it must be between 0 and 1*");
        Refused(() => new ScaleRow("r", ["a", "b"], 0, 1, -1)).WithMessage("*target is -1*");
        Refused(() => new MatrixCell(1, 1.01)).WithMessage("*Shade is 1.01*");
        Refused(() => new MatrixFigure("n", "d", "r", "c", new("m"), ["a"], [new("x", [])])).WithMessage("rows[0] has 0 cells*");
        Refused(() => new GraphNode("1", "a", Size: -1)).WithMessage("*Size is -1*");
        Refused(() => new GraphFigure("n", "d", new("", "", "", "", ""), [new("1", "a"), new("1", "b")], [])).WithMessage("The id '1' is duplicated*");
        Refused(() => new GraphFigure("n", "d", new("", "", "", "", ""), [new("1", "a")], [new("1", "2", "k")])).WithMessage("An edge goes from '1' to '2'*");
        Refused(() => new TimelineEvent(new(2026, 1, 2), "t", null, new(2026, 1, 1))).WithMessage("until is before on*");
    }

    private static FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Refused<T>(Func<T> make) => FluentActions.Invoking(make).Should().Throw<ArgumentException>();

    private static IEnumerable<string> Shown(Figure figure)
    {
        var table = figure.ToTable();
        return table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => cell?.Display("en") ?? "–")))
            .Prepend(string.Join(" | ", table.Columns.Select(column => column.Display())));
    }
}
