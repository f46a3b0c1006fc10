using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A concern of a role in managing performance.</summary>
/// <remarks>A LibraryDefault: 《B2B 大客户开发与管理》 asks for the focus of four roles but does not give it.</remarks>
[JsonConverter(typeof(TermJsonConverter<PerformanceConcern>))]
public sealed class PerformanceConcern : Term<PerformanceConcern>
{
    /// <summary>Whether the targets serve the strategy; value 1.</summary>
    public static readonly PerformanceConcern StrategyAndMarkets = new(1);
    /// <summary>Whether pay brings about what the company wants, and at what cost; value 2.</summary>
    public static readonly PerformanceConcern StructureOfPay = new(2);
    /// <summary>Whether promised deals come in; value 3.</summary>
    public static readonly PerformanceConcern ForecastAccuracy = new(3);
    /// <summary>Coverage, stages and age of the deals; value 4.</summary>
    public static readonly PerformanceConcern FunnelHealth = new(4);
    /// <summary>The deals that decide the quarter; value 5.</summary>
    public static readonly PerformanceConcern KeyDeals = new(5);
    /// <summary>Whether managers coach, and whom they have developed; value 6.</summary>
    public static readonly PerformanceConcern DevelopingManagers = new(6);
    /// <summary>What was planned, what was done, what moved; value 7.</summary>
    public static readonly PerformanceConcern WeeklyLogs = new(7);
    /// <summary>Joint visits and talks with each representative; value 8.</summary>
    public static readonly PerformanceConcern CoachingPeople = new(8);
    /// <summary>Which deals moved this week and which are stuck; value 9.</summary>
    public static readonly PerformanceConcern StageMoves = new(9);
    /// <summary>Whether quotas follow potential and pay follows results; value 10.</summary>
    public static readonly PerformanceConcern FairTargets = new(10);
    /// <summary>Whether targets are set, results assessed and talks held on time in every period; value 11.</summary>
    public static readonly PerformanceConcern PerformanceCalendar = new(11);
    /// <summary>Whether targets, talks and decisions are on record; value 12.</summary>
    public static readonly PerformanceConcern PersonalRecords = new(12);
    /// <summary>The person's own deals, visits and next steps; value 13.</summary>
    public static readonly PerformanceConcern OwnFunnel = new(13);

    private PerformanceConcern(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
