using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>Names that differ only by letter case, blanks, Unicode form, punctuation, the legal form of a company, or zeros before a
/// number.</summary>
internal static class LookAlikes
{
    private static readonly string[] LegalForms =
    [
        "股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "股份有限", "公司", "株式会社", "limitedliabilitycompany", "publiclimitedcompany", "incorporated",
        "corporation", "gesellschaftmbh",
        "limited", "gmbhcokg", "gmbhundcokg", "company", "coltd", "ptyltd", "pteltd", "pvtltd", "gmbh", "sarl", "corp", "sagl", "sprl",
        "ltd", "llc", "llp", "plc", "inc", "ohg", "kgaa", "sas", "spa", "srl",
        "bv", "nv", "ag", "kg", "sa", "co", "ab", "as", "oy", "se", "ug", "ev", "lp",
    ];

    /// <summary>The names that look alike, each group by name; the first group by name first.</summary>
    public static IReadOnlyList<string[]> Among(IReadOnlyCollection<string> names)
    {
        // Most names are like no other: of these only a number is kept.
        var (seen, twice) = (new HashSet<ulong>(names.Count), new HashSet<ulong>());
        foreach (var name in names)
        {
            var hash = HashOf(name);
            if (!seen.Add(hash))
                twice.Add(hash);
        }

        return
        [
            .. names.Where(name => twice.Count > 0 && twice.Contains(HashOf(name)))
                .GroupBy(Key, StringComparer.Ordinal)
                .Where(group => group.Key.Length > 0 && group.Skip(1).Any())
                .Select(group => group.Order(StringComparer.Ordinal).ToArray())
                .OrderBy(group => group[0], StringComparer.Ordinal),
        ];
    }

    private static ulong HashOf(string name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(Key(name).AsSpan()));

    private static string Key(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)
                || char.GetUnicodeCategory(
                    c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
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
}
