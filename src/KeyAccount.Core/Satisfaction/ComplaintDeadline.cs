using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One step of a complaint with its deadline.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueOn">The deadline; null for the follow-up while there is no solution to follow up.</param>
/// <param name="DoneOn">The day on which it was done; null while it is not done.</param>
/// <param name="IsOverdue">Whether the step was done too late, or is not done and its deadline has passed.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ComplaintDeadline(
    ComplaintStep Step,
    LocalDate? DueOn,
    LocalDate? DoneOn,
    [property: JsonPropertyOrder(1)] bool IsOverdue)
{
    /// <summary>The deadline; null for the follow-up while there is no solution to follow up.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); } = Guard.Iso(DueOn);

    /// <summary>The day on which it was done; null while it is not done.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? DoneOn { get; init => field = Guard.Iso(value, nameof(DoneOn)); } = Guard.Iso(DoneOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ComplaintDeadline {{ Step = {Step}, DueOn = {DueOn:R}, DoneOn = {DoneOn:R}, IsOverdue = {IsOverdue} }}");
}
