using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The amounts that cannot be converted, by pair of currencies: one fault for all amounts of a pair.</summary>
internal sealed class MissingRates
{
    private readonly List<Gap> _gaps = [];

    /// <summary>Adds the gaps of one account and returns its faults, one for each pair.</summary>
    public IReadOnlyList<ModelFault> Add(IEnumerable<Gap> gaps)
    {
        var added = new List<ModelFault>();
        foreach (var pair in gaps.GroupBy(gap => (gap.From, gap.To)))
        {
            var gap = Together([.. pair]);
            _gaps.Add(gap);
            added.Add(new(gap.Path, gap.Message));
        }

        return added;
    }

    /// <summary>Adds the gaps of an account that was checked by itself.</summary>
    public void Add(MissingRates account) => _gaps.AddRange(account._gaps);

    /// <summary>Adds the faults, one for each pair, at the place of the first amount.</summary>
    public void Merge(List<ModelFault> faults)
    {
        foreach (var pair in _gaps.GroupBy(gap => (gap.From, gap.To)).Where(pair => pair.Skip(1).Any()))
        {
            Gap[] all = [.. pair];
            var others = all.Skip(1).Select(gap => (gap.Path, gap.Message)).ToHashSet();
            faults.RemoveAll(fault => others.Contains((fault.Path, fault.Message)));
            var first = faults.FindIndex(fault => fault.Path == all[0].Path && fault.Message == all[0].Message);
            if (first >= 0)
                faults[first] = faults[first] with { Message = Together(all, all.Length).Message };
        }
    }

    private static Gap Together(IReadOnlyList<Gap> gaps, int accounts = 1)
    {
        if (gaps is [var only])
            return only;
        var all = gaps[0] with
        {
            First = gaps.Min(gap => gap.First), Last = gaps.Max(gap => gap.Last), Amounts = gaps.Sum(gap => gap.Amounts),
        };
        var which = Invariant($"{all.Amounts} amounts{(accounts == 1 ? "" : Invariant($" of {accounts} accounts"))} ")
            + (all.First == all.Last ? Invariant($"of {all.First:R}") : Invariant($"from {all.First:R} to {all.Last:R}"));
        return all with
        {
            Message = all.Rates?.MissingFor(all.From, all.To, which)
                ?? $"{which} are in {all.From}, and the portfolio is in {all.To}; give rates, or convert them",
        };
    }

    /// <summary>Amounts that cannot be converted.</summary>
    /// <param name="Path">The place of the first amount.</param>
    /// <param name="From">The currency of the amounts.</param>
    /// <param name="To">The currency to convert to.</param>
    /// <param name="First">The earliest of their dates.</param>
    /// <param name="Last">The latest of their dates.</param>
    /// <param name="Message">What is wrong with them.</param>
    /// <param name="Rates">The rates; null if there are none.</param>
    /// <param name="Amounts">The number of amounts.</param>
    internal sealed record Gap(
        string Path, string From, string To, LocalDate First, LocalDate Last, string Message, ExchangeRateTable? Rates,
        int Amounts = 1);
}
