using KeyAccount.Core.LifetimeValue;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>When a fit is refused, and how far it is taken.</summary>
/// <remarks>Immutable; equal when every option is. Every default is a <c>LibraryDefault</c>.</remarks>
public sealed record FitOptions
{
    /// <summary>The options where none are given.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>How many accounts are needed, at least; 1 or more. With fewer than about 200 the spread across accounts is a
    /// guess.</summary>
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

    /// <summary>The largest correlation between orders and mean amount, up or down, with which a gamma-gamma model is fitted; 0 … 1. It
    /// assumes none; published cases have about 0.1.</summary>
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

    /// <summary>The most regular intervals that are tried for a BG/CNBD-k model; 1 … <see cref="BgCnbd.LargestK"/>.</summary>
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
