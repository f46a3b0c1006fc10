using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Relationships;

/// <summary>The models of an OKE profile; each is the library's own if no other is given.</summary>
/// <remarks>Immutable; equal when every model is the same object and the share is equal. Not a value that JSON keeps:
/// it holds models.</remarks>
public sealed record OkeModels
{
    private readonly double _decisiveShare = Oke.DecisiveShare;

    /// <summary>Observable facts → organisation level.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<OrganisationFacts, OrganisationLevel> Organisation { get; init => field = Guard.NotNull(value); } = Oke.Organisation;

    /// <summary>Three levels → strength.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<OkeFacts, RelationshipStrength> Standard { get; init => field = Guard.NotNull(value); } = Oke.Standard;

    /// <summary>The organisation level → next target.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<OkeFacts, OkeTarget> Targets { get; init => field = Guard.NotNull(value); } = Oke.Targets;

    /// <summary>Gaps → the dimension that holds the account back.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<OkeGaps, OkeDimension?> HoldingBack { get; init => field = Guard.NotNull(value); } = Oke.HoldingBack;

    /// <summary>The dimension that holds the account back → activities.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<OkeActivityFacts, OkeActivity> Activities { get; init => field = Guard.NotNull(value); } = Oke.Activities;

    /// <summary>Key level and ladder level of a person → whether they are consistent.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<KeyDecisionMaker, LevelAgreement> Agreement { get; init => field = Guard.NotNull(value); } = Oke.Agreement;

    /// <summary>The points of each level of the ladder in the support.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scale LadderPoints { get; init => field = Guard.NotNull(value); } = Ladder.Points;

    /// <summary>The share of the influence that decides, above 0 and at most 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public double DecisiveShare
    {
        get => _decisiveShare;
        init
        {
            Guard.FinitePositive(value, nameof(DecisiveShare));
            Guard.Between(value, 0, 1, nameof(DecisiveShare));
            _decisiveShare = value;
        }
    }
}
