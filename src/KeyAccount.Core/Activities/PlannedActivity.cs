using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>An activity with open tasks: it is still to come, or is past and not finished.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlannedActivity
{
    /// <summary>The id of the activity.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The open tasks, by day.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CaseStep> Steps { get; init => field = ValueList.Of(value ?? []); } = ValueList<CaseStep>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What it is, when, and how much is left to do.</returns>
    public override string ToString() => Invariant($"PlannedActivity {{ Id = {Id}, Date = {Date:R}, Steps = {Steps.Count} }}");
}
