using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>The names of all people of a portfolio; finds and replaces them in texts.</summary>
internal sealed class KnownNames
{
    private const int Shortest = 2;

    // By the first two letters, which are the same in upper and lower case; the longest name first.
    private readonly Dictionary<(char First, char Second), List<Name>> _names = [];
    private readonly Dictionary<string, Name> _all = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a name and, if requested, its parts. A part that two names share identifies neither of them.</summary>
    public void Add(string name, string pseudonym, string hidden, bool hasParts)
    {
        Add(name, pseudonym, hidden, new Name(name, pseudonym, IsPart: false));
        var parts = name.Split((char[])[' ', '.', '_', '-', '·', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in hasParts && parts.Length > 1 ? parts.Where(part => part.Length >= Shortest) : [])
            Add(part, pseudonym, hidden, new Name(part, pseudonym, IsPart: true));
    }

    /// <summary>Whether a text contains a name.</summary>
    public bool In(string text, bool areParts) => Found(text, areParts).Any();

    /// <summary>Replaces every name in the text by its pseudonym.</summary>
    public string Replace(string text)
    {
        StringBuilder? replaced = null;
        var done = 0;
        foreach (var (place, length, name) in Found(text, areParts: true))
        {
            replaced ??= new();
            replaced.Append(text, done, place - done).Append(name.Pseudonym);
            done = place + length;
        }

        return replaced is null ? text : replaced.Append(text, done, text.Length - done).ToString();
    }

    private void Add(string key, string pseudonym, string hidden, Name name)
    {
        if (key.Trim().Length < Shortest)
            return;
        if (_all.TryGetValue(key, out var known))
        {
            if (known.Pseudonym != pseudonym && known.IsPart)
                known.Pseudonym = name.IsPart ? hidden : pseudonym;
            known.IsPart &= name.IsPart;
            return;
        }

        _all.Add(key, name);
        if (!_names.TryGetValue(KeyOf(key, 0), out var same))
            _names.Add(KeyOf(key, 0), same = []);
        same.Add(name);
        same.Sort((x, y) => y.Value.Length.CompareTo(x.Value.Length));
    }

    private IEnumerable<(int Place, int Length, Name Name)> Found(string text, bool areParts)
    {
        for (var i = 0; i + Shortest <= text.Length; i++)
        {
            if (!_names.TryGetValue(KeyOf(text, i), out var names))
                continue;
            foreach (var name in names)
            {
                if ((areParts || !name.IsPart) && StandsAt(text, i, name))
                {
                    yield return (i, name.Value.Length, name);
                    i += name.Value.Length - 1;
                    break;
                }
            }
        }
    }

    // A part of a name is also a word: only in its own spelling it is taken for the name.
    private static bool StandsAt(string text, int place, Name name) =>
        string.Compare(
            text, place, name.Value, 0, name.Value.Length,
            name.IsPart ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) == 0
        && place + name.Value.Length <= text.Length
        && (place == 0 || !Continues(text[place - 1], text[place]))
        && (place + name.Value.Length == text.Length || !Continues(text[place + name.Value.Length - 1], text[place + name.Value.Length]));

    // Words of Chinese and Japanese stand side by side without a space.
    private static bool Continues(char one, char next) =>
        char.IsLetterOrDigit(one) && char.IsLetterOrDigit(next) && !IsIdeograph(one) && !IsIdeograph(next);

    private static bool IsIdeograph(char each) => char.GetUnicodeCategory(each) == UnicodeCategory.OtherLetter;

    private static (char First, char Second) KeyOf(string text, int place) =>
        (char.ToUpperInvariant(text[place]), char.ToUpperInvariant(text[place + 1]));

    private sealed record Name(string Value, string Pseudonym, bool IsPart)
    {
        public string Pseudonym { get; set; } = Pseudonym;

        public bool IsPart { get; set; } = IsPart;
    }
}
