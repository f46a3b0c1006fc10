using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>The defaults of every scorecard.</summary>
internal static class ScoringRoom
{
    private const double MinimumCoverage = ScorecardBuilder<object, object>.DefaultMinimumCoverage;

    /// <summary>All of them, listed once.</summary>
    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants("scorecard", new ModelDefault(
            nameof(ScorecardBuilder<object, object>.DefaultMinimumCoverage),
            Invariant($"{MinimumCoverage}"),
            Provenance.LibraryDefault("half of the weight must be known before a score is shown"))),
    ];
}
