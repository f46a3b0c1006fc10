using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The cuts between the five scores of recency, frequency and money.</summary>
/// <remarks>
/// <para>Four ascending values each. A value scores one for every cut it is above, and one more: at a cut is not above it, so equal values
/// always score alike. Fewer days since the last purchase score more.</para>
/// <para>Immutable; equal when every cut is.</para>
/// </remarks>
public sealed record RfmCuts
{
    /// <summary>The number of scores: 5, as usual. Provenance: <c>LibraryDefault</c>.</summary>
    public const int Scores = 5;

    /// <summary>Cuts of your own: thresholds that stay the same from report to report.</summary>
    /// <param name="days">The four cuts of the days since the last purchase, ascending.</param>
    /// <param name="orders">The four cuts of the number of orders, ascending.</param>
    /// <param name="amounts">The four cuts of the money, ascending.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A list does not hold four ascending values; the message names it.</exception>
    [JsonConstructor]
    public RfmCuts(IReadOnlyList<int> days, IReadOnlyList<int> orders, IReadOnlyList<decimal> amounts) =>
        (Days, Orders, Amounts) = (Four(days, nameof(days)), Four(orders, nameof(orders)), Four(amounts, nameof(amounts)));

    /// <summary>The four cuts of the days since the last purchase, ascending.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>The four cuts of the number of orders, ascending.</summary>
    public IReadOnlyList<int> Orders { get; }

    /// <summary>The four cuts of the money, ascending.</summary>
    public IReadOnlyList<decimal> Amounts { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All cuts.</returns>
    public override string ToString() =>
        Invariant($"RfmCuts {{ Days = {Said(Days)}, Orders = {Said(Orders)}, Amounts = {Said(Amounts)} }}");

    internal int Recency(int days) => Scores - Above(days, Days);

    internal int Frequency(int orders) => 1 + Above(orders, Orders);

    internal int Money(decimal amount) => 1 + Above(amount, Amounts);

    // The quintiles: a fifth of the customers, or a little more where values are equal, lies up to each cut.
    internal static RfmCuts Quintiles(int[] days, int[] orders, decimal[] amounts) =>
        new(Cuts(days), Cuts(orders), Cuts(amounts));

    private static T[] Cuts<T>(T[] values)
    {
        T[] sorted = [.. values.Order()];
        return [.. Enumerable.Range(1, Scores - 1).Select(k => sorted[((int)(((long)k * sorted.Length) + Scores - 1) / Scores) - 1])];
    }

    private static int Above<T>(T value, IReadOnlyList<T> cuts)
        where T : IComparable<T>
    {
        var count = 0;
        foreach (var cut in cuts)
        {
            if (value.CompareTo(cut) > 0)
                count++;
        }

        return count;
    }

    private static ValueList<T> Four<T>(IReadOnlyList<T> cuts, string name)
        where T : IComparable<T>
    {
        var list = ValueList.Of(cuts, name, name);
        if (list.Count != Scores - 1)
            throw new ArgumentException(Invariant($"{name} has {list.Count} values; it must have {Scores - 1}."), name);
        for (var i = 1; i < list.Count; i++)
        {
            if (list[i].CompareTo(list[i - 1]) < 0)
            {
                throw new ArgumentException(
                    Invariant($"{name}[{i}] is {list[i]}; it must not be below {name}[{i - 1}], {list[i - 1]}."), name);
            }
        }

        return list;
    }

    private static string Said<T>(IEnumerable<T> values) => string.Join(" ", values.Select(value => Invariant($"{value}")));
}
