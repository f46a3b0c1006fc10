using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>Names that differ only by letter case, blanks, Unicode form, punctuation, the legal form of a company, or zeros before a
/// number.</summary>
public static class LookAlikes
{
    private const int Few = 1_000;

    private static readonly string[] LegalForms =
    [
        "股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "股份有限", "公司", "株式会社", "limitedliabilitycompany", "publiclimitedcompany", "incorporated",
        "corporation", "gesellschaftmbh",
        "limited", "gmbhcokg", "gmbhundcokg", "company", "coltd", "ptyltd", "pteltd", "pvtltd", "gmbh", "sarl", "corp", "sagl", "sprl",
        "ltd", "llc", "llp", "plc", "inc", "ohg", "kgaa", "sas", "spa", "srl",
        "bv", "nv", "ag", "kg", "sa", "co", "ab", "as", "oy", "se", "ug", "ev", "lp",
    ];

    /// <summary>Groups of names that look alike.</summary>
    /// <param name="names">The names, each once.</param>
    /// <returns>Groups of two or more, each by name in ordinal order; the group with the first name first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> or one of them is null.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Among(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);

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

    /// <summary>What names that look alike have in common.</summary>
    /// <param name="name">A name.</param>
    /// <returns>The same text for names that look alike; empty for a name without letters and digits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new StringBuilder(name.Length);
        foreach (var c in Composed(name).ToLowerInvariant())
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
    private static string Composed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
