namespace KeyAccount.Core.Negotiation;

/// <summary>The facts on which persuasion can honestly rest. Each is null while it is not known.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PersuasionFacts
{
    /// <summary>Whether we have given them something they value: time, information, a concession.</summary>
    public bool? HasGiven { get; init; }

    /// <summary>Whether they have said or agreed to something that our proposal follows from.</summary>
    public bool? HasTheirWord { get; init; }

    /// <summary>Whether customers like them have decided in the same way, and may be named.</summary>
    public bool? HasReferences { get; init; }

    /// <summary>Whether the people at the table like each other.</summary>
    public bool? IsLiked { get; init; }

    /// <summary>Whether an expert, a standard or a test that they accept speaks for it.</summary>
    public bool? HasExpert { get; init; }

    /// <summary>Whether time, capacity or quantity is really limited.</summary>
    public bool? IsReallyScarce { get; init; }
}
