namespace KeyAccount.Core.Funnel;

/// <summary>Keeps the items with the largest ranks out of any number, and creates only those.</summary>
internal sealed class TopList<T>(int most)
{
    private static readonly Comparer<(decimal Rank, string Id)> Order = Comparer<(decimal Rank, string Id)>.Create((one, other) =>
        one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : string.CompareOrdinal(other.Id, one.Id));

    // The smallest is at the head, to be thrown out first. Of equal ranks the later id is, so that the order of reading never matters.
    private readonly PriorityQueue<T, (decimal Rank, string Id)> _items = new(Order);

    public void Offer(decimal rank, string id, Func<T> make)
    {
        if (_items.Count < most)
        {
            _items.Enqueue(make(), (rank, id));
        }
        else if (_items.TryPeek(out _, out var least) && Order.Compare((rank, id), least) > 0)
        {
            _items.DequeueEnqueue(make(), (rank, id));
        }
    }

    public IEnumerable<T> Descending() =>
        _items.UnorderedItems.OrderByDescending(item => item.Priority, Order).Select(item => item.Element);
}
