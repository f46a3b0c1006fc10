using static KeyAccount.Core.Reports.Drawings.Canvas;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Tells groups by colour and shape: the same place in the order is the same in every drawing.</summary>
internal static class GroupShape
{
    private const int Kinds = 6;

    // The second of three stands between the others: grey.
    private static readonly int[] Colours = [0, 5, 1, 2, 3, 4];

    /// <summary>The places of groups: a group keeps its colour where one before it has no member.</summary>
    /// <param name="given">The groups in the order that is wished; null for any.</param>
    /// <param name="found">The groups of the members, null for a member of none.</param>
    public static List<string> Order(IReadOnlyList<string>? given, IEnumerable<string?> found) =>
        [.. (given ?? []).Concat(found.OfType<string>()).Distinct(StringComparer.Ordinal)];

    /// <summary>Draws a member of a group.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="r">Half of its size.</param>
    /// <param name="group">The place of the group; below 0 for none.</param>
    public static void Draw(Canvas canvas, double x, double y, double r, int group)
    {
        var kind = group < 0 ? "unknown" : $"g{Colours[group % Kinds]}";
        switch (group < 0 ? 0 : group % Kinds)
        {
            case 1:
                canvas.Path($"M{N(x)} {N(y - r)}l{N(r)} {N(r)}l{N(-r)} {N(r)}l{N(-r)} {N(-r)}z", kind);
                break;
            case 2:
                canvas.Path(BoxPath(x - (r * 0.85), y - (r * 0.85), r * 1.7, r * 1.7), kind);
                break;
            case 3:
                canvas.Path($"M{N(x)} {N(y - r)}L{N(x + r)} {N(y + (r * 0.8))}L{N(x - r)} {N(y + (r * 0.8))}z", kind);
                break;
            case 4:
                canvas.Path($"M{N(x)} {N(y + r)}L{N(x + r)} {N(y - (r * 0.8))}L{N(x - r)} {N(y - (r * 0.8))}z", kind);
                break;
            case 5:
                var (low, high) = (N(y + (r * 0.87)), N(y - (r * 0.87)));
                var (first, last) = (N(x - (r / 2)), N(x + (r / 2)));
                canvas.Path($"M{N(x - r)} {N(y)}L{first} {high}H{last}L{N(x + r)} {N(y)}L{last} {low}H{first}z", kind);
                break;
            default:
                canvas.Circle(x, y, r, kind);
                break;
        }
    }
}
