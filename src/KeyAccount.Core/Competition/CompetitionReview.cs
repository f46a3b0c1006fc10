using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>The review of the competition for an account: who competes, and what follows from it.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record CompetitionReview
{
    /// <summary>The lowest usual number of suppliers that compete for a key account. Source: 《开发大客户培训课件》 (3–5家竞争对手).</summary>
    public const int UsualFrom = 3;

    /// <summary>The highest usual number of suppliers that compete for a key account. Source: 《开发大客户培训课件》 (3–5家竞争对手).</summary>
    public const int UsualTo = 5;

    /// <summary>The rivals: the strong ones first, then by the account's purchases from them.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RivalReview> Rivals { get; init => field = ValueList.Of(value ?? []); } = ValueList<RivalReview>.Empty;

    /// <summary>Strengths, weaknesses, opportunities and threats; null if none is known.</summary>
    public SwotAnalysis? Swot { get; init; }

    /// <summary>The rivals that are strong at this account.</summary>
    [JsonIgnore]
    public IReadOnlyList<RivalReview> Strong => [.. Rivals.Where(rival => rival.IsStrong)];

    /// <summary>Whether fewer rivals are named than usually compete, so that some may be missing.</summary>
    [JsonIgnore]
    public bool IsAnyoneMissing => Rivals.Count < UsualFrom;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many rivals there are, and how many are strong.</returns>
    public override string ToString() => Invariant($"CompetitionReview {{ Rivals = {Rivals.Count}, Strong = {Strong.Count} }}");
}
