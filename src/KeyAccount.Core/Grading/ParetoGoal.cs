using System.Numerics;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Grading;

/// <summary>A cut in integers: the revenue or the number of accounts that the largest accounts must reach for a tier to end.</summary>
internal readonly record struct ParetoGoal
{
    private readonly bool _countsAccounts;
    private readonly Int128 _amount;
    private readonly int _above;

    private ParetoGoal(bool countsAccounts, Int128 amount, int above) =>
        (_countsAccounts, _amount, _above) = (countsAccounts, amount, above);

    /// <summary>The goal of a cut.</summary>
    /// <param name="cut">The share of the total, or of the accounts.</param>
    /// <param name="total">The sum of all positive revenue.</param>
    /// <param name="count">The number of accounts.</param>
    /// <param name="rule">How the cut is read.</param>
    public static ParetoGoal Of(decimal cut, Int128 total, long count, ParetoRule rule) => rule switch
    {
        ParetoRule.HeadCount => new(true, Ceiling(cut, count), 0),

        // cumulative before < cut·total, in integers: before < ⌈cut·total⌉. The first sum to reach that is the last account within.
        ParetoRule.Crossing => new(false, Ceiling(cut, total), 0),

        // cumulative including ≤ cut·total. The first sum above that is outside, and all of its revenue with it.
        _ => new(false, checked(Floor(cut, total) + 1), 1),
    };

    public static ParetoGoal Read(ref ParetoReader reader) =>
        new(reader.ReadCount(1) == 1, reader.ReadInt128(), reader.ReadCount(1));

    public void Write(ParetoWriter writer)
    {
        writer.Write(_countsAccounts ? 1 : 0);
        writer.Write(_amount);
        writer.Write(_above);
    }

    /// <summary>Whether a revenue of a number of accounts reaches the goal.</summary>
    public bool IsReachedBy(Int128 revenue, long count) => (_countsAccounts ? count : revenue) >= _amount;

    /// <summary>The lowest revenue of the tier, among accounts in whose range it is reached; any positive one where it is not.</summary>
    /// <param name="descending">Their revenues, the largest first.</param>
    /// <param name="revenue">What all larger accounts bring.</param>
    /// <param name="count">How many larger accounts there are.</param>
    public Int128 LimitIn<T>(ReadOnlySpan<T> descending, Int128 revenue = default, long count = 0)
        where T : struct, IBinaryInteger<T>
    {
        for (var i = 0; i < descending.Length && descending[i] > T.Zero; i++)
        {
            var own = Int128.CreateChecked(descending[i]);
            revenue += own;
            count++;
            if (IsReachedBy(revenue, count))
                return own + _above;
        }

        return _above;
    }

    private static Int128 Ceiling(decimal cut, Int128 amount)
    {
        var (numerator, denominator) = Fraction(cut);
        return (Int128)(((numerator * amount) + denominator - 1) / denominator);
    }

    private static Int128 Floor(decimal cut, Int128 amount)
    {
        var (numerator, denominator) = Fraction(cut);
        return (Int128)(numerator * amount / denominator);
    }

    // Twice per grading, so exactness may cost an allocation.
    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal cut)
    {
        var (mantissa, scale) = ExactDecimal.Split(cut);
        return (mantissa, BigInteger.Pow(10, scale));
    }
}
