using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The models of the room, each listed once.</summary>
internal static class StakeholdersRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        StakeholderTables.Inside,
        StakeholderTables.Reach,
        new ModelConstants(
            "stakeholders.norms",
            new ModelDefault(
                "deciders",
                Invariant($"{StakeholderMap.UsualDeciders} to {StakeholderMap.UsualDecidersTo} on average"),
                SourceTitle.Norm(SourceTitle.Training, "平均6-8个决策人参与购买过程"))),
        new ModelConstants(
            "stakeholders.roles",
            [
                .. StakeholderRole.InOrder.Select(role => new ModelDefault(
                    $"strategy[\"{role}\"]",
                    $"{role.HowToRecognise.En} {role.HowToMove.En}",
                    Provenance.LibraryDefault($"{SourceTitle.Development} asks how to recognise and to move each role and names no way"))),
            ]),
        new ModelConstants(
            "stakeholderMap",
            [
                new(
                    nameof(StakeholderMap.UsualDeciders),
                    Invariant($"{StakeholderMap.UsualDeciders}"),
                    Provenance.LibraryDefault(
                        $"{SourceTitle.Training} gives an average of 6 to 8 deciders; to ask for more people below 6 is ours")),
                new(nameof(Tie.DefaultStrength), Invariant($"{Tie.DefaultStrength}"),
                    Provenance.LibraryDefault("a tie that nobody has judged carries as often as not")),
                .. TieKind.InOrder.Select(kind => new ModelDefault(
                    $"carries[\"{kind}\"]",
                    Carries(kind),
                    Provenance.LibraryDefault($"{SourceTitle.Strategy} names the politics; who carries us to whom is ours"))),
                new("path", "product of the strengths", Provenance.LibraryDefault("each step must hold, and a longer way is less sure")),
                new("path.over", "supporters and neutral people", Provenance.LibraryDefault("who is not known may be an opponent")),
                new("depth", "one supporter at the layer", Provenance.LibraryDefault(
                    $"{SourceTitle.Strategy} gives the picture and no measure")),
                new("nextToWin", "by the gain of the nearest move",
                    Provenance.LibraryDefault("a longer move gains more with everybody and is less sure")),
            ]),
    ];

    private static string Carries(TieKind kind) => !kind.CarriesForward ? "not at all" : kind.CarriesBack ? "both ways" : "one way";
}
