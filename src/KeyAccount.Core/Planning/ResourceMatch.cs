using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>How effort is shared out, and what it brings.</summary>
/// <param name="Shares">What each target gets, in the order of the targets.</param>
/// <param name="Value">The sum of what they bring.</param>
/// <param name="Unused">Units that no target can have.</param>
/// <param name="EqualValue">What equal shares would bring, the first targets taking the rest; within the limits of the targets, and what
/// does not fit shared among the others.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Shares"/> or an item of it is null.</exception>
public sealed record ResourceMatch(IReadOnlyList<MatchShare> Shares, double Value, int Unused, double EqualValue)
{
    /// <summary>What each target gets, in the order of the targets.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<MatchShare> Shares { get; init => field = ValueList.Of(value, nameof(Shares)); } = ValueList.Of(Shares);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The units of each target and the value.</returns>
    public override string ToString() => Invariant(
        $"ResourceMatch {{ Units = [{string.Join(", ", Shares.Select(share => Invariant($"{share.Units}")))}], Value = {Value} }}");
}
