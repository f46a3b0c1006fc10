using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace KeyAccount.Core.Terms;

/// <summary>A term with an open list: each company can add its own values to those of the library, such as the industries it sells
/// to.</summary>
/// <typeparam name="TSelf">The term itself, as for <see cref="Term{TSelf}"/>.</typeparam>
/// <remarks>
/// <para>A list is open if the method does not reason from its values: they only name, group and count. A list that a table, a scale or a
/// deadline reads is closed, because nothing would be known about a new value.</para>
/// <para><see cref="Add"/> adds one value for the whole program; <see cref="OpenTerms"/> adds the values of a whole file. From then on, an
/// added value is like any other: a single instance, found by its name in JSON, configuration, tables, schemas and databases. A name that
/// nobody has added is refused. Add values at the start, before models that list them are created. Safe to use from several threads.</para>
/// <para>A value cannot be removed, because data already read may hold it. Its number is computed from its name alone, so that it is the
/// same in every program and can be stored in a database. Added values come after those of the term, in the order of these numbers.</para>
/// </remarks>
public abstract class OpenTerm<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TSelf> : Term<TSelf>
    where TSelf : OpenTerm<TSelf>, IOpenTerm<TSelf>
{
    private const int LongestName = 64;
#if NET10_0_OR_GREATER
    private static readonly Lock Adding = new();
#else
    private static readonly object Adding = new();
#endif

    /// <summary>Creates a value of the term.</summary>
    /// <param name="name">The stable English identifier; not empty.</param>
    /// <param name="value">The stable number, which also gives the order.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    protected OpenTerm(string name, int value)
        : base(name, value)
    {
    }

    /// <summary>Whether the value was added to the term.</summary>
    public bool IsAdded => AddedTexts.Of(Name) is not null;

    /// <inheritdoc/>
    protected sealed override TermTexts Texts => AddedTexts.Of(Name) ?? OwnTexts;

    /// <summary>The texts of a value that the term itself defines; see <see cref="Term{TSelf}.Texts"/>.</summary>
    protected virtual TermTexts OwnTexts => base.Texts;

    /// <summary>Adds a value, or replaces the texts of an added one.</summary>
    /// <param name="name">The stable identifier of the value: an English letter, then English letters and digits, at most 64 in all, such
    /// as <c>Chemicals</c>.</param>
    /// <param name="texts">The name and description for a person, in as many languages as you like.</param>
    /// <returns>The value; if a value of that name was added before, the same instance.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not such an identifier, belongs to a value that the term itself
    /// defines, differs from another name only in letter case, or happens to have the same number as another.</exception>
    public static TSelf Add(string name, TermTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        lock (Adding)
        {
            if (FaultOf(name) is { } fault)
                throw new ArgumentException($"The name of the {typeof(TSelf).Name} {fault}.", nameof(name));
            var known = OfName(name);
            AddedTexts.Set(name, texts);
            if (known is not null)
                return known;
            var added = TSelf.Create(name, NumberOf(name));
            Include(added);
            return added;
        }
    }

    /// <summary>What is wrong with the name of a value to add; null if nothing is.</summary>
    internal static string? FaultOf(string? name) =>
        string.IsNullOrEmpty(name) || name.Length > LongestName || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit)
            ? $"is '{name}'; it must be a letter and then letters and digits of English, at most {LongestName}, such as Chemicals; what "
                + "people read is its text"
        : name.Equals("any", StringComparison.OrdinalIgnoreCase) || name.Equals("unknown", StringComparison.OrdinalIgnoreCase)
            ? $"is '{name}', which means something else in a decision table"
        : OfName(name) is { IsAdded: false } ? $"is '{name}', which the term already has"
        : InOrder.FirstOrDefault(term => term.Name != name && term.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } alike
            ? $"is '{name}', which differs from {alike.Name} in letter case alone"
        : TryFromValue(NumberOf(name), out var other) && other.Name != name
            ? $"is '{name}', which has the same number as {other.Name}; take another name"
        : null;

    // FNV-1a, in the upper half of the positive numbers: those of the term itself are small.
    private static int NumberOf(string name)
    {
        var hash = 2166136261u;
        foreach (var letter in name)
            hash = unchecked((hash ^ letter) * 16777619u);
        return (int)((hash >> 2) | 0x4000_0000u);
    }

    internal sealed override string WayOut(string name) =>
        (NearestName.Of(name, InOrder.Select(term => term.Name)) is { } near ? $" Is it {near}?" : "")
        + $" The list is open: to add a value of your own, name it in the section Terms of your host's settings, in the file of "
        + $"keyaccount --terms, or with {typeof(TSelf).Name}.Add.";

    // In a class of its own, because values ask for their texts while the term's own fields are still being assigned.
    private static class AddedTexts
    {
        private static ImmutableDictionary<string, TermTexts> _byName =
            ImmutableDictionary.Create<string, TermTexts>(StringComparer.Ordinal);

        public static TermTexts? Of(string name) => Volatile.Read(ref _byName).GetValueOrDefault(name);

        public static void Set(string name, TermTexts texts) => ImmutableInterlocked.Update(ref _byName, all => all.SetItem(name, texts));
    }
}
