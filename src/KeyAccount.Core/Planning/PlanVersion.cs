using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An agreed version of a plan: its objectives and the measures under them.</summary>
/// <remarks>Immutable; equal when both lists are.</remarks>
public sealed record PlanVersion
{
    /// <summary>A version.</summary>
    /// <param name="objectives">The objectives, each id once.</param>
    /// <param name="measures">The measures, each id once and of one of the objectives; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objectives"/> or an item is null.</exception>
    /// <exception cref="ArgumentException">An id is duplicated, or a measure belongs to an unknown objective.</exception>
    public PlanVersion(IReadOnlyList<Objective> objectives, IReadOnlyList<PlanMeasure>? measures = null)
    {
        (Objectives, Measures) = (ValueList.Of(objectives), ValueList.Of(measures ?? [], nameof(measures)));
        Unique(Objectives.Select(each => each.Id), nameof(objectives));
        Unique(Measures.Select(each => each.Id), nameof(measures));
        for (var i = 0; i < Measures.Count; i++)
        {
            if (Objectives.All(each => each.Id != Measures[i].ObjectiveId))
            {
                throw new ArgumentException(
                    Invariant($"measures[{i}].objectiveId is '{Measures[i].ObjectiveId}'; there is no such objective, only ")
                    + $"{(Objectives.Count == 0 ? "none" : string.Join(", ", Objectives.Select(each => $"'{each.Id}'")))}.",
                    nameof(measures));
            }
        }
    }

    /// <summary>The objectives.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>The measures.</summary>
    public IReadOnlyList<PlanMeasure> Measures { get; }

    /// <summary>The changes in a later version.</summary>
    /// <param name="later">The later version.</param>
    /// <returns>What was added, removed and changed: objectives first, then measures, each by id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="later"/> is null.</exception>
    public IReadOnlyList<PlanChange> ChangesTo(PlanVersion later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return
        [
            .. Between(Objectives, later.Objectives, each => each.Id, Shown),
            .. Between(Measures, later.Measures, each => each.Id, each => each.Statement),
        ];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many objectives and measures there are.</returns>
    public override string ToString() => Invariant($"PlanVersion {{ Objectives = {Objectives.Count}, Measures = {Measures.Count} }}");

    private static IEnumerable<PlanChange> Between<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, string> shown)
        where T : class
    {
        var was = before.ToDictionary(id, StringComparer.Ordinal);
        var now = after.ToDictionary(id, StringComparer.Ordinal);
        foreach (var key in was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (from, to) = (was.GetValueOrDefault(key), now.GetValueOrDefault(key));
            if (!EqualityComparer<T>.Default.Equals(from, to))
                yield return new(key, from is null ? null : shown(from), to is null ? null : shown(to));
        }
    }

    // As a person reads it: what is to be reached, from where.
    private static string Shown(Objective objective)
    {
        var figures = objective.Target is not { } target ? ""
            : objective.Baseline is { } baseline ? Invariant($": {baseline} → {target} {objective.Unit}")
            : Invariant($": {target} {objective.Unit}");
        return $"{objective.Statement}{figures.TrimEnd()}";
    }

    private static void Unique(IEnumerable<string> ids, string name)
    {
        if (ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"{name} has '{twice.Key}' more than once; each id must occur once.", name);
    }
}
