namespace KeyAccount.Core.Bidding;

/// <summary>Conduct that ends the work on a bid. Null means unknown.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record BidConductFacts
{
    /// <summary>Whether somebody has approached a member of the evaluation committee, or plans to.</summary>
    public bool? HasEvaluatorContact { get; init; }

    /// <summary>Whether prices have been agreed with other bidders, or are going to be.</summary>
    public bool? ArePricesAgreed { get; init; }

    /// <summary>Whether the requirement is being written, with our help, so that only one bidder can meet it.</summary>
    public bool? IsWrittenForUs { get; init; }
}
