using KeyAccount.Core.Loyalty;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What peers buy, by a loop over all other accounts for every account and category.</summary>
public static class PlainWhiteSpace
{
    public static double Expected(WhiteSpaceAccount[] accounts)
    {
        var totals = accounts.Select(account => account.Categories.Sum(each => (double)(each.SpendWithUs ?? 0))).ToArray();
        var sum = 0.0;
        for (var i = 0; i < accounts.Length; i++)
        {
            for (var category = 0; category < accounts[i].Categories.Count; category++)
            {
                var shares = new List<double>();
                for (var other = 0; other < accounts.Length; other++)
                {
                    if (other != i && accounts[other].Group == accounts[i].Group
                        && accounts[other].Categories[category].SpendWithUs is > 0 and var spend)
                        shares.Add((double)spend / totals[other]);
                }

                shares.Sort();
                sum += shares.Count == 0 ? 0 : shares[shares.Count / 2] * totals[i];
            }
        }

        return sum;
    }
}
