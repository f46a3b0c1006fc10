namespace KeyAccount.Core.Lifecycle;

/// <summary>The models of the room, each listed once.</summary>
internal static class LifecycleRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        Development.Stages,
        Development.Guides,
        RelationshipLifecycle.Periods,
        RelationshipLifecycle.Guides,
        LoyaltyChain.Next,
    ];
}
