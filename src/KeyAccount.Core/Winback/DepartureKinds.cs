using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The kind of a departure, by its cause.</summary>
/// <remarks>LibraryDefault.</remarks>
public static class DepartureKinds
{
    /// <summary>Cause → kind; complete over known causes. Whom we dropped ourselves was pushed away on purpose, whatever the
    /// cause.</summary>
    public static DecisionTable<DepartureFacts, DepartureKind> Standard { get; } = DecisionTable
        .For<DepartureFacts, DepartureKind>("winback.kind")
        .Domain(f => f.Cause, [.. DepartureCause.InOrder])
        .Domain(f => f.IsDroppedByUs, true, false)
        .From(Provenance.LibraryDefault(
            "the kinds are usually credited to Stauss and Friege, whose article we have not seen; which cause belongs to which is ours"))
        .Reasons(TextTable.Library, "Winback.DepartureKinds.")
        .Rule("dropped", f => f.IsDroppedByUs, DepartureKind.IntentionallyPushedAway)
        .Rule("price", f => f.Cause == DepartureCause.Price, DepartureKind.BoughtAway)
        .Rule(
            "ourFault",
            f => f.Cause == DepartureCause.Quality || f.Cause == DepartureCause.DeliveryOrService
                || f.Cause == DepartureCause.ComplaintHandling,
            DepartureKind.UnintentionallyPushedAway)
        .Rule(
            "pulled", f => f.Cause == DepartureCause.KeyPersonChange || f.Cause == DepartureCause.CompetitorPull,
            DepartureKind.PulledAway)
        .Rule("ownChange", f => f.Cause == DepartureCause.OwnChange, DepartureKind.MovedAway)
        .Build(HitPolicy.First);
}
