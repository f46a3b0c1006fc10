using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Customers who signed their first contract in the same year, counted after each renewal.</summary>
/// <remarks>Immutable; equal when the counts are.</remarks>
public sealed record RenewalCohort
{
    /// <summary>Creates a cohort.</summary>
    /// <param name="customers">The number of customers at the start and after each renewal: 1000, 631, 468 …; at least two counts, none
    /// negative and none above the one before.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is null.</exception>
    /// <exception cref="ArgumentException">There are fewer than two counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or above the one before; the message gives its index.</exception>
    public RenewalCohort(params IReadOnlyList<int> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Count < 2)
        {
            throw new ArgumentException(
                Invariant($"customers holds {customers.Count} counts; it must hold that of the start and at least one after a renewal."),
                nameof(customers));
        }

        for (var i = 0; i < customers.Count; i++)
        {
            if (customers[i] < 0 || (i > 0 && customers[i] > customers[i - 1]))
            {
                var most = i == 0 ? int.MaxValue : customers[i - 1];
                throw new ArgumentOutOfRangeException(
                    nameof(customers), Invariant($"customers[{i}] is {customers[i]}; it must be between 0 and {most}."));
            }
        }

        Customers = ValueList.Of(customers);
    }

    /// <summary>The number of customers at the start and after each renewal.</summary>
    public IReadOnlyList<int> Customers { get; }
}
