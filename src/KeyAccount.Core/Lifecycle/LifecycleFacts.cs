namespace KeyAccount.Core.Lifecycle;

/// <summary>What the period of a relationship is judged by. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality. Which facts tell the periods apart is a <c>LibraryDefault</c>.</remarks>
public sealed record LifecycleFacts
{
    /// <summary>Whether the customer has ever bought from us.</summary>
    public bool? HasBought { get; init; }

    /// <summary>Whether it buys again and again, in its own rhythm.</summary>
    public bool? BuysRegularly { get; init; }

    /// <summary>Whether it perceives at least what it expects.</summary>
    public bool? IsSatisfied { get; init; }

    /// <summary>Whether purchases or our share fall for longer than the rhythm explains, or have stopped.</summary>
    public bool? IsDeclining { get; init; }
}
