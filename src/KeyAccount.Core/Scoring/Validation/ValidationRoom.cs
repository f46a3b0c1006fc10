using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The defaults of the validation of scores against outcomes.</summary>
internal static class ValidationRoom
{
    private static readonly Provenance Shifts =
        Provenance.Literature("Lewis 1994, An Introduction to Credit Scoring; Siddiqi 2017, Intelligent Credit Scoring");

    /// <summary>All of them, listed once.</summary>
    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants(
            "scoreValidation",
            new(nameof(PopulationShift.Noticeable), Invariant($"{PopulationShift.Noticeable}"), Shifts),
            new(nameof(PopulationShift.Large), Invariant($"{PopulationShift.Large}"), Shifts),
            new(
                nameof(ValidationOptions.LeastOutcomes), Invariant($"{ValidationOptions.Default.LeastOutcomes}"),
                Provenance.LibraryDefault("with fewer of a kind the interval is too wide to be useful")),
            new(
                nameof(ValidationOptions.Groups), Invariant($"{ValidationOptions.Default.Groups}"),
                Provenance.LibraryDefault("tenths, as in gains tables")),
            new(
                nameof(ValidationOptions.Permutations), Invariant($"{ValidationOptions.Default.Permutations}"),
                Provenance.LibraryDefault("enough to see how much one shuffle differs from the next"))),
    ];
}
