using KeyAccount.Core.Grading;
using KeyAccount.Core.Records;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Reviews accounts with configured models. It combines the rooms and adds no method of its own.</summary>
/// <remarks>Immutable and safe to share between threads. It reads no clock: the date is in the file. Not a value: it does the work; its
/// reviews are values.</remarks>
/// <example>
/// <code>
/// var portfolio = Portfolio.FromJson("""
///     { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "Baihe", "value": { "annualPurchases": 1200000 } } ] }
///     """);
/// var review = new AccountReviewer(new ReviewModels()).Review(portfolio);
/// foreach (var finding in review.Accounts[0].Findings)
///     Console.WriteLine($"{finding.RuleId}: {finding.Text}");
/// </code>
/// </example>
public sealed class AccountReviewer
{
    /// <summary>Creates a reviewer with certain models.</summary>
    /// <param name="models">The models; null for the library's own.</param>
    /// <exception cref="InvalidModelException">Two tables of findings have a rule with the same id, which must identify a finding; the
    /// exception holds all of them.</exception>
    public AccountReviewer(ReviewModels? models = null)
    {
        Models = models ?? new();
        var rules = Models.Findings.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        ModelFault[] repeated =
        [
            .. from topic in Models.OwnTopics
               from rule in topic.OwnRules(Models)
               where !rules.Add(rule)
               select new ModelFault(
                   $"topics[\"{topic.Topic}\"].findings[\"{rule}\"]", "another table of findings has a rule with this id; choose another"),
        ];
        if (repeated.Length > 0)
            throw new InvalidModelException("review", repeated);
    }

    /// <summary>The models of every review.</summary>
    public ReviewModels Models { get; }

    /// <summary>Reviews all accounts of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="purchases">Single purchases, from which retention is computed; those after the date of the portfolio are left out and
    /// counted.</param>
    /// <returns>The review. It does not depend on the order of the accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults, or a model refuses the facts of an account; the exception holds
    /// all of them.</exception>
    /// <exception cref="OverflowException">Amounts do not fit a decimal, or have no common scale in 128 bits.</exception>
    public PortfolioReview Review(Portfolio portfolio, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        return Begin(portfolio, purchases).ToReview();
    }

    /// <summary>Begins the review of a portfolio in memory. Accounts are reviewed when they are requested.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="purchases">Single purchases, as for <see cref="Review(Portfolio, IReadOnlyList{AccountPurchase})"/>.</param>
    /// <returns>The review, ready to run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    /// <exception cref="InvalidModelException">The portfolio has faults; the exception holds all of them.</exception>
    /// <exception cref="OverflowException">Amounts do not fit a decimal, or have no common scale in 128 bits.</exception>
    public PortfolioReviewRun Begin(Portfolio portfolio, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var faults = portfolio.FaultsOf();
        if (faults.Count > 0)
            throw new InvalidModelException("portfolio", faults);
        return new(
            this,
            portfolio,
            [.. portfolio.Accounts.Select(account => PortfolioEntry.Of(account, portfolio))],
            index => portfolio.Accounts[index],
            purchases);
    }

    /// <summary>Begins the review of a portfolio in a file. Accounts are read and reviewed one at a time, when they are
    /// requested.</summary>
    /// <param name="file">The file.</param>
    /// <param name="purchases">Single purchases, as for <see cref="Review(Portfolio, IReadOnlyList{AccountPurchase})"/>.</param>
    /// <returns>The review, ready to run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="OverflowException">Amounts have no common scale in 128 bits.</exception>
    public PortfolioReviewRun Begin(PortfolioFile file, IReadOnlyList<AccountPurchase>? purchases = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(this, file.Head, file.Entries, file.Read, purchases, file.IsSkipping ? file.Skipped : null);
    }

    internal AccountReview Review(AccountFile account, LocalDate asOf, int? rank, AccountTier? revenueTier)
    {
        RefuseUnknown(account);
        var review = AccountValueTopic.Begin(account, asOf, rank, revenueTier, Models);
        foreach (var topic in Models.Judging)
            review = topic.Judge(review, account, Models);

        // Findings come out of what the topics have judged, risk and actions out of the findings.
        var facts = ReviewFacts.Of(review);
        var findings = AccountFindings.Of(review, facts, Models);
        var (actions, forbidden) = AccountActions.Of(findings.Select(finding => (finding, facts, asOf)), Models);
        return review with
        {
            Conversion = account.Conversion,
            Warnings = FactWarnings.Of(account, asOf, review.ShareOfWallet, Models.PersonalFactsMonths),
            Findings = findings, Risk = AccountFindings.RiskOf(review, findings, Models), Actions = actions, Forbidden = forbidden,
            Tags = PortraitTag.Of(facts, Models),
        };
    }

    // What nobody reads is a name that is misspelt, or a topic that was forgotten.
    private void RefuseUnknown(AccountFile account)
    {
        if (account.Topics.Count == 0)
            return;
        var known = Models.OwnTopics.Select(topic => topic.Topic).ToArray();
        var unknown = account.Topics.Where(value => !known.Contains(value.Topic)).Select(value => value.Topic.Name).ToArray();
        if (unknown.Length == 0)
            return;
        var allowed = known.Length == 0 ? "no topic of your own is added to the models"
            : $"it must be one of {string.Join(", ", known.Select(topic => topic.Name))}";
        throw new InvalidModelException(
            "account", [.. unknown.Select(name => new ModelFault($"topics[\"{name}\"]", $"there is no such topic; {allowed}"))]);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of models.</returns>
    public override string ToString() => FormattableString.Invariant($"{Models.All.Count} models");
}
