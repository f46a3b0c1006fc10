using System.Globalization;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>A package: one value for each issue it settles.</summary>
/// <remarks>A value: immutable, equal when it has the same values on the same issues, and the same after a round trip through
/// JSON.</remarks>
public sealed record Package
{
    /// <summary>A package from its values.</summary>
    /// <param name="values">The value by issue key, in the unit of the issue; for a term, its <c>Value</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    [JsonConstructor]
    public Package(IReadOnlyDictionary<string, decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        // In order, because JSON lists the values as the map holds them.
        Values = ValueMap.Of(values.OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    /// <summary>A package from its values.</summary>
    /// <param name="values">Issue and value, each issue once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">An issue is null or duplicated.</exception>
    public Package(params (string Issue, decimal Value)[] values)
        : this(ByIssue(values))
    {
    }

    /// <summary>The value by issue key, in the order of the keys.</summary>
    public IReadOnlyDictionary<string, decimal> Values { get; }

    private static Dictionary<string, decimal> ByIssue((string Issue, decimal Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var byIssue = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Issue is not { } issue)
                throw new ArgumentException(Invariant($"values[{i}] has no issue."), nameof(values));
            if (!byIssue.TryAdd(issue, values[i].Value))
                throw new ArgumentException($"values has '{issue}' twice; give each issue once.", nameof(values));
        }

        return byIssue;
    }

    /// <summary>Such as <c>price = 95, term = 3</c>.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() =>
        string.Join(", ", Values.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} = {each.Value}")));
}
