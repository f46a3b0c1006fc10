using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>One cost of an activity.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BudgetItem
{
    /// <summary>The purpose of the cost, such as the hall.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Item { get; init => field = Guard.NotBlank(value); }

    /// <summary>The amount; 0 … 10¹².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public required decimal Amount { get; init => field = FactRange<BudgetItem>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"BudgetItem {{ Item = {Item}, Amount = {Amount} }}");
}
