namespace KeyAccount.Core.SalesTeam;

/// <summary>Which competence a position is asked for.</summary>
/// <param name="Position">The position.</param>
/// <param name="Competence">The competence.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record SkillFacts(SalesPosition Position, Competence Competence);
