using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Bars under each other: what each is held against behind it, what is not known as an empty, dashed bar.</summary>
internal static class BarDrawing
{
    private const double RowHeight = 24;
    private const double WidestLabel = 290;
    private const double Gap = 8;

    public static Canvas Of(BarFigure figure, string language)
    {
        var canvas = new Canvas(Canvas.TextColumn);
        var isGrouped = AreTogether(figure.Bars);
        var unknown = ReportTexts.Of("Figure.NotKnown", language);
        var values = figure.Bars.Select(bar => NumberCell.Of(bar.Value, figure.Measure.Decimals)?.Display(language) ?? unknown).ToArray();
        var left = Math.Ceiling(Math.Min(WidestLabel, figure.Bars.Max(bar => Canvas.WidthOf(LabelOf(bar))))) + Gap;
        var right = canvas.Width - Gap - Math.Min(WidestLabel, Math.Max(
            values.Max(text => Canvas.WidthOf(text)), Canvas.WidthOf(FigureDrawing.TitleOf(figure.Measure)) - 60));
        var numbers = figure.Bars.SelectMany(bar => (decimal?[])[bar.Value, bar.Reference]).OfType<decimal>().Select(each => (double)each)
            .Append(0).ToArray();
        var scale = new LinearScale(numbers.Min(), numbers.Max(), left, right);
        var zero = scale.At(0);

        var y = Head(canvas, figure, left);
        string? group = null;
        for (var i = 0; i < figure.Bars.Count; i++)
        {
            var bar = figure.Bars[i];
            if (isGrouped && bar.Group != group)
            {
                canvas.Text(0, y + 16, Canvas.Fit(bar.Group ?? "", canvas.Width), "k");
                y += RowHeight;
            }

            group = bar.Group;
            canvas.Text(0, y + 16, Canvas.Fit(LabelOf(bar), left - Gap));
            if (bar.Reference is { } reference)
                Draw((double)reference, y + 3, RowHeight - 6, Canvas.Behind);
            if (bar.Value is { } value)
            {
                Draw((double)value, y + 7, RowHeight - 14, "bar");
            }
            else
            {
                var end = bar.Reference is { } most ? scale.At((double)most) : right;
                canvas.Box(zero, y + 7, Math.Max(Gap, end - zero), RowHeight - 14, "unknown");
            }

            canvas.Text(canvas.Width, y + 16, Canvas.Fit(values[i], WidestLabel), bar.Value is null ? "m" : "", Anchor.End);
            y += RowHeight;
        }

        canvas.Line(zero, y - (RowHeight * Rows(figure.Bars, isGrouped)), zero, y, "axis");
        canvas.Height = y + 2;
        return canvas;

        void Draw(double number, double top, double height, string kind)
        {
            var to = scale.At(number);
            if (to != zero)
                canvas.Box(Math.Min(zero, to), top, Math.Abs(to - zero), height, kind);
        }

        string LabelOf(Bar bar) =>
            bar.Group is { Length: > 0 } member && !isGrouped ? $"{bar.Label} · {member}" : bar.Label;
    }

    // Above the numbers what they are; above the bars what they are held against.
    private static double Head(Canvas canvas, BarFigure figure, double left)
    {
        canvas.Text(canvas.Width, 13, Canvas.Fit(FigureDrawing.TitleOf(figure.Measure), 260), "m", Anchor.End);
        if (figure.Reference is { } reference)
        {
            canvas.Box(left, 3, 18, 12, Canvas.Behind);
            var room = canvas.Width - left - 48 - Math.Min(260, Canvas.WidthOf(FigureDrawing.TitleOf(figure.Measure)));
            canvas.Text(left + 24, 13, Canvas.Fit(reference, room), "m");
        }

        return 22;
    }

    private static int Rows(IReadOnlyList<Bar> bars, bool isGrouped) =>
        bars.Count + (isGrouped ? bars.Select(bar => bar.Group).Distinct(StringComparer.Ordinal).Count() : 0);

    // Whether every group stands in one piece, and there is more than one bar to most of them: then it gets a line of its own.
    private static bool AreTogether(IReadOnlyList<Bar> bars)
    {
        if (bars.All(bar => string.IsNullOrEmpty(bar.Group)))
            return false;
        var pieces = 1;
        for (var i = 1; i < bars.Count; i++)
        {
            if (bars[i].Group != bars[i - 1].Group)
                pieces++;
        }

        var groups = bars.Select(bar => bar.Group).Distinct(StringComparer.Ordinal).Count();
        return pieces == groups && groups > 1 && 2 * groups <= bars.Count && bars.All(bar => !string.IsNullOrEmpty(bar.Group));
    }
}
