namespace KeyAccount.Core.Relationships;

/// <summary>The levels of a relationship in its three dimensions; null where a level is not known.</summary>
/// <remarks>Immutable; equal when all three levels are.</remarks>
public sealed record OkeFacts
{
    /// <summary>What we are to the customer as an organisation.</summary>
    public OrganisationLevel? Organisation { get; init; }

    /// <summary>How far the key decision makers go with us.</summary>
    public KeyRelationshipLevel? KeyDecisionMakers { get; init; }

    /// <summary>How good the climate is.</summary>
    public ExtensiveLevel? Extensive { get; init; }
}

/// <summary>Where the relationship is to be, in each dimension on its own scale.</summary>
/// <param name="Organisation">What we want to be to the customer.</param>
/// <param name="KeyDecisionMakers">How far the key decision makers are to go with us.</param>
/// <param name="Extensive">How good the climate is to be.</param>
/// <remarks>Immutable; equal when all three levels are.</remarks>
public sealed record OkeTarget(OrganisationLevel Organisation, KeyRelationshipLevel KeyDecisionMakers, ExtensiveLevel Extensive);

/// <summary>How many levels each dimension lacks to its target, counted on its own scale.</summary>
/// <remarks>Immutable; equal when all three gaps are. 0 where the target is reached or passed, null where the level is not known.</remarks>
public sealed record OkeGaps
{
    /// <summary>Levels the organisational relationship lacks, 0 … 3.</summary>
    public int? Organisation { get; init; }

    /// <summary>Levels the relationship with the key decision makers lacks, 0 … 4.</summary>
    public int? KeyDecisionMakers { get; init; }

    /// <summary>Levels the climate lacks, 0 … 3.</summary>
    public int? Extensive { get; init; }
}

/// <summary>What an activity is suggested for.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record OkeActivityFacts
{
    /// <summary>The dimension that holds the account back; null where none is known to.</summary>
    public OkeDimension? Dimension { get; init; }

    /// <summary>A shortest board of the climate; null where there is none or it is not known.</summary>
    public ExtensiveElement? ShortBoard { get; init; }
}

/// <summary>A suggested activity.</summary>
/// <param name="Reach">How many of the customer's people it is for: point, line, plane.</param>
/// <param name="Activity">What to do.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record OkeActivity(ActivityReach Reach, Terms.Text Activity)
{
    /// <summary>Reach and activity, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Reach}: {Activity}";
}
