namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>A grading of a portfolio that is spread over several databases.</summary>
/// <typeparam name="TAccount">The class of the accounts.</typeparam>
/// <param name="Tiers">The tiers, as conditions on the revenue: the same in every shard.</param>
/// <param name="Stored">The number of accounts whose tier was stored, in each shard.</param>
/// <param name="RowsRead">The number of rows of sums returned by all shards together, three to eight numbers each.</param>
/// <remarks>Immutable.</remarks>
public sealed record ShardGrading<TAccount>(ParetoTiers<TAccount> Tiers, IReadOnlyList<int> Stored, long RowsRead);
