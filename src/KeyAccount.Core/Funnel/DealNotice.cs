using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>A notice about an open deal.</summary>
/// <param name="Kind">The kind of the notice.</param>
/// <param name="OpportunityId">The deal.</param>
/// <param name="AccountId">The account of the deal; null if the deal is in the file of its account.</param>
/// <param name="Owner">The owner of the deal; null if not known.</param>
/// <param name="Stage">The stage that is claimed.</param>
/// <param name="Amount">The amount if the deal is won.</param>
/// <param name="Days">How many days it has been at the stage, was put off, or is past its close; null if the kind has none.</param>
/// <param name="Missing">The evidence that is missing for the stage; empty for every other kind.</param>
/// <param name="Reason">The notice in words.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Missing"/> or an item of it is null.</exception>
public sealed record DealNotice(
    DealNoticeKind Kind,
    string OpportunityId,
    string? AccountId,
    string? Owner,
    FunnelStage Stage,
    decimal Amount,
    int? Days,
    IReadOnlyList<StageEvidence> Missing,
    Text Reason)
{
    /// <inheritdoc cref="DealNotice" path="/param[@name='Missing']"/>
    public IReadOnlyList<StageEvidence> Missing { get; } = ValueList.Of(Missing);
}
