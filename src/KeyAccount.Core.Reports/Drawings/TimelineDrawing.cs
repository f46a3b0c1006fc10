using KeyAccount.Core.Documents;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>What happened when: a line for each event, by lane and date, with its text beside it.</summary>
internal static class TimelineDrawing
{
    private const double RowHeight = 24;
    private const double WidestLane = 150;
    private const double Gap = 8;
    private const double LeastRoom = 80;

    public static Canvas Of(TimelineFigure figure)
    {
        var canvas = new Canvas(Canvas.TextColumn);
        var lanes = figure.Events.Select(each => each.Lane).Distinct(StringComparer.Ordinal).ToList();
        var hasLanes = lanes.Exists(lane => lane is not null);
        var left = hasLanes ? Math.Min(WidestLane, lanes.Max(lane => Canvas.WidthOf(lane ?? "–"))) + Gap : 6;
        var first = figure.Events.Min(each => each.On);
        var last = figure.Events.Max(each => each.Until ?? each.On);
        var days = Math.Max(1, Period.DaysBetween(first, last));
        var scale = new LinearScale(0, days, left + 6, canvas.Width - 6);

        canvas.Text(left, 13, LocalDatePattern.Iso.Format(first), "m");
        if (last > first)
            canvas.Text(canvas.Width, 13, LocalDatePattern.Iso.Format(last), "m", Anchor.End);
        canvas.Line(left, 20, canvas.Width, 20, "axis");
        var y = 24.0;
        string? lane = null;
        var isFirst = true;
        foreach (var each in figure.Events.OrderBy(each => lanes.IndexOf(each.Lane)).ThenBy(each => each.On))
        {
            if (hasLanes && (isFirst || each.Lane != lane))
            {
                if (!isFirst)
                    canvas.Line(0, y, canvas.Width, y, "grid");
                canvas.Text(0, y + 16, Canvas.Fit(each.Lane ?? "–", left - Gap), "k");
            }

            (lane, isFirst) = (each.Lane, false);
            var from = scale.At(Period.DaysBetween(first, each.On));
            var to = scale.At(Period.DaysBetween(first, each.Until ?? each.On));
            if (each.Until is null)
                canvas.Circle(from, y + 12, 5, "g0");
            else
                canvas.Box(from, y + 7, Math.Max(4, to - from), 10, "bar");

            // On the side with more room; on what fills the whole line where there is none.
            var (before, behind) = (from - left - 14, canvas.Width - to - 14);
            if (Math.Max(before, behind) < LeastRoom)
                canvas.Text(from + 4, y + 16, Canvas.Fit(each.Text, to - from - 8), "halo");
            else if (behind >= before)
                canvas.Text(to + 12, y + 16, Canvas.Fit(each.Text, behind));
            else
                canvas.Text(from - 12, y + 16, Canvas.Fit(each.Text, before), "", Anchor.End);
            y += RowHeight;
        }

        canvas.Height = y + 2;
        return canvas;
    }
}
