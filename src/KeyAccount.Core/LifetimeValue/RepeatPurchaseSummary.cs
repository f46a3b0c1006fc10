using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What a purchase model takes of an account.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RepeatPurchaseSummary
{
    /// <summary>A summary from figures.</summary>
    /// <param name="accountId">The account; not blank.</param>
    /// <param name="orders">Its repeat orders (x): all but the first; at least 0.</param>
    /// <param name="lastOrder">The time of the last order (tₓ), from the first one on; 0 … <paramref name="age"/>; 0 without repeat
    /// orders.</param>
    /// <param name="age">The time from the first order to the end of the observation (T); finite and at least 0.</param>
    /// <param name="spendOrders">How many orders <paramref name="meanSpend"/> is the mean of; at least 0.</param>
    /// <param name="meanSpend">Their mean amount; null where there is none.</param>
    /// <param name="logIntervals">The sum of the logarithms of the intervals between orders; null where an interval is 0 or they are not
    /// known.</param>
    /// <exception cref="ArgumentException"><paramref name="accountId"/> is null or blank, or a mean without orders.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public RepeatPurchaseSummary(
        string accountId,
        int orders,
        double lastOrder,
        double age,
        int spendOrders = 0,
        decimal? meanSpend = null,
        double? logIntervals = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        OrderHistory.Check(orders, lastOrder, age);
        Guard.NotNegative(spendOrders);
        if (spendOrders == 0 != meanSpend is null)
        {
            throw new ArgumentException(
                Invariant($"spendOrders is {spendOrders} and meanSpend is {(meanSpend is { } mean ? Invariant($"{mean}") : "null")}; ")
                + "there is a mean amount exactly where there are orders that it is the mean of.",
                nameof(meanSpend));
        }

        if (logIntervals is { } log)
            Guard.Between(log, double.MinValue, double.MaxValue, nameof(logIntervals));
        (AccountId, Orders, LastOrder, Age) = (accountId, orders, lastOrder, age);
        (SpendOrders, MeanSpend, LogIntervals) = (spendOrders, meanSpend, logIntervals);
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>Its repeat orders, x: all but the first.</summary>
    public int Orders { get; }

    /// <summary>The time of the last order, tₓ, from the first one on.</summary>
    public double LastOrder { get; }

    /// <summary>The time from the first order to the end of the observation, T.</summary>
    public double Age { get; }

    /// <summary>How many orders <see cref="MeanSpend"/> is the mean of.</summary>
    public int SpendOrders { get; }

    /// <summary>The mean amount of its orders; null where none counts.</summary>
    public decimal? MeanSpend { get; }

    /// <summary>The sum of the logarithms of the intervals between orders, which tells regular buyers from others; null where an interval
    /// is 0 or they are not known.</summary>
    public double? LogIntervals { get; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RepeatPurchaseSummary {{ AccountId = {AccountId}, Orders = {Orders}, ")
        + Invariant($"LastOrder = {LastOrder}, Age = {Age}, SpendOrders = {SpendOrders}, MeanSpend = {MeanSpend}, ")
        + Invariant($"LogIntervals = {LogIntervals} }}");
}
