namespace KeyAccount.Core.SalesTeam;

/// <summary>How well somebody masters a competence.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Level">The level.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record SkillRating(Competence Competence, SkillLevel Level)
{
    /// <inheritdoc cref="SkillRating" path="/param[@name='Competence']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Competence Competence { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Competence, nameof(Competence));

    /// <inheritdoc cref="SkillRating" path="/param[@name='Level']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SkillLevel Level { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Level, nameof(Level));
}
