using KeyAccount.Core.LifetimeValue;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>The options of a fit: when to refuse it, and how far to search.</summary>
/// <remarks>Immutable; equal when every option is. Every default is a <c>LibraryDefault</c>.</remarks>
public sealed record FitOptions
{
    /// <summary>The default options.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>The least number of accounts; 1 or more. With fewer than about 200, the spread across accounts is only a guess.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MinimumAccounts
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(MinimumAccounts));
            field = value;
        }
    } = 200;

    /// <summary>The largest correlation between orders and mean amount, in absolute value, at which a gamma-gamma model is fitted; 0 … 1.
    /// The model assumes none; published cases have about 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double LargestSpendCorrelation
    {
        get;
        init
        {
            Guard.Between(value, 0, 1, nameof(LargestSpendCorrelation));
            field = value;
        }
    } = 0.3;

    /// <summary>The largest k that is tried for a BG/CNBD-k model; 1 … <see cref="BgCnbd.LargestK"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int LargestK
    {
        get;
        init
        {
            Guard.Between(value, 1, BgCnbd.LargestK, nameof(LargestK));
            field = value;
        }
    } = 12;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All options by name.</returns>
    public override string ToString() => Invariant($"FitOptions {{ MinimumAccounts = {MinimumAccounts}, ")
        + Invariant($"LargestSpendCorrelation = {LargestSpendCorrelation}, LargestK = {LargestK} }}");
}
