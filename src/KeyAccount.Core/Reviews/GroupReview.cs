using System.Text.Json;
using KeyAccount.Core.Documents;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The review of a group as one account, with its members beside it.</summary>
/// <remarks>
/// <para>A value: immutable, equal when every part is, and the same after a round trip through JSON. Made by
/// <see cref="PortfolioReviewRun.Review(RankedGroup)"/>.</para>
/// <para>An action is listed once, at the account whose facts call for it: at the head for its own facts, such as its contract and its
/// people, and at a member for the member's facts. An action that only the whole group calls for is listed at the head. A question that the
/// facts of the head leave open is not asked if its members answer it or are asked it themselves. The list of the head is that of
/// <see cref="Group"/>, and the same as in the review of the portfolio.</para>
/// </remarks>
public sealed record GroupReview
{
    /// <summary>The group as one account (<see cref="AccountGroup.RollUp"/>).</summary>
    public required AccountReview Group { get; init; }

    /// <summary>The head by its own facts alone; its actions are those of <see cref="Group"/>.</summary>
    public required AccountReview Own { get; init; }

    /// <summary>The members, each by its own facts and the contracts of its groups: by their purchases, the largest first, with unknown
    /// ones last.</summary>
    /// <exception cref="ArgumentNullException">The list or a member is null.</exception>
    public required IReadOnlyList<AccountReview> Members { get; init => field = ValueList.Of(value, nameof(Members)); }

    /// <summary>Describes the group for a person: the page of one account, then its members with their tiers, their risk and their
    /// actions.</summary>
    /// <param name="reader">The reader: the language, the currency and the models.</param>
    /// <param name="detail">The level of detail; in full, with the reasons of every topic of the group.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public Document Describe(TopicReader reader, Detail detail = Detail.Full, ReviewSnapshot? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Guard.Defined(detail);
        return new AccountDocument(Group, reader, detail).Of(earlier, null, this);
    }

    /// <summary>Writes the review as a JSON object.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, ReviewJson.Default.GroupReview);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The group and the number of members; not the whole review.</returns>
    public override string ToString() => Invariant($"GroupReview {{ Group = {Group}, Members = {Members.Count} }}");
}
