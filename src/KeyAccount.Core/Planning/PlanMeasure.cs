namespace KeyAccount.Core.Planning;

/// <summary>How an objective is to be reached: what the actions under it have in common.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlanMeasure
{
    /// <summary>The stable identifier; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The objective it serves; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string ObjectiveId { get; init => field = Guard.NotBlank(value); }

    /// <summary>What is done, in a sentence; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonalNote)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }
}
