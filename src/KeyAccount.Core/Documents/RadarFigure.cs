using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A radar chart: a few numbers of one measure around a centre, each with its range, such as the six focuses of sales
/// management.</summary>
public sealed record RadarFigure : Figure
{
    /// <summary>A radar.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="category">What the spokes stand for.</param>
    /// <param name="measure">What the lengths measure.</param>
    /// <param name="range">What the range of a spoke is.</param>
    /// <param name="maximum">The number at the end of the spokes; finite, above 0. Larger numbers are drawn at the end.</param>
    /// <param name="spokes">The spokes, clockwise from the top.</param>
    /// <exception cref="ArgumentNullException">An argument or a spoke is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is not finite and above 0.</exception>
    [JsonConstructor]
    public RadarFigure(
        string name, string description, string category, Axis measure, string range, double maximum, IReadOnlyList<RadarSpoke> spokes)
        : base(name, description)
    {
        Guard.FinitePositive(maximum);
        Category = Parts.NotNull(category);
        Measure = Parts.NotNull(measure);
        Range = Parts.NotNull(range);
        Maximum = maximum;
        Spokes = Parts.Of(spokes);
    }

    /// <summary>What the spokes stand for.</summary>
    public string Category { get; }

    /// <summary>What the lengths measure.</summary>
    public Axis Measure { get; }

    /// <summary>What the range of a spoke is.</summary>
    public string Range { get; }

    /// <summary>The number at the end of the spokes.</summary>
    public double Maximum { get; }

    /// <summary>The spokes, clockwise from the top.</summary>
    public IReadOnlyList<RadarSpoke> Spokes { get; }

    private protected override Table Tabulate() => new(
        [new(Category), Measure.Column, new(Range)],
        [
            .. Spokes.Select(spoke => new TableRow(
            [
                spoke.Label, Measure.CellOf(spoke.Value),
                spoke.Low is null ? null : new TextCell(
                    $"{Measure.CellOf(spoke.Low)!.Display(Terms.Language.English)} – "
                    + Measure.CellOf(spoke.High)!.Display(Terms.Language.English)),
            ])),
        ]);
}
