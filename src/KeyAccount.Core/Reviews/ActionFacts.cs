namespace KeyAccount.Core.Reviews;

/// <summary>What an action is decided by: the finding it answers, and the account.</summary>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ActionFacts
{
    /// <summary>The rule of the finding.</summary>
    public required string Finding { get; init; }

    /// <summary>The account.</summary>
    public required ReviewFacts Account { get; init; }
}
