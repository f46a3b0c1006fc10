using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>Something to be said about an open deal.</summary>
/// <param name="Kind">What.</param>
/// <param name="OpportunityId">The deal.</param>
/// <param name="AccountId">Its account; null where it is in the file of its account.</param>
/// <param name="Owner">Who works on it; null where that is not known.</param>
/// <param name="Stage">The stage it is said to be at.</param>
/// <param name="Amount">What it brings when it is won.</param>
/// <param name="Days">How many days it has been at the stage, was put off, or is past its close; null where the kind has none.</param>
/// <param name="Missing">The evidence that is missing for the stage; empty for every other kind.</param>
/// <param name="Reason">The same in words.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
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
