using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The record of how a person's performance was managed in a period: targets, coaching, checks, the talk, and what
/// followed.</summary>
/// <remarks>Unknown parts are null or empty. Immutable; equal when every part is.</remarks>
public sealed record PerformancePeriod
{
    /// <summary>Creates a period of a person.</summary>
    /// <param name="person">The person; not blank.</param>
    /// <param name="start">The first day.</param>
    /// <param name="end">The last day; <paramref name="start"/> or later.</param>
    /// <exception cref="ArgumentException">The person is blank, the end is before the start, or a day is not in the ISO
    /// calendar.</exception>
    [JsonConstructor]
    public PerformancePeriod(string person, LocalDate start, LocalDate end)
    {
        (Person, Start, End) = (Guard.NotBlank(person, nameof(person)), Guard.Iso(start), Guard.Iso(end));
        if (end < start)
        {
            throw new ArgumentException(
                Invariant($"end is {end:R}; it must be {start:R}, the first day of the period, or later."), nameof(end));
        }
    }

    /// <summary>The person.</summary>
    [Privacy(Privacy.PersonName)]
    public string Person { get; }

    /// <summary>The first day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Start { get; }

    /// <summary>The last day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate End { get; }

    /// <summary>The targets with their results.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PeriodTarget> Targets { get; init => field = ValueList.Of(value ?? [], nameof(Targets)); } =
        ValueList<PeriodTarget>.Empty;

    /// <summary>The day on which the person proposed the targets; null if it is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ProposedOn { get; init => field = Guard.Iso(value, nameof(ProposedOn)); }

    /// <summary>The day on which the targets were signed; null if they were not.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? SignedOn { get; init => field = Guard.Iso(value, nameof(SignedOn)); }

    /// <summary>Whether the targets were signed as proposed; null if it is not known.</summary>
    public bool? IsSignedAsProposed { get; init; }

    /// <summary>The positions of those who wrote targets, notes and assessments; empty if they are not known.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<SalesPosition> Authors { get; init => field = ValueList.Of(value ?? [], nameof(Authors)); } =
        ValueList<SalesPosition>.Empty;

    /// <summary>The days of recorded coaching.</summary>
    [JsonConverter(typeof(LocalDateListJsonConverter))]
    public IReadOnlyList<LocalDate> CoachedOn { get; init => field = Iso(value, nameof(CoachedOn)); } = ValueList<LocalDate>.Empty;

    /// <summary>The days on which somebody checked the process.</summary>
    [JsonConverter(typeof(LocalDateListJsonConverter))]
    public IReadOnlyList<LocalDate> CheckedOn { get; init => field = Iso(value, nameof(CheckedOn)); } = ValueList<LocalDate>.Empty;

    /// <summary>The day of the formal talk about the results; null if there was none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? FeedbackOn { get; init => field = Guard.Iso(value, nameof(FeedbackOn)); }

    /// <summary>The day of the decision on what the results mean for pay, promotion and continued employment; null if there was
    /// none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? DecidedOn { get; init => field = Guard.Iso(value, nameof(DecidedOn)); }

    /// <summary>The number of rewards that followed; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 1,000.</exception>
    [FactRange(0, 1000, FactUnit.Count)]
    public int? Rewards { get; init => field = FactRange<PerformancePeriod>.Checked(value); }

    /// <summary>The number of deductions that followed; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 1,000.</exception>
    [FactRange(0, 1000, FactUnit.Count)]
    public int? Deductions { get; init => field = FactRange<PerformancePeriod>.Checked(value); }

    /// <summary>The weight of the process targets, as a fraction of all weights; null if a weight is not known, or all are 0.</summary>
    [JsonIgnore]
    public double? ProcessWeight => Targets.Count > 0 && Targets.All(target => target.Weight is not null)
        && Targets.Sum(target => target.Weight!.Value) is var all and > 0
            ? Targets.Where(target => target.IsProcess).Sum(target => target.Weight!.Value) / all : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The person, the days and the number of targets.</returns>
    public override string ToString() =>
        Invariant($"PerformancePeriod {{ Person = {Person}, Start = {Start:R}, End = {End:R}, Targets = {Targets.Count} }}");

    private static ValueList<LocalDate> Iso(IReadOnlyList<LocalDate>? days, string name)
    {
        var known = ValueList.Of(days ?? [], name);
        for (var i = 0; i < known.Count; i++)
            Guard.Iso(known[i], Invariant($"{name}[{i}]"));
        return known;
    }
}
