using System.Globalization;
using System.Text;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Names that look alike: they differ only in letter case, spaces, Unicode form, punctuation, the legal form of a company, or
/// zeros before a number.</summary>
public static class LookAlikes
{
    private const int Few = 1_000;
    private const int Handful = 16;

    private static readonly string[] LegalForms =
    [
        "股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "股份有限", "公司", "株式会社", "limitedliabilitycompany", "publiclimitedcompany", "incorporated",
        "corporation", "gesellschaftmbh",
        "limited", "gmbhcokg", "gmbhundcokg", "company", "coltd", "ptyltd", "pteltd", "pvtltd", "gmbh", "sarl", "corp", "sagl", "sprl",
        "ltd", "llc", "llp", "plc", "inc", "ohg", "kgaa", "sas", "spa", "srl",
        "bv", "nv", "ag", "kg", "sa", "co", "ab", "as", "oy", "se", "ug", "ev", "lp",
    ];

    /// <summary>Finds groups of names that look alike.</summary>
    /// <param name="names">The names, each once.</param>
    /// <returns>Groups of two or more names in ordinal order; the group with the first name comes first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> or one of them is null.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Among(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);

        if (names.Count <= Handful && !HaveAlike(names))
            return [];
        if (names.Count <= Few)
            return Grouped(names);

        // Most names are like no other: of these only a number is kept.
        var (seen, twice) = (new HashSet<int>(names.Count), new HashSet<int>());
        foreach (var name in names)
        {
            var hash = string.GetHashCode(KeyOf(name), StringComparison.Ordinal);
            if (!seen.Add(hash))
                twice.Add(hash);
        }

