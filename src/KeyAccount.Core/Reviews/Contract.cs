using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>A contract of the customer with us.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Contract
{
    /// <summary>The stable identifier of the contract, unique in the account; not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The first day of the contract.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The last day of the contract; not before the first. Null if it has no end.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The yearly value of the contract.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? AnnualValue
    {
        get;
        init => field = FactRange<Contract>.Checked(value);
    }

    /// <summary>The currency of <see cref="AnnualValue"/>; null to use that of the account.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The number of units over the whole term; positive. Null if it is not known.</summary>
    [FactRange(0, double.PositiveInfinity, FactUnit.Count, IsMinimumExcluded = true)]
    public decimal? Units
    {
        get;
        init => field = FactRange<Contract>.Checked(value);
    }

    internal bool IsInForceOn(LocalDate asOf) => From <= asOf && !(Until < asOf);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
$"Contract {{ Id = {Id}, From = {LocalDatePattern.Iso.Format(From)}, "
        + $"Until = {(Until is { } until ? LocalDatePattern.Iso.Format(until) : "")}, AnnualValue = {AnnualValue}, "
        + $"Currency = {Currency}, Units = {Units} }}");
}
