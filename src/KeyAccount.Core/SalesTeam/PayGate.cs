using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A condition for a measure to pay at all: another measure must have reached a certain attainment.</summary>
/// <param name="Measure">The key of the other measure, such as collected payments; not blank.</param>
/// <param name="AtLeast">The attainment that the other measure must have reached, as a fraction; above 0, at most 10.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PayGate(string Measure, double AtLeast)
{
    /// <inheritdoc cref="PayGate" path="/param[@name='Measure']"/>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public string Measure { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Measure, nameof(Measure));

    /// <inheritdoc cref="PayGate" path="/param[@name='AtLeast']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 10, FactUnit.Fraction, IsMinimumExcluded = true)]
    public double AtLeast { get; init => field = FactRange<PayGate>.Checked(value); } =
        FactRange<PayGate>.Checked(AtLeast, nameof(AtLeast));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PayGate {{ Measure = {Measure}, AtLeast = {AtLeast} }}");
}
