using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>A past activity and its effect.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityResult
{
    /// <summary>The id of the activity.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>Whether the attribution window of the activity is over.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The effect.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ActivityEffect Effect { get; init => field = Guard.NotNull(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What it is, when, and its effect.</returns>
    public override string ToString() => Invariant($"ActivityResult {{ Id = {Id}, Date = {Date:R}, Effect = {Effect} }}");
}
