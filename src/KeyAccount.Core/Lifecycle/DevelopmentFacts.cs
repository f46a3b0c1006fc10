namespace KeyAccount.Core.Lifecycle;

/// <summary>The facts by which the development stage of an account is judged. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality. Which facts tell the stages apart is a <c>LibraryDefault</c>.</remarks>
public sealed record DevelopmentFacts
{
    /// <summary>Whether the account has ever bought from us.</summary>
    public bool? HasBought { get; init; }

    /// <summary>Whether the account asks us first for what we supply.</summary>
    public bool? IsPreferred { get; init; }

    /// <summary>Whether people of several departments and levels deal with us, rather than one buyer with one salesperson.</summary>
    public bool? IsBroadlyConnected { get; init; }

    /// <summary>Whether the account shares plans and problems with us that it does not show to others.</summary>
    public bool? SharesPlans { get; init; }

    /// <summary>Whether a long-term agreement binds both sides.</summary>
    public bool? HasLongTermAgreement { get; init; }

    /// <summary>Whether both sides invest, develop or go to market together.</summary>
    public bool? CreatesJointly { get; init; }
}
