namespace KeyAccount.Tool.Tests.Support;

/// <summary>The method as it is written down, account by account, for comparison: no common scale, no limits, no shortcuts.</summary>
internal static class PlainGrading
{
    /// <summary>The accounts in rank order (equal revenue: by id), each with its rank and tier.</summary>
    public static List<(string Id, decimal Revenue, int Rank, string Tier)> Grade(
        IEnumerable<KeyValuePair<string, decimal>> revenues, string rule, decimal a, decimal b)
    {
        var order = revenues.OrderByDescending(account => account.Value).ThenBy(account => account.Key, StringComparer.Ordinal).ToList();
        var total = order.Sum(account => Math.Max(0, account.Value));
        var graded = new List<(string, decimal, int, string)>(order.Count);
        decimal before = 0;
        for (int first = 0, next; first < order.Count; first = next)
        {
            var revenue = order[first].Value;
            next = first;
            while (next < order.Count && order[next].Value == revenue)
                next++;
            var including = before + (Math.Max(0, revenue) * (next - first));
            var tier = revenue <= 0 ? "C" : IsWithin(a) ? "A" : IsWithin(b) ? "B" : "C";
            for (var i = first; i < next; i++)
                graded.Add((order[i].Key, revenue, first + 1, tier));
            before = including;

            bool IsWithin(decimal cut) => rule switch
            {
                "crossing" => before < cut * total,
                "inclusive" => including <= cut * total,
                _ => first < Math.Ceiling(cut * order.Count),
            };
        }

        return graded;
    }

    /// <summary>Σ(2i − n − 1)·x / (n·Σx), x ascending; what is not positive counts as 0.</summary>
    public static double Gini(IEnumerable<decimal> revenues)
    {
        var ascending = revenues.Select(revenue => (double)Math.Max(0, revenue)).Order().ToArray();
        var weighted = ascending.Select((x, i) => ((2.0 * (i + 1)) - ascending.Length - 1) * x).Sum();
        return weighted == 0 ? 0 : weighted / (ascending.Length * ascending.Sum());
    }
}
