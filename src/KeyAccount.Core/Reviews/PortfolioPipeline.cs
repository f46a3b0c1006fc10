using KeyAccount.Core.Funnel;
using KeyAccount.Core.Statistics;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The open deals of a portfolio, over the accounts whose deals are known.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in the currency of the portfolio.</remarks>
public sealed record PortfolioPipeline
{
    /// <summary>The number of accounts whose deals are known.</summary>
    public required int Accounts { get; init; }

    /// <summary>The number of open deals.</summary>
    public required long OpenDeals { get; init; }

    /// <summary>The total amount of the open deals if all are won.</summary>
    public required decimal OpenAmount { get; init; }

    /// <summary>The expected amount, by the odds of their stages.</summary>
    public required decimal Expected { get; init; }

    /// <summary>The expected amounts by the quarter in which the deals are expected to close.</summary>
    public required QuarterBalance Quarters { get; init; }

    /// <summary>Whether the open deals of the period are enough for its target; null if the portfolio has none
    /// (<see cref="Portfolio.SalesTarget"/>).</summary>
    public PipelineCoverage? Coverage { get; init; }

    /// <summary>The warnings about all deals together: <c>coverageLow</c>, <c>fourthQuarterHeavy</c> or <c>quarterHeavy</c>; empty if there
    /// are none.</summary>
    public required IReadOnlyList<FunnelWarning> Warnings
    {
        get;
        init => field = ValueList.Of(value, nameof(Warnings));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant(
        $"PortfolioPipeline {{ Accounts = {Accounts}, OpenDeals = {OpenDeals}, OpenAmount = {OpenAmount}, Expected = {Expected} }}");

    /// <summary>Adds up the deals of accounts.</summary>
    internal sealed class Sum
    {
        private readonly decimal[] _quarters = new decimal[4];
        private int _accounts;
        private long _deals;
        private long _won;
        private long _lost;
        private decimal _amount;
        private decimal _expected;
        private decimal _openInPeriod;
        private decimal _wonInPeriod;
        private LocalDate _from;

        public void Add(PipelineReview pipeline)
        {
            _accounts++;
            _deals += pipeline.OpenDeals;
            _amount += pipeline.OpenAmount;
            _expected += pipeline.Expected;
            _won += pipeline.Won;
            _lost += pipeline.Lost;
            _openInPeriod += pipeline.OpenInPeriod;
            _wonInPeriod += pipeline.WonInPeriod;
            _from = LocalDate.Max(_from, pipeline.From);
            for (var i = 0; i < _quarters.Length; i++)
                _quarters[i] += pipeline.Quarters.Amounts[i];
        }

        public PortfolioPipeline? ToPipeline(decimal? target)
        {
            if (_accounts == 0)
                return null;
            var winRate = new RateEstimate(
                FunnelRates.Standard.WinOdds(FunnelStage.P2), FunnelRates.DefaultStrength, _won, _won + _lost).Mean!.Value;
            var coverage = target is { } wanted ? new PipelineCoverage(wanted, _wonInPeriod, _openInPeriod, winRate) : null;
            var quarters = new QuarterBalance(_quarters);
            return new()
            {
                Accounts = _accounts,
                OpenDeals = _deals,
                OpenAmount = _amount,
                Expected = _expected,
                Quarters = quarters,
                Coverage = coverage,
                Warnings = [.. FunnelWarning.Of(coverage, quarters, _from.Year)],
            };
        }
    }
}
