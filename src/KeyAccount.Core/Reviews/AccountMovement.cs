using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>What has become of an account between two reviews.</summary>
/// <param name="Before">Its line in the earlier review; null where it is new.</param>
/// <param name="After">Its line in the later review; null where it is gone.</param>
/// <remarks>Immutable; compared by its parts.</remarks>
/// <exception cref="ArgumentException">Both are null.</exception>
public sealed record AccountMovement(AccountSummary? Before, AccountSummary? After)
{
    /// <summary>Its line in the later review; null where it is gone.</summary>
    public AccountSummary? After { get; init; } = After ?? (Before is not null ? null
        : throw new ArgumentException("Before and After are null; one of them must be known.", nameof(After)));

    /// <summary>The account.</summary>
    [JsonIgnore]
    public string Id => (After ?? Before)!.Id;

    /// <summary>What people call it.</summary>
    [JsonIgnore]
    public string Name => (After ?? Before)!.Name;

    /// <summary>Whether its tier is a better one; null where it is the same, or one of the two is not known.</summary>
    [JsonIgnore]
    public bool? IsPromoted => Before?.Tier is { } before && After?.Tier is { } after && before != after ? after.IsAtLeast(before) : null;

    /// <summary>Whether more of it is at stake; null where the risk is the same, or one of the two is not known.</summary>
    [JsonIgnore]
    public bool? IsRiskier => Before?.Risk is { } before && After?.Risk is { } after && before != after ? before.IsAtLeast(after) : null;

    /// <summary>The rules of the findings that are new.</summary>
    [JsonIgnore]
    public IEnumerable<string> NewFindings => After is null ? [] : After.Findings.Except(Before?.Findings ?? [], StringComparer.Ordinal);

    /// <summary>The rules of the findings that are settled.</summary>
    [JsonIgnore]
    public IEnumerable<string> SettledFindings =>
        Before is null ? [] : Before.Findings.Except(After?.Findings ?? [], StringComparer.Ordinal);

    /// <summary>Whether anything but money has changed: tier, risk, or what is found.</summary>
    [JsonIgnore]
    public bool HasMoved =>
        Before is null || After is null || Before.Tier != After.Tier || Before.Risk != After.Risk || NewFindings.Any()
            || SettledFindings.Any();

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The account, its tier and its risk before and now.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Id}: {Before?.Tier} → {After?.Tier}, {Before?.Risk} → {After?.Risk}");
}
