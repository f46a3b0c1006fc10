using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Something that has newly become true of an account since an earlier review, so that a program can send its own
/// alerts.</summary>
/// <remarks>Immutable; equal when every part is. Made by <see cref="PortfolioReviewRun.EventsSince"/>.</remarks>
public sealed record ReviewEvent
{
    /// <summary>The stable identifier: the date of the earlier review, the kind, the rule of the finding and the account. It is the same
    /// however often and on whichever later day one asks, as long as the earlier review is the same.</summary>
    public required string Id { get; init; }

    /// <summary>What has become true.</summary>
    public required ReviewEventKind Kind { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>What people call it.</summary>
    public required string AccountName { get; init; }

    /// <summary>Who of us answers for it; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The date of the earlier review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Since { get; init => field = Guard.Iso(value, nameof(Since)); }

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>What it was before, as the name of a term; null where that was not known, and of findings.</summary>
    public string? From { get; init; }

    /// <summary>What it is now, as the name of a term; of a finding, its rule.</summary>
    public string? To { get; init; }

    /// <summary>The topic of a finding; null of other events.</summary>
    public ReviewTopic? Topic { get; init; }

    /// <summary>What kind of thing a finding says; null of other events.</summary>
    public FindingKind? Finding { get; init; }

    /// <summary>The money at stake: that of a finding, else that of the account; null where it is not known.</summary>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The identifier and what it is now.</returns>
    public override string ToString() => Invariant($"ReviewEvent {{ Id = {Id}, To = {To} }}");

    /// <summary>What has become true of an account, in the order of the kinds; findings in their own.</summary>
    internal static IEnumerable<ReviewEvent> Of(AccountReview review, AccountSummary? before, LocalDate since)
    {
        var after = AccountSummary.Of(review);
        if (before is null)
            yield return Of(ReviewEventKind.AccountAdded, null, null);
        if (after.Tier is { } tier && tier != before?.Tier && before is not null)
            yield return Of(ReviewEventKind.TierChanged, before.Tier, tier);
        if (after.Risk is { } risk && before is not null && risk != before.Risk && (before.Risk is null || !risk.IsAtLeast(before.Risk)))
            yield return Of(ReviewEventKind.RiskRaised, before.Risk, risk);
        if (after.State is { } state && before is not null && state != before.State)
            yield return Of(ReviewEventKind.StateChanged, before.State, state);
        foreach (var finding in review.Findings)
        {
            if (before?.Findings.Contains(finding.RuleId, StringComparer.Ordinal) != true)
            {
                yield return Of(ReviewEventKind.FindingFound, null, null) with
                {
                    Id = IdOf(ReviewEventKind.FindingFound, finding.RuleId),
                    To = finding.RuleId,
                    Topic = finding.Topic,
                    Finding = finding.Kind,
                    AtStake = finding.AtStake,
                    Text = finding.Text,
                };
            }
        }

        ReviewEvent Of(ReviewEventKind kind, ITerm? from, ITerm? to) => new()
        {
            Id = IdOf(kind, null),
            Kind = kind,
            AccountId = review.Id,
            AccountName = review.Name,
            Owner = review.Owner,
            Since = since,
            On = review.AsOf,
            From = from?.ToString(),
            To = to?.ToString(),
            AtStake = review.AtStake,
            Text = TextTable.Library[$"Reviews.Events.{kind.Name}"]
                .With(from ?? (object)TextTable.Library["Reviews.notKnown"], to ?? (object)TextTable.Library["Reviews.notKnown"]),
        };

        string IdOf(ReviewEventKind kind, string? rule) =>
            $"{LocalDatePattern.Iso.Format(since)}/{kind.Name}/{(rule is null ? "" : rule + "/")}{review.Id}";
    }
}
