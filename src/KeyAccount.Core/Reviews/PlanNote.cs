using KeyAccount.Core.Planning;

namespace KeyAccount.Core.Reviews;

/// <summary>A person's note on a section of an account plan.</summary>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PlanNote
{
    /// <summary>The section.</summary>
    public required PlanSection Section { get; init => field = Guard.NotNull(value); }

    /// <summary>The text of the note; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonalNote)]
    public required string Text { get; init => field = Guard.NotBlank(value); }
}
