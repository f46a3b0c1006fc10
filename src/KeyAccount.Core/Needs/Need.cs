using System.Text.Json.Serialization;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>A need of the customer: the gap between what it expects and what it has today.</summary>
/// <remarks>
/// <para>Immutable, with value equality. Null is not known, never zero. What depends on two parts or on today is checked by
/// <see cref="Faults"/>.</para>
/// <para>Gap = expectation − today where higher is better, today − expectation where lower is; 0 or less: the need is met. Value of the gap
/// = gap · worth of a unit a year · volume. Source: 《大客戶戰略客戶關係管理》 (需求的定义：期望与现状的差距); the fields of its template (需求分析模板) are not
/// named there and are a <c>LibraryDefault</c>.</para>
/// </remarks>
public sealed record Need
{
    /// <summary>The id of the need in the account; unique there, and not blank (<see cref="Reviews.Portfolio.FaultsOf"/>).</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The depth of the need; null if not stated.</summary>
    public NeedDepth? Depth { get; init; }

    /// <summary>The people who have the need, by their ids.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    [Privacy(Privacy.PersonId)]
    public IReadOnlyList<string> People { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>The opportunity to which the need belongs; null for the account as a whole.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? OpportunityId { get; init; }

    /// <summary>The need in the customer's own words; null if not recorded.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Words { get; init; }

    /// <summary>What the customer expects; null if not known.</summary>
    public NeedMeasure? Expectation { get; init; }

    /// <summary>What the customer has today, in the same unit; null if not known.</summary>
    public NeedMeasure? Today { get; init; }

    /// <summary>The direction in which the measure improves; required if both measures are known.</summary>
    public NeedDirection? Direction { get; init; }

    /// <summary>The number of times per year that the gap occurs, such as lots or machines; 0 … 10⁶. Null for once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e6, FactUnit.Count)]
    public decimal? VolumePerYear { get; init => field = FactRange<Need>.Checked(value); }

    /// <summary>The yearly worth of one unit to the customer. Several entries count it in different ways.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<NeedWorth> Worth { get; init => field = ValueList.Of(value ?? []); } = ValueList<NeedWorth>.Empty;

    /// <summary>The day by which the need is to be met; null if it is not urgent.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NeededBy { get; init => field = Guard.Iso(value, nameof(NeededBy)); }

    /// <summary>The value by which the customer decides on this need; null if not known.</summary>
    public CustomerValue? DecidedBy { get; init; }

    /// <summary>The day on which we learned of the need; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LearnedOn { get; init => field = Guard.Iso(value, nameof(LearnedOn)); }

    /// <summary>The source from which we learned of the need, such as <c>meeting with the plant manager</c>; null if not known.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? LearnedFrom { get; init; }

    /// <summary>Our answer to the need: a product or a service; null if we have none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Answer { get; init; }

    /// <summary>The fit of the answer, as a fraction; 0 … 1. Null if nobody has judged it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? Fit { get; init => field = FactRange<Need>.Checked(value); }

    /// <summary>The arguments for the answer.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<FabeStatement> Fabe { get; init => field = ValueList.Of(value ?? []); } = ValueList<FabeStatement>.Empty;

    /// <summary>Whether the need is confidential. A deep need always is.</summary>
    public bool? Confidential { get; init; }

    /// <summary>Whether the need stays with the owner of the file: it appears in no review, no document and no redacted portfolio; only the
    /// number of such needs does.</summary>
    [JsonIgnore]
    public bool IsConfidential => Confidential == true || Depth == NeedDepth.Deep;

    /// <summary>The gap between what the customer expects and has, in the unit of the measures; 0 or less if the need is met. Null if a
    /// measure or the direction is not known, or the units differ.</summary>
    [JsonIgnore]
    public double? Gap => Expectation is not { } expected || Today is not { } today || Direction is null || expected.Unit != today.Unit
        ? null
        : Direction == NeedDirection.Higher ? expected.Value - today.Value : today.Value - expected.Value;

    /// <summary>Whether the need is met; null if the gap is not known.</summary>
    [JsonIgnore]
    public bool? IsMet => Gap is { } gap ? gap <= 0 : null;

    /// <summary>Whether a saving is counted twice: both under money and under time, effort or worry.</summary>
    [JsonIgnore]
    public bool IsCountedTwice => Worth.Select(worth => worth.Component ?? CostComponent.Money).Distinct().Skip(1).Any();

    /// <summary>What closing the gap is worth in a year: gap · worth of a unit · volume; 0 where the need is met. Null if the gap or the
    /// worth is not known, or the currencies differ. Of a saving that is counted twice, the larger entry.</summary>
    [JsonIgnore]
    public decimal? GapValue
    {
        get
        {
            if (Gap is not { } gap || Worth.Count == 0 || Worth.Any(worth => worth.Currency != Worth[0].Currency))
                return null;

            // Entries of one component add up, such as two departments that save; those of different components are one saving.
            var perUnit = Worth.GroupBy(worth => worth.Component ?? CostComponent.Money).Max(group => group.Sum(worth => worth.PerUnit));
            return gap <= 0 ? 0 : (decimal)gap * perUnit * (VolumePerYear ?? 1);
        }
    }

    /// <summary>The faults of the need on a day: units or currencies that differ, a missing direction, dates in the future.</summary>
    /// <param name="asOf">The reference date.</param>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    public IReadOnlyList<string> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var faults = new List<string>();
        if (Expectation is { } expected && Today is { } today)
        {
            if (expected.Unit != today.Unit)
                faults.Add($"today.unit is {today.Unit}; it must be {expected.Unit}, the unit of the expectation");
            if (Direction is null)
                faults.Add("direction is missing; it must be Higher or Lower where expectation and today are known");
        }

        for (var i = 1; i < Worth.Count; i++)
        {
            if (Worth[i].Currency != Worth[0].Currency)
                faults.Add(
                    Invariant($"worth[{i}].currency is {Worth[i].Currency}; it must be {Worth[0].Currency}, that of the first entry"));
        }

        for (var i = 0; i < Fabe.Count; i++)
        {
            if (Fabe[i].NeedId is { } id && id != Id)
                faults.Add(Invariant($"fabe[{i}].needId is {id}; it must be left out, or be {Id}, the need it belongs to"));
            if (Fabe[i].Evidence?.Date is { } date && date > asOf)
                faults.Add(Invariant($"fabe[{i}].evidence.date is {date:R}; it must be {asOf:R} (the day of the facts) or earlier"));
        }

        if (LearnedOn > asOf)
            faults.Add(Invariant($"learnedOn is {LearnedOn:R}; it must be {asOf:R} (the day of the facts) or earlier"));
        return faults;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine; of a confidential need its id only.</summary>
    /// <returns>What identifies the need, its gap and its value.</returns>
    public override string ToString() => IsConfidential
        ? Invariant($"Need {{ Id = {Id}, Depth = {Depth}, Confidential = True }}")
        : Invariant($"Need {{ Id = {Id}, Depth = {Depth}, Words = {Words}, Gap = {Gap}, GapValue = {GapValue} }}");
}
