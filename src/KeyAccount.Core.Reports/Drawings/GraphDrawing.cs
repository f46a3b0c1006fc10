using KeyAccount.Core.Documents;
using static KeyAccount.Core.Reports.Drawings.Canvas;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>A map on a grid of rows and columns: colour and shape tell the group of a node, the kind of a line what it is.</summary>
internal static class GraphDrawing
{
    private const double CellWidth = 150;
    private const double NodeHeight = 58;
    private const double Largest = 14;
    private const double Smallest = 7;
    private const int Kinds = 6;

    public static Canvas Of(GraphFigure figure)
    {
        var rows = NamesOf(figure.Nodes.Select(node => node.Row), figure.Rows);
        var columns = NamesOf(figure.Nodes.Select(node => node.Column), figure.Columns);
        var label = Math.Min(140, rows.Max(row => WidthOf(row ?? "–"))) + 12;
        var cell = Math.Max(CellWidth, (TextColumn - label) / columns.Count);
        var canvas = new Canvas(Math.Max(TextColumn, label + (cell * columns.Count)));
        for (var i = 0; i < columns.Count; i++)
            canvas.Text(label + (cell * (i + 0.5)), 13, Fit(columns[i] ?? "–", cell - 8), "k", Anchor.Middle);

        var places = new Dictionary<string, (double X, double Y)>(StringComparer.Ordinal);
        var y = 22.0;
        foreach (var row in rows)
        {
            var here = figure.Nodes.Where(node => node.Row == row).GroupBy(node => columns.IndexOf(node.Column)).ToArray();
            var height = NodeHeight * here.Max(group => group.Count());
            canvas.Line(0, y, canvas.Width, y, "grid");
            canvas.Text(0, y + 18, Fit(row ?? "–", label - 8), "k");
            foreach (var group in here)
            {
                // Not one above the other, so that a line between two does not run through a third.
                var nodes = group.ToArray();
                for (var i = 0; i < nodes.Length; i++)
                {
                    var shift = nodes.Length == 1 ? 0 : (i % 2 == 0 ? -1 : 1) * cell * 0.16;
                    var top = y + 20 + ((height - (NodeHeight * nodes.Length)) / 2);
                    places[nodes[i].Id] = (label + (cell * (group.Key + 0.5)) + shift, top + (NodeHeight * i));
                }
            }

            y += height;
        }

        canvas.Height = y + 6;
        var kinds = figure.Edges.Select(edge => edge.Kind).Distinct(StringComparer.Ordinal).ToList();
        var largest = figure.Nodes.Max(node => node.Size ?? 0);
        foreach (var edge in figure.Edges)
            Edge(canvas, places[edge.From], places[edge.To], edge.IsDirected, kinds.IndexOf(edge.Kind));
        var groups = NamesOf(figure.Nodes.Select(node => node.Group), figure.Groups).OfType<string>().ToList();
        var order = GroupShape.Order(figure.Groups, groups);
        foreach (var node in figure.Nodes)
        {
            var (x, top) = places[node.Id];
            GroupShape.Draw(canvas, x, top, RadiusOf(node, largest), node.Group is null ? -1 : order.IndexOf(node.Group));
            canvas.Text(x, top + 29, Fit(node.Label, cell * 0.66), "halo", Anchor.Middle);
        }

        DrawLegend(canvas, [.. groups.Select(group => (group, order.IndexOf(group)))], kinds);
        return canvas;
    }

    private static double RadiusOf(GraphNode node, double largest) => node.Size is not { } size || !(largest > 0) ? 9
        : Smallest + ((Largest - Smallest) * Math.Sqrt(size / largest));

    private static void DrawLegend(Canvas canvas, List<(string Name, int Place)> groups, List<string> kinds)
    {
        var legend = new Legend(canvas);
        foreach (var (name, place) in groups)
            legend.Add(name, 16, (x, y) => GroupShape.Draw(canvas, x, y, 7, place));
        for (var i = 0; i < kinds.Count; i++)
        {
            var kind = $"tie l{i % Kinds}";
            legend.Add(kinds[i], 24, (x, y) => canvas.Line(x - 8, y, x + 14, y, kind));
        }

        legend.Close();
    }

    // A slight bow, so that two lines between the same two can be told apart.
    private static void Edge(Canvas canvas, (double X, double Y) from, (double X, double Y) to, bool isDirected, int kind)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length < 1)
        {
            canvas.Circle(from.X + Largest, from.Y - Largest, 8, $"tie l{kind % Kinds}");
            return;
        }

        var bow = 12 + (8 * (kind % 3));
        var (cx, cy) = (((from.X + to.X) / 2) - (dy / length * bow), ((from.Y + to.Y) / 2) + (dx / length * bow));
        var (ex, ey) = Toward(to, (cx, cy), Largest + 3);
        var (sx, sy) = Toward(from, (cx, cy), Largest);
        canvas.Path($"M{N(sx)} {N(sy)}Q{N(cx)} {N(cy)} {N(ex)} {N(ey)}", $"tie l{kind % Kinds}");
        if (!isDirected)
            return;
        var angle = Math.Atan2(ey - cy, ex - cx);
        var (ax, ay) = (ex - (8 * Math.Cos(angle - 0.45)), ey - (8 * Math.Sin(angle - 0.45)));
        var (bx, by) = (ex - (8 * Math.Cos(angle + 0.45)), ey - (8 * Math.Sin(angle + 0.45)));
        canvas.Path($"M{N(ex)} {N(ey)}L{N(ax)} {N(ay)}L{N(bx)} {N(by)}z", $"g{kind % Kinds}");
    }

    private static (double X, double Y) Toward((double X, double Y) from, (double X, double Y) to, double distance)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        return (from.X + (dx / length * distance), from.Y + (dy / length * distance));
    }

    // In their own order or the one in which they come, what is not known last.
    private static List<string?> NamesOf(IEnumerable<string?> names, IReadOnlyList<string>? order = null)
    {
        var there = names.Distinct(StringComparer.Ordinal).ToArray();
        return
        [
            .. (order ?? []).Where(name => there.Contains(name, StringComparer.Ordinal)).Concat(there).Distinct(StringComparer.Ordinal)
                .OrderBy(name => name is null),
        ];
    }
}
