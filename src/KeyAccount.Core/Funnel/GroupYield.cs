using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Funnel;

/// <summary>The results of one channel or one person.</summary>
/// <param name="Name">The channel's code or the person; empty if it is not known.</param>
/// <param name="Deals">The number of deals, open and closed.</param>
/// <param name="OpenAmount">The total amount of its open deals if they are won.</param>
/// <param name="WonAmount">The total amount of its won deals.</param>
/// <param name="WinRate">The win rate of its closed deals; the prior belief is the rate of all deals.</param>
/// <param name="Rates">The conversion rates from stage to stage; the prior beliefs are the rates of all deals.</param>
/// <remarks>Immutable, with value equality. A small count is not a rank: compare the intervals of the rates.</remarks>
public sealed record GroupYield(
    string Name, long Deals, decimal OpenAmount, decimal WonAmount, RateEstimate WinRate, FunnelRates Rates);
