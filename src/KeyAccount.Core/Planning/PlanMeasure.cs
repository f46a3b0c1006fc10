namespace KeyAccount.Core.Planning;

/// <summary>A measure: the way to reach an objective, which groups actions.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlanMeasure
{
    /// <summary>The stable identifier; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The objective that the measure serves; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string ObjectiveId { get; init => field = Guard.NotBlank(value); }

    /// <summary>The measure in a sentence; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonalNote)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }
}
