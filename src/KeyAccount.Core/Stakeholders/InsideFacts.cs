using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The facts that decide the way to an insider or a coach.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record InsideFacts
{
    /// <summary>The level of the person on the ladder; null while not known.</summary>
    public LadderLevel? Ladder { get; init; }

    /// <summary>The help that the person gives us today; null if none.</summary>
    public InsideHelp? Help { get; init; }
}
