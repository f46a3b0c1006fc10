using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>A value of an issue: exactly known, or estimated between two bounds.</summary>
/// <remarks>Immutable; equal when both bounds are. In the unit of the issue, exact decimals.</remarks>
public sealed record IssueRange
{
    /// <summary>A range from its bounds.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound; at least <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    [JsonConstructor]
    public IssueRange(decimal low, decimal high)
    {
        Guard.AtLeast(high, low);
        Low = low;
        High = high;
    }

    /// <summary>The lower bound.</summary>
    public decimal Low { get; }

    /// <summary>The upper bound.</summary>
    public decimal High { get; }

    /// <summary>Whether both bounds are the same: the value is known, or the range is a point.</summary>
    [JsonIgnore]
    public bool IsPoint => Low == High;

    /// <summary>High − low; not negative.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal Width => DecimalOverflow.Named(() => High - Low, "IssueRange.Width", (nameof(Low), Low), (nameof(High), High));

    /// <summary>A value that is known.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The range of that one value.</returns>
    public static IssueRange Known(decimal value) => new(value, value);

    /// <summary>Whether a value is inside the range, including the bounds.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True if low ≤ value ≤ high.</returns>
    public bool Contains(decimal value) => value >= Low && value <= High;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>One number for a point, else both with dots between.</returns>
    public override string ToString() => IsPoint ? Invariant($"{Low}") : Invariant($"{Low} … {High}");
}
