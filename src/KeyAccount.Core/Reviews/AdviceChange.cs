using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>A change of advice on an account because of another model.</summary>
/// <param name="TableId">The id of the table.</param>
/// <param name="Before">The earlier advice: the name of a term, or the rule if the advice has several parts; empty for none.</param>
/// <param name="After">The new advice.</param>
/// <param name="Reason">The reason for the new advice; null if there is no new advice.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record AdviceChange(string TableId, string Before, string After, Text? Reason)
{
    /// <summary>The earlier advice in words for a person; null if <see cref="Before"/> is all there is.</summary>
    public Text? BeforeName { get; init; }

    /// <summary>The new advice in words for a person; null if <see cref="After"/> is all there is.</summary>
    public Text? AfterName { get; init; }
}
