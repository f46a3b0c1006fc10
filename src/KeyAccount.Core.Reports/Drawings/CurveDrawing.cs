using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Curves over one axis, each with a line of its own kind, and the places that have a name.</summary>
internal static class CurveDrawing
{
    private const double Plot = 260;
    private const double Top = 30;
    private const int Ticks = 5;
    private const double Gap = 8;

    public static Canvas Of(CurveFigure figure, string language)
    {
        var canvas = new Canvas(Canvas.TextColumn);
        var points = figure.Series.SelectMany(series => series.Points).ToArray();
        var xs = points.Select(point => point.X).Concat(figure.Marks.Select(mark => mark.X).OfType<double>()).ToArray();
        var ys = points.Select(point => point.Y).Concat(figure.Marks.Select(mark => mark.Y).OfType<double>()).Append(0).ToArray();
        var (low, high) = Padded(ys.Min(), ys.Max());
        var up = new LinearScale(low, high, Top + Plot, Top);
        var heights = up.Ticks(Ticks);
        var labels = heights.Select(tick => Label(tick, figure.Vertical, LinearScale.DecimalsOf(heights))).ToArray();
        var left = labels.Max(label => Canvas.WidthOf(label)) + Gap;
        var (first, last) = Padded(xs.Min(), xs.Max());
        var across = new LinearScale(first, last, left, canvas.Width - 24);

        canvas.Text(0, 13, Canvas.Fit(FigureDrawing.TitleOf(figure.Vertical), canvas.Width), "m");
        for (var i = 0; i < heights.Count; i++)
        {
            canvas.Line(left, up.At(heights[i]), across.To, up.At(heights[i]), heights[i] == 0 ? "axis" : "grid");
            canvas.Text(left - Gap, up.At(heights[i]) + 4, labels[i], "m", Anchor.End);
        }

        var bottom = Top + Plot;
        var widths = across.Ticks(Ticks);

        // Between two days there is no day.
        if (figure.Horizontal.Origin is not null)
            widths = [.. widths.Where(tick => tick == Math.Round(tick))];
        foreach (var tick in widths)
        {
            canvas.Line(across.At(tick), bottom, across.At(tick), bottom + 5, "axis");
            canvas.Text(across.At(tick), bottom + 20, Label(tick, figure.Horizontal, LinearScale.DecimalsOf(widths)), "m", Anchor.Middle);
        }

        canvas.Line(left, bottom, across.To, bottom, "axis");
        canvas.Text(across.To, bottom + 38, Canvas.Fit(FigureDrawing.TitleOf(figure.Horizontal), canvas.Width - left), "m", Anchor.End);
        canvas.Height = bottom + 46;
        for (var i = 0; i < figure.Series.Count; i++)
        {
            var place = figure.Series[i].Points.OrderBy(point => point.X).Select(point => (across.At(point.X), up.At(point.Y))).ToArray();
            if (place.Length == 1)
                canvas.Circle(place[0].Item1, place[0].Item2, 3, $"g{i % 6}");
            else if (place.Length > 1)
                canvas.Polyline(place, $"curve l{i % 6}");
        }

        if (figure.Series.Count > 1)
            Legend(canvas, figure);
        Marks(canvas, figure, across, up);
        return canvas;

        string Label(double value, Axis axis, int decimals) => axis.DayOf(value) is { } day ? new DateCell(day).Display(language)
            : NumberCell.Of(value, Math.Max(decimals, 0))?.Display(language) ?? "";
    }

    private static void Legend(Canvas canvas, CurveFigure figure)
    {
        for (var i = 0; i < figure.Series.Count; i++)
        {
            canvas.Line(0, canvas.Height + 8, 26, canvas.Height + 8, $"curve l{i % 6}");
            canvas.Text(34, canvas.Height + 12, Canvas.Fit(figure.Series[i].Name, canvas.Width - 34));
            canvas.Height += 20;
        }
    }

    // Beside its point, where neither a curve nor another label stands; below, above, and further away.
    private static void Marks(Canvas canvas, CurveFigure figure, LinearScale across, LinearScale up)
    {
        var curves = figure.Series.Select(series => series.Points.OrderBy(point => point.X)
            .Select(point => (X: across.At(point.X), Y: up.At(point.Y))).ToArray()).ToArray();
        var taken = new List<LabelPlace>();
        foreach (var mark in figure.Marks)
        {
            var x = mark.X is { } atX ? across.At(atX) : across.From;
            var y = mark.Y is { } atY ? up.At(atY) : Top;
            if (mark.X is not null && mark.Y is not null)
                canvas.Circle(x, y, 4.5, "mark");
            else if (mark.X is not null)
                canvas.Line(x, Top, x, up.From, "cut");
            else
                canvas.Line(across.From, y, across.To, y, "cut");
            var label = Canvas.Fit(mark.Label, (across.To - across.From) * 0.6);
            var width = Canvas.WidthOf(label);
            var below = Math.Min(up.From - 4, y + (mark.Y is null ? 12 : mark.X is null ? -5 : 18));
            var (right, left) = (x + Gap, x - Gap - width);
            var sides = right + width > canvas.Width ? [left] : left < across.From ? (double[])[right] : [right, left];

            // Below, above, then line by line further down.
            double[] above = mark.Y is null || y - 9 < Top ? [] : [y - 9];
            double[] lines = [below, .. above, .. Enumerable.Range(1, 4).Select(i => below + (15 * i))];
            var places = lines.SelectMany(line => sides.Select(side => new LabelPlace(side, side + width, line))).ToArray();
            var place = places.FirstOrDefault(each => !taken.Exists(each.Meets) && !curves.Any(each.IsCrossedBy), places[0]);
            if (place == places[0] && taken.Exists(place.Meets))
                place = places.FirstOrDefault(each => !taken.Exists(each.Meets), place);
            taken.Add(place);
            var isLeft = place.From == left;
            canvas.Text(isLeft ? x - Gap : place.From, place.Line, label, "halo", isLeft ? Anchor.End : Anchor.Start);
        }
    }

    private static (double Low, double High) Padded(double low, double high) => high > low ? (low, high) : (low - 1, high + 1);

    // Where a label would stand: from its left to its right end, on its line.
    private readonly record struct LabelPlace(double From, double To, double Line)
    {
        private const double Above = 11;
        private const double Below = 4;

        public bool Meets(LabelPlace other) => From < other.To && other.From < To && Math.Abs(Line - other.Line) < 15;

        // Whether a curve passes through the box of the label.
        public bool IsCrossedBy((double X, double Y)[] curve)
        {
            for (var i = 1; i < curve.Length; i++)
            {
                var (a, b) = (curve[i - 1], curve[i]);
                if (b.X < From || a.X > To)
                    continue;
                var (first, last) = b.X > a.X ? (HeightAt(Math.Max(a.X, From)), HeightAt(Math.Min(b.X, To))) : (a.Y, b.Y);
                if (Math.Min(first, last) < Line + Below && Math.Max(first, last) > Line - Above)
                    return true;

                double HeightAt(double x) => a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X));
            }

            return false;
        }
    }
}
