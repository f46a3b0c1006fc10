using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Reviews;

/// <summary>Where a person stands with us, and the next moves.</summary>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by reference, because it holds a list.</remarks>
public sealed class PersonReview
{
    /// <summary>The person.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>How much the person weighs in a decision.</summary>
    public required double Influence { get; init; }

    /// <summary>Where the person stands, with the last evidence and what it still weighs; null where there is no evidence.</summary>
    public LadderStanding? Standing { get; init; }

    /// <summary>The moves the method knows from there, each with its reason; none where the level is not confirmed.</summary>
    public IReadOnlyList<Hit<LadderMove>> Moves { get; init => field = [.. value ?? []]; } = [];
}
