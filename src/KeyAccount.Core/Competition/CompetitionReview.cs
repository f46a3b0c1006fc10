using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>Who competes with us for an account, and what follows from that.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record CompetitionReview
{
    /// <summary>How many suppliers usually compete for a key account, at least. Source: 《开发大客户培训课件》 (3–5家竞争对手).</summary>
    public const int UsualFrom = 3;

    /// <summary>How many suppliers usually compete for a key account, at most. Source: 《开发大客户培训课件》 (3–5家竞争对手).</summary>
    public const int UsualTo = 5;

    /// <summary>The rivals, the strong ones first, then those that sell most.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RivalReview> Rivals { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalReview>.Empty;

    /// <summary>Strengths, weaknesses, opportunities and threats; null where nothing is known of them.</summary>
    public SwotAnalysis? Swot { get; init; }

    /// <summary>The rivals that are strong here.</summary>
    [JsonIgnore]
    public IReadOnlyList<RivalReview> Strong => [.. Rivals.Where(rival => rival.IsStrong)];

    /// <summary>Whether fewer rivals are named than usually compete: who else?</summary>
    [JsonIgnore]
    public bool IsAnyoneMissing => Rivals.Count < UsualFrom;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>How many rivals there are, and how many are strong.</returns>
    public override string ToString() => Invariant($"CompetitionReview {{ Rivals = {Rivals.Count}, Strong = {Strong.Count} }}");
}
