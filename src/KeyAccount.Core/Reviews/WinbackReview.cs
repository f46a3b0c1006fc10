using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>Why a customer is leaving, and how far to go to win it back.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
public sealed record WinbackReview
{
    /// <summary>Creates a review from its parts; JSON is read through this constructor.</summary>
    /// <param name="cause">The cause of the departure; null while it is not known.</param>
    /// <param name="kind">The kind of departure; null while the cause is not known.</param>
    /// <param name="strategy">How far to go.</param>
    /// <param name="tools">The tools to use; undecided if no tool belongs to the strategy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="strategy"/> is null.</exception>
    [JsonConstructor]
    public WinbackReview(
        DepartureCause? cause, Decision<DepartureKind>? kind, Decision<WinbackStrategy> strategy, Decision<WinbackTool>? tools)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        (Cause, Kind, Strategy, Tools) = (cause, kind, strategy, tools);
    }

    /// <summary>The cause of the departure; null while it is not known.</summary>
    public DepartureCause? Cause { get; }

    /// <summary>The kind of departure; null while the cause is not known.</summary>
    public Decision<DepartureKind>? Kind { get; }

    /// <summary>How far to go.</summary>
    public Decision<WinbackStrategy> Strategy { get; }

    /// <summary>The tools to use; null while the cause is not known.</summary>
    public Decision<WinbackTool>? Tools { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The cause and the strategy.</returns>
    public override string ToString() => $"WinbackReview {{ Cause = {Cause}, Strategy = {Strategy.Advice} }}";
}
