using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>What has happened to a case, played again: how a case comes back from JSON.</summary>
internal static class CaseHistory
{
    /// <summary>The case after its events.</summary>
    /// <param name="opened">The case before the first event.</param>
    /// <param name="history">The events, in order.</param>
    /// <param name="apply">What an event makes of the case.</param>
    /// <exception cref="ArgumentException">An event is refused; the message names the first one and the reason.</exception>
    public static TCase Replay<TCase, TEvent>(
        TCase opened, IReadOnlyList<TEvent> history, Func<TCase, TEvent, CaseResult<TCase>> apply)
        where TCase : class
    {
        for (var i = 0; i < history.Count; i++)
        {
            var result = apply(opened, history[i]);
            opened = result.IsAccepted
                ? result.Case
                : throw new ArgumentException(Invariant($"history[{i}] is {history[i]}; it is refused: {result.Reason}"), nameof(history));
        }

        return opened;
    }
}
