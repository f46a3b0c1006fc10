using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What there is to say about an account, and what is at stake with it.</summary>
/// <remarks>
/// <para>What is at stake is money: a share of an amount the account itself names, mostly what it buys in a year. The share is a
/// <c>LibraryDefault</c> of each rule. It ranks findings of all accounts on one scale; it is neither a probability nor a forecast, and the
/// stakes of one account do not add up, because they are shares of the same money: what an account has at stake is its largest
/// stake.</para>
/// <para>No method of its own: each rule reads what a room has judged, and stands with its topic. Replace or leave out rules with
/// <see cref="DecisionTable{TFacts,TAdvice}.With(string,TAdvice,Text,Provenance)"/> and
/// <see cref="DecisionTable{TFacts,TAdvice}.Without"/>.</para>
/// </remarks>
public static class AccountFindings
{
    /// <summary>From how many whole months without purchases an account may have stopped, if that is longer than any of its own pauses: a
    /// quarter. Provenance: <c>LibraryDefault</c>.</summary>
    public const int SilentMonths = 3;

    /// <summary>From which fall of the purchases, as a fraction, it is a finding: a fifth. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal NotableFall = 0.2m;

    /// <summary>Above how many days overdue debt is a finding: a month. Provenance: <c>LibraryDefault</c>.</summary>
    public const int OverdueDays = 30;

    /// <summary>For how many days after they came a new key person is a finding: half a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int NewPersonDays = 180;

    /// <summary>For how many days after they left the leaving of a key person is a finding: a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int LeftPersonDays = 365;

    /// <summary>From how many days before its end a contract is a finding: half a year where the barrier is low. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int OpenContractDays = 180;

    /// <summary>From how many days before its end a contract is a finding whatever the barrier: a quarter. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int ContractDays = 90;

    /// <summary>From which loss of support, in points, one person's leaving is a finding: a tenth of the scale. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double NotableLoss = 10;

    internal static Provenance Watching { get; } = Provenance.LibraryDefault(
        "the rooms say what is wrong, not what it costs; a weakness that takes a second event puts less at stake");

    internal static Provenance Knowing { get; } = Provenance.LibraryDefault(
        "what is not known puts little at stake by itself and is never left out");

    internal static Provenance Counted { get; } = Provenance.LibraryDefault("the money is what the account itself loses");

    internal static Provenance Priced { get; } = Provenance.LibraryDefault("the money is that of the quotation itself");

    /// <summary>The facts of a review → what there is to say; every rule that matches.</summary>
    public static DecisionTable<ReviewFacts, Stake> Standard { get; } = Build();

    /// <summary>The largest part of its purchases that one finding puts at stake, in percent → how much of the account is at stake.
    /// Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public static NamedBands<RiskLevel> Risk { get; } = new(
        "review.risk",
        new((0, RiskLevel.Low), (20, RiskLevel.Medium), (40, RiskLevel.High)),
        Provenance.LibraryDefault("percent of the purchases that one finding puts at stake; no published cuts"));

    /// <summary>A term in a sentence, or that it is not known.</summary>
    internal static object Named(object? term) => term ?? TextTable.Library["Reviews.notKnown"];

    /// <summary>What a table has to say, in its order.</summary>
    internal static IEnumerable<Finding> Of<TFacts>(
        DecisionTable<TFacts, Stake> table, TFacts facts, Func<Stake, decimal?> amountOf, Func<Stake, IEnumerable<string>> subjectsOf)
        where TFacts : class =>
        table.Decide(facts).Hits.Select(hit => new Finding(
            hit.RuleId, hit.Advice, hit.Advice.Share * amountOf(hit.Advice), hit.Reason, Evidence.Of(table, hit.RuleId, facts))
            {
                Subjects = [.. subjectsOf(hit.Advice)],
            });

    // What is at stake decides the order; what is not known in money stands behind, by its share; then the order of the topics.
    internal static IReadOnlyList<Finding> Of(AccountReview review, ReviewFacts facts, ReviewModels models)
    {
        var ready = Of(models.Findings, facts, stake => facts.AmountOf(stake.Basis), stake => SubjectsOf(stake, review));
        return
        [
            .. ready.Concat(models.OwnTopics.SelectMany(topic => topic.Find(review, facts, models)))
                .OrderByDescending(finding => finding.AtStake ?? -1)
                .ThenByDescending(finding => finding.Stake.Share),
        ];
    }

    // Where no topic that can say so is known, nobody knows. What can be won is nothing that we have and may lose.
    internal static RiskLevel? RiskOf(AccountReview review, IReadOnlyList<Finding> findings, ReviewModels models)
    {
        if (!models.Judging.Any(topic => topic.CanTellRisk(review)))
            return null;
        var share = 0m;
        foreach (var finding in findings.Where(finding => finding.IsAtStake))
        {
            var part = review.AnnualPurchases > 0 && finding.AtStake is { } money ? Math.Min(1, money / review.AnnualPurchases.Value)
                : finding.Stake.Share;
            share = Math.Max(share, part);
        }

        return models.Risk.Bands.Of(ScoreRounding.Round(100 * (double)share));
    }

    private static IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) =>
        AccountTopic.Of(stake.Topic)?.SubjectsOf(stake, review) ?? [];

    private static DecisionTable<ReviewFacts, Stake> Build()
    {
        var table = DecisionTable.For<ReviewFacts, Stake>("review.findings")
            .From(Provenance.LibraryDefault("the rooms say what is wrong, not what it costs; who may leave outright puts most at stake"))
            .Reasons(TextTable.Library, "Reviews.Findings.");
        foreach (var topic in AccountTopic.Ready)
            topic.AddFindings(table);
        return table.Build(HitPolicy.Collect);
    }
}
