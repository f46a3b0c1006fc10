using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>How an amount becomes another one: each step begins where the one before it ends.</summary>
internal static class WaterfallDrawing
{
    private const double RowHeight = 26;
    private const double WidestLabel = 230;
    private const double Gap = 8;

    public static Canvas Of(WaterfallFigure figure, string language)
    {
        var canvas = new Canvas(Canvas.TextColumn);
        var values = figure.Bars.Select(bar =>
            new NumberCell(bar.Amount, figure.Measure.Decimals, IsSigned: !bar.IsTotal).Display(language)).ToArray();
        var left = Math.Min(WidestLabel, figure.Bars.Max(bar => Canvas.WidthOf(bar.Label))) + Gap;
        var right = canvas.Width - Gap - Math.Min(WidestLabel, Math.Max(
            values.Max(text => Canvas.WidthOf(text)), Canvas.WidthOf(FigureDrawing.TitleOf(figure.Measure)) - 60));
        var steps = Steps(figure.Bars);
        var scale = new LinearScale(
            Math.Min(0, steps.Min(step => Math.Min(step.From, step.To))), Math.Max(0, steps.Max(step => Math.Max(step.From, step.To))),
            left, right);

        canvas.Text(canvas.Width, 13, Canvas.Fit(FigureDrawing.TitleOf(figure.Measure), 260), "m", Anchor.End);
        var y = 22.0;
        canvas.Line(scale.At(0), y, scale.At(0), y + (RowHeight * steps.Count), "axis");
        for (var i = 0; i < steps.Count; i++)
        {
            var bar = figure.Bars[i];
            var (from, to) = (scale.At(steps[i].From), scale.At(steps[i].To));
            canvas.Text(0, y + 17, Canvas.Fit(bar.Label, left - Gap), bar.IsTotal ? "k" : "");
            canvas.Box(
                Math.Min(from, to), y + 5, Math.Abs(to - from), RowHeight - 10, bar.IsTotal ? "bar" : bar.Amount < 0 ? "minus" : "plus");
            if (i + 1 < steps.Count)
                canvas.Line(to, y + 5, to, y + RowHeight + 5, "grid");
            canvas.Text(canvas.Width, y + 17, Canvas.Fit(values[i], WidestLabel), bar.IsTotal ? "k" : "", Anchor.End);
            y += RowHeight;
        }

        canvas.Height = y + 2;
        return canvas;
    }

    // Where each step begins and ends; a total begins at zero.
    private static List<(double From, double To)> Steps(IReadOnlyList<WaterfallBar> bars)
    {
        var steps = new List<(double From, double To)>(bars.Count);
        var running = 0.0;
        foreach (var bar in bars)
        {
            var from = bar.IsTotal ? 0 : running;
            running = from + (double)bar.Amount;
            steps.Add((from, running));
        }

        return steps;
    }
}
