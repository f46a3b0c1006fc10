using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Winback;

/// <summary>Which event a win-back case accepts, and what the event does to it.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 names the four steps, not when each may begin.</remarks>
public static class WinbackTransitions
{
    /// <summary>Event and state → find the cause, set the strategy, use a tool, set the end, judge, reopen, or refuse; complete, the
    /// first rule
    /// that matches answers.</summary>
    public static DecisionTable<WinbackTransitionFacts, WinbackTransition> Standard { get; } = DecisionTable
        .For<WinbackTransitionFacts, WinbackTransition>("winback.transitions")
        .Domain(f => f.Kind, [.. WinbackEventKind.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.IsClosed, true, false)
        .Domain(f => f.HasCause, true, false)
        .Domain(f => f.Strategy, [.. WinbackStrategy.InOrder, null])
        .Domain(f => f.HasTool, true, false)
        .Domain(f => f.HasEnd, true, false)
        .Domain(f => f.IsPriceForOtherCause, true, false)
        .Domain(f => f.IsEndPast, true, false)
        .Domain(f => f.IsEarly, true, false)
        .Domain(f => f.IsRegained, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} names the four steps; which event is accepted when is ours"))
        .Reasons(
            TextTable.Library, "Winback.WinbackTransitions.", f => [Day(f.On), Day(f.LastOn), Day(f.NewEnd), Day(f.EndsOn)])
        .Rule("earlier", f => !f.IsInOrder, WinbackTransition.Refuse)
        .Rule("reopen", f => f.Kind == WinbackEventKind.Reopened && f.IsClosed, WinbackTransition.Reopen)
        .Rule("reopen.open", f => f.Kind == WinbackEventKind.Reopened, WinbackTransition.Refuse)
        .Rule("closed", f => f.IsClosed, WinbackTransition.Refuse)
        .Rule("cause", f => f.Kind == WinbackEventKind.CauseFound, WinbackTransition.FindCause)
        .Rule("strategy.noCause", f => f.Kind == WinbackEventKind.StrategySet && !f.HasCause, WinbackTransition.Refuse)
        .Rule("strategy", f => f.Kind == WinbackEventKind.StrategySet, WinbackTransition.SetStrategy)
        .Rule("tool.noStrategy", f => f.Kind == WinbackEventKind.ToolUsed && f.Strategy == null, WinbackTransition.Refuse)
        .Rule("tool.letGo", f => f.Kind == WinbackEventKind.ToolUsed && f.Strategy == WinbackStrategy.LetGo, WinbackTransition.Refuse)
        .Rule("tool.price", f => f.Kind == WinbackEventKind.ToolUsed && f.IsPriceForOtherCause, WinbackTransition.Refuse)
        .Rule("tool", f => f.Kind == WinbackEventKind.ToolUsed, WinbackTransition.UseTool)
        .Rule("end.noStrategy", f => f.Kind == WinbackEventKind.EndSet && f.Strategy == null, WinbackTransition.Refuse)
        .Rule("end.past", f => f.Kind == WinbackEventKind.EndSet && f.IsEndPast, WinbackTransition.Refuse)
        .Rule("end", f => f.Kind == WinbackEventKind.EndSet, WinbackTransition.SetEnd)
        .Rule("judge.noStrategy", f => f.Kind == WinbackEventKind.Judged && f.Strategy == null, WinbackTransition.Refuse)
        .Rule("judge.noEnd", f => f.Kind == WinbackEventKind.Judged && !f.HasEnd, WinbackTransition.Refuse)
        .Rule(
            "judge.nothingDone",
            f => f.Kind == WinbackEventKind.Judged && !f.HasTool && f.Strategy != WinbackStrategy.LetGo
                && f.Strategy != WinbackStrategy.KeepWarm,
            WinbackTransition.Refuse)
        .Rule("judge.early", f => f.Kind == WinbackEventKind.Judged && f.IsEarly && !f.IsRegained, WinbackTransition.Refuse)
        .Rule("judge", f => f.Kind == WinbackEventKind.Judged, WinbackTransition.Judge)
        .Build(HitPolicy.First);

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
