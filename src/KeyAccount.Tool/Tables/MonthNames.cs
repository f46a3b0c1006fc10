using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace KeyAccount.Tool.Tables;

/// <summary>Names of months as exports write them: English, German, French, Spanish, Italian, Dutch, whole or cut, with or without
/// accents.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["january", "januar", "jänner", "janvier", "enero", "ene", "gennaio", "gen", "januari", "janv"],
        ["february", "februar", "février", "febrero", "febbraio", "februari", "févr", "fév"],
        ["march", "märz", "mars", "marzo", "maart", "mrt", "mär", "mrz"],
        ["april", "avril", "abril", "abr", "aprile", "avr"],
        ["may", "mai", "mayo", "maggio", "mag", "mei"],
        ["june", "juni", "juin", "junio", "giugno", "giu"],
        ["july", "juli", "juillet", "julio", "luglio", "lug", "juil"],
        ["august", "août", "agosto", "ago", "augustus", "aoû"],
        ["september", "septembre", "septiembre", "settembre", "set", "sept"],
        ["october", "oktober", "octobre", "octubre", "ottobre", "ott", "okt"],
        ["november", "novembre", "noviembre"],
        ["december", "dezember", "décembre", "diciembre", "dic", "dicembre", "dez", "déc"],
    ];

    private static readonly FrozenDictionary<string, int> Months = Make();

    private static readonly FrozenSet<string> Weekdays = FrozenSet.ToFrozenSet(
        [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
            "thurs", "fri", "sat", "sun",
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr",
            "sa", "so",
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim",
        ],
        StringComparer.Ordinal);

    /// <summary>The month of a name, 1 to 12; 0 where it is none.</summary>
    public static int Find(string word) => Months.GetValueOrDefault(Key(word));

    /// <summary>Whether a word names a day of the week.</summary>
    public static bool IsWeekday(string word) => Weekdays.Contains(Key(word));

    private static FrozenDictionary<string, int> Make()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < Names.Length; month++)
        {
            foreach (var name in Names[month])
            {
                months.TryAdd(Key(name), month + 1);
                months.TryAdd(Key(name)[..3], month + 1);
            }
        }

        // Three letters that two months share say nothing: French juin and juillet.
        months["jui"] = 0;
        months["jun"] = 6;
        months["jul"] = 7;
        months["mar"] = 3;
        return months.Where(month => month.Value > 0).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string word) => string.Concat(
        word.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
