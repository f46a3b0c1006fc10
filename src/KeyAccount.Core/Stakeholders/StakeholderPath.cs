using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The path by which somebody on our side can introduce us to a person, step by step.</summary>
/// <remarks>A value: immutable, equal when the steps are, and the same after a round trip through JSON. Made by
/// <see cref="StakeholderMap.PathTo"/>.</remarks>
public sealed record StakeholderPath
{
    /// <summary>A path from its parts; what JSON reads back.</summary>
    /// <param name="steps">The steps, from the supporter it begins with to the person it leads to; at least one.</param>
    /// <param name="strength">The product of the strengths of the steps.</param>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="steps"/> is empty.</exception>
    [JsonConstructor]
    public StakeholderPath(IReadOnlyList<PathStep> steps, double strength)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
            throw new ArgumentException("steps is empty; a path has at least one.", nameof(steps));
        Steps = ValueList.Of(steps);
        Strength = strength;
    }

    /// <summary>The steps, from the supporter it begins with to the person it leads to.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    /// <summary>The product of the strengths of the steps: the probability that we are heard at the end if the steps are independent. At
    /// most 1.</summary>
    public double Strength { get; }

    /// <summary>The supporter it begins with.</summary>
    [JsonIgnore]
    public Stakeholder Start => Steps[0].From;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The ids of the people on it, and its strength.</returns>
    public override string ToString()
    {
        var ids = string.Join(" → ", Steps.Select(step => step.From.Id).Append(Steps[^1].To.Id));
        return Invariant($"StakeholderPath {{ {ids}, Strength = {Strength} }}");
    }
}
