namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The two limits of a grading as the database returns them; 0 where there is none.</summary>
internal sealed class ParetoLimits<T>
{
    public required T LowestA { get; init; }

    public required T LowestB { get; init; }
}

/// <summary>What amounts look like that are stored as text.</summary>
internal sealed class AmountTexts
{
    /// <summary>The most digits behind the point.</summary>
    public required int Decimals { get; init; }

    /// <summary>The most digits before the point.</summary>
    public required int Whole { get; init; }

    /// <summary>One that is not a decimal; null if all are.</summary>
    public required string? Strange { get; init; }
}
