using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>One piece of service that we did for an account.</summary>
/// <remarks>Immutable, with value equality. Null is not known, never zero: a service that was given away has a price of 0.</remarks>
public sealed record ServiceOrder
{
    /// <summary>The id of the order in the account; null if orders have no numbers.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Id { get; init; }

    /// <summary>The service.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ServiceType Type { get; init => field = Guard.NotNull(value); }

    /// <summary>The day on which it was done.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The hours of work; 0 … 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public double? Hours { get; init => field = FactRange<ServiceOrder>.Checked(value); }

    /// <summary>The cost to us; 0 … 10¹².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? Cost { get; init => field = FactRange<ServiceOrder>.Checked(value); }

    /// <summary>The price that the customer paid; 0 … 10¹². 0 if the service was free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? Price { get; init => field = FactRange<ServiceOrder>.Checked(value); }

    /// <summary>The working hours from the call to our first answer; 0 … 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 10_000, FactUnit.Number)]
    public double? ResponseHours { get; init => field = FactRange<ServiceOrder>.Checked(value); }

    /// <summary>The downtime of the customer's equipment, in hours; 0 … 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public double? DowntimeHours { get; init => field = FactRange<ServiceOrder>.Checked(value); }

    /// <summary>The hours of downtime that the service has avoided, as agreed with the customer; 0 … 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100_000, FactUnit.Number)]
    public double? DowntimeAvoidedHours { get; init => field = FactRange<ServiceOrder>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceOrder {{ Id = {Id}, Type = {Type}, Date = {Date:R}, Hours = {Hours}, Cost = {Cost}, Price = {Price}, ")
        + Invariant($"ResponseHours = {ResponseHours}, DowntimeHours = {DowntimeHours}, DowntimeAvoidedHours = {DowntimeAvoidedHours} }}");
}
