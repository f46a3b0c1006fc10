namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>A grading of a portfolio that is spread over several databases.</summary>
/// <typeparam name="TAccount">The class of the accounts.</typeparam>
/// <param name="Tiers">The tiers, as conditions on the revenue: the same in every shard.</param>
/// <param name="Stored">How many accounts had their tier stored, in each shard.</param>
/// <param name="RowsRead">How many rows of sums came back from all shards together, three numbers each.</param>
/// <remarks>Immutable.</remarks>
public sealed record ShardGrading<TAccount>(ParetoTiers<TAccount> Tiers, IReadOnlyList<int> Stored, long RowsRead);
