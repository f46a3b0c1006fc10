using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Where a person stands with us, and the next moves.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PersonReview
{
    /// <summary>The person.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>The part in the decision; null where that is not known.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>Since when the person has been there in this part; null where that is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); }

    /// <summary>How much the person weighs in a decision.</summary>
    public required double Influence { get; init; }

    /// <summary>Where the person stands, with the last evidence and what it still weighs; null where there is no evidence.</summary>
    public LadderStanding? Standing { get; init; }

    /// <summary>Whether the person is for us or against us; null where that is not known, or no longer confirmed.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The moves the method knows from there, each with its reason; none where the level is not confirmed.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Hit<LadderMove>> Moves { get; init => field = ValueList.Of(value ?? []); } = ValueList<Hit<LadderMove>>.Empty;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Who it is, and where the person stands.</returns>
    public override string ToString() => Invariant(
        $"PersonReview {{ Id = {Id}, Name = {Name}, Standing = {Standing} }}");
}
