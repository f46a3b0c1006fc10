using System.Collections.ObjectModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace KeyAccount.Core;

/// <summary>Makes maps that are equal by their contents, as <see cref="ValueList"/> makes lists.</summary>
internal static class ValueMap
{
    /// <summary>A copy of a map by ordinal keys; a map that already is a <see cref="ValueMap{T}"/> is taken as it is.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static ValueMap<T> Of<T>(
        IEnumerable<KeyValuePair<string, T>> entries, [CallerArgumentExpression(nameof(entries))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(entries, name);
        return entries as ValueMap<T> ?? new(new(entries, StringComparer.Ordinal));
    }
}

/// <summary>A map by text that cannot be changed and is equal to another one with equal entries, in whatever order.</summary>
internal sealed class ValueMap<T>(Dictionary<string, T> entries) : ReadOnlyDictionary<string, T>(entries), IEquatable<ValueMap<T>>
{
    public bool Equals(ValueMap<T>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Count == other.Count && entries.All(entry =>
            other.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(entry.Value, value)));

    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    // A sum, because the order of the entries does not matter.
    public override int GetHashCode() =>
        entries.Aggregate(entries.Count, (hash, entry) => unchecked(hash + HashCode.Combine(entry.Key, entry.Value)));

    /// <summary>The entries by key in braces, in a culture-invariant form.</summary>
    public override string ToString() =>
        $"{{{string.Join(", ", entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(Entry))}}}";

    private static string Entry(KeyValuePair<string, T> entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value}");
}
