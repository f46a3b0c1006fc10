using System.Text;
using KeyAccount.Core.Terms;
using NodaTime.Text;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Finds logs that have become a formality (走形式).</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks why logs become a formality; the signs and their cuts are a <c>LibraryDefault</c>.</remarks>
public static class WeeklyLogs
{
    /// <summary>The share of entries without a result, or written late, above which there is a sign: a half. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double FormalityShare = 0.5;

    /// <summary>The minimum number of letters for a text to count as a repetition: 10. Provenance: <c>LibraryDefault</c>.</summary>
    public const int LeastLetters = 10;

    /// <summary>The minimum number of a person's entries for a share to be meaningful: 5. Provenance: <c>LibraryDefault</c>.</summary>
    public const int LeastEntries = 5;

    /// <summary>Finds the signs in logs, person by person.</summary>
    /// <param name="logs">The logs of one person or of many, in any order.</param>
    /// <returns>The signs: a text that repeats that of the week before, apart from dates, numbers and punctuation; more than half of the
    /// activities with customers without a result; more than half of the entries written more than two days after their day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="logs"/> or a log is null.</exception>
    public static IReadOnlyList<FormalityFinding> Check(IReadOnlyList<WeeklyLog> logs)
    {
        Guard.NoNull(logs);
        return
        [
            .. logs.GroupBy(log => log.Person, StringComparer.Ordinal).OrderBy(person => person.Key, StringComparer.Ordinal)
                .SelectMany(person => SignsIn(person.Key, [.. person.OrderBy(log => log.Monday)])),
        ];
    }

    private static IEnumerable<FormalityFinding> SignsIn(string person, WeeklyLog[] logs)
    {
        // A week may have more than one log.
        var repeated = new List<WeeklyLog>();
        var texts = logs.Select(log => (log.Monday, Text: LettersOf(log))).ToHashSet();
        foreach (var log in logs)
        {
            if (LettersOf(log) is { Length: >= LeastLetters } text && texts.Contains((log.Monday.PlusDays(-7), text)))
                repeated.Add(log);
        }

        if (repeated.Count > 0)
            yield return Found(FormalitySign.RepeatedText, "SalesTeam.Formality.repeated", repeated, repeated.Count, logs.Length);

        var empty = logs.Where(log => log.Done.Any(LacksResult)).ToArray();
        var (without, all) = (logs.Sum(log => log.Done.Count(LacksResult)), logs.Sum(log => log.Done.Count(entry => entry.Kind.IsSelling)));
        if (all >= LeastEntries && without > FormalityShare * all)
            yield return Found(FormalitySign.EmptyResults, "SalesTeam.Formality.empty", empty, without, all);

        var dated = logs.SelectMany(log => log.Done.Select(entry => (Log: log, entry.On, Written: entry.WrittenOn ?? log.WrittenOn)))
            .Where(each => each.On is not null && each.Written is not null).ToArray();
        var late = dated.Where(each => LogMeasures.IsLate(each.On!.Value, each.Written!.Value)).ToArray();
        if (dated.Length >= LeastEntries && late.Length > FormalityShare * dated.Length)
        {
            yield return Found(
                FormalitySign.WrittenLate, "SalesTeam.Formality.late", late.Select(each => each.Log), late.Length, dated.Length);
        }

        FormalityFinding Found(FormalitySign sign, string key, IEnumerable<WeeklyLog> shown, int count, int of) => new(
            sign, person, TextTable.Library[key].With(count, of),
            [.. shown.Select(log => LocalDatePattern.Iso.Format(log.Monday)).Distinct(StringComparer.Ordinal)]);
    }

    private static bool LacksResult(LoggedActivity entry) => entry.Kind.IsSelling && entry.Result is null;

    // What is copied keeps its words; the date is changed, and perhaps a comma.
    private static string LettersOf(WeeklyLog log)
    {
        var letters = new StringBuilder();
        foreach (var rune in log.Done.Select(entry => entry.Text).Concat(log.NextWeek.Select(visit => visit.Purpose)).OfType<string>()
            .SelectMany(text => text.EnumerateRunes()))
        {
            if (Rune.IsLetter(rune))
                letters.Append(Rune.ToLowerInvariant(rune));
        }

        return letters.ToString();
    }
}
