using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A figure in a bid document.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidFigure
{
    /// <summary>The label of the figure, the same in every document; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Label { get; init => field = Guard.NotBlank(value); }

    /// <summary>The amount in digits.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a rebate is negative")]
    public decimal Amount { get; init; }

    /// <summary>The amount in words, in Chinese or English; null if the document gives none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Words { get; init; }

    /// <summary>The amounts that the figure is the sum of; empty if it is not a sum.</summary>
    public IReadOnlyList<decimal> Parts { get; init => field = ValueList.Of(value ?? [], nameof(Parts)); } = ValueList<decimal>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidFigure {{ Label = {Label}, Amount = {Amount}, Words = {Words}, Parts = {Parts} }}");
}
