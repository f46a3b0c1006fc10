using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What a review asks somebody to do.</summary>
/// <param name="RuleId">The rule of the table of actions.</param>
/// <param name="Finding">The rule of the finding it answers.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Owner">By whom.</param>
/// <param name="DueOn">By when: the date of the facts and the days of the rule, but not after the contract it speaks of has ended.</param>
/// <param name="Text">What to do, in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ReviewAction(
    string RuleId,
    string Finding,
    ActionKind Kind,
    ActionOwner Owner,
    LocalDate DueOn,
    [property: JsonPropertyOrder(1)] Text Text)
{
    /// <summary>By when: the date of the facts and the days of the rule, but not after the contract it speaks of has ended.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); } = Guard.Iso(DueOn);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant(
            $"ReviewAction {{ RuleId = {RuleId}, Finding = {Finding}, Kind = {Kind}, Owner = {Owner}, DueOn = {DueOn:R}, Text = {Text} }}");
}
