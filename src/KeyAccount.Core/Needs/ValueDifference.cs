using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>A difference in value between our offer and the customer's best alternative: positive if ours is worth more.</summary>
/// <remarks>Immutable, with value equality. A cost that falls is a positive difference.</remarks>
public sealed record ValueDifference
{
    /// <summary>The difference in words, such as <c>lower start-up cost</c>; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Label { get; init => field = Guard.NotBlank(value); }

    /// <summary>The amount, in the currency of the reference price; −10¹⁵ … 10¹⁵.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-1e15, 1e15, FactUnit.Money)]
    public required decimal Amount { get; init => field = FactRange<ValueDifference>.Checked(value); }

    /// <summary>The need it comes from; null for none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? NeedId { get; init; }

    /// <summary>The part of the cost under which it is counted; null if it is not a saving.</summary>
    public CostComponent? Component { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ValueDifference {{ Label = {Label}, Amount = {Amount}, NeedId = {NeedId}, Component = {Component} }}");
}