        return twice.Count == 0 ? []
            : Grouped(names.Where(name => twice.Contains(string.GetHashCode(KeyOf(name), StringComparison.Ordinal))));
    }

    /// <summary>Calculates a key that names share if they look alike.</summary>
    /// <param name="name">A name.</param>
    /// <returns>The key; empty for a name without letters and digits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const int Usual = 128;
        return name.Length <= Usual && System.Text.Ascii.IsValid(name) ? KeyOfAscii(name) : KeyOfAny(name);
    }

    // The same in one pass: most names are written so.
    private static string KeyOfAscii(string name)
    {
        const int MostWords = 64;
        Span<char> letters = stackalloc char[name.Length];
        Span<int> ends = stackalloc int[MostWords];
        var (length, words) = (0, 0);
        var isInWord = false;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters[length++] = (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
                isInWord = true;
            }
            else if (c != '.' && c != '\'' && isInWord)
            {
                if (words == MostWords - 1)
                    return KeyOfAny(name);
                ends[words++] = length;
                isInWord = false;
            }
        }

        if (isInWord)
            ends[words++] = length;
        if (words == 1 && !letters[..length].ContainsAnyExceptInRange('0', '9'))
            return letters[..length].TrimStart('0').ToString();
        for (var last = words - 1; last > 0;)
        {
            var start = last > 1 ? ends[last - 2] : -1;
            if (start >= 0 && IsLegalForm(letters[start..ends[last]]))
                last -= 2;
            else if (IsLegalForm(letters[ends[last - 1]..ends[last]]))
                last--;
            else
                break;
            length = ends[last];
        }

        return letters[..length].ToString();
    }

    private static bool IsLegalForm(ReadOnlySpan<char> word)
    {
        foreach (var form in LegalForms)
        {
            if (word.SequenceEqual(form))
                return true;
        }

        return false;
    }

    private static bool HaveAlike(IReadOnlyCollection<string> names)
    {
        var keys = new string[names.Count];
        var count = 0;
        foreach (var name in names)
        {
            var key = KeyOf(name);
            if (key.Length > 0 && Array.IndexOf(keys, key, 0, count) >= 0)
                return true;
            keys[count++] = key;
        }

        return false;
    }

    private static string KeyOfAny(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var c in NearestName.Composed(name).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                words.Append(c);
            else if (c != '.' && c != '\'' && words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        var parts = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && parts[0].All(char.IsAsciiDigit))
            return parts[0].TrimStart('0');

        // A legal form is a word of its own, or stands at the end of a Chinese name.
        for (var last = parts.Length - 1; last > 0;)
        {
            var two = last > 1 ? parts[last - 1] + parts[last] : null;
            if (two is not null && Array.IndexOf(LegalForms, two) >= 0)
                last -= 2;
            else if (Array.IndexOf(LegalForms, parts[last]) >= 0)
                last--;
            else
                break;
            parts = parts[..(last + 1)];
        }

        var key = string.Concat(parts);
        var chinese = LegalForms.FirstOrDefault(
            form => form[0] > '\u4E00' && key.Length > form.Length && key.EndsWith(form, StringComparison.Ordinal));
        return chinese is null ? key : key[..^chinese.Length];
    }

    /// <summary>Finds the most similar name.</summary>
    /// <param name="name">The name that was written.</param>
    /// <param name="names">The existing names.</param>
    /// <returns>The most similar name; null if none is close. At most a third of the letters may differ; letter case, spaces and
    /// punctuation are ignored.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="names"/> holds a null.</exception>
    public static string? Nearest(string name, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(names);
        return NearestName.Of(name, names.Select(each => each ?? throw new ArgumentException("names holds a null.", nameof(names))));
    }

    /// <summary>Finds the name that another one is probably a misspelling of. It is stricter than <see cref="Nearest"/>, because a new name
    /// may well resemble an old one.</summary>
    /// <param name="name">The name that was written.</param>
    /// <param name="names">The existing names.</param>
    /// <returns>The name; null if there is none. At most a sixth of the letters may differ; letter case, spaces and punctuation are
    /// ignored, and the numbers in both must be the same.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="names"/> holds a null.</exception>
    public static string? SlipOf(string name, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(names);
        return NearestName.SlipOf(name, names.Select(each => each ?? throw new ArgumentException("names holds a null.", nameof(names))));
    }

    /// <summary>Calculates a key that ids share if they differ only in letter case, spaces, width, or zeros before a number.</summary>
    internal static string IdKeyOf(string id)
    {
        var key = string.Concat(NearestName.Composed(id).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return key.All(char.IsAsciiDigit) ? key.TrimStart('0') : key;
    }

    /// <summary>Calculates a number from the JSON of an id that is the same for ids with the same key.</summary>
    internal static ulong IdHashOf(ReadOnlySpan<byte> json)
    {
        var text = json is [(byte)'"', .. var inner, (byte)'"'] ? inner : json;
        if (text.ContainsAnyExceptInRange((byte)' ', (byte)'~') || text.Contains((byte)'\\'))
            return Hash(Encoding.UTF8.GetBytes(IdKeyOf(ImportValue.Shown(json))));
        return Hash(text.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? text : text.TrimStart((byte)'0'));

        // FNV-1a.
        static ulong Hash(ReadOnlySpan<byte> letters)
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in letters)
            {
                if (letter != ' ')
                    hash = (hash ^ (letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter)) * 1099511628211UL;
            }

            return hash;
        }
    }

    private static IReadOnlyList<string>[] Grouped(IEnumerable<string> names)
    {
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var isAlike = false;
        foreach (var name in names)
        {
            var key = KeyOf(name);
            if (key.Length == 0)
                continue;
            if (groups.TryGetValue(key, out var group))
            {
                group.Add(name);
                isAlike = true;
            }
            else
            {
                groups[key] = [name];
            }
        }

        return !isAlike ? [] :
        [
            .. groups.Values.Where(group => group.Count > 1)
                .Select(group => group.Order(StringComparer.Ordinal).ToArray())
                .OrderBy(group => group[0], StringComparer.Ordinal),
        ];
    }

    // A half of a surrogate pair has no form; the name is compared as it is.
}
