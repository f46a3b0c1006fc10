using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The checks that the purchase models share.</summary>
internal static class OrderHistory
{
    // Above it whole numbers are no longer counted one by one.
    private const double MostOrders = 9_007_199_254_740_992;

    /// <summary>Checks that the facts of an account fit together.</summary>
    public static void Check(double orders, double lastOrder, double age)
    {
        // A model is asked of a million accounts: the guard, which words a fault, is asked of those that have one.
        if (orders >= 0 && orders <= MostOrders && orders == Math.Floor(orders) && age <= double.MaxValue && lastOrder >= 0
            && lastOrder <= age && (orders > 0 || lastOrder == 0))
        {
            return;
        }

        CheckOrders(orders);
        Guard.FiniteNotNegative(age);
        Guard.Between(lastOrder, 0, age);
        if (orders == 0 && lastOrder > 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(lastOrder),
                Invariant($"lastOrder is {lastOrder}; without a repeat order it must be 0, the time of the first order."));
        }
    }

    /// <summary>Checks that the horizon is a length of time.</summary>
    public static void CheckHorizon(double horizon)
    {
        if (!(horizon >= 0 && horizon <= double.MaxValue))
            Guard.FiniteNotNegative(horizon);
    }

    /// <summary>Checks that the number of orders is a whole number and not negative.</summary>
    public static void CheckOrders(double orders)
    {
        Guard.Between(orders, 0, MostOrders);
        if (orders != Math.Floor(orders))
            throw new ArgumentOutOfRangeException(nameof(orders), Invariant($"orders is {orders}; it must be a whole number."));
    }
}
