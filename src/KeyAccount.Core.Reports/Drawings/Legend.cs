using static KeyAccount.Core.Reports.Drawings.Canvas;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>What signs of a drawing mean, in rows under it.</summary>
internal sealed class Legend(Canvas canvas)
{
    private const double Start = 8;
    private const double RowHeight = 22;

    private double _x = Start;
    private double _y = canvas.Height + 14;

    /// <summary>Adds a sign.</summary>
    /// <param name="name">What it means.</param>
    /// <param name="room">How wide the sign is.</param>
    /// <param name="draw">Draws it at a place.</param>
    public void Add(string name, double room, Action<double, double> draw)
    {
        var text = Fit(name, 220);
        var width = room + WidthOf(text) + 20;
        if (_x > Start && _x + width > canvas.Width)
            (_x, _y) = (Start, _y + RowHeight);
        draw(_x, _y);
        canvas.Text(_x + room - 2, _y + 4, text, "m");
        _x += width;
    }

    /// <summary>Makes the drawing as high as the legend needs.</summary>
    public void Close() => canvas.Height = _y + 14;
}
