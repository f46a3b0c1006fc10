using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The findings about an account, and what each puts at stake.</summary>
/// <remarks>
/// <para>The stake is money: a share of an amount that the account itself states, mostly its yearly purchases. The share is a
/// <c>LibraryDefault</c> of each rule. It ranks the findings of all accounts on one scale; it is neither a probability nor a forecast. The
/// stakes of one account do not add up, because they are shares of the same money. The stake of an account is therefore its largest
/// one.</para>
/// <para>There is no separate method behind the findings: each rule reads what a room has judged, and is defined with its topic. Replace or
/// leave out rules with <see cref="DecisionTable{TFacts,TAdvice}.With(string,TAdvice,Text,Provenance)"/> and
/// <see cref="DecisionTable{TFacts,TAdvice}.Without"/>.</para>
/// </remarks>
public static class AccountFindings
{
    /// <summary>The number of whole months without purchases from which an account may have stopped buying, if that is longer than any of
    /// its own pauses: a quarter. Provenance: <c>LibraryDefault</c>.</summary>
    public const int SilentMonths = 3;

    /// <summary>The fall of the purchases from which it is a finding, as a fraction: a fifth. Provenance: <c>LibraryDefault</c>.</summary>
    public const decimal NotableFall = 0.2m;

    /// <summary>The number of days above which overdue debt is a finding: a month. Provenance: <c>LibraryDefault</c>.</summary>
    public const int OverdueDays = 30;

    /// <summary>The number of days for which the arrival of a key person is a finding: half a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int NewPersonDays = 180;

    /// <summary>The number of days for which the departure of a key person is a finding: a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int LeftPersonDays = 365;

    /// <summary>The number of days before its end from which a contract is a finding if the barrier is low: half a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int OpenContractDays = 180;

    /// <summary>The number of days before its end from which a contract is a finding, whatever the barrier: a quarter. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int ContractDays = 90;

    /// <summary>The loss of support, in points, from which one person's departure is a finding: a tenth of the scale. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double NotableLoss = 10;

    internal static Provenance Watching { get; } = Provenance.LibraryDefault(
        "the rooms say what is wrong, not what it costs; a weakness that takes a second event puts less at stake");

    internal static Provenance Knowing { get; } = Provenance.LibraryDefault(
        "what is not known puts little at stake by itself and is never left out");

    internal static Provenance Counted { get; } = Provenance.LibraryDefault("the money is what the account itself loses");

    internal static Provenance Priced { get; } = Provenance.LibraryDefault("the money is that of the quotation itself");

    /// <summary>Facts of a review → findings; every rule that matches.</summary>
    public static DecisionTable<ReviewFacts, Stake> Standard { get; } = Build();

    /// <summary>The largest part of an account's purchases that a single finding puts at stake, in percent → the risk level of the account.
    /// Provenance: <c>LibraryDefault</c>.</summary>
    public static NamedBands<RiskLevel> Risk { get; } = new(
        "review.risk",
        new((0, RiskLevel.Low), (20, RiskLevel.Medium), (40, RiskLevel.High)),
        Provenance.LibraryDefault("percent of the purchases that one finding puts at stake; no published cuts"));

    /// <summary>A term in a sentence, or the words for "not known".</summary>
    internal static object Named(object? term) => term ?? TextTable.Library["Reviews.notKnown"];

    /// <summary>The findings of a table, in its order.</summary>
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
            .From(Provenance.LibraryDefault("the rooms say what is wrong, not what it costs; an account that may leave risks the most"))
            .Reasons(TextTable.Library, "Reviews.Findings.");
        foreach (var topic in AccountTopic.Ready)
            topic.AddFindings(table);
        return table.Build(HitPolicy.Collect);
    }
}
