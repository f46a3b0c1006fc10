using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>Curves over one axis: the Pareto curve, a distribution, a development over time.</summary>
public sealed record CurveFigure : Figure
{
    /// <summary>A figure of curves.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="horizontal">What the horizontal axis measures.</param>
    /// <param name="vertical">What the vertical axis measures.</param>
    /// <param name="series">The curves.</param>
    /// <param name="marks">Named marks, such as cuts; null for none.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="marks"/>, a curve or a mark is null.</exception>
    [JsonConstructor]
    public CurveFigure(
        string name, string description, Axis horizontal, Axis vertical, IReadOnlyList<CurveSeries> series,
        IReadOnlyList<CurveMark>? marks = null)
        : base(name, description)
    {
        Horizontal = Parts.NotNull(horizontal);
        Vertical = Parts.NotNull(vertical);
        Series = Parts.Of(series);
        Marks = marks is null ? ValueList<CurveMark>.Empty : Parts.Of(marks);
    }

    /// <summary>What the horizontal axis measures.</summary>
    public Axis Horizontal { get; }

    /// <summary>What the vertical axis measures.</summary>
    public Axis Vertical { get; }

    /// <summary>The curves.</summary>
    public IReadOnlyList<CurveSeries> Series { get; }

    /// <summary>Named marks, such as cuts.</summary>
    public IReadOnlyList<CurveMark> Marks { get; }

    // A row for each value of the horizontal axis at which a curve has a point, and one for each mark.
    private protected override Table Tabulate()
    {
        var points = Series.SelectMany((series, i) => series.Points.Select(point => (point.X, point.Y, Series: i)))
            .GroupBy(point => point.X)
            .OrderBy(group => group.Key)
            .Select(group => new TableRow(
            [
                Horizontal.CellOf(group.Key),
                .. Series.Select((_, i) => Vertical.CellOf(
                    group.Where(point => point.Series == i).Select(point => (double?)point.Y).FirstOrDefault())),
                .. Marks.Count == 0 ? (Cell?[])[] : [""],
            ]));
        var marks = Marks.Select(mark => new TableRow(
            [Horizontal.CellOf(mark.X), .. Series.Select((_, i) => i == 0 ? Vertical.CellOf(mark.Y) : null), mark.Label]));
        return new(
            [
                Horizontal.Column,
                .. Series.Select(series => TableColumn.Number(Series.Count == 1 ? Vertical.Title : series.Name, Vertical.Unit)),
                .. Marks.Count == 0 ? (TableColumn[])[] : [new("")],
            ],
            [.. points, .. marks]);
    }
}
