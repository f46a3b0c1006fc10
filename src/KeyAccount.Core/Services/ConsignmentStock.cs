using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>An item that we keep in stock at the customer.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ConsignmentStock
{
    /// <summary>The default probability that the stock lasts: 95 %. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultServiceLevel = 0.95;

    private const int DaysOfWeek = 7;

    /// <summary>The item, such as its number; unique in the account, and not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Item { get; init; }

    /// <summary>The mean weekly demand, in units; 0 … 10⁹.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public required double MeanPerWeek { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The standard deviation of the weekly demand, in units; 0 … 10⁹.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public required double DeviationPerWeek { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The lead time in weeks; 0 … 520.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 520, FactUnit.Number)]
    public required double LeadWeeks { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The review period in weeks; 0 … 520.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 520, FactUnit.Number)]
    public required double ReviewWeeks { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The probability that the stock lasts, as a fraction; 0.5 … 0.999999. Null for <see cref="DefaultServiceLevel"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0.5, 0.999999, FactUnit.Fraction)]
    public double? ServiceLevel { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The stock on hand, in units; 0 … 10⁹. Null if nobody has counted it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public double? OnHand { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The stock on order, in units; 0 … 10⁹. Null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public double? OnOrder { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The target stock level and its parts.</summary>
    [JsonIgnore]
    public VendorManagedInventory Plan => new(
        MeanPerWeek, DeviationPerWeek, LeadWeeks, ReviewWeeks,
        VendorManagedInventory.FactorOf(ServiceLevel ?? DefaultServiceLevel));

    /// <summary>The quantity to order now, in units; null if nobody has counted the stock.</summary>
    [JsonIgnore]
    public double? ToOrder => OnHand is { } stock ? Plan.OrderQuantity(stock, OnOrder ?? 0) : null;

    /// <summary>The number of days for which the stock lasts at the mean demand; null if nobody has counted it, or there is no
    /// demand.</summary>
    [JsonIgnore]
    public double? DaysOnHand => OnHand is { } stock && MeanPerWeek > 0 ? DaysOfWeek * stock / MeanPerWeek : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The item, its demand and its stock.</returns>
    public override string ToString() => Invariant(
        $"ConsignmentStock {{ Item = {Item}, MeanPerWeek = {MeanPerWeek}, OnHand = {OnHand}, OnOrder = {OnOrder} }}");
}
