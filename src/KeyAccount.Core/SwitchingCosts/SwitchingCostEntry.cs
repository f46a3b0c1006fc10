using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>A part of what switching costs in money.</summary>
/// <remarks>LibraryDefault: the parts that a customer and its new supplier can put a figure to. That the new supplier's cost belongs to the total cost
/// of switching is L Shapiro &amp; Varian, Information Rules.</remarks>
[JsonConverter(typeof(TermJsonConverter<SwitchingCostPart>))]
public sealed class SwitchingCostPart : Term<SwitchingCostPart>
{
    /// <summary>What the customer must write off; value 1.</summary>
    public static readonly SwitchingCostPart WriteOffs = new(nameof(WriteOffs), 1);

    /// <summary>The hours of the customer's own people; value 2.</summary>
    public static readonly SwitchingCostPart Effort = new(nameof(Effort), 2);

    /// <summary>Running the old and the new side by side; value 3.</summary>
    public static readonly SwitchingCostPart ParallelRunning = new(nameof(ParallelRunning), 3);

    /// <summary>What may go wrong: probability × damage; value 4.</summary>
    public static readonly SwitchingCostPart ExpectedLoss = new(nameof(ExpectedLoss), 4);

    /// <summary>Rebates, terms and penalties of the contract that is left; value 5.</summary>
    public static readonly SwitchingCostPart LostBenefits = new(nameof(LostBenefits), 5);

    /// <summary>What the new supplier itself spends to win and set up the customer; value 6.</summary>
    public static readonly SwitchingCostPart NewSupplier = new(nameof(NewSupplier), 6);

    private SwitchingCostPart(string name, int value)
        : base(name, value)
    {
    }

    /// <summary>Whether the customer bears it; what it does not bear, the new supplier does.</summary>
    public bool IsCustomers => this != NewSupplier;
}

/// <summary>How an amount depends on the contract with us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractBinding>))]
public enum ContractBinding
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It counts in full up to the last day of the contract, and is nothing after it: a penalty, a yearly bonus.</summary>
    WhileInForce,

    /// <summary>It is an amount for each day that is left of the contract: a rebate that would have gone on, a lease.</summary>
    PerDayLeft,
}

/// <summary>One amount of what switching costs in money.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record SwitchingCostEntry
{
    /// <summary>An entry.</summary>
    /// <param name="part">Which part it is of.</param>
    /// <param name="amount">The amount, not negative; null where it is not known.</param>
    /// <param name="binding">How it depends on the contract with us.</param>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public SwitchingCostEntry(SwitchingCostPart part, decimal? amount, ContractBinding binding = ContractBinding.None)
    {
        ArgumentNullException.ThrowIfNull(part);
        Guard.NotNegative(amount ?? 0, nameof(amount));
        Guard.Defined(binding);
        Part = part;
        Amount = amount;
        Binding = binding;
    }

    /// <summary>Which part it is of.</summary>
    public SwitchingCostPart Part { get; }

    /// <summary>The amount, or the amount for each day left; null where it is not known.</summary>
    public decimal? Amount { get; }

    /// <summary>How it depends on the contract with us.</summary>
    public ContractBinding Binding { get; }

    /// <summary>The hours of the customer's own people: evaluating, learning, setting up.</summary>
    /// <param name="hours">How many; not negative; null where it is not known.</param>
    /// <param name="hourlyRate">What an hour costs; not negative; null where it is not known.</param>
    /// <returns>hours · rate, exact; not known where either is not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The product has more digits than a decimal holds.</exception>
    public static SwitchingCostEntry Effort(decimal? hours, decimal? hourlyRate)
    {
        Guard.NotNegative(hours ?? 0, nameof(hours));
        Guard.NotNegative(hourlyRate ?? 0, nameof(hourlyRate));
        return new(SwitchingCostPart.Effort, Product(hours, hourlyRate));
    }

    /// <summary>What may go wrong.</summary>
    /// <param name="probability">How likely it is, 0 … 1; null where it is not known.</param>
    /// <param name="damage">What it would cost; not negative; null where it is not known.</param>
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

    /// <summary>What it comes to with so many days of the contract left.</summary>
    /// <param name="daysLeft">How many days are left; not negative.</param>
    /// <returns>The amount, exact; null where it is not known. What is bound to a contract that is over is 0, known or not.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="daysLeft"/> is negative.</exception>
    /// <exception cref="OverflowException">The product has more digits than a decimal holds.</exception>
    public decimal? AmountWith(int daysLeft)
    {
        Guard.NotNegative(daysLeft);
        return Binding == ContractBinding.None ? Amount
            : daysLeft == 0 ? 0
            : Binding == ContractBinding.WhileInForce ? Amount
            : Product(Amount, daysLeft);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SwitchingCostEntry {{ Part = {Part}, Amount = {Amount}, Binding = {Binding} }}");

    // A decimal product rounds where it needs more than 28 places or 96 bits: then its scale is not the sum of the two.
    private static decimal? Product(decimal? one, decimal? other)
    {
        if (one is not { } x || other is not { } y)
            return null;
        var product = x * y;
        return x == 0 || y == 0 || product.Scale == x.Scale + y.Scale
            ? product
            : throw new OverflowException(Invariant($"{x} times {y} has more digits than a decimal holds; round them first."));
    }
}
