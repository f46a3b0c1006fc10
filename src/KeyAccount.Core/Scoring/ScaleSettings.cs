namespace KeyAccount.Core.Scoring;

/// <summary>A scale as data: exactly one of the three.</summary>
/// <remarks>Immutable; equal when kind and points are, levels in whatever order.</remarks>
public sealed record ScaleSettings
{
    /// <summary>Knots with straight lines between them; null for another kind of scale.</summary>
    public IReadOnlyList<ScalePoint>? Linear
    {
        get;
        init => field = value is null ? null : ValueList.Of(value);
    }

    /// <summary>Where each step begins; null for another kind of scale.</summary>
    public IReadOnlyList<ScalePoint>? Steps
    {
        get;
        init => field = value is null ? null : ValueList.Of(value);
    }

    /// <summary>The points of levels by their names, null for a level that means "not known". Levels left out keep their points. Null for
    /// another kind of scale.</summary>
    public IReadOnlyDictionary<string, double?>? Levels
    {
        get;
        init => field = value is null ? null : ValueMap.Of(value);
    }
}
