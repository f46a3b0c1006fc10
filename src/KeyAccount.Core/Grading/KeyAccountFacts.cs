namespace KeyAccount.Core.Grading;

/// <summary>The evidence that an account is a key account.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record KeyAccountFacts
{
    /// <summary>What the account buys in a year, in the currency of the checklist's threshold.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, UsualMinimum = 0)]
    public decimal? AnnualPurchases
    {
        get;
        init => field = FactRange<KeyAccountFacts>.Checked(value);
    }

    /// <summary>Whether approval goes through several levels.</summary>
    public TraitEvidence? ComplexDecisionChain { get; init; }

    /// <summary>Whether its demand is specialised and customised.</summary>
    public TraitEvidence? SpecialisedDemand { get; init; }

    /// <summary>Whether it has long-term strategic value for us.</summary>
    public TraitEvidence? LongTermValue { get; init; }

    /// <summary>Whether others in the industry follow it.</summary>
    public TraitEvidence? IndustryInfluence { get; init; }
}
