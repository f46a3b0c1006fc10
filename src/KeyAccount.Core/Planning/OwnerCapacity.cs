namespace KeyAccount.Core.Planning;

/// <summary>The hours per month that a person has for actions.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OwnerCapacity
{
    /// <summary>The owner: one person.</summary>
    /// <exception cref="ArgumentException">The value is blank, or names more than one person.</exception>
    [Privacy(Privacy.PersonName)]
    public required string Owner { get; init => field = Person.Checked(value); }

    /// <summary>The hours per month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 744, FactUnit.Number, UsualMaximum = 200)]
    public required double HoursPerMonth { get; init => field = FactRange<OwnerCapacity>.Checked(value); }
}
