using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A waterfall chart: how one amount becomes another, step by step, such as from the list price to the pocket price.</summary>
public sealed record WaterfallFigure : Figure
{
    /// <summary>A waterfall chart.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="step">What the steps are.</param>
    /// <param name="measure">What the amounts are.</param>
    /// <param name="bars">The steps, in their order.</param>
    /// <exception cref="ArgumentNullException">An argument or a step is null.</exception>
    [JsonConstructor]
    public WaterfallFigure(string name, string description, string step, Axis measure, IReadOnlyList<WaterfallBar> bars)
        : base(name, description)
    {
        Step = Parts.NotNull(step);
        Measure = Parts.NotNull(measure);
        Bars = Parts.Of(bars);
    }

    /// <summary>What the steps are.</summary>
    public string Step { get; }

    /// <summary>What the amounts are.</summary>
    public Axis Measure { get; }

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<WaterfallBar> Bars { get; }

    // A row for each step; what changes the amount has its sign.
    private protected override Table Tabulate() => new(
        [new(Step), Measure.Column],
        [
            .. Bars.Select(bar => new TableRow(
                [bar.Label, new NumberCell(bar.Amount, Measure.Decimals, IsSigned: !bar.IsTotal)], bar.IsTotal)),
        ]);
}
