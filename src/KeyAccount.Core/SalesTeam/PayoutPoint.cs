using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A point of an attainment curve: an attainment and its payout.</summary>
/// <param name="Attainment">Result / target, as a fraction: 0.8 is four fifths of the target; 0 … 10.</param>
/// <param name="Payout">Pay / target incentive, as a fraction: 1 is the whole target incentive; 0 … 10.</param>
/// <remarks>Immutable; equal when both figures are.</remarks>
public sealed record PayoutPoint(double Attainment, double Payout)
{
    /// <inheritdoc cref="PayoutPoint" path="/param[@name='Attainment']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 10, FactUnit.Fraction, UsualMaximum = 3)]
    public double Attainment { get; init => field = FactRange<PayoutPoint>.Checked(value); } =
        FactRange<PayoutPoint>.Checked(Attainment, nameof(Attainment));

    /// <inheritdoc cref="PayoutPoint" path="/param[@name='Payout']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 10, FactUnit.Fraction, UsualMaximum = 3)]
    public double Payout { get; init => field = FactRange<PayoutPoint>.Checked(value); } =
        FactRange<PayoutPoint>.Checked(Payout, nameof(Payout));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both figures by name.</returns>
    public override string ToString() => Invariant($"PayoutPoint {{ Attainment = {Attainment}, Payout = {Payout} }}");
}
