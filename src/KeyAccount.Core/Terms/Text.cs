using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>A text for a person, in the three languages of the library and any number of others.</summary>
/// <remarks>
/// Immutable and safe to share between threads; two texts are equal when they are equal in every language that they have themselves.
/// In JSON: <c>{"en": …, "zh-Hans": …, "zh-Hant": …}</c>, with further tags such as <c>"de"</c> beside them. A plain string converts
/// implicitly to a text that reads the same in all languages, for programs that have only one. A text of a <see cref="TextTable"/> is
/// also known in the languages that were added by <see cref="Language.Add"/>.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter))]
public sealed record Text
{
    private static readonly IReadOnlyDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    // Where it comes from, so that it can be said in a language that was added: its key, and the template with what fills it.
    private readonly string? _key;
    private readonly (Text Template, object?[] Arguments)? _filled;

    /// <summary>Creates a text in the three languages.</summary>
    /// <param name="en">English.</param>
    /// <param name="zhHans">Chinese in simplified characters.</param>
    /// <param name="zhHant">Chinese in traditional characters.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public Text(string en, string zhHans, string zhHant)
        : this(en, zhHans, zhHant, null, null)
    {
    }

    /// <summary>Creates a text in the three languages and in others.</summary>
    /// <param name="en">English.</param>
    /// <param name="zhHans">Chinese in simplified characters.</param>
    /// <param name="zhHant">Chinese in traditional characters.</param>
    /// <param name="others">Further languages by their tags, such as <c>de</c>.</param>
    /// <exception cref="ArgumentNullException">An argument or a text is null.</exception>
    /// <exception cref="ArgumentException">A tag is not a BCP 47 tag, is duplicated in another letter case, or is one of the
    /// three.</exception>
    public Text(string en, string zhHans, string zhHant, IReadOnlyDictionary<string, string> others)
        : this(en, zhHans, zhHant, Checked(others), null)
    {
    }

    private Text(string en, string zhHans, string zhHant, IReadOnlyDictionary<string, string>? others, string? key)
    {
        ArgumentNullException.ThrowIfNull(en);
        ArgumentNullException.ThrowIfNull(zhHans);
        ArgumentNullException.ThrowIfNull(zhHant);
        En = en;
        ZhHans = zhHans;
        ZhHant = zhHant;
        Others = others ?? None;
        _key = key;
    }

    private Text(string en, string zhHans, string zhHant, IReadOnlyDictionary<string, string>? others, Text template, object?[] arguments)
        : this(en, zhHans, zhHant, others, null) => _filled = (template, arguments);

    /// <summary>The text in English.</summary>
    public string En { get; }

    /// <summary>The text in simplified Chinese characters.</summary>
    public string ZhHans { get; }

    /// <summary>The text in traditional Chinese characters.</summary>
    public string ZhHant { get; }

    /// <summary>The text in the other languages that it has itself, by tag. Texts added by <see cref="Language.Add"/> are not
    /// included.</summary>
    public IReadOnlyDictionary<string, string> Others { get; }

    /// <summary>Converts a string to a text that reads the same in all languages.</summary>
    /// <param name="text">The string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static implicit operator Text(string text) => FromString(text);

