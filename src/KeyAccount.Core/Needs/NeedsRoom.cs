using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The models of this room.</summary>
internal static class NeedsRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        ValuePresentation.Standard,
        new ModelConstants(
            "needs.priority",
            [
                .. NeedPriority.Steps.Select(step => new ModelDefault(
                    Invariant($"urgency[\"up to {step.Days} days\"]"),
                    Invariant($"{step.Urgency}"),
                    Ours("a month, a quarter, half a year"))),
                new("urgency[\"later\"]", Invariant($"{NeedPriority.Later}"), Ours("it presses least, and it still counts")),
                new(nameof(NeedPriority.Unknown), Invariant($"{NeedPriority.Unknown}"), Ours("the middle")),
            ]),
        new ModelConstants(
            "needs.fabe",
            new ModelDefault(
                nameof(Fabe.HalfLifeDays),
                Invariant($"{Fabe.HalfLifeDays}"),
                Ours("a year: a reference goes on, a test wears off"))),
        new ModelConstants(
            "needs.value",
            new ModelDefault(
                nameof(EconomicValue), "reference price + positive - negative differences",
                Provenance.Literature(
                    "Forbis & Mehta 1981, Value-Based Strategies for Industrial Products, Business Horizons 24(3):32")),
            new ModelDefault(
                nameof(DeliveredValue), "four parts of value, four of cost",
                Provenance.Literature("Kotler, Marketing Management, 10th edition: customer delivered value")),
            new ModelDefault(
                nameof(EconomicValue.IsHaggled), Invariant($"below 1/{EconomicValue.KeptPart} of the value kept"),
                Ours("who keeps little of a gain asks for more of it"))),
    ];

    private static Provenance Ours(string reason) => Provenance.LibraryDefault(reason);
}
