using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The match between what the customer wants and what we are good at (客户与我们的战略匹配).</summary>
/// <remarks>
/// <para>Match = 100 · Σ w·q(s) / (q(3)·Σ w) over the goals whose strength s is known; q is the scale (<see cref="MatchScale"/>). Goals
/// that nobody has judged share in nothing; <see cref="Low"/> and <see cref="High"/> say what the match would be if we supported
/// none of them, or all of them decisively. Formula, cuts and least coverage are a <c>LibraryDefault</c>; the scale 0/1/3/9 is that of
/// quality function deployment.</para>
/// <para>Immutable, with value equality, also after a round trip through JSON.</para>
/// </remarks>
public sealed record StrategicMatch
{
    /// <summary>The highest strength: 3.</summary>
    public const int MostStrength = 3;

    /// <summary>The share of the weight that must be judged before there is a match: 0.6. Provenance: <c>LibraryDefault</c>.</summary>
    public const double LeastCoverage = 0.6;

    /// <summary>The share of the total weight from which a goal is important: a tenth. Provenance: <c>LibraryDefault</c>.</summary>
    public const double ImportantFrom = 0.1;

    /// <summary>The number of points from which a match is medium: 40. Provenance: <c>LibraryDefault</c>.</summary>
    public const double MediumFrom = 40;

    /// <summary>The number of points from which a match is high: 70. Provenance: <c>LibraryDefault</c>.</summary>
    public const double HighFrom = 70;

    private static readonly int[] Emphasised = [0, 1, 3, 9];

    /// <summary>The match of goals.</summary>
    /// <param name="goals">The goals with their weights and strengths; the weights need not sum to 1.</param>
    /// <param name="scale">How the strengths are weighted.</param>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentException">The sum of the weights is not finite.</exception>
    [JsonConstructor]
    public StrategicMatch(IReadOnlyList<StrategyGoal> goals, MatchScale scale = MatchScale.Linear)
    {
        Guard.Defined(scale);
        Goals = ValueList.Of(goals);
        Scale = scale;
        var (all, known, low, high) = (0.0, 0.0, 0.0, 0.0);
        foreach (var goal in Goals)
        {
            all += goal.Weight;
            known += goal.Strength is null ? 0 : goal.Weight;
            low += goal.Weight * Counted(goal.Strength ?? 0, scale);
            high += goal.Weight * Counted(goal.Strength ?? MostStrength, scale);
        }

        if (!double.IsFinite(all) || !double.IsFinite(high))
            throw new ArgumentException("goals have weights whose sum is not finite; give smaller weights.", nameof(goals));
        var most = Counted(MostStrength, scale);
        Coverage = all > 0 ? ScoreRounding.Round(known / all) : 0;
        Low = all > 0 ? Points(low / (most * all)) : 0;
        High = all > 0 ? Points(high / (most * all)) : 100;
        Score = known > 0 && Coverage >= LeastCoverage ? Points(low / (most * known)) : null;
        WhiteSpots = ValueList.Of(Goals.Where(goal => goal.Strength == 0 && goal.Weight > 0
                && ScoreRounding.Round(goal.Weight / all) >= ImportantFrom)
            .OrderByDescending(goal => goal.Weight));
    }

    /// <summary>The goals, in the order given.</summary>
    public IReadOnlyList<StrategyGoal> Goals { get; }

    /// <summary>How the strengths are weighted.</summary>
    public MatchScale Scale { get; }

    /// <summary>The match, 0 … 100; null if too little is judged (<see cref="LeastCoverage"/>).</summary>
    public double? Score { get; }

    /// <summary>The share of the weight whose strength is known, 0 … 1.</summary>
    public double Coverage { get; }

    /// <summary>The lowest possible match: we support none of the goals that are not judged.</summary>
    public double Low { get; }

    /// <summary>The highest possible match: we support all goals that are not judged decisively.</summary>
    public double High { get; }

    /// <summary>The level of the match; null if too little is judged.</summary>
    public MatchLevel? Level => Score is not { } score ? null
        : score >= HighFrom ? MatchLevel.High
        : score >= MediumFrom ? MatchLevel.Medium
        : MatchLevel.Low;

    /// <summary>The important goals that none of our capabilities supports, in descending order of weight.</summary>
    [JsonIgnore]
    public IReadOnlyList<StrategyGoal> WhiteSpots { get; }

    /// <summary>The match of what the customer wants: every note that still tells it is a goal, supported as strongly as the best of its
    /// capabilities, but by none more strongly than we have it. A note without a day, one that is too old
    /// (<see cref="StrategyDecoding.DecodedFrom"/>) and one whose horizon has passed are not known, and are not goals.</summary>
    /// <param name="notes">What the customer wants.</param>
    /// <param name="capabilities">What we are good at.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="scale">How the strengths are weighted.</param>
    /// <returns>The match; null if there is no goal.</returns>
    /// <exception cref="ArgumentNullException">A list or an entry is null.</exception>
    /// <exception cref="ArgumentException">The sum of the weights is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A note is dated in the future.</exception>
    public static StrategicMatch? Of(
        IReadOnlyList<StrategyNote> notes, IReadOnlyList<OurCapability> capabilities, LocalDate asOf,
        MatchScale scale = MatchScale.Linear)
    {
        Guard.NoNull(notes);
        Guard.NoNull(capabilities);
        Guard.Iso(asOf);
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var capability in capabilities)
            levels.TryAdd(capability.Id, capability.Level ?? MostStrength);
        var goals = notes.Where(note => StrategyDecoding.IsDecoded(note, asOf))
            .Select(note => new StrategyGoal(
                note.Id, note.Weight ?? 1,
                note.Support.Count == 0 ? null
                    : note.Support.Max(link => Math.Min(link.Strength, levels.GetValueOrDefault(link.Capability, MostStrength))),
                note.Statement))
            .ToArray();
        return goals.Length == 0 ? null : new(goals, scale);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The match, its range and its white spots.</returns>
    public override string ToString() => Invariant(
        $"StrategicMatch {{ Score = {Score}, Coverage = {Coverage}, Low = {Low}, High = {High}, WhiteSpots = {WhiteSpots.Count} }}");

    private static int Counted(int strength, MatchScale scale) => scale == MatchScale.Linear ? strength : Emphasised[strength];

    private static double Points(double part) => Math.Min(100, ScoreRounding.Round(100 * part));
}
