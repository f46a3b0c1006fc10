using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Documents;

/// <summary>A piece of text in one style.</summary>
/// <param name="Text">The text, as it was given.</param>
/// <param name="Style">The kind of the text.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Run(
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] RunStyle Style = RunStyle.Plain)
{
    private const string NotKnown = "–";

    /// <summary>The text, as it was given.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Text { get; init => field = Parts.NotNull(value, nameof(Text)); } = Parts.NotNull(Text);

    /// <summary>Text that stands out.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Run Emphasis(string text) => new(text, RunStyle.Emphasis);

    /// <summary>An identifier.</summary>
    /// <param name="text">The identifier.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Run Code(string text) => new(text, RunStyle.Code);

    /// <summary>A name from outside, which keeps its own writing direction.</summary>
    /// <param name="text">The name.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Run Name(string text) => new(text, RunStyle.Name);

    /// <summary>Fills the placeholders <c>{0}</c>, <c>{1}</c>, … of a sentence, and keeps the style of each argument.</summary>
    /// <param name="sentence">The sentence, in its languages. Words that depend on a number are written inside its placeholder, as for <see
    /// cref="Terms.Text.With"/>: <c>{0:# account|# accounts}</c>.</param>
    /// <param name="language">The language to say it in; falls back to its parent language, then to English.</param>
    /// <param name="arguments">The arguments: runs, cells, terms, texts, or anything with an invariant format. Null is shown as
    /// <c>–</c>.</param>
    /// <returns>The runs of the sentence.</returns>
    /// <exception cref="ArgumentNullException">An argument other than those to put in is null.</exception>
    /// <exception cref="FormatException">A placeholder has no argument, or the sentence has a stray brace.</exception>
    public static IReadOnlyList<Run> Fill(Text sentence, string language, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(arguments);
        var tag = Language.Resolve(language);
        var runs = new List<Run>();
        foreach (var (literal, place, forms) in Pieces(sentence.In(tag)))
        {
            var argument = literal ?? (place < arguments.Length ? arguments[place] : Missing(place));
            var filled = RunsOf(argument, tag);
            foreach (var run in forms is null ? filled : [new(CountedForms.Choose(forms, TextOf(filled)))])
            {
                if (run.Style == RunStyle.Plain && runs is [.., { Style: RunStyle.Plain } before])
                    runs[^1] = new(before.Text + run.Text);
                else
                    runs.Add(run);
            }
        }

        return ValueList.Of(runs);

        object? Missing(int place) => throw new FormatException(
            $"The sentence '{sentence}' has the placeholder {{{place.ToString(CultureInfo.InvariantCulture)}}} and "
            + $"{English.Count(arguments.Length, "argument")}.");
    }

    /// <summary>The text of several runs, without their styles.</summary>
    /// <param name="runs">The runs.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/> is null.</exception>
    public static string TextOf(IEnumerable<Run> runs)
    {
        return string.Concat(ValueList.Of(runs).Select(run => run.Text));
    }

    // What stands between the placeholders, their numbers, and the words that depend on the number.
    private static IEnumerable<(string? Literal, int Place, string? Forms)> Pieces(string template)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is not ('{' or '}'))
            {
                literal.Append(template[i]);
                continue;
            }

            if (i + 1 < template.Length && template[i + 1] == template[i])
            {
                literal.Append(template[i++]);
                continue;
            }

            var end = template.IndexOf('}', i);
            var inside = end <= i ? "" : template[(i + 1)..end];
            var colon = inside.IndexOf(':', StringComparison.Ordinal);
            var forms = colon < 0 ? null : inside[(colon + 1)..];
            if (!int.TryParse(colon < 0 ? inside : inside[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                || forms?.Contains('|', StringComparison.Ordinal) == false)
                throw new FormatException($"The sentence '{template}' has a stray brace.");
            if (literal.Length > 0)
                yield return (literal.ToString(), 0, null);
            literal.Clear();
            yield return (null, place, forms);
            i = end;
        }

        if (literal.Length > 0)
            yield return (literal.ToString(), 0, null);
    }

    private static IEnumerable<Run> RunsOf(object? argument, string language) => argument switch
    {
        Run run => [run],
        IEnumerable<Run> runs => runs,
        TextCell cell => cell.Runs,
        _ => [new(Plain(argument, language))],
    };

    private static string Plain(object? argument, string language) => argument switch
    {
        null => NotKnown,
        Text text => text.In(language),
        ITerm term => term.DisplayName(language),
        Cell cell => cell.Display(language),
        int or long => ((IFormattable)argument).ToString("#,0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => argument.ToString() ?? "",
    };
}
