namespace KeyAccount.Core.Scoring;

/// <summary>What is tuned of a criterion.</summary>
/// <remarks>Immutable; what is null stays as the model has it.</remarks>
public sealed record CriterionSettings
{
    /// <summary>How much it counts beside the others of its group; finite and not negative. 0 switches it off.</summary>
    public double? Weight { get; init; }

    /// <summary>How raw values become points.</summary>
    public ScaleSettings? Scale { get; init; }

    /// <summary>The grain of advice in the unit of the raw value; positive.</summary>
    public double? Step { get; init; }

    /// <summary>What we can do about it.</summary>
    public Controllability? Control { get; init; }
}
