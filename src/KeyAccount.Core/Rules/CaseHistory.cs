using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>Replays the history of a case, which is how a case is restored from JSON.</summary>
internal static class CaseHistory
{
    // The rule of every case that refuses a day before the last one.
    private const string Earlier = "earlier";

    /// <summary>The case after its events.</summary>
    /// <param name="opened">The case before the first event.</param>
    /// <param name="history">The events, in order.</param>
    /// <param name="apply">Applies an event to the case.</param>
    /// <param name="memberOf">The member of the event that a rule refuses; null if it is the event as a whole.</param>
    /// <exception cref="ArgumentException">An event is refused; the message names the first one, its member and the reason.</exception>
    public static TCase Replay<TCase, TEvent>(
        TCase opened, IReadOnlyList<TEvent> history, Func<TCase, TEvent, CaseResult<TCase>> apply,
        Func<string, string?>? memberOf = null)
        where TCase : class
    {
        for (var i = 0; i < history.Count; i++)
        {
            var result = apply(opened, history[i]);
            if (!result.IsAccepted)
                throw new ArgumentException(Invariant($"{PlaceOf(i, result.RuleId)} is refused: {result.Reason}"), nameof(history));
            opened = result.Case;

        }

        return opened;

        string PlaceOf(int at, string rule) => (rule == Earlier ? "on" : memberOf?.Invoke(rule)) is { } member
            ? Invariant($"history[{at}].{member}") : Invariant($"history[{at}]");
    }
}
