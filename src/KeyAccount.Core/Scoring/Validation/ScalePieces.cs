using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The pieces of a criterion's scale, and the assignment of raw values to them. The last piece is for unknown values.</summary>
internal sealed class ScalePieces
{
    private readonly Scale _scale;
    private readonly double[] _beginnings;

    private ScalePieces(Scale scale, IReadOnlyList<ScalePiece> pieces)
    {
        _scale = scale;
        _beginnings = [.. scale.Pieces];
        Pieces = pieces;
    }

    public IReadOnlyList<ScalePiece> Pieces { get; }

    public static ScalePieces Of<TFacts>(Criterion<TFacts> criterion)
    {
        var (scale, from) = (criterion.Scale, criterion.Scale.Pieces);
        return new(
            scale,
            [
                .. from.Select((start, i) => scale.Kind == ScaleKind.Levels
                    ? new ScalePiece(criterion.LevelName(start))
                    : new(From: double.IsFinite(start) ? start : null, To: i + 1 < from.Count ? from[i + 1] : null)),
                new(IsUnknown: true),
            ]);
    }

    /// <summary>The index of the piece; NaN points mean an unknown value.</summary>
    public int IndexOf(double raw, double points)
    {
        if (double.IsNaN(points))
            return _beginnings.Length;
        if (_scale.Kind == ScaleKind.Levels)
            return Array.IndexOf(_beginnings, raw);
        var index = Array.BinarySearch(_beginnings, raw);
        return index >= 0 ? index : ~index - 1;
    }
}
