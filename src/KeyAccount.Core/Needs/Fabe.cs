using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Needs;

/// <summary>Checks arguments: no part is missing, each benefit meets a known need, each proof is dated and fresh.</summary>
/// <remarks>Pure functions. FABE is named by 《大客戶戰略客戶關係管理》; what is checked is a <c>LibraryDefault</c>.</remarks>
public static class Fabe
{
    /// <summary>The half-life of evidence in days, after which it must be renewed: a year. Provenance: <c>LibraryDefault</c>.</summary>
    public const int HalfLifeDays = 365;

    /// <summary>The decay of evidence: a half-life of <see cref="HalfLifeDays"/>.</summary>
    public static EvidenceDecay Decay { get; } = new(HalfLifeDays);

    /// <summary>The faults of arguments that are not part of a need, such as those of a product sheet.</summary>
    /// <param name="statements">The arguments.</param>
    /// <param name="needIds">The needs that are known.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="decay">The decay of evidence; null for <see cref="Decay"/>. Evidence older than the half-life is stale; evidence of
    /// exactly that age is not.</param>
    /// <returns>Each fault, in the order of the arguments; empty if nothing is wrong.</returns>
    /// <exception cref="ArgumentNullException">A list or an entry of it is null.</exception>
    public static IReadOnlyList<FabeFault> Check(
        IReadOnlyList<FabeStatement> statements, IReadOnlyCollection<string> needIds, LocalDate asOf, EvidenceDecay? decay = null)
    {
        Guard.NoNull(statements);
        ArgumentNullException.ThrowIfNull(needIds);
        Guard.Iso(asOf);
        return [.. Check(null, statements, id => id is not null && needIds.Contains(id, StringComparer.Ordinal), asOf, decay ?? Decay)];
    }

    /// <summary>The faults of the arguments of a need. An argument without a need of its own refers to the one it belongs to.</summary>
    /// <param name="need">The need.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="decay">The decay of evidence; null for <see cref="Decay"/>.</param>
    /// <returns>Each fault, in the order of the arguments; empty if nothing is wrong.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="need"/> is null.</exception>
    public static IReadOnlyList<FabeFault> Check(Need need, LocalDate asOf, EvidenceDecay? decay = null)
    {
        ArgumentNullException.ThrowIfNull(need);
        Guard.Iso(asOf);
        return [.. Check(need.Id, need.Fabe, id => id is null || id == need.Id, asOf, decay ?? Decay)];
    }

    private static IEnumerable<FabeFault> Check(
        string? needId, IReadOnlyList<FabeStatement> statements, Func<string?, bool> isKnown, LocalDate asOf, EvidenceDecay decay)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            foreach (var part in FabePart.InOrder.Where(part => !statement.Has(part)))
                yield return Fault(FabeFaultKind.PartMissing, part, part);
            if (statement.Has(FabePart.Benefit) && !isKnown(statement.NeedId))
                yield return Fault(FabeFaultKind.BenefitWithoutNeed, null);
            if (!statement.Has(FabePart.Evidence))
                continue;
            if (statement.Evidence!.Date is not { } date)
                yield return Fault(FabeFaultKind.EvidenceUndated, null);
            else if (Period.DaysBetween(date, asOf) > decay.HalfLifeDays)
                yield return Fault(FabeFaultKind.EvidenceStale, null, LocalDatePattern.Iso.Format(date), decay.HalfLifeDays);

            FabeFault Fault(FabeFaultKind kind, FabePart? part, params object?[] about) => new(
                needId, i + 1, kind, part, TextTable.Library[$"Needs.Fabe.{kind.Name}"].With([i + 1, .. about]));
        }
    }
}
