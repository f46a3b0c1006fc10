using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The gap of a need, with its value and its rank.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record NeedGap
{
    /// <summary>The need.</summary>
    public required string NeedId { get; init; }

    /// <summary>The depth of the need; null if not stated.</summary>
    public NeedDepth? Depth { get; init; }

    /// <summary>The customer's own words; null if not recorded.</summary>
    public string? Words { get; init; }

    /// <summary>The gap, in <see cref="Unit"/>; 0 or less if the need is met; null if not known.</summary>
    public double? Gap { get; init; }

    /// <summary>The unit of the gap; null if the gap is not known.</summary>
    public string? Unit { get; init; }

    /// <summary>The yearly value of closing the gap; null if it is not valued.</summary>
    public decimal? Value { get; init; }

    /// <summary>Whether a saving is counted under two kinds of cost.</summary>
    public bool IsCountedTwice { get; init; }

    /// <summary>The urgency; 0 … 1.</summary>
    public required double Urgency { get; init; }

    /// <summary>The priority: value · urgency · fit; null if the need is not valued.</summary>
    public decimal? Priority { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Which need it is, its gap, value and priority.</returns>
    public override string ToString() => Invariant(
        $"NeedGap {{ NeedId = {NeedId}, Gap = {Gap}, Unit = {Unit}, Value = {Value}, Urgency = {Urgency}, Priority = {Priority} }}");
}
