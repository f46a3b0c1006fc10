using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>What an event makes of a complaint.</summary>
/// <param name="Complaint">The complaint after it; as it was where the event is refused.</param>
/// <param name="Refusal">Why it is refused; null where it is accepted.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ComplaintResult(Complaint Complaint, Text? Refusal)
{
    /// <summary>Whether the event is accepted.</summary>
    [JsonIgnore]
    public bool IsAccepted => Refusal is null;
}
