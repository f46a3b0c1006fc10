namespace KeyAccount.Core.Negotiation;

/// <summary>The facts of a preparation, for <see cref="NegotiationTables.Preparation"/>.</summary>
/// <remarks>Immutable, with value equality. "Every" is true if there are no issues.</remarks>
public sealed record PreparationFacts
{
    /// <summary>Whether there is any issue.</summary>
    public bool HasIssues { get; init; }

    /// <summary>Whether every issue has a target.</summary>
    public bool HasTargets { get; init; }

    /// <summary>Whether every issue has a reservation.</summary>
    public bool HasReservations { get; init; }

    /// <summary>Whether there is an alternative with a value.</summary>
    public bool HasAlternative { get; init; }

    /// <summary>Whether every issue has an opening.</summary>
    public bool HasOpenings { get; init; }

    /// <summary>Whether every issue has a weight.</summary>
    public bool HasWeights { get; init; }

    /// <summary>Whether the other side's reservation is known or estimated on every issue.</summary>
    public bool HasTheirReservations { get; init; }
}
