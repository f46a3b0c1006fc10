using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>An item that we keep in stock at the customer.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ConsignmentStock
{
    /// <summary>The probability that the stock lasts, where nobody has set one: 95 %. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultServiceLevel = 0.95;

    private const int DaysOfWeek = 7;

    /// <summary>The item, such as its number; unique in the account, and not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Item { get; init; }

    /// <summary>The mean demand of a week, in units; 0 … 10⁹.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public required double MeanPerWeek { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The standard deviation of the demand of a week, in units; 0 … 10⁹.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public required double DeviationPerWeek { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The weeks from an order to its delivery; 0 … 520.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 520, FactUnit.Number)]
    public required double LeadWeeks { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The weeks from one review of the stock to the next; 0 … 520.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 520, FactUnit.Number)]
    public required double ReviewWeeks { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>The probability that the stock lasts, as a fraction; 0.5 … 0.999999. Null for <see cref="DefaultServiceLevel"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0.5, 0.999999, FactUnit.Fraction)]
    public double? ServiceLevel { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>What is in stock, in units; 0 … 10⁹. Null if nobody has counted it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public double? OnHand { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>What is on its way, in units; 0 … 10⁹. Null for nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Number)]
    public double? OnOrder { get; init => field = FactRange<ConsignmentStock>.Checked(value); }

    /// <summary>How much of it we keep.</summary>
    [JsonIgnore]
    public VendorManagedInventory Plan => new(
        MeanPerWeek, DeviationPerWeek, LeadWeeks, ReviewWeeks,
        VendorManagedInventory.FactorOf(ServiceLevel ?? DefaultServiceLevel));

    /// <summary>How much to order now, in units; null if nobody has counted the stock.</summary>
    [JsonIgnore]
    public double? ToOrder => OnHand is { } stock ? Plan.OrderQuantity(stock, OnOrder ?? 0) : null;

    /// <summary>For how many days the stock lasts at the mean demand; null if nobody has counted it, or nothing is used.</summary>
    [JsonIgnore]
    public double? DaysOnHand => OnHand is { } stock && MeanPerWeek > 0 ? DaysOfWeek * stock / MeanPerWeek : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The item, its demand and its stock.</returns>
    public override string ToString() => Invariant(
        $"ConsignmentStock {{ Item = {Item}, MeanPerWeek = {MeanPerWeek}, OnHand = {OnHand}, OnOrder = {OnOrder} }}");
}
