using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The review of the activities at an account: their effects, what is planned, and whom to invite.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ActivityReview
{
    /// <summary>The past activities, the latest first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ActivityResult> Past { get; init => field = ValueList.Of(value ?? []); } = ValueList<ActivityResult>.Empty;

    /// <summary>The planned activities, and past activities with open tasks, by day.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlannedActivity> Planned { get; init => field = ValueList.Of(value ?? []); } = ValueList<PlannedActivity>.Empty;

    /// <summary>The suggestions from the relationship profile, as activities to plan.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ActivityProposal> Proposals { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ActivityProposal>.Empty;

    /// <summary>Whom to invite, the most important first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RankedGuest> Guests { get; init => field = ValueList.Of(value ?? []); } = ValueList<RankedGuest>.Empty;

    /// <summary>Whether the gifts of planned activities may be given.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<GiftRuling> Gifts { get; init => field = ValueList.Of(value ?? []); } = ValueList<GiftRuling>.Empty;

    /// <summary>The day of the latest past activity; null if there was none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>The day of the next activity; null if none is planned.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NextOn { get; init => field = Guard.Iso(value, nameof(NextOn)); }

    /// <summary>Reviews the activities of an account.</summary>
    /// <param name="activities">The activities, in any order; each id once.</param>
    /// <param name="moves">The moves of its deals.</param>
    /// <param name="guests">The candidates for an invitation, each with the influence on the decision.</param>
    /// <param name="suggestions">The suggestions from the relationship profile.</param>
    /// <param name="isPublicSector">Whether the account is a public body or a state-owned company; null if not known.</param>
    /// <param name="giftLimit">The highest value of a gift for each guest; not negative.</param>
    /// <param name="asOf">The reference date.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An entry of a list is null, an id is duplicated, or the date is of another calendar than
    /// ISO.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="giftLimit"/> is negative.</exception>
    /// <exception cref="OverflowException">A day leaves the calendar.</exception>
    public static ActivityReview Of(
        IReadOnlyList<MarketActivity> activities, IReadOnlyList<DealMove> moves,
        IReadOnlyList<(string Contact, double Influence, GuestFacts Facts)> guests, IReadOnlyList<ActivitySuggestion> suggestions,
        bool? isPublicSector, decimal giftLimit, LocalDate asOf)
    {
        Guard.NoNull(suggestions);
        Guard.NotNegative(giftLimit);
        Guard.Iso(asOf);
        var outcomes = ActivityAttribution.Of(activities, moves);
        var coming = activities.Where(each => each.Date > asOf).ToArray();
        return new()
        {
            Past =
            [
                .. activities.Select((each, i) => (Activity: each, Outcomes: outcomes[i])).Where(each => each.Activity.Date <= asOf)
                    .OrderByDescending(each => each.Activity.Date).ThenBy(each => each.Activity.Id, StringComparer.Ordinal)
                    .Select(each => new ActivityResult
                    {
                        Id = each.Activity.Id,
                        Name = each.Activity.Called,
                        Date = each.Activity.Date,
                        IsComplete = Period.DaysBetween(each.Activity.Date, asOf) >= ActivityTables.WindowDays,
                        Effect = ActivityEffect.Of(each.Outcomes, each.Activity.Cost, each.Activity.Leads),
                    }),
            ],
            Planned =
            [
                // What is long past and was never ticked off is no plan.
                .. activities.Where(each => each.Date > asOf
                        || (each.Done.Count > 0 && Period.DaysBetween(each.Date, asOf) <= ActivityTables.WindowDays))
                    .Select(each => new PlannedActivity
                    {
                        Id = each.Id, Name = each.Called, Date = each.Date, Steps = each.NextSteps(asOf),
                    })
                    .Where(each => each.Steps.Count > 0)
                    .OrderBy(each => each.Date).ThenBy(each => each.Id, StringComparer.Ordinal),
            ],
            Proposals =
            [
                .. suggestions.Select(each => ActivityProposal.Of(
                    each, asOf, coming.FirstOrDefault(planned => planned.SuggestedBy == each.RuleId)?.Id)),
            ],
            Guests = RankedGuest.Rank(guests),
            Gifts =
            [
                .. coming.Where(each => each.GiftPerHead is not null).Select(each =>
                {
                    var hit = ActivityTables.GiftRules.Decide(
                        new() { ValuePerHead = each.GiftPerHead!.Value, Limit = giftLimit, IsPublicSector = isPublicSector }).Hits[0];
                    return new GiftRuling(each.Id, hit.Advice, hit.RuleId, hit.Reason);
                }),
            ],
            LastOn = activities.Where(each => each.Date <= asOf).Max(each => (LocalDate?)each.Date),
            NextOn = coming.Min(each => (LocalDate?)each.Date),
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many activities are past and planned, and the days of the last and the next one.</returns>
    public override string ToString() => Invariant(
        $"ActivityReview {{ Past = {Past.Count}, Planned = {Planned.Count}, LastOn = {LastOn:R}, NextOn = {NextOn:R} }}");
}
