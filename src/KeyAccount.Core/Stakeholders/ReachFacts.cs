namespace KeyAccount.Core.Stakeholders;

/// <summary>The facts that decide how to reach a person who is hard to reach.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ReachFacts
{
    /// <summary>Whether one of our supporters is close to the person (<see cref="StakeholderMap.PathTo"/>); null while no ties are
    /// known.</summary>
    public bool? HasPath { get; init; }

    /// <summary>The management level of the person; null while not known.</summary>
    public ManagementLevel? ManagementLevel { get; init; }

    /// <summary>Whether we know a topic that interests the person; null while nobody has asked.</summary>
    public bool? HasMatter { get; init; }

    /// <summary>Whether the person attends an event that we can attend too; null while nobody has asked.</summary>
    public bool? HasEvent { get; init; }
}
