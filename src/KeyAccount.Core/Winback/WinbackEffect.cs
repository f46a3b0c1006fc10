using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>What a campaign to win customers back has brought.</summary>
/// <remarks>
/// <para>Whom we dropped ourselves (<see cref="DepartureKind.IntentionallyPushedAway"/>) is not a failure and does not count; the cost of
/// approaching it does.</para>
/// <para>Immutable, with value equality. LibraryDefault.</para>
/// </remarks>
public sealed record WinbackEffect
{
    private const int Year = 365;

    /// <summary>An effect from its parts; what JSON reads back.</summary>
    /// <param name="approached">How many customers were approached; at least 0.</param>
    /// <param name="regained">How many of them bought again; 0 … <paramref name="approached"/>.</param>
    /// <param name="leftOut">How many were left out because we had dropped them ourselves; at least 0.</param>
    /// <param name="revenueLost">What those approached bought in the year before they left; not negative.</param>
    /// <param name="revenueRegained">What the regained ones have bought since; not negative.</param>
    /// <param name="cost">What the campaign cost; not negative.</param>
    /// <param name="marginRate">The margin on revenue, as a fraction; 0 … 1.</param>
    /// <param name="stay">How long regained customers stay, in days.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stay"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    [JsonConstructor]
    public WinbackEffect(
        int approached, int regained, int leftOut, decimal revenueLost, decimal revenueRegained, decimal cost, decimal marginRate,
        Survival stay)
    {
        Guard.NotNegative(approached);
        Guard.Between(regained, 0, approached);
        Guard.NotNegative(leftOut);
        Guard.NotNegative(revenueLost);
        Guard.NotNegative(revenueRegained);
        Guard.NotNegative(cost);
        Guard.NotNegative(marginRate);
        Guard.AtMost(marginRate, 1);
        ArgumentNullException.ThrowIfNull(stay);
        (Approached, Regained, LeftOut, RevenueLost) = (approached, regained, leftOut, revenueLost);
        (RevenueRegained, Cost, MarginRate, Stay) = (revenueRegained, cost, marginRate, stay);
    }

    /// <summary>How many customers were approached, without those we had dropped.</summary>
    public int Approached { get; }

    /// <summary>How many of them bought again.</summary>
    public int Regained { get; }

    /// <summary>How many were left out because we had dropped them ourselves.</summary>
    public int LeftOut { get; }

    /// <summary>What those approached bought in the year before they left.</summary>
    public decimal RevenueLost { get; }

    /// <summary>What the regained ones have bought since.</summary>
    public decimal RevenueRegained { get; }

    /// <summary>What the campaign cost.</summary>
    public decimal Cost { get; }

    /// <summary>The margin on revenue, as a fraction.</summary>
    public decimal MarginRate { get; }

    /// <summary>How long regained customers stay, in days: Kaplan and Meier's curve, which counts those who are still there for as long as
    /// they have been.</summary>
    public Survival Stay { get; }

    /// <summary>Regained/approached, as a fraction; null if nobody was approached.</summary>
    public double? Rate => Approached == 0 ? null : (double)Regained / Approached;

    /// <summary>Where that rate lies in truth, by Wilson's interval at 95 %; null if nobody was approached.</summary>
    public ConfidenceInterval? RateInterval => new RateEstimate(0, 0, Regained, Approached).CountedInterval();

    /// <summary>Revenue regained / revenue lost, as a fraction; null if none was lost.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal? RevenueShare => RevenueLost == 0 ? null : DecimalOverflow.Named(
        () => RevenueRegained / RevenueLost, "WinbackEffect.RevenueShare", (nameof(RevenueRegained), RevenueRegained),
        (nameof(RevenueLost), RevenueLost));

    /// <summary>The share of regained customers that stays longer than twelve months, as a fraction; null if none was
    /// regained.</summary>
    public double? StayAfterYear => Regained == 0 ? null : Stay.At(Year);

    /// <summary>Cost / regained; null if none was regained.</summary>
    public decimal? CostPerRegained => Regained == 0 ? null : Cost / Regained;

    /// <summary>(Revenue regained · margin − cost) / cost, as a fraction; null if it cost nothing.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal? ReturnOnInvestment => Cost == 0 ? null : DecimalOverflow.Named(
        () => ((RevenueRegained * MarginRate) - Cost) / Cost, "WinbackEffect.ReturnOnInvestment",
        (nameof(RevenueRegained), RevenueRegained), (nameof(MarginRate), MarginRate), (nameof(Cost), Cost));

    /// <summary>The effect of a campaign.</summary>
    /// <param name="attempts">The customers that were approached.</param>
    /// <param name="asOf">The day; what is dated later has not happened.</param>
    /// <param name="marginRate">The margin on revenue, as a fraction; 0 … 1.</param>
    /// <returns>The effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attempts"/> or an attempt is null.</exception>
    /// <exception cref="ArgumentException">An attempt is not sound; the message names it by its index.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal; the message names the attempt.</exception>
    public static WinbackEffect Of(IEnumerable<WinbackAttempt> attempts, LocalDate asOf, decimal marginRate)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        Guard.Iso(asOf);
        var (approached, regained, leftOut, index) = (0, 0, 0, 0);
        var (lost, won, cost) = (0m, 0m, 0m);
        var stays = new List<SurvivalTime>();
        foreach (var attempt in attempts)
        {
            WinbackAttempt.Check(attempt, Invariant($"attempts[{index}]"));
            var counted = attempt.Kind != DepartureKind.IntentionallyPushedAway;
            var from = attempt.RegainedOn <= asOf ? attempt.RegainedOn : null;
            try
            {
                cost += attempt.Cost;
                lost += counted ? attempt.RevenueLost : 0;
                won += counted && from is not null ? attempt.RevenueRegained : 0;
            }
            catch (OverflowException e)
            {
                throw DecimalOverflow.Of(e, Invariant($"WinbackEffect.Of: the sum up to attempts[{index}]"),
                    (nameof(attempt.Cost), attempt.Cost), (nameof(attempt.RevenueLost), attempt.RevenueLost),
                    (nameof(attempt.RevenueRegained), attempt.RevenueRegained));
            }

            if (!counted)
            {
                leftOut++;
            }
            else
            {
                approached++;
                if (from is { } since)
                {
                    regained++;
                    var isOver = attempt.LostAgainOn <= asOf;
                    stays.Add(new(Period.DaysBetween(since, isOver ? attempt.LostAgainOn!.Value : asOf), !isOver));
                }
            }

            index++;
        }

        return new(approached, regained, leftOut, lost, won, cost, marginRate, Survival.Of(stays));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"WinbackEffect {{ Approached = {Approached}, Regained = {Regained}, ")
        + Invariant($"LeftOut = {LeftOut}, RevenueLost = {RevenueLost}, RevenueRegained = {RevenueRegained}, Cost = {Cost}, ")
        + Invariant($"MarginRate = {MarginRate} }}");
}
