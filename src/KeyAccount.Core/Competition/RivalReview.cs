using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>The review of a rival at an account: how strong it is, what we know of it, and how to differentiate.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record RivalReview
{
    /// <summary>The number of encounters within a year that make a rival relevant even if it neither supplies nor bids: two. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int RelevantEncounters = 2;

    /// <summary>The number of months over which encounters count: a year. Provenance: <c>LibraryDefault</c>.</summary>
    public const int EncounterMonths = 12;

    /// <summary>The share of the contested amount lost to a rival from which it is strong: a half. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const decimal StrongThreat = 0.5m;

    /// <summary>The number of decisions from which the threat is meaningful: three. Provenance: <c>LibraryDefault</c>.</summary>
    public const int StrongDecisions = 3;

    /// <summary>The lead in the profile score from which a rival is strong: a quarter of a rating point. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double StrongLead = 0.25;

    /// <summary>The rival.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How the rival competes; null if not stated.</summary>
    public RivalRole? Role { get; init; }

    /// <summary>The yearly purchases of the account from the rival; null if not known.</summary>
    public decimal? AnnualSales { get; init; }

    /// <summary>The main strength of the rival; null if not stated.</summary>
    public string? Strength { get; init; }

    /// <summary>Our advantages over the rival.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CompetitiveAdvantage> OurAdvantages { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<CompetitiveAdvantage>.Empty;

    /// <summary>Whether the rival matters for the account: it supplies the account, competes for an open deal, or met us twice within a
    /// year.</summary>
    public required bool IsRelevant { get; init; }

    /// <summary>The record of wins and losses against the rival.</summary>
    public required WinRecord Record { get; init; }

    /// <summary>How much we know of the rival; 0 … 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>The benchmark of us and the rival on the eight dimensions; null if no dimension is rated for both.</summary>
    public BenchmarkProfile? Profile { get; init; }

    /// <summary>What we know of the rival.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RivalAnswer> Answers { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalAnswer>.Empty;

    /// <summary>The questions of the six without an answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<RivalQuestion> OpenQuestions => RivalKnowledge.OpenQuestions(Answers);

    /// <summary>The questions of the seven without an answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<DealQuestion> OpenDealQuestions => RivalKnowledge.OpenDealQuestions(Answers);

    /// <summary>How to differentiate from the rival, with the reason.</summary>
    public required Decision<Differentiation> Differentiation { get; init; }

    /// <summary>Whether the rival is strong at this account: it is relevant, and won at least half of the contested amount in three
    /// decisions or more, or its profile is ahead.</summary>
    [JsonIgnore]
    public bool IsStrong => IsRelevant
        && ((Record?.Threat >= StrongThreat && Record.Decided >= StrongDecisions)
            || (Profile is { } profile && profile.Theirs - profile.Ours >= StrongLead - CompetitiveProfile.Tolerance));

    /// <summary>Reviews a rival.</summary>
    /// <param name="rival">The rival.</param>
    /// <param name="facts">The other facts that decide how to differentiate; what the ratings show is added.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="isAfterOpenDeal">Whether the rival is known to compete for an open deal of the account.</param>
    /// <param name="differentiate">The table of differentiation; null for <see cref="CompetitiveStrategy.Differentiate"/>.</param>
    /// <param name="weights">The weight of each dimension, sum 1; null for equal weights.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rival"/> or <paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The weights are refused.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is in the future, or amounts sum to more than 10¹⁸.</exception>
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
    /// <param name="isAfterOpenDeal">Whether the rival is known to compete for an open deal of the account.</param>
    /// <returns>True if it supplies the account, is after an open deal, or met us twice within the twelve months before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rival"/> is null.</exception>
    public static bool IsRelevantOn(Rival rival, LocalDate asOf, bool isAfterOpenDeal = false)
    {
        ArgumentNullException.ThrowIfNull(rival);
        Guard.Iso(asOf);
        return rival.AnnualSales > 0 || isAfterOpenDeal || rival.Encounters.Count(each =>
            each.Date <= asOf && each.Date > asOf.PlusMonths(-EncounterMonths)) >= RelevantEncounters;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Who it is, and how strong.</returns>
    public override string ToString() => Invariant(
        $"RivalReview {{ Id = {Id}, IsRelevant = {IsRelevant}, IsStrong = {IsStrong}, Record = {Record}, Coverage = {Coverage} }}");
}
