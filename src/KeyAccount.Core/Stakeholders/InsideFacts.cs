using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Stakeholders;

/// <summary>What the way to an insider or a coach depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record InsideFacts
{
    /// <summary>Where the person stands on the ladder; null while that is not known.</summary>
    public LadderLevel? Ladder { get; init; }

    /// <summary>How the person helps us today; null if not at all.</summary>
    public InsideHelp? Help { get; init; }
}
