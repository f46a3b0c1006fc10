using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The profit of a service, and the downtime that it spares the customer.</summary>
/// <remarks>
/// <para>Profit = price − cost, where both are known for every order. A service that is given away has a price of 0: its cost is shown, for
/// whoever gives it away pays it. Worth for the customer = hours of downtime that were avoided · cost of an hour of downtime.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record ServiceProfit
{
    /// <summary>The service; null for all together.</summary>
    public ServiceType? Type { get; init; }

    /// <summary>The number of orders.</summary>
    public int Orders { get; init; }

    /// <summary>The hours of work, as far as known.</summary>
    public double Hours { get; init; }

    /// <summary>The revenue, as far as known.</summary>
    public decimal Revenue { get; init; }

    /// <summary>The cost, as far as known.</summary>
    public decimal Cost { get; init; }

    /// <summary>Revenue less cost; null if a price or a cost is not known.</summary>
    public decimal? Profit { get; init; }

    /// <summary>The number of free orders.</summary>
    public int FreeOrders { get; init; }

    /// <summary>The cost of the free orders, as far as known.</summary>
    public decimal FreeCost { get; init; }

    /// <summary>The number of orders without a price or a cost.</summary>
    public int Unknown { get; init; }

    /// <summary>The value of the avoided downtime to the customer; null if the hours or the cost per hour are not known.</summary>
    public decimal? CustomerWorth { get; init; }

    /// <summary>The profit of each service, and of all together.</summary>
    /// <param name="orders">The service orders, in any order; at most 10⁹ in number.</param>
    /// <param name="downtimeCostPerHour">The customer's cost of an hour of downtime; 0 … 10⁹. Null if not known.</param>
    /// <returns>One entry for each service that was done, in the order of the services, then one for all together.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">An order is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="downtimeCostPerHour"/> is outside its range.</exception>
    public static IReadOnlyList<ServiceProfit> Of(IReadOnlyList<ServiceOrder> orders, decimal? downtimeCostPerHour = null)
    {
        Guard.NoNull(orders);
        if (downtimeCostPerHour is { } rate)
        {
            Guard.NotNegative(rate, nameof(downtimeCostPerHour));
            Guard.AtMost(rate, 1e9m, nameof(downtimeCostPerHour));
        }

        return
        [
            .. orders.GroupBy(order => order.Type).OrderBy(group => group.Key.Value)
                .Select(group => Of(group.Key, [.. group], downtimeCostPerHour)),
            Of(null, orders, downtimeCostPerHour),
        ];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceProfit {{ Type = {Type}, Orders = {Orders}, Hours = {Hours}, Revenue = {Revenue}, Cost = {Cost}, ")
        + Invariant($"Profit = {Profit}, FreeOrders = {FreeOrders}, FreeCost = {FreeCost}, Unknown = {Unknown}, ")
        + Invariant($"CustomerWorth = {CustomerWorth} }}");

    private static ServiceProfit Of(ServiceType? type, IReadOnlyList<ServiceOrder> orders, decimal? rate)
    {
        var (revenue, cost) = (orders.Sum(order => order.Price ?? 0), orders.Sum(order => order.Cost ?? 0));
        var unknown = orders.Count(order => order.Price is null || order.Cost is null);
        return new()
        {
            Type = type,
            Orders = orders.Count,
            Hours = orders.Sum(order => order.Hours ?? 0),
            Revenue = revenue,
            Cost = cost,
            Profit = unknown == 0 ? revenue - cost : null,
            FreeOrders = orders.Count(order => order.Price == 0),
            FreeCost = orders.Where(order => order.Price == 0).Sum(order => order.Cost ?? 0),
            Unknown = unknown,
            CustomerWorth = rate is { } each && orders.Any(order => order.DowntimeAvoidedHours is not null)
                ? each * orders.Sum(order => (decimal)(order.DowntimeAvoidedHours ?? 0)) : null,
        };
    }
}
