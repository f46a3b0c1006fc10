namespace KeyAccount.Core.Scoring;

/// <summary>The settings of a criterion.</summary>
/// <remarks>Immutable. A null keeps the setting of the model.</remarks>
public sealed record CriterionSettings
{
    /// <summary>The weight relative to the others of its group; finite and not negative. 0 switches the criterion off.</summary>
    public double? Weight { get; init; }

    /// <summary>The scale that turns raw values into points.</summary>
    public ScaleSettings? Scale { get; init; }

    /// <summary>The smallest step of an advised change, in the unit of the raw value; positive.</summary>
    public double? Step { get; init; }

    /// <summary>Our influence on the criterion.</summary>
    public Controllability? Control { get; init; }
}
