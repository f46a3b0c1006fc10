using static System.FormattableString;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Shards that failed. What the message says of the others is so; the next run completes it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ShardException : Exception
{
    internal ShardException(IReadOnlyDictionary<int, Exception> failed, IReadOnlyList<int> stored, string state)
        : base(
            string.Join(" ", failed.OrderBy(each => each.Key)
                .Select(each => Invariant($"shards[{each.Key}] failed: {each.Value.GetBaseException().Message}")).Append(state)),
            failed.OrderBy(each => each.Key).First().Value) =>
        (Failed, Stored) = (new Dictionary<int, Exception>(failed).AsReadOnly(), ValueList.Of(stored));

    /// <summary>Why each shard failed, by its place in the list.</summary>
    public IReadOnlyDictionary<int, Exception> Failed { get; }

    /// <summary>The places of the shards whose tiers were stored.</summary>
    public IReadOnlyList<int> Stored { get; }
}
