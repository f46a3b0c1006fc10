namespace KeyAccount.Core.Documents;

/// <summary>A point of a curve.</summary>
/// <param name="X">The position along the horizontal axis; finite.</param>
/// <param name="Y">The position along the vertical axis; finite.</param>
/// <remarks>A value: immutable, equal when both numbers are.</remarks>
public sealed record CurvePoint(double X, double Y)
{
    /// <summary>The position along the horizontal axis; finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double X { get; init => field = Parts.Finite(value, nameof(X)); } = Parts.Finite(X);

    /// <summary>The position along the vertical axis; finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double Y { get; init => field = Parts.Finite(value, nameof(Y)); } = Parts.Finite(Y);
}
