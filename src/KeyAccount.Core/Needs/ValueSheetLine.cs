namespace KeyAccount.Core.Needs;

/// <summary>An argument on a value sheet: a need of a person, and what answers it.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ValueSheetLine
{
    /// <summary>The need with its gap and value.</summary>
    public required NeedGap Need { get; init; }

    /// <summary>Our answer; null if we have none.</summary>
    public string? Answer { get; init; }

    /// <summary>The argument; null if there is none.</summary>
    public FabeStatement? Argument { get; init; }
}
