using System.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Finds the name that somebody meant who wrote a slightly different one.</summary>
internal static class NearestName
{
    private const int Longest = 200;
    private const int SlipPart = 6;

    /// <summary>The most similar name; null if none is close. At most a third of the letters may differ; letter case, spaces and
    /// punctuation are ignored.</summary>
    public static string? Of(string name, IEnumerable<string> names) => Of(name, names, 3);

    /// <summary>The name that another one is probably a misspelling of: at most a sixth of the letters may differ, but no number; null if
    /// there is none.</summary>
    public static string? SlipOf(string name, IEnumerable<string> names)
    {
        var numbers = NumbersOf(name);
        return Of(name, names.Where(each => NumbersOf(each) == numbers), SlipPart);
    }

    private static string? Of(string name, IEnumerable<string> names, int part)
    {
        var written = Letters(name);
        if (written.Length is 0 or > Longest)
            return null;
        return names.Select(each => (Name: each, Letters: Letters(each)))
            .Where(each => each.Letters.Length <= Longest && Math.Abs(each.Letters.Length - written.Length) <= Most(each.Letters))
            .Select(each => (each.Name, Distance: Distance(written, each.Letters), Most: Most(each.Letters)))
            .Where(each => each.Distance <= each.Most)
            .OrderBy(each => each.Distance).ThenBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => each.Name).FirstOrDefault();

        static string Letters(string text) => string.Concat(Composed(text).ToLowerInvariant().Where(char.IsLetterOrDigit));

        int Most(string other) => Math.Max(other.Length, written.Length) / part;
    }

    // has the numbers 1 and 2.
    private static string NumbersOf(string name)
    {
        var digits = string.Concat(Composed(name).Select(c => char.IsAsciiDigit(c) ? c : ' '));
        return string.Join(' ', digits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => number.TrimStart('0')));
    }

    /// <summary>A name with full-width letters and digits replaced by the usual ones; unchanged if it contains half a surrogate
    /// pair.</summary>
    public static string Composed(string name) => InForm(name, NormalizationForm.FormKC);

    /// <summary>A name in a Unicode normalization form; unchanged if it contains half a surrogate pair, which has no such form.</summary>
    public static string InForm(string name, NormalizationForm form)
    {
        try
        {
            return name.Normalize(form);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    // How many letters must be put in, left out or replaced (Levenshtein).
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (one[i - 1] == other[j - 1] ? 0 : 1));
                before = above;
            }
        }

        return row[^1];
    }
}
