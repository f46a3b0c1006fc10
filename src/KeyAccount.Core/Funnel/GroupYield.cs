using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Funnel;

/// <summary>What one channel or one person brings.</summary>
/// <param name="Name">The channel's code or the person; empty if it is not known.</param>
/// <param name="Deals">How many deals came from it, open and closed.</param>
/// <param name="OpenAmount">What its open deals bring together when they are won.</param>
/// <param name="WonAmount">What its won deals brought.</param>
/// <param name="WinRate">Which share of its closed deals was won; the belief is the rate of all deals.</param>
/// <param name="Rates">The rates from stage to stage; the beliefs are the rates of all deals.</param>
/// <remarks>Immutable, with value equality. A small count is not a rank: compare the intervals of the rates.</remarks>
public sealed record GroupYield(
    string Name, long Deals, decimal OpenAmount, decimal WonAmount, RateEstimate WinRate, FunnelRates Rates);
