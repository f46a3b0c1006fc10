using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The offer of a rival to a customer.</summary>
/// <param name="Supplier">The rival.</param>
/// <param name="Benefit">The value of the offer to the customer after its price.</param>
/// <param name="SwitchingCost">The customer's cost of switching to the rival; not negative.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="SwitchingCost"/> is negative.</exception>
public sealed record RivalOffer(string Supplier, decimal Benefit, decimal SwitchingCost)
{
    /// <summary>The customer's cost of switching to the rival; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal SwitchingCost { get; init => field = NotNegative(value); } = NotNegative(SwitchingCost);

    /// <summary>The benefit that is left after the cost of switching.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal Payoff => DecimalOverflow.Named(
        () => Benefit - SwitchingCost, "RivalOffer.Payoff", (nameof(Benefit), Benefit), (nameof(SwitchingCost), SwitchingCost));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RivalOffer {{ Supplier = {Supplier}, Benefit = {Benefit}, SwitchingCost = {SwitchingCost} }}");

    private static decimal NotNegative(decimal switchingCost)
    {
        Guard.NotNegative(switchingCost, nameof(SwitchingCost));
        return switchingCost;
    }
}
