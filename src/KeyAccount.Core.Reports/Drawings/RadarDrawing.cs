using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Numbers around a centre: a web of four rings, a thick line for the range of a spoke, a dot and an outline for the numbers that
/// are known.</summary>
internal static class RadarDrawing
{
    private const int Rings = 4;
    private const int LeastSpokes = 3;
    private const double Radius = 120;
    private const double Middle = Canvas.TextColumn / 2;
    private const double LabelWidth = 170;
    private const int MostLines = 3;
    private const double LineHeight = 15;

    public static Canvas? Of(RadarFigure figure)
    {
        if (figure.Spokes.Count < LeastSpokes)
            return null;
        var centre = Radius + 60;
        var canvas = new Canvas(Canvas.TextColumn) { Height = (2 * centre) + 10 };
        for (var ring = 1; ring <= Rings; ring++)
            canvas.Path(Outline(figure.Spokes.Select((_, i) => At(i, (double)ring / Rings)), isClosed: true), "web");
        for (var i = 0; i < figure.Spokes.Count; i++)
        {
            var end = At(i, 1);
            canvas.Line(Middle, centre, end.X, end.Y, "grid");
        }

        for (var i = 0; i < figure.Spokes.Count; i++)
        {
            if (figure.Spokes[i] is not { Low: { } low, High: { } high } || low == high)
                continue;
            var (from, to) = (At(i, Share(low)), At(i, Share(high)));
            canvas.Line(from.X, from.Y, to.X, to.Y, "span");
        }

        var known = figure.Spokes.Select((spoke, i) => (spoke.Value, i)).Where(each => each.Value is not null)
            .Select(each => At(each.i, Share(each.Value!.Value))).ToArray();
        if (known.Length > 1)
            canvas.Path(Outline(known, isClosed: known.Length > 2), "web known");
        foreach (var (x, y) in known)
            canvas.Circle(x, y, 5, "g0");
        for (var i = 0; i < figure.Spokes.Count; i++)
            Label(canvas, figure, i, At(i, 1.1));
        return canvas;

        double Share(double value) => Math.Min(1, value / figure.Maximum);

        (double X, double Y) At(int spoke, double share)
        {
            var angle = (2 * Math.PI * spoke / figure.Spokes.Count) - (Math.PI / 2);
            return (Middle + (Radius * share * Math.Cos(angle)), centre + (Radius * share * Math.Sin(angle)));
        }
    }

    private static void Label(Canvas canvas, RadarFigure figure, int i, (double X, double Y) at)
    {
        var side = at.X - Middle;
        var anchor = Math.Abs(side) < 1 ? Anchor.Middle : side > 0 ? Anchor.Start : Anchor.End;
        var number = figure.Spokes[i].Value is { } value ? NumberCell.Of(value, figure.Measure.Decimals)!.Display("en") : "–";
        var lines = Canvas.Lines($"{figure.Spokes[i].Label} {number}", LabelWidth, MostLines);
        var up = at.Y < Radius ? (lines.Count - 1) * LineHeight : 0;
        for (var line = 0; line < lines.Count; line++)
            canvas.Text(at.X, at.Y + 4 - up + (line * LineHeight), lines[line], "m", anchor);
    }

    private static string Outline(IEnumerable<(double X, double Y)> points, bool isClosed) =>
        $"M{string.Join('L', points.Select(point => $"{Canvas.N(point.X)} {Canvas.N(point.Y)}"))}{(isClosed ? "z" : "")}";
}
