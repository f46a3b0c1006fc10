namespace KeyAccount.Core.SalesTeam;

/// <summary>A gap to be closed.</summary>
/// <param name="Kind">Whether it is an attitude, knowledge or a skill.</param>
/// <param name="Gap">The number of levels below the standard; 1 … 4.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record TrainingFacts(CompetenceKind Kind, int Gap)
{
    /// <inheritdoc cref="TrainingFacts" path="/param[@name='Gap']"/>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 4.</exception>
    [FactRange(1, 4, FactUnit.Number)]
    public int Gap { get; init => field = FactRange<TrainingFacts>.Checked(value); } = FactRange<TrainingFacts>.Checked(Gap, nameof(Gap));
}
