using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Scales of levels beside each other: a filled field with a dot where something stands, a dashed one with a diamond where it
/// should.</summary>
internal static class ScaleDrawing
{
    private const int MostLines = 3;
    private const double Letters = 12;
    private const double LeastField = 74;

    public static Canvas Of(ScaleFigure figure)
    {
        var levels = figure.Rows.Max(row => row.Levels.Count);
        var canvas = new Canvas(Math.Max(Canvas.TextColumn, levels * LeastField));
        Dot(canvas, 8, 9, isTarget: false);
        canvas.Text(20, 13, Canvas.Fit(figure.Standing, 200), "m");
        var second = 20 + Math.Min(200, Canvas.WidthOf(figure.Standing)) + 24;
        Dot(canvas, second + 8, 9, isTarget: true);
        canvas.Text(second + 20, 13, Canvas.Fit(figure.Target, 200), "m");
        var y = 32.0;
        foreach (var row in figure.Rows)
            y = Row(canvas, row, y);
        canvas.Height = y;
        return canvas;
    }

    private static double Row(Canvas canvas, ScaleRow row, double y)
    {
        canvas.Text(0, y + 12, Canvas.Fit(row.Label, canvas.Width), "k");
        y += 20;
        var width = canvas.Width / row.Levels.Count;
        var names = row.Levels.Select(level => Canvas.Lines(level, width - 14, MostLines, Letters)).ToArray();
        var height = (15 * names.Max(lines => lines.Count)) + 26;
        for (var i = 0; i < row.Levels.Count; i++)
        {
            var isHere = i >= row.Lowest && i <= row.Highest;
            var isTarget = i == row.Target;
            var x = i * width;
            canvas.Box(x + 2, y + 2, width - 4, height - 4, isHere ? "here" : "field");
            if (isTarget)
                canvas.Box(x + 4.5, y + 4.5, width - 9, height - 9, Canvas.InFront);
            for (var line = 0; line < names[i].Count; line++)
                canvas.Text(x + (width / 2), y + 18 + (15 * line), names[i][line], "s", Anchor.Middle);
            var middle = x + (width / 2);
            if (isHere)
                Dot(canvas, isTarget ? middle - 9 : middle, y + height - 13, isTarget: false);
            if (isTarget)
                Dot(canvas, isHere ? middle + 9 : middle, y + height - 13, isTarget: true);
        }

        return y + height + 10;
    }

    private static void Dot(Canvas canvas, double x, double y, bool isTarget)
    {
        if (isTarget)
            canvas.Path($"M{Canvas.N(x)} {Canvas.N(y - 6)}l6 6l-6 6l-6 -6z", "g1");
        else
            canvas.Circle(x, y, 5, "g0");
    }
}
