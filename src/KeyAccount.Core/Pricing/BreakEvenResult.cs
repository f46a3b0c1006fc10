using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The change of sales at which a price move leaves the profit unchanged: how far sales may fall, or must rise.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BreakEvenResult
{
    [JsonConstructor]
    internal BreakEvenResult(BreakEvenOutcome outcome, decimal newContributionMargin, decimal? salesChange)
    {
        Outcome = outcome;
        NewContributionMargin = newContributionMargin;
        SalesChange = salesChange;
        Reason = TextTable.Library[outcome switch
        {
            BreakEvenOutcome.Reached => "Pricing.BreakEven.Reached",
            BreakEvenOutcome.NoVolumeSuffices => "Pricing.BreakEven.NoVolumeSuffices",
            _ => "Pricing.BreakEven.AnyVolumeSuffices",
        }].With(newContributionMargin, 100 * salesChange);
    }

    /// <summary>Whether such a volume exists.</summary>
    public BreakEvenOutcome Outcome { get; }

    /// <summary>Price − variable cost after the move, in the unit of the input: money, or a fraction of the old price.</summary>
    public decimal NewContributionMargin { get; }

    /// <summary>The change of sales as a fraction of the old sales, at least −1: 0.125 is +12.5 %; null if there is no such
    /// volume.</summary>
    public decimal? SalesChange { get; }

    /// <summary>The result in a sentence.</summary>
    public Text Reason { get; }
}
