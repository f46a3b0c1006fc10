using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The models of this room.</summary>
internal static class ServicesRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        ServiceCatalogue.Standard,
        ServiceCatalogue.Maturity,
        ServiceCatalogue.Promises,
        new ModelConstants(
            "services.catalogue",
            [
                .. ServiceType.InOrder.Select(type => new ModelDefault(
                    Invariant($"types[\"{type.Name}\"]"),
                    Invariant($"{type.Depth}, {type.Lever}, {type.Component}"),
                    type == ServiceType.Vmi || type == ServiceType.Evi || type == ServiceType.PerformanceContract
                        ? Provenance.Source(SourceTitle.Selling)
                        : Ours($"{SourceTitle.Selling} says that there are twelve and names three"))),
                new(nameof(ServiceCatalogue.FireFightingAbove), Invariant($"{ServiceCatalogue.FireFightingAbove}"),
                    Ours("above three fifths repair leaves no time for more")),
                new(nameof(ServiceCatalogue.PreventiveUpTo), Invariant($"{ServiceCatalogue.PreventiveUpTo}"),
                    Ours("repair is then the exception")),
                new(nameof(ServiceCatalogue.ValueCreatingFrom), Invariant($"{ServiceCatalogue.ValueCreatingFrom}"),
                    Ours("about a third: as much as each of the other two depths")),
                new(nameof(ServiceReview.Quarters), Invariant($"{ServiceReview.Quarters}"),
                    Ours("two years: each quarter beside its own of the year before")),
            ]),
        new ModelConstants(
            "services.calculators",
            new ModelDefault(
                nameof(VendorManagedInventory), "μ(L + R) + zσ√(L + R)",
                Provenance.Literature(
                    "Strijbosch & Moors, Simple Expressions for Safety Factors in Inventory Control: the (R, S) policy")),
            new ModelDefault(
                nameof(ConsignmentStock.DefaultServiceLevel), Invariant($"{ConsignmentStock.DefaultServiceLevel}"),
                Ours("the usual level: one review in twenty runs short")),
            new ModelDefault(
                nameof(EquipmentAvailability), "MTBF / (MTBF + MTTR)",
                Provenance.Literature("IEC 61703: steady-state availability of an item that is repaired")),
            new ModelDefault(
                nameof(PerformanceContract.Step), Invariant($"{PerformanceContract.Step}"),
                Ours($"{SourceTitle.Selling} names the contract and gives no formula; a tenth of a point is what contracts speak of"))),
    ];

    private static Provenance Ours(string reason) => Provenance.LibraryDefault(reason);
}
