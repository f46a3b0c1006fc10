using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>A field for every number, the more strongly coloured the more it is; the number stands in it.</summary>
internal static class MatrixDrawing
{
    private const double CellHeight = 40;
    private const double LeastCell = 64;
    private const double MostCell = 110;
    private const double WidestLabel = 180;

    // Text stays readable on it, on light and on dark.
    private const double Strongest = 0.4;

    public static Canvas Of(MatrixFigure figure, string language)
    {
        var label = Math.Min(WidestLabel, figure.Rows.Max(row => Canvas.WidthOf(row.Label)) + 12);
        label = Math.Max(label, Math.Min(WidestLabel, Canvas.WidthOf(figure.RowTitle) + 12));
        var cell = Math.Clamp((Canvas.TextColumn - label) / figure.Columns.Count, LeastCell, MostCell);
        var canvas = new Canvas(Math.Max(Canvas.TextColumn, label + (cell * figure.Columns.Count)));
        var most = figure.Rows.SelectMany(row => row.Cells).Max(each => Math.Abs((double)(each.Value ?? 0)));

        var titles = figure.Columns.Select(column => Canvas.Lines(column, cell - 6, 2)).ToArray();
        var top = 24 + (16 * titles.Max(lines => lines.Count));
        canvas.Text(label, 13, Canvas.Fit(figure.ColumnTitle, canvas.Width - label), "m");
        canvas.Text(0, top - 8, Canvas.Fit(figure.RowTitle, label - 8), "m");
        for (var i = 0; i < titles.Length; i++)
        {
            for (var line = 0; line < titles[i].Count; line++)
            {
                canvas.Text(
                    label + (cell * (i + 0.5)), top - 8 - (16 * (titles[i].Count - 1 - line)), titles[i][line], "k", Anchor.Middle);
            }
        }

        for (var row = 0; row < figure.Rows.Count; row++)
        {
            var y = top + (row * CellHeight);
            canvas.Text(0, y + (CellHeight / 2) + 4, Canvas.Fit(figure.Rows[row].Label, label - 8));
            for (var column = 0; column < figure.Columns.Count; column++)
            {
                var each = figure.Rows[row].Cells[column];
                var x = label + (cell * column);
                if (each.Value is null && each.Note is null)
                {
                    canvas.Box(x + 1, y + 1, cell - 2, CellHeight - 2, "none");
                    continue;
                }

                var shade = each.Shade ?? (most > 0 ? Math.Abs((double)(each.Value ?? 0)) / most : 0);
                canvas.Field(x + 1, y + 1, cell - 2, CellHeight - 2, "cell", shade * Strongest);
                var number = NumberCell.Of(each.Value, figure.Measure.Decimals, figure.Measure.Unit is "%" ? "%" : null)?.Display(language);
                var hasBoth = number is not null && each.Note is not null;
                canvas.Text(x + (cell / 2), y + (hasBoth ? 18 : 25), Canvas.Fit(number ?? each.Note ?? "", cell - 4), "", Anchor.Middle);
                if (hasBoth)
                    canvas.Text(x + (cell / 2), y + 33, Canvas.Fit(each.Note!, cell - 4, 11), "s", Anchor.Middle);
            }
        }

        canvas.Height = top + (figure.Rows.Count * CellHeight) + 2;
        return canvas;
    }
}
