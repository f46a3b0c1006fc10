using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The defaults of the statistics that several rooms share.</summary>
internal static class StatisticsRoom
{
    /// <summary>All of them, listed once.</summary>
    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants("confidenceInterval", new ModelDefault(
            nameof(ConfidenceInterval.DefaultConfidence),
            Invariant($"{ConfidenceInterval.DefaultConfidence}"),
            Provenance.LibraryDefault("the usual confidence"))),
    ];
}
