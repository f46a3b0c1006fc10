using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>The result of applying an event to a case: the next case, or the same case and the reason for the refusal.</summary>
/// <typeparam name="TCase">The case: a complaint, a negotiation.</typeparam>
/// <param name="Case">The case after the event; the unchanged case where the event is refused.</param>
/// <param name="IsAccepted">Whether the event has become part of the case.</param>
/// <param name="RuleId">The rule of the case's table of transitions that ruled on the event.</param>
/// <param name="Reason">The reason, for a person.</param>
/// <remarks>Immutable, with value equality. A refusal is a result, not an exception: the caller shows the reason and goes
/// on.</remarks>
public sealed record CaseResult<TCase>(TCase Case, bool IsAccepted, string RuleId, Text Reason)
    where TCase : class
{
    /// <summary>The reason of a refusal; null if the event is accepted.</summary>
    [JsonIgnore]
    public Text? Refusal => IsAccepted ? null : Reason;
}
