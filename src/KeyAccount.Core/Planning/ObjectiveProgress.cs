namespace KeyAccount.Core.Planning;

/// <summary>The progress of an objective at a check.</summary>
/// <param name="ObjectiveId">The objective.</param>
/// <param name="Value">The metric.</param>
/// <param name="Attainment">The attainment, as a fraction (<see cref="Objective.Attainment"/>); null without a baseline or a
/// target.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ObjectiveProgress(string ObjectiveId, double Value, double? Attainment);
