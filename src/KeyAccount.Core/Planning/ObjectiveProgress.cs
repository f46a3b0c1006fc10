namespace KeyAccount.Core.Planning;

/// <summary>How far an objective is, by the figure of a check.</summary>
/// <param name="ObjectiveId">The objective.</param>
/// <param name="Value">The metric.</param>
/// <param name="Attainment">How much of the way is gone, as a fraction (<see cref="Objective.Attainment"/>); null without a baseline or a
/// target.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ObjectiveProgress(string ObjectiveId, double Value, double? Attainment);
