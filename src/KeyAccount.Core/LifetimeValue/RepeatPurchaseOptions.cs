using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The options for turning purchases into the figures of a purchase model.</summary>
/// <remarks>Immutable; two values are equal if all options are. The defaults are those of the published analyses (Fader, Hardie &amp; Lee
/// 2005): weeks, one order a day, refunds ignored, the first order excluded from the mean amount, and no account left out.</remarks>
public sealed record RepeatPurchaseOptions
{
    /// <summary>The default options.</summary>
    public static RepeatPurchaseOptions Default { get; } = new();

    /// <summary>The number of days in the unit of time: 7 for weeks, 1 for days; finite and above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double DaysPerUnit { get; init => field = Guard.Positive(value, nameof(DaysPerUnit)); } = 7;

    /// <summary>How several purchases of an account on one day count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the defined ones.</exception>
    public SameDayOrders SameDay
    {
        get;
        init
        {
            Guard.Defined(value, nameof(SameDay));
            field = value;
        }
    }

    /// <summary>The treatment of a negative amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the defined ones.</exception>
    public RefundTreatment Refunds
    {
        get;
        init
        {
            Guard.Defined(value, nameof(Refunds));
            field = value;
        }
    }

    /// <summary>Whether the amount of the first order enters the mean amount.</summary>
    public bool FirstOrderInSpend { get; init; }

    /// <summary>Whether accounts with only one order are left out. A model fitted without them knows only customers who came back, and
    /// expects too much of all others.</summary>
    public bool WithoutOneTimeBuyers { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All options by name.</returns>
    public override string ToString() => Invariant($"RepeatPurchaseOptions {{ DaysPerUnit = {DaysPerUnit}, SameDay = {SameDay}, ")
        + Invariant($"Refunds = {Refunds}, FirstOrderInSpend = {FirstOrderInSpend}, WithoutOneTimeBuyers = {WithoutOneTimeBuyers} }}");
}
