using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A person's standing with us, and the next moves.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PersonReview
{
    /// <summary>The person.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the person.</summary>
    public required string Name { get; init; }

    /// <summary>The person's role in the decision; null if it is not known.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>The first day of the person in this role; null if it is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); }

    /// <summary>The person's influence on a decision.</summary>
    public required double Influence { get; init; }

    /// <summary>The person's place on the relationship ladder, with the last evidence and its remaining weight; null if there is no
    /// evidence.</summary>
    public LadderStanding? Standing { get; init; }

    /// <summary>Whether the person is for us or against us; null if it is not known, or no longer confirmed.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The moves that the method offers from there, each with its reason; empty if the level is not confirmed.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Hit<LadderMove>> Moves { get; init => field = ValueList.Of(value ?? []); } = ValueList<Hit<LadderMove>>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The person and the person's place on the ladder.</returns>
    public override string ToString() => Invariant(
        $"PersonReview {{ Id = {Id}, Name = {Name}, Standing = {Standing} }}");
}
