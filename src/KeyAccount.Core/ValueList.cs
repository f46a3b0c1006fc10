using System.Collections.ObjectModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace KeyAccount.Core;

/// <summary>Makes lists that are equal by their contents: a record that holds one is a value without an <c>Equals</c> of its own.</summary>
internal static class ValueList
{
    /// <summary>A copy of a sequence as a <see cref="ValueList{T}"/>; a list that already is one is taken as it is.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static ValueList<T> Of<T>(
        IEnumerable<T> items, [CallerArgumentExpression(nameof(items))] string name = "", [CallerMemberName] string member = "")
    {
        // In the setter of a property, the property is what its user knows.
        var known = member.Length == 0 || member[0] == '.' || (name != "value" && name.All(char.IsLetterOrDigit)) ? name : member;
        ArgumentNullException.ThrowIfNull(items, known);
        if (items is ValueList<T> copied)
            return copied;
        T[] copy = [.. items];
        Guard.NoNull(copy, known);
        return new(copy);
    }

    /// <summary>The same where items may be null, because whoever holds the list reports them with their place.</summary>
    public static ValueList<T> Unchecked<T>(IEnumerable<T> items) => items as ValueList<T> ?? new([.. items]);
}

/// <summary>A list that cannot be changed and is equal to another one with equal items in the same order.</summary>
/// <remarks>Records compare a list they hold through the list's own <c>Equals</c>, which for arrays and <c>List&lt;T&gt;</c> compares
/// references.</remarks>
internal sealed class ValueList<T>(T[] items) : ReadOnlyCollection<T>(items), IEquatable<ValueList<T>>
{
    /// <summary>The empty list. A property needs it as its initial value: <c>[]</c> there would be an array.</summary>
    public static new ValueList<T> Empty { get; } = new([]);

    public bool Equals(ValueList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && items.AsSpan().SequenceEqual(other.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The items in brackets, in a culture-invariant form.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item}")))}]";

    private Span<T> AsSpan() => items;
}
