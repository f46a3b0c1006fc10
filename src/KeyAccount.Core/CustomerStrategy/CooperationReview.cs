using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The review of strategic cooperation: readiness, the four points, who depends on whom, and what both sides gain.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record CooperationReview
{
    /// <summary>The readiness, with reasons; unrated if too little is known.</summary>
    public required Assessment<CooperationReadiness> Readiness { get; init => field = Guard.NotNull(value); }

    /// <summary>The four points, in order.</summary>
    public IReadOnlyList<CooperationStanding> Points { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<CooperationStanding>.Empty;

    /// <summary>Who depends on whom; null if one of the shares is not known.</summary>
    public DependenceBalance? Dependence { get; init; }

    /// <summary>Whether the agreement is a strategic one on paper only: signed, and both sides create nothing together.</summary>
    public bool IsPaperOnly { get; init; }

    /// <summary>What the cooperation creates, and what each side puts in; null if nobody has calculated it.</summary>
    public SharedGain? Gain { get; init; }

    /// <summary>Our gain by the Nash solution; null if a part of the gain is not known, or there is nothing to share.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an alternative may be a loss")]
    public decimal? OurGain { get; init => field = FactRange<CooperationReview>.Checked(value); }

    /// <summary>The customer's gain by the Nash solution; null if a part of the gain is not known, or there is nothing to share.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an alternative may be a loss")]
    public decimal? TheirGain { get; init => field = FactRange<CooperationReview>.Checked(value); }

    /// <summary>The steering meetings of both sides with their days, the earliest first; empty while cooperation cannot begin.</summary>
    public IReadOnlyList<CaseStep> Calendar { get; init => field = ValueList.Of(value ?? []); } = ValueList<CaseStep>.Empty;

    /// <summary>The weakest of the known points, the first of equal ones. Null if none is known.</summary>
    [JsonIgnore]
    public CooperationPoint? Weakest => Points.Where(each => each.Score is not null).MinBy(each => each.Score)?.Point;

    /// <summary>Reviews the readiness of an account for strategic cooperation.</summary>
    /// <param name="facts">The known facts.</param>
    /// <param name="record">What both sides do together; null if nothing is known.</param>
    /// <param name="dependence">Who depends on whom; null if not known.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="readiness">The scorecard; <see cref="StrategicCooperation.Readiness"/> if none is given.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static CooperationReview Of(
        CooperationFacts facts, CooperationRecord? record, DependenceBalance? dependence, LocalDate asOf,
        Scorecard<CooperationFacts, CooperationReadiness>? readiness = null)
    {
        Guard.Iso(asOf);
        var assessed = (readiness ?? StrategicCooperation.Readiness).Assess(facts);
        var canBegin = assessed.Band?.IsAtLeast(CooperationReadiness.Ready) == true;
        return new()
        {
            Readiness = assessed,
            Points = [.. CooperationPoint.InOrder.Select(point => new CooperationStanding(point, PointsOf(assessed, point)))],
            Dependence = dependence,
            IsPaperOnly = facts.IsPaperOnly,
            Gain = record?.Gain,
            Calendar = record?.StartedOn is null && !canBegin ? []
                : GovernanceCalendar.Next(record?.Meetings ?? [], record?.StartedOn ?? asOf, asOf),
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Readiness, the weakest point and who depends on whom.</returns>
    public override string ToString() => Invariant(
        $"CooperationReview {{ Readiness = {Readiness.Band}, Weakest = {Weakest}, Dependence = {Dependence?.Kind} }}");

    // Over the criteria of the point that are known, as the whole is over all of them.
    private static double? PointsOf(Assessment<CooperationReadiness> assessed, CooperationPoint point)
    {
        var (weight, sum) = (0.0, 0.0);
        foreach (var part in assessed.Contributions.Where(part => part.Group == point.Name && part.Points is not null))
        {
            weight += part.Weight;
            sum += part.Weight * part.Points!.Value;
        }

        return weight > 0 ? ScoreRounding.Round(sum / weight) : null;
    }
}
