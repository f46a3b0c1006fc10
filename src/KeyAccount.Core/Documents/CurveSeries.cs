using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A curve: points that belong together.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CurveSeries
{
    /// <summary>A curve.</summary>
    /// <param name="name">The name of the curve.</param>
    /// <param name="points">The points, by ascending <see cref="CurvePoint.X"/>.</param>
    /// <exception cref="ArgumentNullException">An argument or a point is null.</exception>
    [JsonConstructor]
    public CurveSeries(string name, IReadOnlyList<CurvePoint> points)
    {
        Name = Parts.NotNull(name);
        Points = Parts.Of(points);
    }

    /// <summary>The name of the curve.</summary>
    public string Name { get; }

    /// <summary>The points, by ascending <see cref="CurvePoint.X"/>.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }
}
