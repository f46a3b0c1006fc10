using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The review of a customer's strategy: what we know of it, how well it matches us, our responses, and the state of the
/// plan.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record StrategyReview
{
    /// <summary>The goals of the customer, area by area, the newest first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<StrategyNote> Notes { get; init => field = ValueList.Of(value ?? []); } = ValueList<StrategyNote>.Empty;

    /// <summary>The challenges that the customer faces, the hardest first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ChallengeNote> Challenges { get; init => field = ValueList.Of(value ?? []); } = ValueList<ChallengeNote>.Empty;

    /// <summary>Our capabilities.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<OurCapability> Capabilities { get; init => field = ValueList.Of(value ?? []); } = ValueList<OurCapability>.Empty;

    /// <summary>The share of the customer's strategy that is decoded, 0 … 1 (<see cref="StrategyDecoding.Coverage"/>).</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double Coverage { get; init => field = FactRange<StrategyReview>.Checked(value); }

    /// <summary>The areas that are decoded.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CustomerStrategyArea> Decoded { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<CustomerStrategyArea>.Empty;

    /// <summary>The match between the customer's goals and our capabilities; null if no goal is known.</summary>
    public StrategicMatch? Match { get; init; }

    /// <summary>Our response to each challenge in the decoded areas.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ChallengeResponse> Responses { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ChallengeResponse>.Empty;

    /// <summary>The state of the plan; null if there is no plan.</summary>
    public PlanningCase? Plan { get; init; }

    /// <summary>The next steps of the plan.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CaseStep> NextSteps { get; init => field = ValueList.Of(value ?? []); } = ValueList<CaseStep>.Empty;

    /// <summary>The next review date of the plan; null while the plan is not carried out.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ReviewDueOn { get; init => field = Guard.Iso(value, nameof(ReviewDueOn)); }

    /// <summary>Whether the review date has passed.</summary>
    public bool IsStale { get; init; }

    /// <summary>The areas that are not decoded.</summary>
    [JsonIgnore]
    public IReadOnlyList<CustomerStrategyArea> Open => [.. CustomerStrategyArea.InOrder.Except(Decoded)];

    /// <summary>Reviews what we know of a customer's strategy.</summary>
    /// <param name="notes">The goals of the customer.</param>
    /// <param name="challenges">The challenges of the customer.</param>
    /// <param name="capabilities">Our capabilities.</param>
    /// <param name="plan">The plan; null if there is none.</param>
    /// <param name="id">The stable identifier of the customer; not blank.</param>
    /// <param name="tier">The tier of the customer; null if not known.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="responses">Our responses to challenges; <see cref="StrategyResponses.Standard"/> if none is given.</param>
    /// <param name="rhythm">How often a plan is reviewed; <see cref="PlanningRhythm.Standard"/> if none is given.</param>
    /// <param name="scale">How the strengths count in the match.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException">A list or an entry is null.</exception>
    /// <exception cref="ArgumentException">The history of the plan contains a refused event.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A note is dated in the future.</exception>
    public static StrategyReview Of(
        IReadOnlyList<StrategyNote> notes, IReadOnlyList<ChallengeNote> challenges, IReadOnlyList<OurCapability> capabilities,
        StrategyPlan? plan, string id, AccountTier? tier, LocalDate asOf,
        DecisionTable<StrategyResponseFacts, StrategyResponse>? responses = null, PlanningRhythm? rhythm = null,
        MatchScale scale = MatchScale.Linear)
    {
        Guard.NoNull(notes);
        Guard.NoNull(challenges);
        Guard.NoNull(capabilities);
        Guard.Iso(asOf);
        var decoded = StrategyDecoding.Decoded(notes, asOf);
        var work = plan is null ? null : new PlanningCase(id, plan.OpenedOn, plan.History);
        ChallengeNote[] faced =
        [
            .. challenges.OrderByDescending(each => each.Weight ?? 0).ThenByDescending(each => each.Date ?? LocalDate.MinIsoValue)
                .ThenBy(each => each.Kind.Value),
        ];
        return new()
        {
            Notes =
            [
                .. notes.OrderBy(note => note.Area.Value).ThenByDescending(note => note.Date ?? LocalDate.MinIsoValue)
                    .ThenBy(note => note.Id, StringComparer.Ordinal),
            ],
            Challenges = faced,
            Capabilities = capabilities,
            Coverage = StrategyDecoding.Coverage(notes, asOf),
            Decoded = decoded,
            Match = StrategicMatch.Of(notes, capabilities, asOf, scale),
            Responses =
            [
                .. from challenge in faced.Select(each => each.Kind).Distinct()
                   from area in decoded.Cast<CustomerStrategyArea?>().DefaultIfEmpty()
                   from hit in (responses ?? StrategyResponses.Standard).Decide(new() { Challenge = challenge, Area = area }).Hits
                   select new ChallengeResponse(challenge, area, hit.Advice, hit.Reason),
            ],
            Plan = work,
            NextSteps = work?.NextSteps(asOf, tier, decoded, rhythm) ?? [],
            ReviewDueOn = work?.ReviewDueOn(tier, rhythm),
            IsStale = work?.IsStaleOn(asOf, tier, rhythm) ?? false,
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Coverage, match and principle.</returns>
    public override string ToString() => Invariant(
        $"StrategyReview {{ Coverage = {Coverage:0.00}, Match = {Match?.Score}, Principle = {Plan?.Principle}, IsStale = {IsStale} }}");
}
