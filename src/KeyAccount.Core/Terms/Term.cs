using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.SmartEnum;

namespace KeyAccount.Core.Terms;

/// <summary>A word of the method with a fixed set of values: a tier, a level, a role. It extends SmartEnum with a declared order, texts in
/// three languages, JSON by stable name, and fields that survive trimming.</summary>
/// <typeparam name="TSelf">The term itself: a sealed class with its values as <c>public static readonly</c> fields.</typeparam>
/// <remarks>
/// <para>Values are single instances, compared by reference, immutable, safe to share between threads.
/// <see cref="SmartEnum{TEnum,TValue}.Name"/> and <see cref="SmartEnum{TEnum,TValue}.Value"/> are stable identifiers that JSON and
/// databases store; look a value up with <c>FromName</c>, <c>FromValue</c>, <c>TryFromName</c> and <c>TryFromValue</c>.</para>
/// <para>A term can be read from its name wherever .NET reads a text: as a route or query parameter (<see cref="IParsable{TSelf}"/>), in
/// configuration, in an MVC model and by Newtonsoft.Json (<see cref="TermTypeConverter"/>).</para>
/// <para>Do not compare terms with <c>&lt;</c> and <c>&gt;</c>: these compare values, and the best tier has the value 1. A term with a
/// better and a worse end derives from <see cref="OrderedTerm{TSelf}"/>; compare its values with
/// <see cref="OrderedTerm{TSelf}.IsAtLeast"/>. A term to which each company can add values derives from
/// <see cref="OpenTerm{TSelf}"/>.</para>
/// <para>A term of your own gets all of this; put <c>[JsonConverter(typeof(TermJsonConverter&lt;YourTerm&gt;))]</c> on it, because .NET
/// does not inherit that attribute, and override <see cref="Texts"/> to give it names.</para>
/// </remarks>
[TypeConverter(typeof(TermTypeConverter))]
[UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "A term keeps its public fields: TSelf demands it.")]
public abstract class Term<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TSelf>
    : SmartEnum<TSelf>, ITerm, INamedTerm, ISpanParsable<TSelf>
    where TSelf : Term<TSelf>
{
    // Looked up when they are first asked for: most values are never shown.
    private static readonly ConcurrentDictionary<Term<TSelf>, TermTexts> TextsOfValues = new(ReferenceEqualityComparer.Instance);

    /// <summary>Creates a value of the term.</summary>
    /// <param name="name">The stable English identifier; not empty.</param>
    /// <param name="value">The stable number, which also gives the order.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    protected Term(string name, int value)
        : base(name, value) => ArgumentException.ThrowIfNullOrWhiteSpace(name);

    /// <summary>All values of the term in ascending order of <see cref="SmartEnum{TEnum,TValue}.Value"/>, which is the order in which the
    /// method names them.</summary>
    public static IReadOnlyList<TSelf> InOrder => Values.InOrder;

    /// <summary>The texts of this value: the name and the description that <see cref="DisplayName()"/> and <see cref="Description"/>
    /// return.</summary>
    /// <remarks>The terms of the library find their texts in its embedded tables. A term of your own overrides this one member; otherwise
    /// its display name is its <see cref="SmartEnum{TEnum,TValue}.Name"/> and its description is empty.</remarks>
    protected virtual TermTexts Texts => TextsOfValues.GetOrAdd(this, static value => value.TextKey is { } key
        ? new(TextTable.Library[key], TextTable.Library[key + ".Description"])
        : new(value.Name, ""));

    // "KeyAccount.Core.Grading" + AccountTier + A => "Grading.AccountTier.A"
    private string? TextKey => typeof(TSelf).Assembly == typeof(ITerm).Assembly
        ? $"{typeof(TSelf).Namespace!["KeyAccount.Core.".Length..]}.{typeof(TSelf).Name}.{Name}"
        : null;

    /// <summary>The name for a person, in the language of <c>CultureInfo.CurrentUICulture</c>, or in English if the library has no texts in
    /// that language. This is the only place where the library reads the ambient culture.</summary>
    /// <returns>The name.</returns>
    public string DisplayName() => DisplayName(Language.Current);

    /// <summary>The name for a person.</summary>
    /// <param name="languageTag">A tag as <see cref="Language.Resolve"/> takes it, such as <c>en</c>, <c>zh-CN</c> or <c>de</c>.</param>
    /// <returns>The name in that language; if it has none, in its parent language, otherwise in English.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    public string DisplayName(string languageTag) => Texts.Name.In(languageTag);

    /// <summary>What the value means in the method.</summary>
    /// <param name="languageTag">A tag as <see cref="Language.Resolve"/> takes it, such as <c>en</c>, <c>zh-CN</c> or <c>de</c>.</param>
    /// <returns>The description in that language; if it has none, in its parent language, otherwise in English.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    public string Description(string languageTag) => Texts.Description.In(languageTag);

    /// <summary>Finds the value with a name, as in JSON: an exact match in the same letter case.</summary>
    /// <param name="s">The name, such as <c>A</c>.</param>
    /// <param name="provider">Ignored: names are the same in every culture.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">No value has that name; the message lists the valid names.</exception>
    public static TSelf Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static TSelf Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        OfName(s) ?? throw new FormatException(NoName(s.ToString()));

    /// <summary>Finds the value with a name, as in JSON: an exact match in the same letter case.</summary>
    /// <param name="s">The name, such as <c>A</c>; null never matches.</param>
    /// <param name="provider">Ignored: names are the same in every culture.</param>
    /// <param name="result">The value; null if no value has that name.</param>
    /// <returns>Whether a value has that name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out TSelf? result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out TSelf)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [NotNullWhen(true)] out TSelf? result)
    {
        result = OfName(s);
        return result is not null;
    }

    // SmartEnum's own lookups know the fields only, and not what is added to an open term.

    /// <summary>All values of the term, as <see cref="InOrder"/>.</summary>
    public static new IReadOnlyCollection<TSelf> List => InOrder;

    /// <summary>Finds the value with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ignoreCase">Whether letter case is ignored.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    /// <exception cref="SmartEnumNotFoundException">No value has that name; the message lists the valid names.</exception>
    public static new TSelf FromName(string name, bool ignoreCase = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return TryFromName(name, ignoreCase, out var found) ? found : throw new SmartEnumNotFoundException(NoName(name));
    }

    /// <summary>Finds the value with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="result">The value; null if no value has that name.</param>
    /// <returns>Whether a value has that name.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static new bool TryFromName(string name, [NotNullWhen(true)] out TSelf? result) =>
        TryFromName(name, ignoreCase: false, out result);

    /// <summary>Finds the value with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ignoreCase">Whether letter case is ignored.</param>
    /// <param name="result">The value; null if no value has that name.</param>
    /// <returns>Whether a value has that name.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static new bool TryFromName(string name, bool ignoreCase, [NotNullWhen(true)] out TSelf? result)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        result = ignoreCase ? InOrder.FirstOrDefault(term => term.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) : OfName(name);
        return result is not null;
    }

    /// <summary>Finds the value with a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    /// <exception cref="SmartEnumNotFoundException">No value has that number.</exception>
    public static new TSelf FromValue(int value) => TryFromValue(value, out var found) ? found
        : throw new SmartEnumNotFoundException(FormattableString.Invariant($"No {typeof(TSelf).Name} has the value {value}."));

    /// <summary>Finds the value with a number, or returns a default.</summary>
    /// <param name="value">The number.</param>
    /// <param name="defaultValue">The value to return if no value has that number.</param>
    /// <returns>The value.</returns>
    public static new TSelf FromValue(int value, TSelf defaultValue) => TryFromValue(value, out var found) ? found : defaultValue;

    /// <summary>Finds the value with a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="result">The value; null if no value has that number.</param>
    /// <returns>Whether a value has that number.</returns>
    public static new bool TryFromValue(int value, [NotNullWhen(true)] out TSelf? result)
    {
        result = InOrder.FirstOrDefault(term => term.Value == value);
        return result is not null;
    }

    Text ITerm.Label => Texts.Name;

    IReadOnlyList<INamedTerm> INamedTerm.All => InOrder;

    INamedTerm? INamedTerm.Named(string name) => OfName(name);

    string INamedTerm.NoName(string name) => NoName(name);

    /// <summary>What to do about a name that no value has; empty if the list of the term is closed.</summary>
    internal virtual string WayOut(string name) => "";

    /// <summary>Adds a value to the list of an open term; not safe for two threads at once.</summary>
    private protected static void Include(TSelf value) => Values.Include(value);

    /// <summary>The value with a name; null if none has it.</summary>
    internal static TSelf? OfName(ReadOnlySpan<char> name)
    {
        foreach (var term in InOrder)
        {
            if (name.SequenceEqual(term.Name))
                return term;
        }

        return null;
    }

    /// <summary>What is wrong with a name that no value has.</summary>
    internal static string NoName(string name) =>
        $"'{name}' is not {English.WithArticle(typeof(TSelf).Name)}; expected one of: "
        + $"{string.Join(", ", InOrder.Select(term => term.Name))}.{(InOrder.Count > 0 ? InOrder[0].WayOut(name) : "")}";

    // In a class of its own, so that it is filled on first use and not while the term's own fields are still being assigned.
    private static class Values
    {
        private static IReadOnlyList<TSelf> _inOrder = [.. SmartEnum<TSelf, int>.List.OrderBy(term => term.Value)];

        public static IReadOnlyList<TSelf> InOrder => Volatile.Read(ref _inOrder);

        public static void Include(TSelf value) =>
            Volatile.Write(ref _inOrder, [.. _inOrder.Append(value).OrderBy(term => term.Value)]);
    }
}

/// <summary>What the engines need to know about a term without knowing which one it is.</summary>
internal interface ITerm
{
    int Value { get; }

    Text Label { get; }

    string DisplayName(string languageTag);
}

/// <summary>A value of a term that gives access to the others without knowing which term it is.</summary>
internal interface INamedTerm
{
    string Name { get; }

    int Value { get; }

    /// <summary>All values of the same term in their order.</summary>
    IReadOnlyList<INamedTerm> All { get; }

    /// <summary>The value of the same term with a name; null if none has it.</summary>
    INamedTerm? Named(string name);

    /// <summary>What is wrong with a name that no value of the term has.</summary>
    string NoName(string name);
}
