using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A category of the white space over all accounts.</summary>
/// <param name="Category">The category, as most accounts write it.</param>
/// <param name="Spellings">Other ways in which accounts write it, in ordinal order.</param>
/// <param name="Own">The number of units where we have it.</param>
/// <param name="Open">The number of units where it is open.</param>
/// <param name="Competitor">The number of units where a competitor has it.</param>
/// <param name="Blocked">The number of units where we cannot sell it.</param>
/// <param name="Unknown">The number of units where it is not known, including those that do not mention it.</param>
/// <param name="OpenAmount">The yearly amount that is open.</param>
/// <param name="CompetitorAmount">The yearly amount that competitors have.</param>
/// <param name="Spend">The yearly amount bought from us.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CategorySpace(
    string Category, IReadOnlyList<string> Spellings, int Own, int Open, int Competitor, int Blocked, int Unknown,
    decimal OpenAmount, decimal CompetitorAmount, decimal Spend)
{
    /// <summary>Other ways in which accounts write it, in ordinal order.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> Spellings { get; init => field = ValueList.Of(value, nameof(Spellings)); } = ValueList.Of(Spellings);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The category and what is open.</returns>
    public override string ToString() => Invariant(
        $"CategorySpace {{ Category = {Category}, Open = {Open}, OpenAmount = {OpenAmount}, CompetitorAmount = {CompetitorAmount} }}");
}
