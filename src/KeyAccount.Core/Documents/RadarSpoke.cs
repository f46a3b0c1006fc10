using static System.FormattableString;

namespace KeyAccount.Core.Documents;

/// <summary>A spoke of a radar chart: a label with its number, and the range in which the number may lie.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RadarSpoke
{
    /// <summary>A spoke.</summary>
    /// <param name="label">What the spoke stands for.</param>
    /// <param name="value">The number, as a distance from the centre; null if not known.</param>
    /// <param name="low">The lowest value of the number; null if there is no range.</param>
    /// <param name="high">The highest value of the number; null if there is no range.</param>
    /// <exception cref="ArgumentNullException">The label is null.</exception>
    /// <exception cref="ArgumentException">Only one end of the range is given, or the low end is above the high one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite and at least 0.</exception>
    [System.Text.Json.Serialization.JsonConstructor]
    public RadarSpoke(string label, double? value, double? low = null, double? high = null)
    {
        Label = Parts.NotNull(label);
        (Value, Low, High) = (Checked(value), Checked(low), Checked(high));
        if (low is null != high is null)
            throw new ArgumentException("low and high must both be known, or neither.", nameof(high));
        if (low > high)
            throw new ArgumentException(Invariant($"low is {low}; it must be at most high, {high}."), nameof(low));

        static double? Checked(
            double? number, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(number))] string name = "")
        {
            Guard.FiniteNotNegative(number ?? 0, name);
            return number;
        }
    }

    /// <summary>What the spoke stands for.</summary>
    public string Label { get; }

    /// <summary>The number, as a distance from the centre; null if not known.</summary>
    public double? Value { get; }

    /// <summary>The lowest value of the number; null if there is no range.</summary>
    public double? Low { get; }

    /// <summary>The highest value of the number; null if there is no range.</summary>
    public double? High { get; }
}
