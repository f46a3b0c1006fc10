using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>How strong a rival is with an account, what we know of it, and how to be different.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record RivalReview
{
    /// <summary>How often a rival must have met us within a year to be relevant without supplying or bidding: twice. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int RelevantEncounters = 2;

    /// <summary>Over how many months encounters count: a year. Provenance: <c>LibraryDefault</c>.</summary>
    public const int EncounterMonths = 12;

    /// <summary>From which share of the contested amount lost to it a rival is strong: a half. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal StrongThreat = 0.5m;

    /// <summary>From how many decisions the threat says something: three. Provenance: <c>LibraryDefault</c>.</summary>
    public const int StrongDecisions = 3;

    /// <summary>By how much its profile score must be ahead of ours for a rival to be strong: a quarter of a rating point. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double StrongLead = 0.25;

    /// <summary>The rival.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>In what way it competes; null where nobody has said so.</summary>
    public RivalRole? Role { get; init; }

    /// <summary>What the account buys from it in a year; null where that is not known.</summary>
    public decimal? AnnualSales { get; init; }

    /// <summary>What it is strong in; null where nobody has said so.</summary>
    public string? Strength { get; init; }

    /// <summary>What we are better at.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CompetitiveAdvantage> OurAdvantages { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<CompetitiveAdvantage>.Empty;

    /// <summary>Whether it matters for the account: it supplies it, is after an open deal, or met us twice within a year.</summary>
    public required bool IsRelevant { get; init; }

    /// <summary>How often we won and lost against it.</summary>
    public required WinRecord Record { get; init; }

    /// <summary>How much we know of it; 0 … 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>How we and it stand on the eight dimensions; null where no dimension is rated for both.</summary>
    public BenchmarkProfile? Profile { get; init; }

    /// <summary>What we know of it.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RivalAnswer> Answers { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalAnswer>.Empty;

    /// <summary>The questions of the six that nobody has answered.</summary>
    [JsonIgnore]
    public IReadOnlyList<RivalQuestion> OpenQuestions => RivalKnowledge.OpenQuestions(Answers);

    /// <summary>The questions of the seven that nobody has answered.</summary>
    [JsonIgnore]
    public IReadOnlyList<DealQuestion> OpenDealQuestions => RivalKnowledge.OpenDealQuestions(Answers);

    /// <summary>How to be different from it, with the reason.</summary>
    public required Decision<Differentiation> Differentiation { get; init; }

    /// <summary>Whether it is strong here: it is relevant, and won at least half of what was contested in three decisions or more, or its
    /// profile is ahead.</summary>
    [JsonIgnore]
    public bool IsStrong => IsRelevant
        && ((Record?.Threat >= StrongThreat && Record.Decided >= StrongDecisions)
            || (Profile is { } profile && profile.Theirs - profile.Ours >= StrongLead - CompetitiveProfile.Tolerance));

    /// <summary>Reviews a rival.</summary>
    /// <param name="rival">The rival.</param>
    /// <param name="facts">What else decides how to be different; what the ratings show is added.</param>
    /// <param name="asOf">The day of the question.</param>
    /// <param name="isAfterOpenDeal">Whether it is known to be after an open deal of the account.</param>
    /// <param name="differentiate">How to be different; null for <see cref="CompetitiveStrategy.Differentiate"/>.</param>
    /// <param name="weights">The weight of each dimension, sum 1; null for equal weights.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rival"/> or <paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The weights are refused.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is of the future, or amounts sum to more than 10¹⁸.</exception>
    public static RivalReview Of(
        Rival rival, DifferentiationFacts facts, LocalDate asOf, bool isAfterOpenDeal = false,
        DecisionTable<DifferentiationFacts, Differentiation>? differentiate = null,
        IReadOnlyDictionary<BenchmarkDimension, double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(rival);
        ArgumentNullException.ThrowIfNull(facts);
        Guard.Iso(asOf);
        var profile = BenchmarkProfile.Of(rival.Benchmarks, weights);
        return new()
        {
            Id = rival.Id,
            Name = rival.Called,
            Role = rival.Role,
            AnnualSales = rival.AnnualSales,
            Strength = rival.Strength,
            OurAdvantages = rival.OurAdvantages,
            IsRelevant = IsRelevantOn(rival, asOf, isAfterOpenDeal),
            Record = WinRecord.Of(rival),
            Coverage = RivalKnowledge.Coverage(rival.Answers, asOf),
            Profile = profile,
            Answers = rival.Answers,
            Differentiation = (differentiate ?? CompetitiveStrategy.Differentiate).Decide(facts.With(profile)),
        };
    }

    /// <summary>Whether a rival matters for an account on a day.</summary>
    /// <param name="rival">The rival.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="isAfterOpenDeal">Whether it is known to be after an open deal of the account.</param>
    /// <returns>True where it supplies the account, is after an open deal, or met us twice within the twelve months before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rival"/> is null.</exception>
    public static bool IsRelevantOn(Rival rival, LocalDate asOf, bool isAfterOpenDeal = false)
    {
        ArgumentNullException.ThrowIfNull(rival);
        Guard.Iso(asOf);
        return rival.AnnualSales > 0 || isAfterOpenDeal || rival.Encounters.Count(each =>
            each.Date <= asOf && each.Date > asOf.PlusMonths(-EncounterMonths)) >= RelevantEncounters;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Who it is, and how strong.</returns>
    public override string ToString() => Invariant(
        $"RivalReview {{ Id = {Id}, IsRelevant = {IsRelevant}, IsStrong = {IsStrong}, Record = {Record}, Coverage = {Coverage} }}");
}
