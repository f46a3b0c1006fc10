using System.Globalization;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>The answer of a scorecard with its reasons.</summary>
/// <typeparam name="TBand">The bands.</typeparam>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
public sealed record Assessment<TBand>
    where TBand : class
{
    private static readonly ValueList<AppliedCap> NoCaps = new([]);

    /// <summary>Creates an assessment from its parts; JSON is read through this constructor.</summary>
    /// <param name="modelId">The id of the scorecard.</param>
    /// <param name="modelVersion">The version of the scorecard.</param>
    /// <param name="score">The score; null for an unrated account.</param>
    /// <param name="band">The band; null for an unrated account.</param>
    /// <param name="coverage">The known share of the weight, 0 … 1.</param>
    /// <param name="range">The scores that are possible.</param>
    /// <param name="contributions">The contribution of each criterion, in the order of the scorecard.</param>
    /// <param name="caps">The effect of each cap, in the order of the scorecard.</param>
    /// <exception cref="ArgumentNullException">A part other than score and band is null.</exception>
    /// <exception cref="ArgumentException">Only one of score and band is null, or a contribution or cap is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or outside its range: score, range and points 0 … 100,
    /// coverage and weights 0 … 1.</exception>
    [JsonConstructor]
    public Assessment(
        string modelId,
        string modelVersion,
        double? score,
        TBand? band,
        double coverage,
        ScoreRange range,
        IReadOnlyList<Contribution> contributions,
        IReadOnlyList<AppliedCap> caps)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        ArgumentNullException.ThrowIfNull(modelVersion);
        ArgumentNullException.ThrowIfNull(contributions);
        ArgumentNullException.ThrowIfNull(caps);
        if (score is null != band is null)
            throw new ArgumentException("score and band must both be known, or neither.", nameof(band));
        Guard.Between(score ?? 0, 0, 100, nameof(score));
        Guard.Between(coverage, 0, 1);
        Guard.Between(range.Low, 0, 100);
        Guard.Between(range.High, range.Low, 100);
        Contributions = ValueList.Of(contributions);
        for (var i = 0; i < Contributions.Count; i++)
            Check(Contributions[i], Invariant($"{nameof(contributions)}[{i}]"));
        ModelId = modelId;
        ModelVersion = modelVersion;
        Score = score;
        Band = band;
        Coverage = coverage;
        Range = range;
        Caps = ValueList.Of(caps);
    }

    /// <summary>Creates an assessment from sound parts, and keeps the arrays it is given.</summary>
    internal Assessment(
        string modelId,
        string modelVersion,
        double? score,
        TBand? band,
        double coverage,
        ScoreRange range,
        Contribution[] contributions,
        AppliedCap[] caps)
    {
        ModelId = modelId;
        ModelVersion = modelVersion;
        Score = score;
        Band = band;
        Coverage = coverage;
        Range = range;
        Contributions = new ValueList<Contribution>(contributions);
        Caps = caps.Length == 0 ? NoCaps : new ValueList<AppliedCap>(caps);
    }

    /// <summary>The id of the scorecard that made the assessment.</summary>
    public string ModelId { get; }

    /// <summary>The version of that scorecard.</summary>
    public string ModelVersion { get; }

    /// <summary>The score, 0 … 100: the contributions added in order, rounded to six places; null for an unrated account.</summary>
    public double? Score { get; }

    /// <summary>The band of the score, limited by the caps that hold; null for an unrated account.</summary>
    public TBand? Band { get; }

    /// <summary>Whether enough is known for a score.</summary>
    [JsonIgnore]
    public bool IsRated => Score is not null;

    /// <summary>The share of the weight whose criteria are known, 0 … 1, rounded to six places.</summary>
    public double Coverage { get; }

    /// <summary>The score with all missing data at their worst, and with all at their best.</summary>
    public ScoreRange Range { get; }

    /// <summary>The contribution of each criterion, in the order of the scorecard.</summary>
    public IReadOnlyList<Contribution> Contributions { get; }

    /// <summary>The effect of each cap, in the order of the scorecard.</summary>
    public IReadOnlyList<AppliedCap> Caps { get; }

    /// <summary>Explains the change since an earlier assessment by the same model: the account, our knowledge of it, or the model has
    /// changed.</summary>
    /// <param name="earlier">The earlier assessment; its version may differ.</param>
    /// <returns>The change in parts that sum exactly.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="earlier"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="earlier"/> is by another model.</exception>
    public ScoreChange ChangeFrom(Assessment<TBand> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return earlier.ModelId == ModelId
            ? ScoreChange.Between(earlier, this)
            : throw new ArgumentException($"earlier is by '{earlier.ModelId}'; it must be by '{ModelId}'.", nameof(earlier));
    }

    private static void Check(Contribution each, string name)
    {
        Guard.Between(each.Raw ?? 0, double.MinValue, double.MaxValue, $"{name}.Raw");
        Guard.Between(each.Points ?? 0, 0, 100, $"{name}.Points");
        Guard.Between(each.Weight, 0, 1, $"{name}.Weight");
        Guard.Between(each.Value, double.MinValue, double.MaxValue, $"{name}.Value");
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine, provided that the form of <see cref="Band"/> does
    /// not.</summary>
    /// <returns>All properties by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Assessment {{ ModelId = {ModelId}, ModelVersion = {ModelVersion}, Score = {Score}, Band = {Band}, Coverage = {Coverage}, "
        + $"Range = {Range}, Contributions = {Contributions}, Caps = {Caps} }}");
}
