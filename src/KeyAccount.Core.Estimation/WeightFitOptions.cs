using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>The options for fitting weights to outcomes, and when to refuse the fit.</summary>
/// <remarks>Immutable; equal when every option is.</remarks>
public sealed record WeightFitOptions
{
    /// <summary>The default options.</summary>
    public static WeightFitOptions Default { get; } = new();

    /// <summary>How many accounts with the event, and as many without it, are needed for each weight; at least 1. Literature: Peduzzi et
    /// al. 1996, Journal of Clinical Epidemiology 49:1373–1379, find no major problems from 10 on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int EventsPerWeight
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(EventsPerWeight));
            field = value;
        }
    } = 10;

    /// <summary>Whether low scores should go with the event, as low loyalty goes with leaving.</summary>
    public bool EventsAtLowScores { get; init; }

    /// <summary>On how many days, the latest before the one that is held out, each strength is tried; at least 1. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MostFolds
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(MostFolds));
            field = value;
        }
    } = 5;

    /// <summary>The confidence level of the interval of the gain; above 0, at most 0.999999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Confidence
    {
        get;
        init
        {
            ConfidenceInterval.Check(value);
            field = value;
        }
    } = ConfidenceInterval.DefaultConfidence;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All options by name.</returns>
    public override string ToString() => Invariant($"WeightFitOptions {{ EventsPerWeight = {EventsPerWeight}, ")
        + Invariant($"EventsAtLowScores = {EventsAtLowScores}, MostFolds = {MostFolds}, Confidence = {Confidence} }}");
}
