using System.Globalization;
using System.Text;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>Compares names of categories, products and units that differ only in spelling.</summary>
internal static class CategoryName
{
    private const char FirstBeyondCyrillic = '\u0530';
    private const int ShortWord = 3;

    /// <summary>The key that spellings of one name share: letters, digits and signs that distinguish products, such as those of C++ or A#;
    /// without letter case, blanks, hyphens, dots and character width.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in NearestName.Composed(name).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.IsSymbol(c) || c is '#' or '&' or '%'
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                key.Append(c);
        }

        // A name without letters is compared as it is.
        return key.Length == 0 ? name : key.ToString();
    }

    /// <summary>The key of names that a person may take for the same: beyond <see cref="KeyOf"/>, without accents, with the words for "and"
    /// as one, and English words in the singular. Use it for warnings, not for counting: the names can be two.</summary>
    public static string LooseKeyOf(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in NearestName.InForm(NearestName.Composed(name).ToLowerInvariant(), NormalizationForm.FormD))
        {
            var isMark = char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            if (isMark && letters.Length > 0 && letters[^1] < FirstBeyondCyrillic)
                continue;
            if (c is '&' or '和' or '与' or '與' or '及')
                letters.Append(" and ");
            else
                letters.Append(char.IsLetterOrDigit(c) || char.IsSymbol(c) || isMark || c is '#' or '%' ? Plain(c) : " ");
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SingularOf).ToArray();
        return words.Length == 0 ? name : KeyOf(string.Concat(words));
    }

    private static string Plain(char c) => c switch
    {
        'ß' => "ss", 'ø' => "o", 'æ' => "ae", 'œ' => "oe", 'ł' => "l", 'đ' => "d", _ => c.ToString(),
    };

    // Of English words, and of the words for "and" of the languages that portfolios are written in.
    private static string SingularOf(string word) => word switch
    {
        "und" or "et" or "och" or "og" => "and",
        "gases" => "gas",
        "lenses" => "lens",
        "lens" or "series" => word,
        _ when word.Length <= ShortWord || !word.All(char.IsAsciiLetter) => word,
        [.. var stem, 'i', 'e', 's'] => $"{stem}y",
        [.., 's', 's', 'e', 's'] or [.., 'x' or 'z', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => word[..^2],
        [.., 's' or 'u' or 'i', 's'] => word,
        [.. var stem, 's'] => stem,
        _ => word,
    };
}
