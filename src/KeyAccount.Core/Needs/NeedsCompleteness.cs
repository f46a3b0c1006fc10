using KeyAccount.Core.Stakeholders;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>Whether enough is known about the needs to show value, for an opportunity or for an account as a whole.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. The checks are a
/// <c>LibraryDefault</c>.</remarks>
public sealed record NeedsCompleteness
{
    /// <summary>The opportunity; null for the account as a whole.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>Every check, in the order of <see cref="NeedCheck"/>.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<NeedCheckResult> Checks { get; init => field = ValueList.Of(value ?? []); } = ValueList<NeedCheckResult>.Empty;

    /// <summary>Whether every check is met.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => Checks.Count > 0 && Checks.All(check => check.IsMet);

    /// <summary>The checks that are not met, in their order: the next questions to ask.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<NeedCheck> Open => [.. Checks.Where(check => !check.IsMet).Select(check => check.Check)];

    /// <summary>Checks needs.</summary>
    /// <param name="needs">The needs of an opportunity, or of an account; the need of a person in two roles counts for both.</param>
    /// <param name="people">The people who have them.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="opportunityId">The opportunity; null for the account as a whole.</param>
    /// <returns>Every check. Confidential needs count, and are not named.</returns>
    /// <exception cref="ArgumentNullException">A list or an entry is null.</exception>
    public static NeedsCompleteness Of(
        IReadOnlyList<Need> needs, IReadOnlyList<NeedPerson> people, LocalDate asOf, string? opportunityId = null)
    {
        Guard.NoNull(needs);
        Guard.NoNull(people);
        Guard.Iso(asOf);
        var roles = people.Where(person => person.Role is not null)
            .ToLookup(person => person.Id, person => person.Role, StringComparer.Ordinal);
        var faults = needs.SelectMany(need => Fabe.Check(need, asOf)).ToArray();
        var claims = needs.Where(need => need.Fabe.Count > 0).ToArray();
        return new()
        {
            OpportunityId = opportunityId,
            Checks =
            [
                Of(NeedCheck.DeciderNeed, IsOf(StakeholderRole.KDM)),
                Of(NeedCheck.InfluencerNeed, IsOf(StakeholderRole.KI)),
                Of(NeedCheck.UserNeed, IsOf(StakeholderRole.KU)),
                Of(NeedCheck.WorthKnown, needs.Any(need => need.GapValue is not null)),
                Failing(
                    NeedCheck.BeneficiaryKnown, needs.Any(need => need.Worth.Count > 0),
                    need => need.Worth.Any(worth => string.IsNullOrWhiteSpace(worth.Beneficiary))),
                Failing(
                    NeedCheck.BenefitsNameNeed, claims.Length > 0,
                    need => faults.Any(fault => fault.NeedId == need.Id
                        && (fault.Kind == FabeFaultKind.BenefitWithoutNeed || fault.Part == FabePart.Benefit))),
                Failing(
                    NeedCheck.ClaimsHaveEvidence, claims.Length > 0,
                    need => faults.Any(fault => fault.NeedId == need.Id
                        && (fault.Part == FabePart.Evidence || fault.Kind == FabeFaultKind.EvidenceUndated
                            || fault.Kind == FabeFaultKind.EvidenceStale))),
            ],
        };

        bool IsOf(StakeholderRole role) => needs.Any(need => need.People.Any(person => roles[person].Contains(role)));

        static NeedCheckResult Of(NeedCheck check, bool isMet) => new(check, isMet, []);

        // Of nothing, nothing fails; yet nothing is shown either.
        NeedCheckResult Failing(NeedCheck check, bool isAny, Func<Need, bool> fails)
        {
            var failing = needs.Where(fails).ToArray();
            return new(check, isAny && failing.Length == 0, [.. failing.Where(need => !need.IsConfidential).Select(need => need.Id)]);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What is checked, and what is open.</returns>
    public override string ToString() => Invariant(
        $"NeedsCompleteness {{ OpportunityId = {OpportunityId}, Open = [{string.Join(", ", Open)}] }}");
}
