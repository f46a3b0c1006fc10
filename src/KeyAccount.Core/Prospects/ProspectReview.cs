using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>How much work a prospect is worth, whether it can pay, how to come in, and where the work stands.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ProspectReview
{
    /// <summary>How much work it is worth, with reasons; unrated where too little is known.</summary>
    public required Assessment<ProspectPriority> Priority { get; init; }

    /// <summary>Whether it can pay.</summary>
    public required AbilityToPay AbilityToPay { get; init; }

    /// <summary>How to come in beside its present supplier; null where nothing is known of one.</summary>
    public Decision<IncumbentEntry>? Entry { get; init; }

    /// <summary>Who supplies it today; null where nobody does, or nobody knows.</summary>
    public string? Incumbent { get; init; }

    /// <summary>What it is expected to buy in a year; null where nobody knows.</summary>
    public decimal? ExpectedPurchases { get; init; }

    /// <summary>The work on it; null while it has not begun.</summary>
    public ProspectCase? Case { get; init; }

    /// <summary>What to do next in that work, with its day; empty where there is nothing to do, and while it waits.</summary>
    public IReadOnlyList<CaseStep> NextSteps { get; init => field = ValueList.Of(value ?? []); } = ValueList<CaseStep>.Empty;

    /// <summary>How many days it has been in its step; null while the work is not open.</summary>
    [FactRange(FactUnit.Days)]
    public int? DaysInStep { get; init; }

    /// <summary>Whether it has been there for longer than that usually takes; a prospect that waits has no time to keep.</summary>
    public bool IsStuck { get; init; }

    /// <summary>Whether the open work waits for an opening: what the customer thinks of its present supplier and how far it is bound to it
    /// are known, and <see cref="Entry"/> says to wait. Contact is kept, and nothing is pressed.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Reviews a prospect.</summary>
    /// <param name="record">What is known of it.</param>
    /// <param name="id">The stable identifier of the company.</param>
    /// <param name="access">How well we get in; null where nobody knows.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="priority">How much work it is worth; <see cref="Prospecting.Priority"/> where none is given.</param>
    /// <param name="entry">How to come in; <see cref="Prospecting.Entry"/> where none is given.</param>
    /// <param name="norms">How long each step usually takes; <see cref="ProspectNorms.Standard"/> where none are given.</param>
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

    /// <summary>Whether the work on it is open.</summary>
    [JsonIgnore]
    public bool IsOpen => Case is { IsOpen: true };

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Priority, step and next action.</returns>
    public override string ToString() => Invariant(
        $"ProspectReview {{ Priority = {Priority.Band}, Step = {Case?.Step}, NextAction = {Case?.NextAction}, IsStuck = {IsStuck}, ")
        + Invariant($"IsWaiting = {IsWaiting} }}");
}
