using System.Collections.Immutable;
using System.Globalization;

namespace KeyAccount.Core.Terms;

/// <summary>The languages of the library's texts, as BCP 47 tags: the three that every text comes in, and those that a program
/// adds.</summary>
/// <remarks>Tags are matched as strings, so they work the same when the host runs in globalization-invariant mode. Safe to use from several
/// threads.</remarks>
public static class Language
{
    /// <summary>English, <c>en</c>; also the fallback for a language that nobody has added.</summary>
    public const string English = "en";

    /// <summary>Chinese in simplified characters, <c>zh-Hans</c>.</summary>
    public const string SimplifiedChinese = "zh-Hans";

    /// <summary>Chinese in traditional characters, <c>zh-Hant</c>.</summary>
    public const string TraditionalChinese = "zh-Hant";

    /// <summary>German, <c>de</c>: the names of all terms are included in the library (<see cref="LanguageTexts.German"/>); a program adds
    /// them if it needs them.</summary>
    public const string German = "de";

    private static ImmutableDictionary<string, LanguageTexts> _added =
        ImmutableDictionary.Create<string, LanguageTexts>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The three tags that every text comes in: <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [English, SimplifiedChinese, TraditionalChinese];

    /// <summary>The tags of all languages with texts: those of <see cref="All"/>, then the added ones in alphabetical order.</summary>
    public static IReadOnlyList<string> Known =>
        [.. All, .. Volatile.Read(ref _added).Values.Select(texts => texts.Tag).Order(StringComparer.Ordinal)];

#pragma warning disable RS0030 // the one documented exception to "no ambient culture"
    /// <summary>The tag that fits <see cref="CultureInfo.CurrentUICulture"/>; <see cref="English"/> if none does.</summary>
    /// <remarks>This is the only place where the library reads the ambient culture, and only for texts that a person reads.</remarks>
    public static string Current => Resolve(CultureInfo.CurrentUICulture.Name);
#pragma warning restore RS0030

    /// <summary>Adds a language, or replaces the texts of an added one. A missing text is taken from the texts that the library includes
    /// for that language, then from its parent language (<c>de</c> for <c>de-AT</c>), then from English.</summary>
    /// <param name="texts">The texts; <see cref="LanguageTexts.German"/> has German ones.</param>
    /// <remarks>This applies to the whole program: call it at the start. Texts that hold values (a reason, an advice) look up the language
    /// when they are read.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    public static void Add(LanguageTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ImmutableInterlocked.Update(ref _added, added => added.SetItem(texts.Tag, texts));
    }

    /// <summary>Finds the language for a reader: the language of the tag, otherwise its parent (<c>de</c> for <c>de-AT</c>), otherwise
    /// English.</summary>
    /// <param name="languageTag">A BCP 47 tag in any letter case. For Chinese, the region decides if no script is given (<c>zh-CN</c>,
    /// <c>zh-TW</c>).</param>
    /// <returns>One of <see cref="Known"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    public static string Resolve(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        for (var tag = languageTag; tag is not null; tag = ParentOf(tag))
        {
            if (Added(tag) is { } texts)
                return texts.Tag;
        }

        return ReadyOf(languageTag);
    }

    /// <summary>The one of the three languages that is closest to a tag.</summary>
    internal static string ReadyOf(string languageTag) => Find(languageTag) ?? English;

    /// <summary>What is wrong with a tag for an additional language; null if nothing is.</summary>
    internal static string? FaultOf(string? tag) =>
        tag is null || !IsTag(tag) ? "is not a language tag of BCP 47, such as de or pt-BR"
        : Is(tag, "zh") && tag.Length == 2 || All.Contains(tag, StringComparer.OrdinalIgnoreCase) ? "is one of the languages of the library"
        : null;

    /// <summary>The texts of an added language; null if it was not added.</summary>
    internal static LanguageTexts? Added(string tag) => Volatile.Read(ref _added).GetValueOrDefault(tag);

    /// <summary>Whether a language is written in Chinese characters, with their punctuation.</summary>
    internal static bool IsChinese(string languageTag) => Is(languageTag, "zh");

    /// <summary>The tag without its last part: <c>de</c> for <c>de-AT</c>; null if it has only one part.</summary>
    internal static string? ParentOf(string tag) => tag.LastIndexOf('-') is > 0 and var end ? tag[..end] : null;

    // The language, then parts of one to eight letters and digits.
    private static bool IsTag(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    private static string? Find(string tag)
    {
        if (Is(tag, "en"))
            return English;
        if (!Is(tag, "zh"))
            return null;
        if (Is(tag, "zh-Hant"))
            return TraditionalChinese;
        if (Is(tag, "zh-Hans"))
            return SimplifiedChinese;

        // No script given: the region decides, and without one simplified characters are the usual reading of "zh".
        return Is(tag, "zh-TW") || Is(tag, "zh-HK") || Is(tag, "zh-MO") || Is(tag, "zh-CHT") ? TraditionalChinese : SimplifiedChinese;
    }

    private static bool Is(string tag, string prefix) =>
        tag.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (tag.Length == prefix.Length || tag[prefix.Length] == '-');
}
