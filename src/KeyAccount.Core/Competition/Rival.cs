using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>A competitor for an account.</summary>
/// <remarks>
/// <para>One fact, one place: wins and losses are counted from the encounters. Where an earlier count is stated, it includes them, and is
/// used instead.</para>
/// <para>Immutable, with value equality. What depends on two parts or on today is checked by <see cref="Faults"/>.</para>
/// </remarks>
public sealed record Rival
{
    /// <summary>The id of the rival in the account; unique there, and not blank (<see cref="Reviews.Portfolio.FaultsOf"/>).</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The name; null or blank if the id serves as the name.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Name { get; init; }

    /// <summary>How the rival competes; null if not stated.</summary>
    public RivalRole? Role { get; init; }

    /// <summary>The yearly purchases of the account from the rival; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? AnnualSales { get; init => field = FactRange<Rival>.Checked(value); }

    /// <summary>The main strength of the rival; null if not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Strength { get; init; }

    /// <summary>Our advantages over the rival.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<CompetitiveAdvantage> OurAdvantages { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<CompetitiveAdvantage>.Empty;

    /// <summary>What we know of the rival, question by question; the newest answer to a question counts.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<RivalAnswer> Answers { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalAnswer>.Empty;

    /// <summary>The ratings of us and the rival, each dimension once.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<RivalBenchmark> Benchmarks { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalBenchmark>.Empty;

    /// <summary>The encounters with the rival.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<RivalEncounter> Encounters { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalEncounter>.Empty;

    /// <summary>The number of wins against the rival, the encounters included; null for those of the encounters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e6, FactUnit.Count)]
    public int? WonAgainst { get; init => field = FactRange<Rival>.Checked(value); }

    /// <summary>The number of losses to the rival, the encounters included; null for those of the encounters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e6, FactUnit.Count)]
    public int? LostAgainst { get; init => field = FactRange<Rival>.Checked(value); }

    /// <summary>The amount won against the rival; 0 … 10¹⁵. Null for the sum of the encounters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e15, FactUnit.Money)]
    public decimal? AmountWon { get; init => field = FactRange<Rival>.Checked(value); }

    /// <summary>The amount lost to the rival; 0 … 10¹⁵. Null for the sum of the encounters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e15, FactUnit.Money)]
    public decimal? AmountLost { get; init => field = FactRange<Rival>.Checked(value); }

    [JsonIgnore]
    internal string Called => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <summary>The faults of the rival on a day: a count below its encounters, an answer without a question, a duplicate dimension,
    /// dates in the future.</summary>
    /// <param name="asOf">The reference date.</param>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    public IReadOnlyList<string> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var faults = new List<string>();
        Below("wonAgainst", WonAgainst, Encounters.Count(each => each.IsWon == true));
        Below("lostAgainst", LostAgainst, Encounters.Count(each => each.IsWon == false));
        Below("amountWon", AmountWon, WinRecord.AmountOf(Encounters, true));
        Below("amountLost", AmountLost, WinRecord.AmountOf(Encounters, false));
        for (var i = 0; i < Answers.Count; i++)
        {
            if (Answers[i].Question is null == Answers[i].DealQuestion is null)
            {
                faults.Add(Answers[i].DealQuestion is { } second
                    ? Invariant($"answers[{i}].dealQuestion is {second}; it must be left out where question is given")
                    : Invariant($"answers[{i}].question is missing; it must name one of the six questions, ")
                        + "or dealQuestion one of the seven");
            }

            NotAfter(Answers[i].Date, Invariant($"answers[{i}].date"));
        }

        var seen = new HashSet<BenchmarkDimension>();
        for (var i = 0; i < Benchmarks.Count; i++)
        {
            var dimension = Benchmarks[i].Dimension;
            if (!seen.Add(dimension))
                faults.Add(Invariant($"benchmarks[{i}].dimension is {dimension}, which is duplicated; it must be stated once"));
            NotAfter(Benchmarks[i].Date, Invariant($"benchmarks[{i}].date"));
        }

        for (var i = 0; i < Encounters.Count; i++)
            NotAfter(Encounters[i].Date, Invariant($"encounters[{i}].date"));
        return faults;

        void NotAfter(LocalDate? day, string place)
        {
            if (day > asOf)
                faults.Add(Invariant($"{place} is {day:R}; it must be {asOf:R} (the day of the facts) or earlier"));
        }

        void Below(string place, decimal? stated, decimal counted)
        {
            if (stated < counted)
                faults.Add(Invariant($"{place} is {stated}; it must be {counted} or more, what the encounters show"));
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Who it is.</returns>
    public override string ToString() => Invariant($"Rival {{ Id = {Id}, Name = {Name}, Role = {Role}, AnnualSales = {AnnualSales} }}");
}
