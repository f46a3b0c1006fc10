using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>How effort is shared out, and what it brings.</summary>
/// <param name="Shares">What each target gets, in the order of the targets.</param>
/// <param name="Value">The sum of what they bring.</param>
/// <param name="Unused">Units that no target can have.</param>
/// <param name="EqualValue">What equal shares would bring, the first targets taking the rest; within the limits of the targets, and what
/// does not fit shared among the others.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ResourceMatch(IReadOnlyList<MatchShare> Shares, double Value, int Unused, double EqualValue)
{
    /// <summary>What each target gets, in the order of the targets.</summary>
    public IReadOnlyList<MatchShare> Shares { get; init => field = ValueList.Of(value, nameof(Shares)); } = ValueList.Of(Shares);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The units of each target and the value.</returns>
    public override string ToString() => Invariant(
        $"ResourceMatch {{ Units = [{string.Join(", ", Shares.Select(share => Invariant($"{share.Units}")))}], Value = {Value} }}");
}
