using System.Numerics;

namespace KeyAccount.Core.Grading;

/// <summary>A grading as two limits: because equal revenue has equal tier, a tier is nothing but a range of revenue.</summary>
/// <param name="a">The lowest revenue that is A.</param>
/// <param name="b">The lowest revenue that is at least B.</param>
internal readonly struct ParetoLimits(Int128 a, Int128 b)
{
    /// <summary>The value of the tier of an account; revenue that is not positive is the last tier.</summary>
    public int TierOf(Int128 revenue) => revenue <= 0 ? 3 : revenue >= a ? 1 : revenue >= b ? 2 : 3;

    /// <summary>The limits of a portfolio.</summary>
    /// <param name="ascending">All revenues, ascending.</param>
    /// <param name="total">The sum of the positive ones.</param>
    /// <param name="cuts">Where A and B end.</param>
    /// <param name="rule">How the cuts are read.</param>
    public static ParetoLimits Of<T>(ReadOnlySpan<T> ascending, Int128 total, ParetoCuts cuts, ParetoRule rule)
        where T : struct, IBinaryInteger<T>
    {
        return new(Limit(ascending, cuts.A), Limit(ascending, cuts.B));

        Int128 Limit(ReadOnlySpan<T> revenues, decimal cut) => rule switch
        {
            ParetoRule.HeadCount => AtRank(revenues, (int)Ceiling(cut, revenues.Length)),
            // cumulative before < cut·total, in integers: before < ⌈cut·total⌉. The first sum to reach that is the last account within.
            ParetoRule.Crossing => WhereSumReaches(revenues, Ceiling(cut, total)),
            // cumulative including ≤ cut·total. The first sum above that is outside, and all of its revenue with it.
            _ => WhereSumReaches(revenues, checked(Floor(cut, total) + 1)) + 1,
        };
    }

    private static Int128 AtRank<T>(ReadOnlySpan<T> ascending, int rank)
        where T : struct, IBinaryInteger<T> =>
        rank == 0 ? 0 : Int128.CreateChecked(ascending[^rank]);

    private static Int128 WhereSumReaches<T>(ReadOnlySpan<T> ascending, Int128 limit)
        where T : struct, IBinaryInteger<T>
    {
        Int128 sum = 0;
        for (var i = ascending.Length - 1; i >= 0 && ascending[i] > T.Zero; i--)
        {
            var revenue = Int128.CreateChecked(ascending[i]);
            sum += revenue;
            if (sum >= limit)
                return revenue;
        }

        return 0;
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
