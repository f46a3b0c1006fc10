using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Other advice on an account by another model.</summary>
/// <param name="TableId">The table that advises.</param>
/// <param name="Before">What it advised: the name of a term, or the rule where advice has several parts; empty for nothing.</param>
/// <param name="After">What it advises now.</param>
/// <param name="Reason">Why it advises that now; null where it advises nothing.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record AdviceChange(string TableId, string Before, string After, Text? Reason)
{
    /// <summary>What it advised, as a person says it; null where <see cref="Before"/> is all there is.</summary>
    public Text? BeforeName { get; init; }

    /// <summary>What it advises now, as a person says it; null where <see cref="After"/> is all there is.</summary>
    public Text? AfterName { get; init; }
}
