namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The two limits of a grading as the database returns them; 0 where there is none.</summary>
internal sealed class ParetoLimits<T>
{
    public required T LowestA { get; init; }

    public required T LowestB { get; init; }
}
