using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Estimation;

/// <summary>Accounts with the same figures, counted once each: what likelihoods of purchase models sum over.</summary>
internal sealed class OrderGroups
{
    private const int ChunkSize = 1_024;
    private const int SampleSize = 2_000;

    private readonly Group[] _groups;

    public OrderGroups(IEnumerable<RepeatPurchaseSummary> accounts)
        : this([.. accounts
            .GroupBy(account => (account.Orders, account.LastOrder, account.Age))
            .Select(group => new Group(group.Key.Orders, group.Key.LastOrder, group.Key.Age, group.Count()))
            .OrderBy(group => group.Orders).ThenBy(group => group.Age).ThenBy(group => group.LastOrder)])
    {
    }

    private OrderGroups(Group[] groups)
    {
        _groups = groups;
        Accounts = groups.Sum(group => group.Count);
        MostOrders = groups.Length == 0 ? 0 : groups.Max(group => group.Orders);

        // How many accounts have more orders than i: the weight of the i-th factor in products over orders.
        AccountsAbove = new double[MostOrders];
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Orders; i++)
                AccountsAbove[i] += group.Count;
        }
    }

    /// <summary>The likelihood of one group: its value, and its derivatives added to the gradient, both times the count.</summary>
    public delegate double Term(in Group group, ReadOnlySpan<double> parameters, Span<double> gradient);

    public int Accounts { get; }

    public int MostOrders { get; }

    public double[] AccountsAbove { get; }

    public double TotalOrders => _groups.Sum(group => (double)group.Count * group.Orders);

    public double TotalAge => _groups.Sum(group => group.Count * group.Age);

    /// <summary>The sum over all groups; on several threads, and always in the same order.</summary>
    public double Sum(ReadOnlySpan<double> parameters, Span<double> gradient, Term term)
    {
        var chunks = (_groups.Length + ChunkSize - 1) / ChunkSize;
        var given = parameters.ToArray();
        var size = gradient.Length;
        var values = new double[chunks];
        var gradients = new double[chunks * size];
        if (chunks == 1)
            Chunk(0);
        else
            Parallel.For(0, chunks, Chunk);
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            for (var i = 0; i < size; i++)
                gradient[i] += gradients[(chunk * size) + i];
        }

        return values.Sum();

        void Chunk(int chunk)
        {
            var own = gradients.AsSpan(chunk * size, size);
            var sum = 0.0;
            foreach (ref readonly var group in _groups.AsSpan()[(chunk * ChunkSize)..Math.Min(_groups.Length, (chunk + 1) * ChunkSize)])
                sum += term(group, given, own);
            values[chunk] = sum;
        }
    }

    /// <summary>Every n-th group, few enough to be quick.</summary>
    public OrderGroups Sample()
    {
        var every = ((_groups.Length - 1) / SampleSize) + 1;
        return every == 1 ? this : new([.. _groups.Where((_, i) => i % every == 0)]);
    }

    /// <summary>So many accounts with the same figures.</summary>
    public readonly record struct Group(int Orders, double LastOrder, double Age, int Count);
}
