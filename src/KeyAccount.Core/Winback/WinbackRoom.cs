using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The models of this room.</summary>
internal static class WinbackRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        EarlyWarning.Standard,
        CustomerStates.Standard,
        DepartureKinds.Standard,
        WinbackStrategies.Standard,
        WinbackTools.Standard,
        WinbackTransitions.Standard,
        RfmSegments.Standard,
        WarningThresholds.Default,
        new ModelConstants(
            "winback.rhythm",
            new ModelDefault(
                nameof(BuyingRhythm.MinimumOrders), Invariant($"{BuyingRhythm.MinimumOrders}"),
                Provenance.LibraryDefault("two intervals are the fewest that have a spread")),
            new ModelDefault(
                nameof(BuyingRhythm.SeasonMonths), Invariant($"{BuyingRhythm.SeasonMonths}"),
                Provenance.LibraryDefault("one year beside the other")),
            new ModelDefault(
                nameof(RfmCuts.Scores), Invariant($"{RfmCuts.Scores}"), Provenance.LibraryDefault("the usual five"))),
    ];
}
