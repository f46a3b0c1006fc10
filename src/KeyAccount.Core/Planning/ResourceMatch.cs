using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An allocation of effort, and its value.</summary>
/// <param name="Shares">The share of each target, in the order of the targets.</param>
/// <param name="Value">The total value.</param>
/// <param name="Unused">The units that no target can take.</param>
/// <param name="EqualValue">The value of an equal allocation within the limits of the targets: the first targets take the remainder, and
/// what does not fit is shared among the others.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Shares"/> or an item of it is null.</exception>
public sealed record ResourceMatch(IReadOnlyList<MatchShare> Shares, double Value, int Unused, double EqualValue)
{
    /// <summary>The share of each target, in the order of the targets.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<MatchShare> Shares { get; init => field = ValueList.Of(value, nameof(Shares)); } = ValueList.Of(Shares);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The units of each target and the value.</returns>
    public override string ToString() => Invariant(
        $"ResourceMatch {{ Units = [{string.Join(", ", Shares.Select(share => Invariant($"{share.Units}")))}], Value = {Value} }}");
}
