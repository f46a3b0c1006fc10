using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>Where things stand on scales of levels, and where they should stand: the three scales of OKE.</summary>
public sealed record ScaleFigure : Figure
{
    /// <summary>A figure of scales.</summary>
    /// <param name="name">What it shows, in a few words.</param>
    /// <param name="description">What there is to see in it.</param>
    /// <param name="rowTitle">What is on the scales.</param>
    /// <param name="standing">What the place on a scale is, such as "now".</param>
    /// <param name="target">What the place it should have is, such as "target".</param>
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

    /// <summary>What is on the scales.</summary>
    public string RowTitle { get; }

    /// <summary>What the place on a scale is.</summary>
    public string Standing { get; }

    /// <summary>What the place it should have is.</summary>
    public string Target { get; }

    /// <summary>The scales.</summary>
    public IReadOnlyList<ScaleRow> Rows { get; }

    private protected override Table Tabulate() => new(
        [new(RowTitle), new(Standing), new(Target)],
        [.. Rows.Select(row => new TableRow([row.Label, row.Standing, row.Aim]))]);
}
