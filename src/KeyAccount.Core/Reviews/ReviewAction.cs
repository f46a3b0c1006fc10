using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An action that a review asks somebody to do.</summary>
/// <param name="RuleId">The rule of the table of actions.</param>
/// <param name="Finding">The rule of the finding it answers.</param>
/// <param name="Kind">The kind of action.</param>
/// <param name="Owner">The owner.</param>
/// <param name="DueOn">The due day: the date of the facts plus the days of the rule, but not after the end of the contract
/// concerned.</param>
/// <param name="Text">The action in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ReviewAction(
    string RuleId,
    string Finding,
    ActionKind Kind,
    ActionOwner Owner,
    LocalDate DueOn,
    [property: JsonPropertyOrder(1)] Text Text)
{
    /// <summary>The due day: the date of the facts plus the days of the rule, but not after the end of the contract concerned.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); } = Guard.Iso(DueOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant(
            $"ReviewAction {{ RuleId = {RuleId}, Finding = {Finding}, Kind = {Kind}, Owner = {Owner}, DueOn = {DueOn:R}, Text = {Text} }}");
}
