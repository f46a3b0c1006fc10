using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Evaluates interviews: ratings by anchors → competences → whether to hire.</summary>
/// <remarks>《B2B 大客户开发与管理》 announces ten questions for representatives and ten for managers; questions, weights and cuts are a
/// <c>LibraryDefault</c>.</remarks>
public static class Interviews
{
    /// <summary>The smallest difference between two ratings of an answer that counts as a disagreement: 2. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int DisagreementFrom = 2;

    private static readonly Scale Anchors = Scale.Linear((1, 0), (3, 50), (5, 100));

    private static readonly Text Rating = TextTable.Library["SalesTeam.Interviews.unit.rating"];

    /// <summary>Eight competences of a representative → whether to hire; a lack of integrity rules the candidate out.</summary>
    public static Scorecard<InterviewFacts, InterviewDecision> Representative { get; } = Scorecard
        .For<InterviewFacts, InterviewDecision>("interview.representative")
        .From(Ours)
        .Labels(TextTable.Library, "SalesTeam.Interviews.")
        .Criterion("relationshipBuilding", 20, f => f.RelationshipBuilding, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("needsDiscovery", 15, f => f.NeedsDiscovery, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("funnelManagement", 15, f => f.FunnelManagement, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("integrity", 15, f => f.Integrity, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("negotiation", 10, f => f.Negotiation, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("learning", 10, f => f.Learning, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("resilience", 10, f => f.Resilience, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("bidding", 5, f => f.Bidding, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Cap("integrityLow", f => f.LowestIntegrity <= 1, InterviewDecision.No)
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands((0, InterviewDecision.No), (50, InterviewDecision.SecondInterview), (70, InterviewDecision.Yes))
        .Build();

    /// <summary>Seven competences of a manager → whether to hire; a lack of integrity rules the candidate out.</summary>
    public static Scorecard<InterviewFacts, InterviewDecision> Manager { get; } = Scorecard
        .For<InterviewFacts, InterviewDecision>("interview.manager")
        .From(Ours)
        .Labels(TextTable.Library, "SalesTeam.Interviews.")
        .Criterion("funnelManagement", 30, f => f.FunnelManagement, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("learning", 20, f => f.Learning, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("integrity", 15, f => f.Integrity, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("customerInsight", 10, f => f.CustomerInsight, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("relationshipBuilding", 10, f => f.RelationshipBuilding, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("resilience", 10, f => f.Resilience, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Criterion("solutionValue", 5, f => f.SolutionValue, Anchors, 0.5, unit: Rating, control: Controllability.Given)
        .Cap("integrityLow", f => f.LowestIntegrity <= 1, InterviewDecision.No)
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands((0, InterviewDecision.No), (50, InterviewDecision.SecondInterview), (70, InterviewDecision.Yes))
        .Build();

    private static Provenance Ours => Provenance.LibraryDefault(
        $"{SourceTitle.Development} announces ten questions for each and gives none; weights and cuts are ours");

    /// <summary>Looks up the scorecard of a position.</summary>
    /// <param name="position">The position. Directors and vice presidents use the scorecard for managers.</param>
    /// <returns>The scorecard.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="position"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no questions for the position.</exception>
    public static Scorecard<InterviewFacts, InterviewDecision> For(SalesPosition position) =>
        InterviewQuestion.For(position)[0].Position == SalesPosition.Representative ? Representative : Manager;

    /// <summary>Calculates the mean rating of each competence.</summary>
    /// <param name="interview">The interview.</param>
    /// <returns>The means over questions and interviewers; null if nothing was rated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interview"/> is null.</exception>
    public static InterviewFacts FactsOf(Interview interview)
    {
        ArgumentNullException.ThrowIfNull(interview);
        var integrity = interview.Ratings.Where(rating => rating.Question.Competence == Competence.Integrity).ToArray();
        return new()
        {
            CustomerInsight = Mean(Competence.CustomerInsight),
            NeedsDiscovery = Mean(Competence.NeedsDiscovery),
            SolutionValue = Mean(Competence.SolutionValue),
            RelationshipBuilding = Mean(Competence.RelationshipBuilding),
            Negotiation = Mean(Competence.Negotiation),
            Bidding = Mean(Competence.Bidding),
            FunnelManagement = Mean(Competence.FunnelManagement),
            Learning = Mean(Competence.Learning),
            Resilience = Mean(Competence.Resilience),
            Integrity = Mean(Competence.Integrity),
            LowestIntegrity = integrity.Length == 0 ? null : integrity.Min(rating => rating.Rating),
        };

        double? Mean(Competence competence) =>
            interview.Ratings.Where(rating => rating.Question.Competence == competence).Average(rating => (double?)rating.Rating);
    }

    /// <summary>Evaluates an interview.</summary>
    /// <param name="interview">The interview.</param>
    /// <param name="scorecard">The scorecard; null for the library's scorecard of the position.</param>
    /// <returns>The decision with its reasons, the competences, and the answers on which the interviewers disagree.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interview"/> is null.</exception>
    public static InterviewResult Judge(Interview interview, Scorecard<InterviewFacts, InterviewDecision>? scorecard = null)
    {
        ArgumentNullException.ThrowIfNull(interview);
        var model = scorecard ?? For(interview.Position);
        return new(
            model.Assess(FactsOf(interview)),
            [
                .. interview.Ratings.GroupBy(rating => rating.Question.Competence).OrderBy(group => group.Key.Value)
                    .Select(group => new CompetenceScore(
                        group.Key, group.Average(rating => rating.Rating), group.Min(rating => rating.Rating),
                        group.Max(rating => rating.Rating), group.Count())),
            ],
            [
                .. interview.Ratings.GroupBy(rating => rating.Question).OrderBy(group => group.Key.Value)
                    .Select(group => new RatingSpread(group.Key, group.Min(rating => rating.Rating), group.Max(rating => rating.Rating)))
                    .Where(spread => spread.Highest - spread.Lowest >= DisagreementFrom),
            ],
            [
                .. interview.Ratings.SelectMany(rating => ProtectedTraits.Standard.Find(rating.Note ?? ""))
                    .Select(found => found.Meaning).Distinct().OrderBy(trait => trait.Value),
            ]);
    }
}
