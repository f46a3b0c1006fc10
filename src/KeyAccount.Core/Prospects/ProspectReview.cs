using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The review of a prospect: its priority, its ability to pay, the way in, and the state of the work.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ProspectReview
{
    /// <summary>The priority, with reasons; unrated if too little is known.</summary>
    public required Assessment<ProspectPriority> Priority { get; init; }

    /// <summary>The ability to pay.</summary>
    public required AbilityToPay AbilityToPay { get; init; }

    /// <summary>The way in beside the present supplier; null if no supplier is known.</summary>
    public Decision<IncumbentEntry>? Entry { get; init; }

    /// <summary>The present supplier; null if there is none, or none is known.</summary>
    public string? Incumbent { get; init; }

    /// <summary>The expected yearly purchases; null if not known.</summary>
    public decimal? ExpectedPurchases { get; init; }

    /// <summary>The work on the prospect; null before it has begun.</summary>
    public ProspectCase? Case { get; init; }

    /// <summary>The next steps of that work, with their dates; empty if there is nothing to do, and while the prospect waits.</summary>
    public IReadOnlyList<CaseStep> NextSteps { get; init => field = ValueList.Of(value ?? []); } = ValueList<CaseStep>.Empty;

    /// <summary>The number of days in the current step; null while the work is not open.</summary>
    [FactRange(FactUnit.Days)]
    public int? DaysInStep { get; init; }

    /// <summary>Whether the prospect has been in its step for longer than usual; a waiting prospect has no time limit.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Whether the open work waits for an opening: what the customer thinks of its present supplier and how far it is bound to it
    /// are known, and <see cref="Entry"/> says to wait. Contact is kept, and nothing is pressed.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Reviews a prospect.</summary>
    /// <param name="record">The known facts of the prospect.</param>
    /// <param name="id">The stable identifier of the company.</param>
    /// <param name="access">Our access; null if not known.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="priority">The scorecard of the priority; <see cref="Prospecting.Priority"/> if none is given.</param>
    /// <param name="entry">The table of the way in; <see cref="Prospecting.Entry"/> if none is given.</param>
    /// <param name="norms">The usual duration of each step; <see cref="ProspectNorms.Standard"/> if none are given.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> or <paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">The history contains a refused event, or there is one without
    /// <see cref="ProspectRecord.OpenedOn"/>.</exception>
    public static ProspectReview Of(
        ProspectRecord record, string id, FactorLevel? access, LocalDate asOf, Scorecard<ProspectFacts, ProspectPriority>? priority = null,
        DecisionTable<IncumbentFacts, IncumbentEntry>? entry = null, ProspectNorms? norms = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(id);
        Guard.Iso(asOf);
        if (record is { OpenedOn: null, History.Count: > 0 })
            throw new ArgumentException("record has a history and no day on which the work began; give OpenedOn.", nameof(record));
        var pay = AbilityToPay.Of(record.Balance, record.DaysLate, record.AbilityToPay);
        var work = record.OpenedOn is { } opened ? new ProspectCase(id, opened, record.History) : null;
        var way = !record.HasIncumbent ? null : (entry ?? Prospecting.Entry).Decide(new()
        {
            Satisfaction = record.IncumbentSatisfaction, Barrier = record.IncumbentBarrier, Event = record.IncumbentEvent,
        });
        var isWaiting = work is { IsOpen: true } && way?.Advice == IncumbentEntry.Wait
            && record is { IncumbentSatisfaction: not null, IncumbentBarrier: not null };
        return new()
        {
            Priority = (priority ?? Prospecting.Priority).Assess(new()
            {
                NeedUrgency = record.NeedUrgency,
                PositioningFit = record.PositioningFit,
                AbilityToPay = pay.Level,
                ExpectedPurchases = record.ExpectedPurchases,
                Access = access,
                IncumbentWeakness = ProspectFacts.WeaknessOf(record.IncumbentSatisfaction, record.IncumbentBarrier),
            }),
            AbilityToPay = pay,
            Entry = way,
            Incumbent = record.Incumbent,
            ExpectedPurchases = record.ExpectedPurchases,
            Case = work,
            NextSteps = isWaiting ? [] : work?.NextSteps(asOf, norms) ?? [],
            DaysInStep = work is { IsOpen: true } ? Period.DaysBetween(work.StepSince, asOf) : null,
            IsStuck = !isWaiting && (work?.IsStuckOn(asOf, norms) ?? false),
            IsWaiting = isWaiting,
        };
    }

    /// <summary>Whether work on the prospect is open.</summary>
    [JsonIgnore]
    public bool IsOpen => Case is { IsOpen: true };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Priority, step and next action.</returns>
    public override string ToString() => Invariant(
        $"ProspectReview {{ Priority = {Priority.Band}, Step = {Case?.Step}, NextAction = {Case?.NextAction}, IsStuck = {IsStuck}, ")
        + Invariant($"IsWaiting = {IsWaiting} }}");
}