    /// <summary>Creates a text that reads the same in all languages.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Text FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, text, text);
    }

    /// <summary>Returns the text in one language; if it has none, in the parent language (<c>de</c> for <c>de-AT</c>), otherwise in
    /// English.</summary>
    /// <param name="languageTag">A tag as <see cref="Language.Resolve"/> takes it.</param>
    /// <returns>The text that a reader of that language sees.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    public string In(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        switch (languageTag)
        {
            case Language.English:
                return En;
            case Language.SimplifiedChinese:
                return ZhHans;
            case Language.TraditionalChinese:
                return ZhHant;
        }

        for (var tag = languageTag; tag is not null; tag = Language.ParentOf(tag))
        {
            if (InOther(tag) is { } text)
                return text;
        }

        return Language.ReadyOf(languageTag) switch
        {
            Language.SimplifiedChinese => ZhHans,
            Language.TraditionalChinese => ZhHant,
            _ => En,
        };
    }

    /// <summary>Fills the placeholders <c>{0}</c>, <c>{1}</c>, … in each language.</summary>
    /// <param name="arguments">The arguments. A term or a text appears in the language of the sentence around it. Everything else is
    /// formatted with the invariant culture; a double without a format is rounded to two decimals, or below one to three digits. A
    /// placeholder may contain the words that depend on its number, with <c>#</c> for the number: <c>{0:# account|# accounts}</c> for one
    /// and for any other, <c>{0:once|twice|# times}</c> for one, two and any other.</param>
    /// <returns>The filled text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="arguments"/> is null.</exception>
    /// <exception cref="FormatException">A placeholder has no argument.</exception>
    public Text With(params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new(
            Fill(En, Language.English, arguments),
            Fill(ZhHans, Language.SimplifiedChinese, arguments),
            Fill(ZhHant, Language.TraditionalChinese, arguments),
            Others.Count == 0 ? null : Others.ToFrozenDictionary(
                other => other.Key, other => Fill(other.Value, other.Key, arguments), StringComparer.OrdinalIgnoreCase),
            this,
            arguments);
    }

    /// <summary>Whether another text is equal in every language that the two have themselves.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Text? other) => other is not null && (ReferenceEquals(this, other)
        || (En == other.En && ZhHans == other.ZhHans && ZhHant == other.ZhHant && Others.Count == other.Others.Count
            && Others.All(mine => other.Others.TryGetValue(mine.Key, out var theirs) && theirs == mine.Value)));

    /// <summary>A hash that equal texts share.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(En, ZhHans, ZhHant, Others.Count);

    /// <summary>The English text: a form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns><see cref="En"/>.</returns>
    public override string ToString() => En;

    /// <summary>A text of a table, which can also be read in an added language.</summary>
    internal static Text OfTable(string key, string en, string zhHans, string zhHant) => new(en, zhHans, zhHant, null, key);

    /// <summary>Returns the text with line feeds in place of other line ends; the same instance if it has none.</summary>
    internal Text WithLineFeeds()
    {
        return Others.Values.Concat([En, ZhHans, ZhHant]).Any(text => text.Contains('\r', StringComparison.Ordinal))
            ? new(Of(En), Of(ZhHans), Of(ZhHant), Others.ToFrozenDictionary(
                other => other.Key, other => Of(other.Value), StringComparer.OrdinalIgnoreCase), null)
            : this;

        static string Of(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    /// <summary>The number of arguments that <see cref="With"/> needs to fill the placeholders of every language; null if a language has a
    /// stray brace or a placeholder that is not a number.</summary>
    internal int? ArgumentsNeeded
    {
        get
        {
            var needed = NeededOf(MostDemanding.Text);
            return needed == int.MaxValue ? null : needed;
        }
    }

    /// <summary>The text that needs the most arguments, with its language; a text with a stray brace comes before all others. The language
    /// is null for English.</summary>
    internal (string? Language, string Text) MostDemanding =>
        Others.OrderBy(other => other.Key, StringComparer.Ordinal).Select(other => ((string?)other.Key, other.Value))
            .Prepend((Language.TraditionalChinese, ZhHant)).Prepend((Language.SimplifiedChinese, ZhHans)).Prepend((null, En))
            .MaxBy(each => NeededOf(each.Item2));

    private static int NeededOf(string text)
    {
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount;
        }
        catch (FormatException)
        {
            return int.MaxValue;
        }
    }

    /// <summary>Checks languages by tag: each tag is unique, and none is one of the three.</summary>
    internal static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (tag, text) in others)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(others));
            if (Language.FaultOf(tag) is { } fault)
                throw new ArgumentException($"'{tag}' {fault}.", nameof(others));
            if (!taken.TryAdd(tag, text))
                throw new ArgumentException($"the language {tag} is duplicated.", nameof(others));
        }

        return taken.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    // What it says itself goes before what a program has added.
    private string? InOther(string tag)
    {
        if (Others.TryGetValue(tag, out var own))
            return own;
        if (_key is not null)
        {
            // Behind what a program has added for a language, not for a region of it, stands what the library has ready.
            return Language.Added(tag) is not { } added ? null
                : added.TryGet(_key) ?? (Language.ParentOf(tag) is null ? LanguageTexts.ReadyFor(tag)?.TryGet(_key) : null);
        }

        return _filled is { } filled && filled.Template.InOther(tag) is { } other ? Fill(other, tag, filled.Arguments) : null;
    }

    private static string Fill(string template, string language, object?[] arguments) =>
        string.Format(CountedForms.Invariant, template, Array.ConvertAll(arguments, a => a switch
        {
            Text text => text.In(language),
            ITerm term => term.DisplayName(language),
            _ => a,
        }));
}
