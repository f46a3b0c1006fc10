using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A point of a distribution of attainment: the number of people who reach an attainment.</summary>
/// <param name="Attainment">The attainment of every measure, as a fraction; 0 … 10.</param>
/// <param name="People">The number of people, or their share; above 0, at most 1,000,000,000.</param>
/// <remarks>Immutable; equal when both figures are.</remarks>
public sealed record AttainmentCase(double Attainment, double People = 1)
{
    /// <inheritdoc cref="AttainmentCase" path="/param[@name='Attainment']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 10, FactUnit.Fraction, UsualMaximum = 3)]
    public double Attainment { get; init => field = FactRange<AttainmentCase>.Checked(value); } =
        FactRange<AttainmentCase>.Checked(Attainment, nameof(Attainment));

    /// <inheritdoc cref="AttainmentCase" path="/param[@name='People']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1_000_000_000, FactUnit.Number, IsMinimumExcluded = true)]
    public double People { get; init => field = FactRange<AttainmentCase>.Checked(value); } =
        FactRange<AttainmentCase>.Checked(People, nameof(People));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both figures by name.</returns>
    public override string ToString() => Invariant($"AttainmentCase {{ Attainment = {Attainment}, People = {People} }}");
}
