using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>An amount of the switching cost in money.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SwitchingCostEntry
{
    /// <summary>An entry.</summary>
    /// <param name="part">The part of the switching cost.</param>
    /// <param name="amount">The amount, not negative; null if not known.</param>
    /// <param name="binding">The dependence on the contract with us.</param>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public SwitchingCostEntry(SwitchingCostPart part, decimal? amount, ContractBinding binding = ContractBinding.None)
    {
        ArgumentNullException.ThrowIfNull(part);
        Guard.Defined(binding);
        Part = part;
        Amount = FactRange<SwitchingCostEntry>.Checked(amount, nameof(Amount));
        Binding = binding;
    }

    /// <summary>The part of the switching cost.</summary>
    public SwitchingCostPart Part { get; }

    /// <summary>The amount, or the amount for each day left; null if not known.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? Amount { get; }

    /// <summary>The dependence on the contract with us.</summary>
    public ContractBinding Binding { get; }

    /// <summary>The cost of the customer's own working hours: evaluating, learning, setting up.</summary>
    /// <param name="hours">The number of hours; not negative; null if not known.</param>
    /// <param name="hourlyRate">The cost per hour; not negative; null if not known.</param>
    /// <returns>hours · rate, exact; not known where either is not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The product has more digits than a decimal holds.</exception>
    public static SwitchingCostEntry Effort(decimal? hours, decimal? hourlyRate)
    {
        Guard.NotNegative(hours ?? 0, nameof(hours));
        Guard.NotNegative(hourlyRate ?? 0, nameof(hourlyRate));
        return new(SwitchingCostPart.Effort, Product(hours, hourlyRate));
    }

    /// <summary>The expected cost of what may go wrong.</summary>
    /// <param name="probability">The probability, 0 … 1; null if not known.</param>
    /// <param name="damage">The damage; not negative; null if not known.</param>
    /// <returns>probability · damage, exact; not known where either is not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The product has more digits than a decimal holds.</exception>
    public static SwitchingCostEntry ExpectedLoss(decimal? probability, decimal? damage)
    {
        Guard.NotNegative(probability ?? 0, nameof(probability));
        Guard.AtMost(probability ?? 0, 1, nameof(probability));
        Guard.NotNegative(damage ?? 0, nameof(damage));
        return new(SwitchingCostPart.ExpectedLoss, Product(probability, damage));
    }

    /// <summary>The exact amount for a number of days left of the contract; null if not known. An amount bound to an expired contract is 0,
    /// known or not.</summary>
    internal decimal? AmountWith(int daysLeft) =>
        Binding == ContractBinding.None ? Amount
        : daysLeft == 0 ? 0
        : Binding == ContractBinding.WhileInForce ? Amount
        : Product(Amount, daysLeft);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SwitchingCostEntry {{ Part = {Part}, Amount = {Amount}, Binding = {Binding} }}");

    // A decimal product rounds where it needs more than 28 places or 96 bits: then its scale is not the sum of the two.
    private static decimal? Product(decimal? one, decimal? other)
    {
        if (one is not { } x || other is not { } y)
            return null;
        var product = DecimalOverflow.Named(() => x * y, "SwitchingCostEntry.Amount", ("one factor", x), ("the other", y));
        return x == 0 || y == 0 || product.Scale == x.Scale + y.Scale
            ? product
            : throw new OverflowException(Invariant($"{x} times {y} has more digits than a decimal holds; round them first."));
    }
}
