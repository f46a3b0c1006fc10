using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The answers of a customer to a satisfaction survey: any of SERVQUAL, CSAT and NPS.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SatisfactionSurvey
{
    private const int HighestRecommendation = 10;

    /// <summary>The day of the survey.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The answers to SERVQUAL, by respondent (<see cref="ServQual.Standard"/>).</summary>
    public IReadOnlyList<ServQualResponse> Responses { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ServQualResponse>.Empty;

    /// <summary>The satisfaction ratings of the respondents, 1 … <see cref="ScalePoints"/> (<see
    /// cref="CustomerSatisfactionScore"/>).</summary>
    public IReadOnlyList<int> Ratings { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<int>.Empty;

    /// <summary>The highest possible value of <see cref="Ratings"/>; 2 … 100. Null for 5 (<see
    /// cref="CustomerSatisfactionScore.DefaultScalePoints"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(2, 100, FactUnit.Count)]
    public int? ScalePoints { get; init => field = FactRange<SatisfactionSurvey>.Checked(value); }

    private int Highest => ScalePoints ?? CustomerSatisfactionScore.DefaultScalePoints;

    /// <summary>The likelihood of each respondent to recommend us, 0 … 10 (<see cref="NetPromoterScore"/>).</summary>
    public IReadOnlyList<int> Recommendations { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<int>.Empty;

    /// <summary>What is wrong with the answers.</summary>
    /// <returns>Each fault with the place in the survey; empty if all is well.</returns>
    public IEnumerable<ModelFault> Faults()
    {
        foreach (var fault in Outside(Ratings, nameof(Ratings), 1, Highest)
            .Concat(Outside(Recommendations, nameof(Recommendations), 0, HighestRecommendation)))
        {
            yield return fault;
        }

        var blanks = Blanks().ToArray();
        foreach (var fault in blanks)
            yield return fault;
        if (blanks.Length == 0 && Responses.Count > 0 && FaultOf(Responses) is { } message)
            yield return new("responses", message);
    }

    /// <summary>The facts that the survey measures.</summary>
    /// <returns>The gap and the scores; what nobody has answered is null.</returns>
    /// <exception cref="ArgumentException">The survey has <see cref="Faults"/>.</exception>
    public SurveyFacts Measure()
    {
        var service = Responses.Count == 0 ? null : ServQual.Standard.Assess(Responses);
        return new()
        {
            Gap = service?.Overall?.Gap,
            CustomerSatisfaction = Ratings.Count == 0 ? null : CustomerSatisfactionScore.Of(Ratings, Highest).Score,
            NetPromoter = Recommendations.Count == 0 ? null : NetPromoterScore.Of(Recommendations).Score,
            WidestShortfall = service is null ? null : ServiceStrategies.ShortfallsOf(service).FirstOrDefault(),
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The day and how many have answered.</returns>
    public override string ToString() =>
        Invariant($"SatisfactionSurvey {{ On = {On:R}, Responses = {Responses.Count}, Ratings = {Ratings.Count}, ")
        + Invariant($"Recommendations = {Recommendations.Count} }}");

    private static IEnumerable<ModelFault> Outside(IReadOnlyList<int> ratings, string name, int low, int high)
    {
        for (var i = 0; i < ratings.Count; i++)
        {
            if (ratings[i] < low || ratings[i] > high)
            {
                yield return new(
                    Invariant($"{char.ToLowerInvariant(name[0])}{name[1..]}[{i}]"),
                    Invariant($"it is {ratings[i]}; it must be between {low} and {high}"));
            }
        }
    }

    // What a reader of JSON leaves out although a person must state it.
    private IEnumerable<ModelFault> Blanks()
    {
        for (var i = 0; i < Responses.Count; i++)
        {
            var path = Invariant($"responses[{i}]");
            if (Responses[i] is not { } response)
            {
                yield return new(path, "it is null; it must be an object");
                continue;
            }

            if (string.IsNullOrWhiteSpace(response.Respondent))
                yield return new($"{path}.respondent", "it is missing; give each respondent any name that tells them apart");
            for (var j = 0; j < response.Answers.Count; j++)
            {
                if (string.IsNullOrWhiteSpace(response.Answers[j].Item))
                {
                    yield return new(
                        Invariant($"{path}.answers[{j}].item"),
                        $"it is missing; it must be one of {string.Join(", ", ServQual.Standard.Items.Select(each => each.Key))}");
                }
            }
        }
    }

    private static string? FaultOf(IReadOnlyList<ServQualResponse> responses)
    {
        try
        {
            _ = ServQual.Standard.Assess(responses);
            return null;
        }
        catch (ArgumentException e)
        {
            return Guard.ReasonOf(e);
        }
    }
}
