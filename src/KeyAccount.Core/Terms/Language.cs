using System.Globalization;

namespace KeyAccount.Core.Terms;

/// <summary>The three languages every text of the library comes in, as BCP 47 tags.</summary>
/// <remarks>Tags are matched as strings, so they work the same when the host runs in globalization-invariant mode.</remarks>
public static class Language
{
    /// <summary>English, <c>en</c>; also what a host in any other language gets from <see cref="Current"/>.</summary>
    public const string English = "en";

    /// <summary>Chinese in simplified characters, <c>zh-Hans</c>.</summary>
    public const string SimplifiedChinese = "zh-Hans";

    /// <summary>Chinese in traditional characters, <c>zh-Hant</c>.</summary>
    public const string TraditionalChinese = "zh-Hant";

    /// <summary>The three tags: <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [English, SimplifiedChinese, TraditionalChinese];

#pragma warning disable RS0030 // the one documented exception to "no ambient culture"
    /// <summary>The tag that fits <see cref="CultureInfo.CurrentUICulture"/>; <see cref="English"/> where none does.</summary>
    /// <remarks>The library asks the ambient culture here and nowhere else, and only for what a person reads.</remarks>
    public static string Current => Find(CultureInfo.CurrentUICulture.Name) ?? English;
#pragma warning restore RS0030

    /// <summary>The tag of the three that <paramref name="languageTag"/> means.</summary>
    /// <param name="languageTag">One of the three tags or a regional form of one (<c>en-GB</c>, <c>zh-CN</c>, <c>zh-TW</c>,
    /// <c>zh-Hant-HK</c>), in any letter case.</param>
    /// <returns><c>en</c>, <c>zh-Hans</c> or <c>zh-Hant</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tag belongs to none of the three languages.</exception>
    public static string Resolve(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        return Find(languageTag) ?? throw new ArgumentOutOfRangeException(
            nameof(languageTag), $"'{languageTag}' is not a language of the library; it has en, zh-Hans and zh-Hant.");
    }

    /// <summary>The tag of the three that is nearest to a language, for what must always say something: English where none is.</summary>
    internal static string Nearest(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        return Find(languageTag) ?? English;
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
