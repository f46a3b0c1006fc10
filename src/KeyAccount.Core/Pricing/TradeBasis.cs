using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>The basis on which counter-concessions are valued.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in one currency, the caller's.</remarks>
public sealed record TradeBasis
{
    /// <summary>The invoice amount of the offer, on which earlier payment earns interest. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal Amount
    {
        get;
        init
        {
            Guard.NotNegative(value, nameof(Amount));
            field = value;
        }
    }

    /// <summary>Pocket price − variable cost of a unit, which each additional unit earns; null if it is not known.</summary>
    public decimal? UnitMargin { get; init; }

    /// <summary>The yearly contribution of the offer, which each added year brings; null if it is not known.</summary>
    public decimal? Contribution { get; init; }

    /// <summary>Our cost of capital per year, as a fraction; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal CostOfCapital
    {
        get;
        init
        {
            Guard.NotNegative(value, nameof(CostOfCapital));
            field = value;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"TradeBasis {{ Amount = {Amount}, UnitMargin = {UnitMargin}, Contribution = {Contribution}, CostOfCapital = {CostOfCapital} }}");
}
