using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Documents;

/// <summary>The actual and the target level of one thing on a scale.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ScaleRow
{
    /// <summary>A row of a figure of scales.</summary>
    /// <param name="label">The label of the row.</param>
    /// <param name="levels">The names of the levels, from the lowest; at least one.</param>
    /// <param name="lowest">The lowest possible actual level, counted from 0; null if nothing is known.</param>
    /// <param name="highest">The highest possible actual level; that of <paramref name="lowest"/> if the level is known.</param>
    /// <param name="target">The target level, counted from 0; null if there is none.</param>
    /// <exception cref="ArgumentNullException">The label, the levels or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no level; only one of the two ends is given; or the lowest is above the highest.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not the index of a level.</exception>
    [JsonConstructor]
    public ScaleRow(string label, IReadOnlyList<string> levels, int? lowest, int? highest, int? target = null)
    {
        Label = Parts.NotNull(label);
        Levels = Parts.Of(levels);
        if (Levels.Count == 0)
            throw new ArgumentException("levels is empty; a scale must have at least one.", nameof(levels));
        Lowest = Checked(lowest);
        Highest = Checked(highest);
        Target = Checked(target);
        if (lowest is null != highest is null)
            throw new ArgumentException("lowest and highest must both be known, or neither.", nameof(highest));
        if (lowest > highest)
            throw new ArgumentException(Invariant($"lowest is {lowest}; it must be at most highest, {highest}."), nameof(lowest));

        int? Checked(int? level, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(level))] string name = "")
        {
            if (level is { } given)
                Guard.Between(given, 0, Levels.Count - 1, name);
            return level;
        }
    }

    /// <summary>The label of the row.</summary>
    public string Label { get; }

    /// <summary>The names of the levels, from the lowest.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>The lowest possible actual level, counted from 0; null if nothing is known.</summary>
    public int? Lowest { get; }

    /// <summary>The highest possible actual level, counted from 0; null if nothing is known.</summary>
    public int? Highest { get; }

    /// <summary>The target level, counted from 0; null if there is none.</summary>
    public int? Target { get; }

    internal Cell? Standing => Lowest is not { } low || Highest is not { } high ? null
        : new TextCell(low == high ? Levels[low] : $"{Levels[low]} – {Levels[high]}");

    internal Cell? Aim => Target is { } target ? new TextCell(Levels[target]) : null;
}
