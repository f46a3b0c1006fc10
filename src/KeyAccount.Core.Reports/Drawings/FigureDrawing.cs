using System.Text;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Draws figures from their data. What a drawing shows is always in the table of its figure as well.</summary>
internal static class FigureDrawing
{
    /// <summary>The drawing of a figure; null if there is nothing to draw.</summary>
    public static Canvas? Of(Figure figure, string language) => figure switch
    {
        BarFigure { Bars.Count: > 0 } bars => BarDrawing.Of(bars, language),
        CurveFigure curves when curves.Series.Any(series => series.Points.Count > 0) => CurveDrawing.Of(curves, language),
        MatrixFigure { Rows.Count: > 0 } matrix => MatrixDrawing.Of(matrix, language),
        WaterfallFigure { Bars.Count: > 0 } waterfall => WaterfallDrawing.Of(waterfall, language),
        ScaleFigure { Rows.Count: > 0 } scales => ScaleDrawing.Of(scales),
        GraphFigure { Nodes.Count: > 0 } graph => GraphDrawing.Of(graph),
        FishboneFigure { Bones.Count: > 0 } fishbone => FishboneDrawing.Of(fishbone),
        TimelineFigure { Events.Count: > 0 } timeline => TimelineDrawing.Of(timeline),
        RadarFigure radar => RadarDrawing.Of(radar),
        _ => null,
    };

    /// <summary>A title with its unit, as over a column.</summary>
    public static string TitleOf(Axis axis) => TableColumn.Number(axis.Title, axis.Unit).Display();
}
