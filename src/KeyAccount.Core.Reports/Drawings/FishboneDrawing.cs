using KeyAccount.Core.Documents;
using static KeyAccount.Core.Reports.Drawings.Canvas;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>A fish-bone: a spine with its head at the end, bones above and below it in turn, and on each bone its items with colour and
/// shape of their group. A dashed ring marks what is marked.</summary>
internal static class FishboneDrawing
{
    private const double LeastPair = 230;
    private const double Step = 26;
    private const double Slant = 0.4;
    private const double Label = 22;
    private const double Radius = 7;
    private const double LargestHead = 150;

    public static Canvas Of(FishboneFigure figure)
    {
        var groups = GroupShape.Order(figure.Groups, figure.Bones.SelectMany(bone => bone.Items).Select(item => item.Group));
        var head = Math.Min(LargestHead, WidthOf(figure.Head) + 24);
        var pairs = (figure.Bones.Count + 1) / 2;
        var rise = HeightOf(figure.Bones.Where((_, i) => i % 2 == 0));
        var fall = HeightOf(figure.Bones.Where((_, i) => i % 2 == 1));
        var lean = Math.Max(rise, fall) * Slant;

        // A bone that leans starts before the place where it meets the spine.
        var pair = Math.Max(LeastPair, (TextColumn - head - lean - 16) / pairs);
        var canvas = new Canvas(Math.Max(TextColumn, lean + (pair * pairs) + head + 16));
        var spine = Label + rise + 4;
        canvas.Height = spine + Math.Max(fall + Label, 24) + 6;
        var end = canvas.Width - head - 2;
        canvas.Path($"M0 {N(spine - 7)}L0 {N(spine + 7)}L12 {N(spine)}z", "g5");
        canvas.Line(12, spine, end, spine, "spine");
        for (var i = 0; i < figure.Bones.Count; i++)
        {
            var meets = lean + (pair * (i / 2)) + 20;
            Bone(canvas, figure.Bones[i], meets, spine, i % 2 == 0 ? -rise : fall, pair, groups);
        }

        canvas.Box(end, spine - 18, head, 36, "field");
        canvas.Text(end + (head / 2), spine + 4, Fit(figure.Head, head - 12), "k", Anchor.Middle);
        DrawLegend(canvas, figure, groups);
        return canvas;
    }

    // As high as the fullest bone of a side, and at least as high as two items; an empty side has none.
    private static double HeightOf(IEnumerable<FishboneBone> bones) =>
        bones.Select(bone => (Step * (Math.Max(2, bone.Items.Count) + 0.5)) + 8).DefaultIfEmpty(0).Max();

    private static void Bone(
        Canvas canvas, FishboneBone bone, double meets, double spine, double height, double room, List<string> groups)
    {
        var isAll = bone.Items.Count > 0 && bone.Items.All(item => item.IsDashed);
        var up = Math.Sign(height);
        var outer = meets - (Math.Abs(height) * Slant);
        canvas.Line(outer, spine + height, meets, spine, isAll ? "tie l5" : "axis");
        canvas.Text(Math.Max(0, outer - 8), spine + height + (up < 0 ? -7 : 16), Fit(bone.Label, room - 16), "k");
        for (var i = 0; i < bone.Items.Count; i++)
        {
            var item = bone.Items[i];
            var y = spine + height - (up * Step * (i + 0.75));
            var x = meets - (Math.Abs(y - spine) * Slant);
            if (item.IsDashed)
                canvas.Circle(x, y, Radius + 4, "ring");

            // Of no group it is not dashed here, where a dashed ring says something else.
            if (item.Group is null)
                canvas.Circle(x, y, Radius, "open");
            else
                GroupShape.Draw(canvas, x, y, Radius, groups.IndexOf(item.Group));
            var note = item.Note is null ? "" : $" · {item.Note}";
            canvas.Text(x + Radius + 8, y + 4, Fit(item.Label + note, room - Radius - 24, 12), "halo");
        }
    }

    private static void DrawLegend(Canvas canvas, FishboneFigure figure, List<string> groups)
    {
        var items = figure.Bones.SelectMany(bone => bone.Items).ToArray();
        var legend = new Legend(canvas);
        foreach (var group in groups.Where(group => Array.Exists(items, item => item.Group == group)))
            legend.Add(group, 16, (x, y) => GroupShape.Draw(canvas, x, y, Radius, groups.IndexOf(group)));
        if (figure.NoGroupTitle is { } none && Array.Exists(items, item => item.Group is null))
            legend.Add(none, 16, (x, y) => canvas.Circle(x, y, Radius, "open"));
        if (figure.DashedTitle is { } dashed && Array.Exists(items, item => item.IsDashed))
            legend.Add(dashed, 20, (x, y) => canvas.Circle(x + 2, y, Radius + 2, "ring"));
        legend.Close();
    }
}
