using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Records;

/// <summary>A contract of an account.</summary>
/// <param name="AccountId">The account; not blank.</param>
/// <param name="Start">The first day in force.</param>
/// <param name="End">The last day in force; null if the contract is open-ended.</param>
/// <param name="AnnualValue">The value of the contract per year; not negative.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountContract(
    string AccountId,
    LocalDate Start,
    LocalDate? End,
    decimal AnnualValue)
{
    /// <summary>The first day in force.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Start { get; init => field = Guard.Iso(value, nameof(Start)); } = Guard.Iso(Start);

    /// <summary>The last day in force; null if the contract is open-ended.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? End { get; init => field = Guard.Iso(value, nameof(End)); } = Guard.Iso(End);

    /// <summary>The value of the contract per year; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [JsonPropertyOrder(1)]
    [FactRange(FactUnit.Money)]
    public decimal AnnualValue
    {
        get;
        init => field = FactRange<AccountContract>.Checked(value);
    } = FactRange<AccountContract>.Checked(AnnualValue, nameof(AnnualValue));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AccountContract {{ AccountId = {AccountId}, Start = {Start:R}, End = {End:R}, AnnualValue = {AnnualValue} }}");

    internal static void Check(IReadOnlyList<AccountContract> contracts)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        foreach (var contract in contracts)
        {
            ArgumentNullException.ThrowIfNull(contract, nameof(contracts));
            ArgumentException.ThrowIfNullOrWhiteSpace(contract.AccountId, nameof(contracts));
            if (contract.End < contract.Start)
            {
                throw new ArgumentException(
                    Invariant($"A contract of '{contract.AccountId}' ends on {contract.End:R}; ")
                    + Invariant($"it must not end before its start on {contract.Start:R}."),
                    nameof(contracts));
            }
        }
    }

    /// <summary>The total value of the contracts in force on a day; null if there are none.</summary>
    internal static decimal? ValueOn(IEnumerable<AccountContract> contracts, LocalDate day)
    {
        decimal? value = null;
        foreach (var contract in contracts)
        {
            if (contract.Start <= day && !(contract.End < day))
                value = (value ?? 0) + contract.AnnualValue;
        }

        return value;
    }
}
