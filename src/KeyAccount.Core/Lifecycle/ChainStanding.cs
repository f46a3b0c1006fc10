using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The progress of a customer on the chain from awareness to loyalty.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ChainStanding
{
    /// <summary>A standing from its parts; what JSON reads back.</summary>
    /// <param name="reached">The last step that is certainly made.</param>
    /// <param name="highest">The last step that may be made.</param>
    /// <param name="ahead">The steps made ahead of their turn.</param>
    /// <param name="next">The step to work on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ahead"/> or <paramref name="next"/> is null.</exception>
    [JsonConstructor]
    public ChainStanding(LoyaltyStep? reached, LoyaltyStep? highest, IReadOnlyList<LoyaltyStep> ahead, Decision<LoyaltyStep> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Reached = reached;
        Highest = highest;
        Ahead = ValueList.Of(ahead);
        Next = next;
    }

    /// <summary>The last step that is made for certain, together with every step before it; null if not even the first is.</summary>
    public LoyaltyStep? Reached { get; }

    /// <summary>The last step that may be made if every unknown step is made; null if the first is not.</summary>
    public LoyaltyStep? Highest { get; }

    /// <summary>The steps that are made although an earlier one is not made, or not known: they rest on an insecure base.</summary>
    public IReadOnlyList<LoyaltyStep> Ahead { get; }

    /// <summary>The step to work on, with the reason.</summary>
    public Decision<LoyaltyStep> Next { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        $"ChainStanding {{ Reached = {Reached}, Highest = {Highest}, Ahead = {Ahead}, Next = {Next.Advice} }}";

    /// <summary>The chain to loyalty for a person: the step reached, and the next.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        LifecycleDocuments.Of(this, language);
}
