using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>A number with its unit: what the customer expects, or has today.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record NeedMeasure
{
    /// <summary>The number, in <see cref="Unit"/>; −10⁹ … 10⁹.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-1e9, 1e9, FactUnit.Number)]
    public required double Value { get; init => field = FactRange<NeedMeasure>.Checked(value); }

    /// <summary>The unit, such as <c>hours a year</c>; not blank. Two measures can be compared only in the same unit.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Unit { get; init => field = Guard.NotBlank(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number with its unit.</returns>
    public override string ToString() => Invariant($"{Value} {Unit}");
}
