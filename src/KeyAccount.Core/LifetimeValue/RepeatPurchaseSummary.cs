using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The figures of an account that a purchase model needs.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RepeatPurchaseSummary
{
    /// <summary>Creates a summary from its figures.</summary>
    /// <param name="accountId">The account; not blank.</param>
    /// <param name="orders">The repeat orders (x): all except the first; at least 0.</param>
    /// <param name="lastOrder">The time of the last order (tₓ), counted from the first one; 0 … <paramref name="age"/>; 0 without repeat
    /// orders.</param>
    /// <param name="age">The time from the first order to the end of the observation (T); finite and at least 0.</param>
    /// <param name="spendOrders">The number of orders behind <paramref name="meanSpend"/>; at least 0.</param>
    /// <param name="meanSpend">The mean amount of these orders; null if there are none.</param>
    /// <param name="logIntervals">The sum of the logarithms of the intervals between orders; null if an interval is 0 or the intervals are
    /// not known.</param>
    /// <exception cref="ArgumentException"><paramref name="accountId"/> is null or blank, or there is a mean amount without
    /// orders.</exception>
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
                + "give a mean amount if there are orders to average, and only then.",
                nameof(meanSpend));
        }

        if (logIntervals is { } log)
            Guard.Between(log, double.MinValue, double.MaxValue, nameof(logIntervals));
        (AccountId, Orders, LastOrder, Age) = (accountId, orders, lastOrder, age);
        (SpendOrders, MeanSpend, LogIntervals) = (spendOrders, meanSpend, logIntervals);
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>The repeat orders, x: all except the first.</summary>
    public int Orders { get; }

    /// <summary>The time of the last order, tₓ, counted from the first one.</summary>
    public double LastOrder { get; }

    /// <summary>The time from the first order to the end of the observation, T.</summary>
    public double Age { get; }

    /// <summary>The number of orders behind <see cref="MeanSpend"/>.</summary>
    public int SpendOrders { get; }

    /// <summary>The mean amount of these orders; null if there are none.</summary>
    public decimal? MeanSpend { get; }

    /// <summary>The sum of the logarithms of the intervals between orders, which distinguishes regular buyers from others; null if an
    /// interval is 0 or the intervals are not known.</summary>
    public double? LogIntervals { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RepeatPurchaseSummary {{ AccountId = {AccountId}, Orders = {Orders}, ")
        + Invariant($"LastOrder = {LastOrder}, Age = {Age}, SpendOrders = {SpendOrders}, MeanSpend = {MeanSpend}, ")
        + Invariant($"LogIntervals = {LogIntervals} }}");
}
