using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A category over all accounts of a white space.</summary>
/// <param name="Category">The category, as most accounts write it.</param>
/// <param name="Spellings">Other ways in which accounts write it, in ordinal order.</param>
/// <param name="Own">At how many units we have it.</param>
/// <param name="Open">At how many it is open.</param>
/// <param name="Competitor">At how many a competitor has it.</param>
/// <param name="Blocked">At how many we cannot sell it.</param>
/// <param name="Unknown">At how many nobody knows, those included that do not mention it.</param>
/// <param name="OpenAmount">What is open in a year.</param>
/// <param name="CompetitorAmount">What competitors have of it.</param>
/// <param name="Spend">What is bought from us.</param>
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
