using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>A suggestion from the relationship profile as an activity to plan: kind, audience, size, who invites, and the first day that
/// leaves time for every task.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityProposal
{
    /// <summary>The rule of <c>oke.activities</c> that makes the suggestion; a planned activity refers to it too.</summary>
    public required string SuggestedBy { get; init; }

    /// <summary>What to do.</summary>
    public required Text Activity { get; init; }

    /// <summary>How many of the customer's people the activity reaches.</summary>
    public required ActivityReach Reach { get; init; }

    /// <summary>The purpose.</summary>
    public required ActivityPurpose Purpose { get; init; }

    /// <summary>The audience.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The kind of activity.</summary>
    public required ActivityType Type { get; init; }

    /// <summary>The size.</summary>
    public required ActivitySize Size { get; init; }

    /// <summary>Who of us sends the invitations.</summary>
    public required SponsorLevel Inviter { get; init; }

    /// <summary>The first day that leaves time for every task before it.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Earliest { get; init => field = Guard.Iso(value, nameof(Earliest)); }

    /// <summary>The planned activity that carries out the suggestion; null if there is none.</summary>
    public string? PlannedAs { get; init; }

    /// <summary>Turns a suggestion into an activity to plan.</summary>
    /// <param name="suggestion">The suggestion.</param>
    /// <param name="asOf">The day on which planning begins.</param>
    /// <param name="planned">The id of the planned activity that carries out the suggestion; null if there is none.</param>
    /// <returns>The proposal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="suggestion"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    /// <exception cref="OverflowException">The day leaves the calendar.</exception>
    public static ActivityProposal Of(ActivitySuggestion suggestion, LocalDate asOf, string? planned = null)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        Guard.Iso(asOf);
        var aim = ActivityTables.OkeAims.Decide(new() { Dimension = suggestion.Dimension, Reach = suggestion.Reach }).Advice!;
        return new()
        {
            SuggestedBy = suggestion.RuleId,
            Activity = suggestion.Activity,
            Reach = suggestion.Reach,
            Purpose = aim.Purpose,
            Audience = aim.Audience,
            Type = ActivityTables.Types.Decide(
                new() { Purpose = aim.Purpose, Audience = aim.Audience, Reach = suggestion.Reach }).Advice!,
            Size = ActivityTables.Sizes.Decide(new() { Audience = aim.Audience }).Advice!,
            Inviter = ActivityTables.Inviters.Decide(new() { Audience = aim.Audience }).Advice!,
            Earliest = asOf.PlusDays(-ActivityTask.InOrder.Min(task => task.Days)),
            PlannedAs = planned,
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What suggests it, what it is, and from when.</returns>
    public override string ToString() => Invariant(
        $"ActivityProposal {{ SuggestedBy = {SuggestedBy}, Type = {Type}, Audience = {Audience}, Earliest = {Earliest:R} }}");
}
