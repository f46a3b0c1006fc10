using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>A service contract with an account.</summary>
/// <remarks>Immutable, with value equality. What depends on two parts is checked by <see cref="Faults"/>.</remarks>
public sealed record ServiceContract
{
    private const decimal Tolerance = 1e-9m;

    /// <summary>The id of the contract in the account; unique there, and not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The service.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required ServiceType Type { get; init => field = Guard.NotNull(value); }

    /// <summary>The first day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The last day; null if it has no end.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The yearly fee if it is fixed; 0 … 10¹². Null if it depends on <see cref="Terms"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? AnnualFee { get; init => field = FactRange<ServiceContract>.Checked(value); }

    /// <summary>The yearly cost of fulfilling the contract; 0 … 10¹². Null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? AnnualCost { get; init => field = FactRange<ServiceContract>.Checked(value); }

    /// <summary>The terms of a contract that pays for performance; null if the fee is fixed.</summary>
    public PerformanceContract? Terms { get; init; }

    /// <summary>The possible availabilities under <see cref="Terms"/>; their probabilities sum to 1.</summary>
    /// <exception cref="ArgumentException">An outcome is null.</exception>
    public IReadOnlyList<AvailabilityOutcome> Outcomes { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<AvailabilityOutcome>.Empty;

    /// <summary>The yearly result and our risk; null if the terms, the outcomes or the cost are not known.</summary>
    [JsonIgnore]
    public PerformanceContractResult? Expected => Terms is { } terms && AnnualCost is { } cost && Faults().Count == 0 && Outcomes.Count > 0
        ? terms.Expect(Outcomes, cost) : null;

    internal bool IsInForceOn(LocalDate day) => From <= day && !(Until < day);

    /// <summary>What is wrong with the contract: an end before its beginning, two fees, probabilities that do not sum to 1.</summary>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Until < From)
            faults.Add(Invariant($"until is {Until:R}; it must be {From:R} (the first day) or later"));
        if (Terms is not null && AnnualFee is not null)
            faults.Add(Invariant($"annualFee is {AnnualFee}; it must be left out where terms make the fee"));
        if (Outcomes.Count > 0 && Terms is null)
            faults.Add("terms is missing; it must be given where there are outcomes");
        var sum = Outcomes.Sum(outcome => outcome.Probability);
        if (Outcomes.Count > 0 && Math.Abs(sum - 1) > Tolerance)
            faults.Add(Invariant($"outcomes is a list with probabilities that sum to {sum}; they must sum to 1"));
        return faults;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What identifies the contract, its service and its time.</returns>
    public override string ToString() =>
        Invariant($"ServiceContract {{ Id = {Id}, Type = {Type}, From = {From:R}, Until = {Until:R}, AnnualFee = {AnnualFee}, ")
        + Invariant($"AnnualCost = {AnnualCost} }}");
}
