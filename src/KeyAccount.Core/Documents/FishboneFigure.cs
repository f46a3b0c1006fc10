using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A fishbone diagram (鱼骨图): a spine with a head, bones on the spine, and people or things on each bone.</summary>
public sealed record FishboneFigure : Figure
{
    // By the place of the group, as a drawing has its shapes; behind them what belongs to no group.
    private const string Signs = "●◆■▲▼⬢";
    private const string NoGroup = "○";

    /// <summary>A fishbone diagram.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="head">What the spine leads to.</param>
    /// <param name="boneTitle">What the bones are.</param>
    /// <param name="itemTitle">What the items on the bones are.</param>
    /// <param name="bones">The bones, from the tail to the head.</param>
    /// <exception cref="ArgumentNullException">An argument or a bone is null.</exception>
    [JsonConstructor]
    public FishboneFigure(
        string name, string description, string head, string boneTitle, string itemTitle, IReadOnlyList<FishboneBone> bones)
        : base(name, description)
    {
        Head = Parts.NotNull(head);
        BoneTitle = Parts.NotNull(boneTitle);
        ItemTitle = Parts.NotNull(itemTitle);
        Bones = Parts.Of(bones);
    }

    /// <summary>What the spine leads to.</summary>
    public string Head { get; }

    /// <summary>What the bones are.</summary>
    public string BoneTitle { get; }

    /// <summary>What the items on the bones are.</summary>
    public string ItemTitle { get; }

    /// <summary>The bones, from the tail to the head.</summary>
    public IReadOnlyList<FishboneBone> Bones { get; }

    /// <summary>The groups in the order in which colours and shapes are assigned, the best first; null for the order of the
    /// items.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string>? Groups { get; init => field = value is null ? null : Parts.Of(value, nameof(Groups)); }

    /// <summary>What a dashed mark means; null if nothing is marked.</summary>
    public string? DashedTitle { get; init; }

    /// <summary>What an open mark means, which is that of an item without a group; null if it needs no explanation.</summary>
    public string? NoGroupTitle { get; init; }

    /// <summary>The groups that occur or are given, in the order of their shapes.</summary>
    private IReadOnlyList<string> GroupsInOrder =>
    [
        .. (Groups ?? []).Concat(Bones.SelectMany(bone => bone.Items).Select(item => item.Group).OfType<string>())
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The figure as text for a console: the head, then a line for each bone and for each item on it.</summary>
    /// <returns>Lines, each ended by a line feed. Line breaks are blanks, and characters that steer a terminal or turn the direction of
    /// writing are replaced.</returns>
    public string ToText() => string.Concat(
        ToLines().Select(line => $"{line[0].Text}{Plain(string.Concat(line.Skip(1).Select(run => run.Text)))}\n"));

    /// <summary>The figure as lines of text: one for each bone and for each item on it, the head last.</summary>
    /// <returns>The lines; the first run of each is what is drawn, the others are what is there.</returns>
    public IReadOnlyList<IReadOnlyList<Run>> ToLines()
    {
        var groups = GroupsInOrder;
        return
        [
            .. Bones.SelectMany(bone => (IReadOnlyList<Run>[])
            [
                [new("╲ "), Run.Name(bone.Label)],
                .. bone.Items.Select(item => (IReadOnlyList<Run>)
                    [new($"{(item.IsDashed ? " ┊ " : " ├ ")}{SignOf(item, groups)} "), .. RunsOf(item)]),
            ]),
            [new("═══▶ "), new(Head)],
        ];
    }

    // A row for each bone: its items with the sign of their group; last what they lead to.
    private protected override Table Tabulate()
    {
        var groups = GroupsInOrder;
        return new(
            [new(BoneTitle), new(ItemTitle)],
            [
                .. Bones.Select(bone => new TableRow([new TextCell(bone.Label, RunStyle.Name), new TextCell(Items(bone))])),
                new TableRow([new TextCell(Head), new TextCell("")], isTotal: true),
            ]);

        List<Run> Items(FishboneBone bone)
        {
            var runs = new List<Run>();
            foreach (var item in bone.Items)
            {
                runs.Add(new($"{(runs.Count > 0 ? "; " : "")}{SignOf(item, groups)} "));
                runs.AddRange(RunsOf(item));
            }

            return runs;
        }
    }

    private IReadOnlyList<Run> RunsOf(FishboneItem item) =>
        ((string?[])[item.Note, item.Group, item.IsDashed ? DashedTitle : null]).OfType<string>().ToArray() is { Length: > 0 } notes
            ? [Run.Name(item.Label), new($" ({string.Join(", ", notes)})")] : [Run.Name(item.Label)];

    private static string SignOf(FishboneItem item, IReadOnlyList<string> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i] == item.Group)
                return Signs[i % Signs.Length].ToString();
        }

        return NoGroup;
    }

    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.Format when rune.Value is not (0x200C or 0x200D) => "\uFFFD",
        _ => rune.ToString(),
    })).Trim();
}
