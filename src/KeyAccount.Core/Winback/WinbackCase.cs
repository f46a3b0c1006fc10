using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The work to win one customer back, through the four steps of 《大客户销售技巧（客户关系管理篇）》.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event with the next case, or with a refusal and its reason, by the rules of
/// <see cref="WinbackTransitions"/>. No strategy without a cause and its evidence, no tool without a strategy, no judgement without an end
/// date. A cause that is found again takes the strategy with it, because that was set for the old one.</para>
/// <para>Immutable; equal when id, tier, day and history are. The state follows from the history.</para>
/// </remarks>
public sealed record WinbackCase
{
    /// <summary>A case from its history, which is replayed; what JSON reads back.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="openedOn">The day on which the work began.</param>
    /// <param name="history">What has happened since, in order.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is refused; the message names the first one and the
    /// reason.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or an event is null.</exception>
    [JsonConstructor]
    public WinbackCase(string id, AccountTier? tier, LocalDate openedOn, IReadOnlyList<WinbackEvent> history)
    {
        Guard.Iso(openedOn);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(history);
        var replayed = CaseHistory.Replay(new WinbackCase(id, tier, openedOn), history, (before, happened) => before.Apply(happened));
        (Id, Tier, OpenedOn, History) = (id, tier, openedOn, replayed.History);
        (Cause, Strategy, EndsOn, Outcome) = (replayed.Cause, replayed.Strategy, replayed.EndsOn, replayed.Outcome);
        Tools = replayed.Tools;
    }

    private WinbackCase(string id, AccountTier? tier, LocalDate openedOn)
    {
        (Id, Tier, OpenedOn, History) = (id, tier, openedOn, ValueList.Of<WinbackEvent>([]));
        Tools = ValueList.Of<WinbackTool>([]);
    }

    // The state after an accepted event.
    private WinbackCase(WinbackCase before, WinbackEvent happened, WinbackTransition transition)
    {
        (Id, Tier, OpenedOn, History) = (before.Id, before.Tier, before.OpenedOn, ValueList.Of([.. before.History, happened]));
        var isAnew = transition is WinbackTransition.Reopen or WinbackTransition.FindCause;
        Cause = transition == WinbackTransition.Reopen ? null : happened.Cause ?? before.Cause;
        Strategy = isAnew ? null : happened.Strategy ?? before.Strategy;
        Tools = isAnew || transition == WinbackTransition.SetStrategy ? ValueList.Of<WinbackTool>([])
            : happened.Tool is { } tool ? ValueList.Of([.. before.Tools, tool])
            : before.Tools;
        EndsOn = isAnew ? null : happened.EndsOn ?? before.EndsOn;
        Outcome = isAnew ? null : happened.Outcome ?? before.Outcome;
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The tier of the account; null if it is not graded.</summary>
    public AccountTier? Tier { get; }

    /// <summary>The day on which the work began.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<WinbackEvent> History { get; }

    /// <summary>Why the customer leaves; null while that is not known.</summary>
    [JsonIgnore]
    public DepartureCause? Cause { get; }

    /// <summary>How far we go; null while that is not decided.</summary>
    [JsonIgnore]
    public WinbackStrategy? Strategy { get; }

    /// <summary>The tools used since the strategy was set, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<WinbackTool> Tools { get; }

    /// <summary>The day of the judgement; null while it is not set.</summary>
    [JsonIgnore]
    public LocalDate? EndsOn { get; }

    /// <summary>What came of it; null while it is not judged.</summary>
    [JsonIgnore]
    public WinbackOutcome? Outcome { get; }

    /// <summary>Whether the case is closed: the effect is judged.</summary>
    [JsonIgnore]
    public bool IsClosed => Outcome is not null;

    /// <summary>The current step; null when the case is closed.</summary>
    [JsonIgnore]
    public WinbackStep? Step => IsClosed ? null
        : Cause is null ? WinbackStep.FindCause
        : Strategy is null ? WinbackStep.SetStrategy
        : (Tools.Count == 0 && NeedsTool) || EndsOn is null ? WinbackStep.CarryOut
        : WinbackStep.JudgeEffect;

    private bool NeedsTool => Strategy != WinbackStrategy.LetGo && Strategy != WinbackStrategy.KeepWarm;

    /// <summary>A new case.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="openedOn">The day on which the work begins.</param>
    /// <returns>The case, with the first step to do.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static WinbackCase Open(string id, AccountTier? tier, LocalDate openedOn)
    {
        Guard.Iso(openedOn);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(id, tier, openedOn);
    }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The case after it, or this case and the reason why the event is refused, with the rule of
    /// <see cref="WinbackTransitions"/> that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<WinbackCase> Apply(WinbackEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var hit = WinbackTransitions.Standard.Decide(FactsOf(happened)).Hits[0];
        var isAccepted = hit.Advice != WinbackTransition.Refuse;
        return new(isAccepted ? new(this, happened, hit.Advice) : this, isAccepted, hit.RuleId, hit.Reason);
    }

    /// <summary>The next steps.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>What the current step needs: the cause; the strategy; a tool and the end date, each while it is missing; the
    /// judgement, due on
    /// the end date. Nothing once the case is closed.</returns>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf)
    {
        Guard.Iso(asOf);
        if (IsClosed)
            return [];
        if (Cause is null)
            return [new(WinbackEventKind.CauseFound.Name, TextTable.Library["Winback.WinbackCase.FindCause"])];
        if (Strategy is null)
            return [new(WinbackEventKind.StrategySet.Name, TextTable.Library["Winback.WinbackCase.SetStrategy"])];
        var steps = new List<CaseStep>();
        if (Tools.Count == 0 && NeedsTool)
            steps.Add(new(WinbackEventKind.ToolUsed.Name, TextTable.Library["Winback.WinbackCase.UseTool"]));
        if (EndsOn is not { } end)
            steps.Add(new(WinbackEventKind.EndSet.Name, TextTable.Library["Winback.WinbackCase.SetEnd"]));
        else if (steps.Count == 0)
            steps.Add(new(WinbackEventKind.Judged.Name, TextTable.Library["Winback.WinbackCase.Judge"], end, end < asOf));
        return ValueList.Of(steps);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the history its length.</returns>
    public override string ToString() =>
        Invariant($"WinbackCase {{ Id = {Id}, Tier = {Tier}, OpenedOn = {OpenedOn:R}, Step = {Step}, Cause = {Cause}, ")
        + Invariant($"Strategy = {Strategy}, Outcome = {Outcome}, History = {History.Count} }}");

    private WinbackTransitionFacts FactsOf(WinbackEvent happened)
    {
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        return new()
        {
            Kind = happened.Kind,
            IsInOrder = happened.On >= last,
            IsClosed = IsClosed,
            HasCause = Cause is not null,
            Strategy = Strategy,
            HasTool = Tools.Count > 0,
            HasEnd = EndsOn is not null,
            IsPriceForOtherCause = happened.Tool == WinbackTool.ConditionalPrice && Cause != DepartureCause.Price,
            IsEndPast = happened.EndsOn < happened.On,
            IsEarly = happened.On < EndsOn,
            IsRegained = happened.Outcome == WinbackOutcome.Regained,
            On = happened.On,
            LastOn = last,
            NewEnd = happened.EndsOn,
            EndsOn = EndsOn,
        };
    }
}
