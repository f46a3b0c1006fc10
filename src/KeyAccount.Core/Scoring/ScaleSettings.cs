namespace KeyAccount.Core.Scoring;

/// <summary>A scale as data. Exactly one of the three properties is set.</summary>
/// <remarks>Immutable; equal when kind and points are, whatever the order of the levels.</remarks>
public sealed record ScaleSettings
{
    /// <summary>Knots with straight lines between them; null for another kind of scale.</summary>
    public IReadOnlyList<ScalePoint>? Linear
    {
        get;
        init => field = value is null ? null : ValueList.Of(value);
    }

    /// <summary>The beginnings of the steps; null for another kind of scale.</summary>
    public IReadOnlyList<ScalePoint>? Steps
    {
        get;
        init => field = value is null ? null : ValueList.Of(value);
    }

    /// <summary>The points of levels by their names; null for a level that means "not known". Levels that are left out keep their points.
    /// Null for another kind of scale.</summary>
    public IReadOnlyDictionary<string, double?>? Levels
    {
        get;
        init => field = value is null ? null : ValueMap.Of(value);
    }
}
