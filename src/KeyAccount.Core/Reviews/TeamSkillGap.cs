using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Reviews;

/// <summary>A competence in which people are below the standard of their positions.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Rated">The number of people who were rated.</param>
/// <param name="Below">The number of these below the standard; null for fewer than five if nobody is named.</param>
/// <param name="MeanLevels">The average number of levels below the standard; people above it count as 0.</param>
/// <param name="Measure">The measure that closes the widest gap.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TeamSkillGap(Competence Competence, int Rated, int? Below, double MeanLevels, TrainingMeasure? Measure);
