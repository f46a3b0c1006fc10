using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>What a shard tells of its accounts when the limits are known: by it, the limits are right or not, and a shard that has
/// changed is noticed.</summary>
/// <param name="Whole">The number of accounts, their positive revenue in halves, and the largest revenue.</param>
/// <param name="A">The accounts on both sides of the limit of A.</param>
/// <param name="B">The accounts on both sides of the limit of B.</param>
internal sealed record ShardSums((long Count, long High, long Low, long Largest) Whole, ShardSums.Sides A, ShardSums.Sides B)
{
    /// <summary>How many rows it takes.</summary>
    public const int Rows = 2;

    public static async Task<ShardSums> ReadAsync(
        IQueryable<long> amounts, (long A, long B) limits, CancellationToken cancellationToken)
    {
        var whole = await ParetoQueries.WholeAsync(amounts, cancellationToken);
        var (a, b) = limits;
        var sides = await amounts.Where(amount => amount > 0).GroupBy(_ => 1)
            .Select(all => new
            {
                AboveA = all.Sum(amount => amount > a ? 1L : 0),
                SumAboveA = all.Sum(amount => amount > a ? amount : 0),
                FromA = all.Sum(amount => amount >= a ? 1L : 0),
                SumFromA = all.Sum(amount => amount >= a ? amount : 0),
                AboveB = all.Sum(amount => amount > b ? 1L : 0),
                SumAboveB = all.Sum(amount => amount > b ? amount : 0),
                FromB = all.Sum(amount => amount >= b ? 1L : 0),
                SumFromB = all.Sum(amount => amount >= b ? amount : 0),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return sides is null ? new(whole, default, default)
            : new(whole, new(sides.AboveA, sides.SumAboveA, sides.FromA, sides.SumFromA),
                new(sides.AboveB, sides.SumAboveB, sides.FromB, sides.SumFromB));
    }

    /// <summary>Whether a limit is that of the whole portfolio: the revenue above it does not reach the cut, and with it does.</summary>
    public static bool Holds(IEnumerable<Sides> parts, long limit, decimal cut, ParetoWhole whole, ParetoRule rule)
    {
        if (whole.Largest < 1)
            return limit == 0;
        var goal = ParetoGoal.Of(cut, whole.Total, whole.Count, rule);
        Int128 above = 0, from = 0;
        long countAbove = 0, countFrom = 0;
        foreach (var part in parts)
        {
            (countAbove, above) = (countAbove + part.Above, above + part.SumAbove);
            (countFrom, from) = (countFrom + part.From, from + part.SumFrom);
        }

        return (countAbove == 0 || !goal.IsReachedBy(above, countAbove)) && (limit == 0 || goal.IsReachedBy(from, countFrom));
    }

    /// <summary>The accounts with positive revenue above a limit, and from it on.</summary>
    internal readonly record struct Sides(long Above, long SumAbove, long From, long SumFrom);
}
