using static System.FormattableString;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The exception for shards that failed. The message states what was stored in the others; the next run completes it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ShardException : Exception
{
    internal ShardException(IReadOnlyDictionary<int, Exception> failed, IReadOnlyList<int> stored, string state)
        : base(
            string.Join(" ", failed.OrderBy(each => each.Key)
                .Select(each => Invariant($"shards[{each.Key}] failed: {each.Value.GetBaseException().Message}")).Append(state)),
            failed.OrderBy(each => each.Key).First().Value) =>
        (Failed, Stored) = (new Dictionary<int, Exception>(failed).AsReadOnly(), ValueList.Of(stored));

    /// <summary>The exception of each shard that failed, by its index in the list.</summary>
    public IReadOnlyDictionary<int, Exception> Failed { get; }

    /// <summary>The indexes of the shards whose tiers were stored.</summary>
    public IReadOnlyList<int> Stored { get; }
}
