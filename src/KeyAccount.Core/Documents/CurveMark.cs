namespace KeyAccount.Core.Documents;

/// <summary>A place in a figure of curves that has a name: a cut, a target, a break-even.</summary>
/// <param name="Label">What it is.</param>
/// <param name="X">Where it is along the horizontal axis; null for a horizontal line.</param>
/// <param name="Y">Where it is along the vertical axis; null for a vertical line.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CurveMark(string Label, double? X = null, double? Y = null)
{
    /// <summary>What it is.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);

    /// <summary>Where it is along the horizontal axis; null for a horizontal line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? X { get; init => field = Checked(value, nameof(X)); } = Checked(X, nameof(X));

    /// <summary>Where it is along the vertical axis; null for a vertical line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Y { get; init => field = Checked(value, nameof(Y)); } = Checked(Y, nameof(Y));

    private static double? Checked(double? value, string name) => value is { } given ? Parts.Finite(given, name) : null;
}
