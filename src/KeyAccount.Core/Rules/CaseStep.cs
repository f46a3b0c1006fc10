using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>A step that can or must happen next in a case.</summary>
/// <param name="Key">The stable identifier of the step: the name of the task or move.</param>
/// <param name="Text">What to do, for a person.</param>
/// <param name="DueOn">The due date; null if the case sets none.</param>
/// <param name="IsOverdue">Whether the due date has passed.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CaseStep(
    string Key, Text Text, LocalDate? DueOn = null, [property: JsonPropertyOrder(1)] bool IsOverdue = false)
{
    /// <summary>The due date; null if the case sets none.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); } = Guard.Iso(DueOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CaseStep {{ Key = {Key}, Text = {Text}, DueOn = {DueOn:R}, IsOverdue = {IsOverdue} }}");
}
