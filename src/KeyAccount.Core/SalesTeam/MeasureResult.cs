using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The attainment of a measure.</summary>
/// <param name="Measure">The key of the measure; not blank.</param>
/// <param name="Attainment">Result / target, as a fraction: 1.2 is 120 % of the target; 0 … 10.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record MeasureResult(string Measure, double Attainment)
{
    /// <inheritdoc cref="MeasureResult" path="/param[@name='Measure']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public string Measure { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Measure, nameof(Measure));

    /// <inheritdoc cref="MeasureResult" path="/param[@name='Attainment']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 10, FactUnit.Fraction, UsualMaximum = 3)]
    public double Attainment { get; init => field = FactRange<MeasureResult>.Checked(value); } =
        FactRange<MeasureResult>.Checked(Attainment, nameof(Attainment));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"MeasureResult {{ Measure = {Measure}, Attainment = {Attainment} }}");
}
