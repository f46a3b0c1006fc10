namespace KeyAccount.Core.Reviews;

/// <summary>The reason why a finding needs no action.</summary>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record FindingAnswer
{
    /// <summary>The rule of the finding; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Finding { get; init => field = Guard.NotBlank(value); }

    /// <summary>The reason; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonalNote)]
    public required string Reason { get; init => field = Guard.NotBlank(value); }
}
