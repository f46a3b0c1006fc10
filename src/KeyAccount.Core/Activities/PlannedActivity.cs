using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>An activity that is still to come, or still has tasks, with what is left to do.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlannedActivity
{
    /// <summary>What identifies the activity.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>What is left to do, by its day.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CaseStep> Steps { get; init => field = ValueList.Of(value ?? []); } = ValueList<CaseStep>.Empty;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What it is, when, and how much is left to do.</returns>
    public override string ToString() => Invariant($"PlannedActivity {{ Id = {Id}, Date = {Date:R}, Steps = {Steps.Count} }}");
}
