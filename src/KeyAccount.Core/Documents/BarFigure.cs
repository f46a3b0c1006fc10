using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A bar chart with one bar per line: purchases by month, points by criterion, amount at stake by account.</summary>
public sealed record BarFigure : Figure
{
    /// <summary>A figure of bars.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="category">What the bars stand for.</param>
    /// <param name="measure">What the lengths measure.</param>
    /// <param name="bars">The bars, in reading order.</param>
    /// <param name="reference">What the reference values of the bars are; null if there are none.</param>
    /// <param name="group">What the groups of bars are; null if there are none.</param>
    /// <exception cref="ArgumentNullException">An argument other than the last two, or a bar, is null.</exception>
    [JsonConstructor]
    public BarFigure(
        string name, string description, string category, Axis measure, IReadOnlyList<Bar> bars, string? reference = null,
        string? group = null)
        : base(name, description)
    {
        Category = Parts.NotNull(category);
        Measure = Parts.NotNull(measure);
        Bars = Parts.Of(bars);
        Reference = reference;
        Group = group;
    }

    /// <summary>What the bars stand for.</summary>
    public string Category { get; }

    /// <summary>What the lengths measure.</summary>
    public Axis Measure { get; }

    /// <summary>The bars, in reading order.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>What the reference values of the bars are; null if there are none.</summary>
    public string? Reference { get; }

    /// <summary>What the groups of bars are; null if there are none.</summary>
    public string? Group { get; }

    private protected override Table Tabulate() => new(
        [
            new(Category),
            .. Group is null ? (TableColumn[])[] : [new(Group)],
            Measure.Column,
            .. Reference is null ? (TableColumn[])[] : [TableColumn.Number(Reference, Measure.Unit)],
        ],
        [
            .. Bars.Select(bar => new TableRow(
            [
                bar.Label,
                .. Group is null ? (Cell?[])[] : [bar.Group is { } group ? new TextCell(group) : null],
                Measure.CellOf(bar.Value),
                .. Reference is null ? (Cell?[])[] : [Measure.CellOf(bar.Reference)],
            ])),
        ]);
}
