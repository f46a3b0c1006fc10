using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Backtests;

/// <summary>Rows from stored reviews: each account of a review, with its outcome in a later review.</summary>
internal static class HistoryRows
{
    /// <summary>The events, by the word of the option.</summary>
    public static readonly string[] Outcomes = ["growth", "left", "purchases"];

    /// <summary>The increase of purchases from which they count as growth: 10 %.</summary>
    private const decimal Growth = 1.1m;

    /// <summary>The rows; accounts of which nothing can be said are counted.</summary>
    /// <param name="store">The reviews.</param>
    /// <param name="model">The model of the value, whose criteria are read.</param>
    /// <param name="outcome">One of <see cref="Outcomes"/>.</param>
    /// <param name="months">The least number of months after which the outcome is read.</param>
    /// <param name="isModelAsked">Whether the model is evaluated, instead of reading the stated scores.</param>
    public static (IReadOnlyList<BacktestRow> Rows, BacktestColumns Columns, int Unknown) Of(
        IReviewStore store, Scorecard<AccountValueFacts, AccountTier> model, string outcome, int months, bool isModelAsked)
    {
        var dates = store.Dates();
        var (rows, unknown, others) = (new List<BacktestRow>(), 0, new SortedSet<LocalDate>());

        // Money is compared in the currency of the last review; whether an account has left has none.
        var currency = outcome == "left" || dates.Count == 0 ? null : store.Read(dates[^1])?.Currency;
        foreach (var date in dates)
        {
            var later = dates.Where(each => each >= date.PlusMonths(months)).Select(each => (LocalDate?)each).FirstOrDefault();
            if (later is null || store.Read(date) is not { } before || store.Read(later.Value) is not { } after)
                continue;
            LocalDate[] strange = [.. new[] { before, after }.Where(each => currency is not null && each.Currency != currency)
                .Select(each => each.AsOf)];
            if (strange.Length > 0)
            {
                others.UnionWith(strange);
                continue;
            }

            var found = after.Points.ToDictionary(point => point.Summary.Id, StringComparer.Ordinal);
            foreach (var point in before.Points)
            {
                // One that is no longer in the review has left: those who stayed alone would tell a better story.
                var then = found.GetValueOrDefault(point.Summary.Id);
                if (OutcomeOf(outcome, point.Summary, then?.Summary) is not { } brought)
                {
                    unknown++;
                    continue;
                }

                var parts = point.Value.Contributions.ToDictionary(part => part.Key, part => part.Raw, StringComparer.Ordinal);
                rows.Add(new()
                {
                    Account = point.Summary.Id,
                    Score = point.Value.Score,
                    Band = point.Value.Band is { } band ? model.Bands.IndexOf(band) : null,
                    Happened = brought > 0,
                    Amount = brought,
                    ScoredOn = date,
                    OutcomeOn = later,
                    Raw = [.. model.Criteria.Select(criterion => parts.GetValueOrDefault(criterion.Key) ?? double.NaN)],
                });
            }
        }

        return rows.Count > 0
            ? (rows, new()
            {
                AreAmounts = outcome == "purchases", HasScores = true, HasBands = true, HasCriteria = true, HasScoredOn = true,
                HasOutcomeOn = true, HasAccounts = true, IsModelAsked = isModelAsked, Currency = currency,
                Notes = [.. Notes()],
            }, unknown)
            : throw new NothingToDoException(
                $"no review has a later one, {months} months on, that says what became of its accounts "
                + $"({dates.Count} {(dates.Count == 1 ? "review is" : "reviews are")} kept); keep reviews with keyaccount review "
                + "--history, or name a table of scores and outcomes."
                + (others.Count == 0 ? "" : $" {ToolText.TextOf("Backtest.Currencies", currency, Days()).En}"));

        string Days() => string.Join(", ", others.Select(LocalDatePattern.Iso.Format));

        IEnumerable<Text> Notes()
        {
            if (others.Count > 0)
                yield return ToolText.TextOf("Backtest.Currencies", currency, Days());
            if (isModelAsked && model.Caps.Count > 0)
                yield return ToolText.TextOf("Backtest.Caps", string.Join(", ", model.Caps.Select(cap => cap.Key)));
        }
    }

    private static decimal? OutcomeOf(string outcome, AccountSummary before, AccountSummary? after) => outcome switch
    {
        "left" => after is null || after.State == CustomerState.Lost || after.State == CustomerState.Blacklisted ? 1 : 0,
        "purchases" => after is null ? 0 : after.AnnualPurchases is { } amount ? Math.Max(0, amount) : null,
        _ => after is null ? 0
            : before.AnnualPurchases is { } then && after.AnnualPurchases is { } now ? now >= then * Growth && now > 0 ? 1 : 0
            : null,
    };
}
