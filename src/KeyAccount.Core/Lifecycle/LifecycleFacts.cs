namespace KeyAccount.Core.Lifecycle;

/// <summary>The facts by which the period of a relationship is judged. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality. Which facts tell the periods apart is a <c>LibraryDefault</c>.</remarks>
public sealed record LifecycleFacts
{
    /// <summary>Whether the customer has ever bought from us.</summary>
    public bool? HasBought { get; init; }

    /// <summary>Whether the customer buys repeatedly, at its usual intervals.</summary>
    public bool? BuysRegularly { get; init; }

    /// <summary>Whether what the customer perceives at least meets what it expects.</summary>
    public bool? IsSatisfied { get; init; }

    /// <summary>Whether purchases or our share have been falling for longer than the usual intervals explain, or have stopped.</summary>
    public bool? IsDeclining { get; init; }
}
