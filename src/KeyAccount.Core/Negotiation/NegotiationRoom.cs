namespace KeyAccount.Core.Negotiation;

/// <summary>The models of a negotiation, listed once.</summary>
internal static class NegotiationRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        NegotiationTables.Preparation,
        NegotiationTables.Moves,
        NegotiationTables.Advice,
        NegotiationTables.TimeRemaining,
    ];
}
