using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A change of an account since an earlier review: something has become true, or is no longer true. A program can use events to
/// send its own alerts and to withdraw them.</summary>
/// <remarks>Immutable; equal when every part is. Made by <see cref="PortfolioReviewRun.EventsSince"/>.</remarks>
public sealed record ReviewEvent
{
    /// <summary>The stable identifier: the date of the earlier review, the kind, the rule of the finding or the sign, and the account; for
    /// an action, its own id. It is the same however often and on whichever later day it is requested, as long as the earlier review is the
    /// same.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of change.</summary>
    public required ReviewEventKind Kind { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The name of the account.</summary>
    public required string AccountName { get; init; }

    /// <summary>The person on our side who is responsible for the account; null if nobody is.</summary>
    public string? Owner { get; init; }

    /// <summary>The date of the earlier review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Since { get; init => field = Guard.Iso(value, nameof(Since)); }

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The earlier state, as the name of a term; for a settled finding, its rule. Null if it was not known, and for something
    /// new.</summary>
    public string? From { get; init; }

    /// <summary>The present state, as the name of a term; for a new finding, its rule; for an action, its status. Null if it is no longer
    /// known, and for something that is no longer true.</summary>
    public string? To { get; init; }

    /// <summary>The topic of a finding; null for other events.</summary>
    public ReviewTopic? Topic { get; init; }

    /// <summary>The kind of a finding; null for other events.</summary>
    public FindingKind? Finding { get; init; }

    /// <summary>The money at stake: that of a finding or an action, otherwise that of the account; null if it is not known.</summary>
    public decimal? AtStake { get; init; }

    /// <summary>The event in a sentence.</summary>
    public required Text Text { get; init; }

    /// <summary>Writes the event as a JSON object.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, ReviewJson.Default.ReviewEvent);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The identifier and the present state.</returns>
    public override string ToString() => Invariant($"ReviewEvent {{ Id = {Id}, To = {To} }}");

    /// <summary>Lists what has become true of an account, then what is no longer true, each in the order of the kinds; findings in their
    /// own order.</summary>
    /// <param name="review">The present review of the account.</param>
    /// <param name="before">The line of the account in the earlier review; null if it is new.</param>
    /// <param name="since">The date of the earlier review.</param>
    /// <param name="stakeOf">Returns the stake of a rule of findings; null if the models no longer have that rule.</param>
    internal static IEnumerable<ReviewEvent> Of(
        AccountReview review, AccountSummary? before, LocalDate since, Func<string, Stake?> stakeOf)
    {
        var after = AccountSummary.Of(review);
        if (before is null)
            yield return Of(ReviewEventKind.AccountAdded, null, null);
        if (before is not null && after.Tier != before.Tier)
            yield return Of(ReviewEventKind.TierChanged, before.Tier, after.Tier);
        if (after.Risk is { } risk && before is not null && risk != before.Risk && (before.Risk is null || !risk.IsAtLeast(before.Risk)))
            yield return Of(ReviewEventKind.RiskRaised, before.Risk, risk);
        if (before is not null && after.State != before.State)
            yield return Of(ReviewEventKind.StateChanged, before.State, after.State);
        foreach (var finding in review.Findings.Where(each => before?.Findings.Contains(each.RuleId, StringComparer.Ordinal) != true))
        {
            yield return Of(ReviewEventKind.FindingFound, null, null, finding.RuleId) with
            {
                To = finding.RuleId,
                Topic = finding.Topic,
                Finding = finding.Kind,
                AtStake = finding.AtStake,
                Text = finding.Text,
            };
        }

        foreach (var sign in review.EarlyWarning?.Raised.Where(each => before?.Signs.Contains(each.Sign) != true) ?? [])
            yield return Of(ReviewEventKind.SignRaised, null, sign.Sign, sign.Sign.Name) with { Text = sign.Evidence };
        if (before is null)
            yield break;
        if (before.Risk is { } high && after.Risk != high && (after.Risk is null || !after.Risk.IsAtLeast(high)))
            yield return Of(ReviewEventKind.RiskLowered, high, after.Risk);
        foreach (var rule in before.Findings.Where(each => !after.Findings.Contains(each, StringComparer.Ordinal)))
        {
            var stake = stakeOf(rule);
            yield return Of(ReviewEventKind.FindingSettled, null, null, rule) with
            {
                From = rule,
                Topic = stake?.Topic,
                Finding = stake?.Kind,
                Text = TextTable.Library["Reviews.Events.FindingSettled"].With(rule),
            };
        }

        foreach (var sign in before.Signs.Where(each => !after.Signs.Contains(each)))
            yield return Of(ReviewEventKind.SignFell, sign, null, sign.Name);

        ReviewEvent Of(ReviewEventKind kind, ITerm? from, ITerm? to, string? what = null) =>
            Made(kind, after, since, review.AsOf, from, to, what);
    }

    /// <summary>Lists the actions of an account's plan that have become overdue or have ended. An action can end on the day of the earlier
    /// review, after the review.</summary>
    internal static IEnumerable<ReviewEvent> Of(AccountReview review, IEnumerable<PlanAction> actions, LocalDate since)
    {
        var account = AccountSummary.Of(review);
        foreach (var action in actions)
        {
            var (state, text) = (action.State, action.Text);
            if (action.IsOverdue(review.AsOf) && action.DueOn >= since)
            {
                yield return Of(
                    ReviewEventKind.ActionOverdue, "ActionOverdue", text, LocalDatePattern.Iso.Format(action.DueOn), action.Owner);
            }

            if (state.HasEnded && state.On >= since && state.On <= review.AsOf)
            {
                yield return state.Note is { } note ? Of(ReviewEventKind.ActionEnded, "ActionEndedWith", text, state.Status, note)
                    : Of(ReviewEventKind.ActionEnded, "ActionEnded", text, state.Status);
            }

            ReviewEvent Of(ReviewEventKind kind, string key, params object?[] arguments) =>
                Made(
                    kind, account, since, review.AsOf, null, null, action.Id,
                    TextTable.Library[$"Reviews.Events.{key}"].With(arguments)) with
                {
                    Id = $"{LocalDatePattern.Iso.Format(since)}/{kind.Name}/{action.Id}",
                    To = state.Status.Name,
                    AtStake = action.AtStake,
                };
        }
    }

    /// <summary>An account that no longer exists.</summary>
    internal static ReviewEvent Removed(AccountSummary before, LocalDate since, LocalDate on) =>
        Made(ReviewEventKind.AccountRemoved, before, since, on, null, null, null);

    private static ReviewEvent Made(
        ReviewEventKind kind, AccountSummary account, LocalDate since, LocalDate on, ITerm? from, ITerm? to, string? what,
        Text? text = null) => new()
    {
        Id = $"{LocalDatePattern.Iso.Format(since)}/{kind.Name}/{(what is null ? "" : what + "/")}{account.Id}",
        Kind = kind,
        AccountId = account.Id,
        AccountName = account.Name,
        Owner = account.Owner,
        Since = since,
        On = on,
        From = from?.ToString(),
        To = to?.ToString(),
        AtStake = account.AtStake,
        Text = text ?? TextTable.Library[$"Reviews.Events.{kind.Name}"]
            .With(from ?? (object)TextTable.Library["Reviews.notKnown"], to ?? (object)TextTable.Library["Reviews.notKnown"]),
    };
}
