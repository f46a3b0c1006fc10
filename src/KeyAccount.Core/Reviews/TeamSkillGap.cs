using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Reviews;

/// <summary>A competence in which people are below the standard of their positions.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Rated">How many people were rated.</param>
/// <param name="Below">How many of them are below the standard; null for fewer than five where nobody is named.</param>
/// <param name="MeanLevels">By how many levels the people are below it on average; those above count as 0.</param>
/// <param name="Measure">How the widest gap is closed.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TeamSkillGap(Competence Competence, int Rated, int? Below, double MeanLevels, TrainingMeasure? Measure);
