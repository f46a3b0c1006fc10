using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The models of this room.</summary>
internal static class ActivitiesRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        ActivityTables.Types,
        ActivityTables.Sizes,
        ActivityTables.Inviters,
        ActivityTables.Guests,
        ActivityTables.GiftRules,
        ActivityTables.OkeAims,
        new ModelConstants(
            "activities.plan",
            [
                .. ActivityTask.InOrder.Select(task => new ModelDefault(
                    Invariant($"days[\"{task.Name}\"]"), Invariant($"{task.Days}"),
                    Ours($"{SourceTitle.Development} names what to see to and no days"))),
            ]),
        new ModelConstants(
            "activities",
            new(nameof(ActivityTables.GiftLimit), Invariant($"{ActivityTables.GiftLimit}"),
                Ours("a token, not a present; the law and the customer's own rules come first")),
            new(nameof(ActivityTables.WindowDays), Invariant($"{ActivityTables.WindowDays}"),
                Ours("a quarter: what moves later has other causes too")),
            new("attribution", "the last activity before the move", Ours("whatever is chosen, no move may count twice")),
            new("uplift", "Newcombe's hybrid interval", Provenance.Literature("Newcombe 1998, Statistics in Medicine 17:873–890"))),
    ];

    private static Provenance Ours(string reason) => Provenance.LibraryDefault(reason);
}
