namespace KeyAccount.Core.Documents;

/// <summary>A named mark in a figure of curves: a cut, a target, a break-even.</summary>
/// <param name="Label">The name of the mark.</param>
/// <param name="X">The position on the horizontal axis; null for a horizontal line.</param>
/// <param name="Y">The position on the vertical axis; null for a vertical line.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CurveMark(string Label, double? X = null, double? Y = null)
{
    /// <summary>The name of the mark.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);

    /// <summary>The position on the horizontal axis; null for a horizontal line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? X { get; init => field = Checked(value, nameof(X)); } = Checked(X, nameof(X));

    /// <summary>The position on the vertical axis; null for a vertical line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Y { get; init => field = Checked(value, nameof(Y)); } = Checked(Y, nameof(Y));

    private static double? Checked(double? value, string name) => value is { } given ? Parts.Finite(given, name) : null;
}
