using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>A person as counted by the snowball.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SnowballPerson
{
    /// <summary>The id of the person; not blank, and unique in a snowball.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The influence of the person on a decision; finite, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Influence
    {
        get;
        init
        {
            Guard.FiniteNotNegative(value, nameof(Influence));
            field = value;
        }
    }
    = 1;

    /// <summary>The department; null if not known.</summary>
    public string? Department { get; init; }

    /// <summary>The layer of the hierarchy, by any name; null if not known.</summary>
    public string? Layer { get; init; }

    /// <summary>The history of the person on the ladder, each entry with evidence.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public LadderHistory Ladder { get; init => field = Guard.NotNull(value); } = LadderHistory.Empty;

    /// <summary>The last day on which the person was there; null if the person is still there.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    // For us: at CR2 or better by the last evidence, and still there.
    internal bool IsWonOn(LocalDate day) =>
        !(Until < day) && Ladder.Until(day).Entries is [.., var last] && last.Level.IsAtLeast(LadderLevel.CR2);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Who, and where.</returns>
    public override string ToString() => Invariant(
        $"SnowballPerson {{ Id = {Id}, Influence = {Influence}, Department = {Department}, Layer = {Layer} }}");
}
