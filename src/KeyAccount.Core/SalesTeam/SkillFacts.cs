namespace KeyAccount.Core.SalesTeam;

/// <summary>A competence and the position for which a level is wanted.</summary>
/// <param name="Position">The position.</param>
/// <param name="Competence">The competence.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record SkillFacts(SalesPosition Position, Competence Competence);
