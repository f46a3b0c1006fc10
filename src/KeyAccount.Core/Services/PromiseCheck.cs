using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>Whether a promise may be made, and why.</summary>
/// <param name="Kind">The kind of the promise.</param>
/// <param name="Service">The service; null for the promise of all of them.</param>
/// <param name="IsGranted">Whether the promise may be made.</param>
/// <param name="RuleId">The rule of <see cref="ServiceCatalogue.Promises"/> that decided.</param>
/// <param name="Reason">The reason, and what to do about a refusal.</param>
/// <remarks>Immutable, with value equality. A refusal is a result, not an exception.</remarks>
public sealed record PromiseCheck(PromiseKind Kind, ServiceType? Service, bool IsGranted, string RuleId, Text Reason)
{
    internal static PromiseCheck Of(PromiseFacts facts)
    {
        var hit = ServiceCatalogue.Promises.Decide(facts).Hits[0];
        return new(facts.Kind, facts.Service, hit.Advice == PromiseVerdict.Granted, hit.RuleId, hit.Reason);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"PromiseCheck {{ Kind = {Kind}, Service = {Service}, IsGranted = {IsGranted}, RuleId = {RuleId}, Reason = {Reason} }}");
}
