using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>Actual and target levels on scales, such as the three scales of OKE.</summary>
public sealed record ScaleFigure : Figure
{
    /// <summary>A figure of scales.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="rowTitle">What the scales show.</param>
    /// <param name="standing">What the actual level is called, such as "now".</param>
    /// <param name="target">What the target level is called, such as "target".</param>
    /// <param name="rows">The scales.</param>
    /// <exception cref="ArgumentNullException">An argument or a scale is null.</exception>
    [JsonConstructor]
    public ScaleFigure(
        string name, string description, string rowTitle, string standing, string target, IReadOnlyList<ScaleRow> rows)
        : base(name, description)
    {
        RowTitle = Parts.NotNull(rowTitle);
        Standing = Parts.NotNull(standing);
        Target = Parts.NotNull(target);
        Rows = Parts.Of(rows);
    }

    /// <summary>What the scales show.</summary>
    public string RowTitle { get; }

    /// <summary>What the actual level is called.</summary>
    public string Standing { get; }

    /// <summary>What the target level is called.</summary>
    public string Target { get; }

    /// <summary>The scales.</summary>
    public IReadOnlyList<ScaleRow> Rows { get; }

    private protected override Table Tabulate() => new(
        [new(RowTitle), new(Standing), new(Target)],
        [.. Rows.Select(row => new TableRow([row.Label, row.Standing, row.Aim]))]);
}
