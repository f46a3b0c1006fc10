namespace KeyAccount.Core.Funnel;

/// <summary>The evidence for how far a deal has come. A fact is false if there is no evidence, also if nothing is known: unseen evidence
/// supports no stage.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record StageGateFacts
{
    /// <summary>Whether we have met somebody at the customer (<see cref="StageEvidence.ContactSeen"/>).</summary>
    public bool ContactSeen { get; init; }

    /// <summary>Whether the customer may have a need that we can meet (<see cref="StageEvidence.PossibleNeed"/>).</summary>
    public bool PossibleNeed { get; init; }

    /// <summary>Whether a person at the customer has confirmed the need (<see cref="StageEvidence.NeedConfirmed"/>).</summary>
    public bool NeedConfirmed { get; init; }

    /// <summary>Whether we know the customer's budget (<see cref="StageEvidence.BudgetKnown"/>).</summary>
    public bool BudgetKnown { get; init; }

    /// <summary>Whether the customer has approved the project (<see cref="StageEvidence.ProjectApproved"/>).</summary>
    public bool ProjectApproved { get; init; }

    /// <summary>Whether we know when the customer plans to decide (<see cref="StageEvidence.DateKnown"/>).</summary>
    public bool DateKnown { get; init; }

    /// <summary>Whether we know who decides (<see cref="StageEvidence.DeciderKnown"/>).</summary>
    public bool DeciderKnown { get; init; }

    /// <summary>Whether we passed a test or a reference visit, or made the short list
    /// (<see cref="StageEvidence.SolutionAccepted"/>).</summary>
    public bool SolutionAccepted { get; init; }

    /// <summary>Whether we have submitted our offer or tender (<see cref="StageEvidence.OfferSubmitted"/>).</summary>
    public bool OfferSubmitted { get; init; }

    /// <summary>Whether the customer has asked us to negotiate (<see cref="StageEvidence.InvitedToNegotiate"/>).</summary>
    public bool InvitedToNegotiate { get; init; }

    /// <summary>Whether the customer has ranked us first (<see cref="StageEvidence.RankedFirst"/>).</summary>
    public bool RankedFirst { get; init; }

    /// <summary>Whether both sides have signed the contract (<see cref="StageEvidence.ContractSigned"/>).</summary>
    public bool ContractSigned { get; init; }

    /// <summary>Whether we have received the first payment (<see cref="StageEvidence.FirstPaymentReceived"/>).</summary>
    public bool FirstPaymentReceived { get; init; }

    /// <summary>The facts that a set of evidence establishes.</summary>
    /// <param name="evidence">The evidence, in any order.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evidence"/> is null.</exception>
    public static StageGateFacts From(IEnumerable<StageEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var shown = evidence.ToHashSet();
        return new()
        {
            ContactSeen = shown.Contains(StageEvidence.ContactSeen),
            PossibleNeed = shown.Contains(StageEvidence.PossibleNeed),
            NeedConfirmed = shown.Contains(StageEvidence.NeedConfirmed),
            BudgetKnown = shown.Contains(StageEvidence.BudgetKnown),
            ProjectApproved = shown.Contains(StageEvidence.ProjectApproved),
            DateKnown = shown.Contains(StageEvidence.DateKnown),
            DeciderKnown = shown.Contains(StageEvidence.DeciderKnown),
            SolutionAccepted = shown.Contains(StageEvidence.SolutionAccepted),
            OfferSubmitted = shown.Contains(StageEvidence.OfferSubmitted),
            InvitedToNegotiate = shown.Contains(StageEvidence.InvitedToNegotiate),
            RankedFirst = shown.Contains(StageEvidence.RankedFirst),
            ContractSigned = shown.Contains(StageEvidence.ContractSigned),
            FirstPaymentReceived = shown.Contains(StageEvidence.FirstPaymentReceived),
        };
    }
}
