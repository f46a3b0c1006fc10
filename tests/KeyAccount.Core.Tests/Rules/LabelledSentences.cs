using KeyAccount.Core.Rules;
using static System.FormattableString;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>Sentences with the meanings that a person finds in them, written before the rules and never used to write one.</summary>
internal sealed class LabelledSentences
{
    private LabelledSentences(IReadOnlyList<(string Labels, string Language, string Sentence)> all) => All = all;

    public IReadOnlyList<(string Labels, string Language, string Sentence)> All { get; }

    public static LabelledSentences Of(string resource)
    {
        using var stream = typeof(LabelledSentences).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return new([.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1)
            .Select(line => line.TrimEnd('\r').Split('\t')).Select(fields => (fields[0], fields[1], fields[2]))]);
    }

    /// <summary>How often a list is right, counted by sentence and meaning, in the languages that begin with a tag.</summary>
    public Quality Of<TMeaning>(PhraseList<TMeaning> list, string language) where TMeaning : class
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var (labels, _, sentence) in All.Where(each => each.Language.StartsWith(language, StringComparison.Ordinal)))
        {
            HashSet<string> expected = labels == "-" ? [] : [.. labels.Split('+')];
            HashSet<string> found = [.. list.Find(sentence).Select(hit => hit.Meaning.ToString()!)];
            right += found.Intersect(expected).Count();
            wrong += found.Except(expected).Count();
            missed += expected.Except(found).Count();
        }

        return new(right, wrong, missed);
    }

    /// <summary>The row of the table in the README of a room.</summary>
    public string Row<TMeaning>(PhraseList<TMeaning> list, string language, string name) where TMeaning : class
    {
        var quality = Of(list, language);
        var count = All.Count(each => each.Language.StartsWith(language, StringComparison.Ordinal));
        return Invariant($"| {name} | {count} | {quality.Precision:0.00} ({quality.Right} of {quality.Right + quality.Wrong}) ")
            + Invariant($"| {quality.Recall:0.00} ({quality.Right} of {quality.Right + quality.Missed}) |");
    }

    public sealed record Quality(int Right, int Wrong, int Missed)
    {
        public double Precision => (double)Right / (Right + Wrong);

        public double Recall => (double)Right / (Right + Missed);
    }
}
