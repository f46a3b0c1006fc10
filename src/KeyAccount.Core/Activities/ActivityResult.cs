using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>A past activity and what it has moved.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ActivityResult
{
    /// <summary>What identifies the activity.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>Whether the days in which its effect counts are over.</summary>
    public bool IsComplete { get; init; }

    /// <summary>What it has moved.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ActivityEffect Effect { get; init => field = Guard.NotNull(value); }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What it is, when, and its effect.</returns>
    public override string ToString() => Invariant($"ActivityResult {{ Id = {Id}, Date = {Date:R}, Effect = {Effect} }}");
}
