using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>The change of an account between two reviews.</summary>
/// <param name="Before">The line of the account in the earlier review; null if it is new.</param>
/// <param name="After">The line of the account in the later review; null if it is gone.</param>
/// <remarks>Immutable; two movements are equal if their parts are.</remarks>
/// <exception cref="ArgumentException">Both are null.</exception>
public sealed record AccountMovement(AccountSummary? Before, AccountSummary? After)
{
    /// <summary>The line of the account in the later review; null if it is gone.</summary>
    public AccountSummary? After { get; init; } = After ?? (Before is not null ? null
        : throw new ArgumentException("Before and After are null; one of them must be known.", nameof(After)));

    /// <summary>The account.</summary>
    [JsonIgnore]
    public string Id => (After ?? Before)!.Id;

    /// <summary>The name of the account.</summary>
    [JsonIgnore]
    public string Name => (After ?? Before)!.Name;

    /// <summary>Whether its tier has improved; null if it is the same, or either is not known.</summary>
    [JsonIgnore]
    public bool? IsPromoted => Before?.Tier is { } before && After?.Tier is { } after && before != after ? after.IsAtLeast(before) : null;

    /// <summary>Whether its risk has risen; null if it is the same, or either is not known.</summary>
    [JsonIgnore]
    public bool? IsRiskier => Before?.Risk is { } before && After?.Risk is { } after && before != after ? before.IsAtLeast(after) : null;

    /// <summary>The rules of the new findings.</summary>
    [JsonIgnore]
    public IEnumerable<string> NewFindings => After is null ? [] : After.Findings.Except(Before?.Findings ?? [], StringComparer.Ordinal);

    /// <summary>The rules of the settled findings.</summary>
    [JsonIgnore]
    public IEnumerable<string> SettledFindings =>
        Before is null ? [] : Before.Findings.Except(After?.Findings ?? [], StringComparer.Ordinal);

    /// <summary>Whether anything except money has changed: tier, risk or findings.</summary>
    [JsonIgnore]
    public bool HasMoved =>
        Before is null || After is null || Before.Tier != After.Tier || Before.Risk != After.Risk || NewFindings.Any()
            || SettledFindings.Any();

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, with its tier and its risk before and after.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Id}: {Before?.Tier} → {After?.Tier}, {Before?.Risk} → {After?.Risk}");
}
