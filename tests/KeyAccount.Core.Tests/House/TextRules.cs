using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>What every embedded text must be. Each check says what is wrong, and nothing where all is well.</summary>
internal static partial class TextRules
{
    public static IReadOnlyList<string> FaultsOf(Text text)
    {
        var faults = new List<string>();
        foreach (var language in Language.All)
        {
            var words = text.In(language);
            if (string.IsNullOrWhiteSpace(words) || words.Trim() != words)
                faults.Add($"is blank or has blanks around it in {language}");
            if (!IsWellFormed(words))
                faults.Add($"has a stray brace in {language}");
            else if (!PlaceholdersOf(words).SetEquals(PlaceholdersOf(text.En)))
                faults.Add($"has other placeholders in {language} than in en");
            if (SignedDirection().Match(words) is { Success: true } signed)
                faults.Add($"gives a verb of direction a sign in {language}: {signed.Value}");
        }

        if (SimplifiedIn(text.ZhHant) is { Length: > 0 } simplified)
            faults.Add($"has simplified characters in zh-Hant: {simplified}");

        return faults;
    }

    // What has no place in Big5 is no character of Taiwan.
    private static string SimplifiedIn(string text) => string.Concat(text.Where(each => each is >= '\u3400' and <= '\u9FFF'
        && Big5.GetByteCount([each]) < 2));

    private static Encoding Big5 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(950, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>What an editor would strike out of an English text: "fault(s)", "it is no JSON", "a account", a number before a plural noun
    /// that does not follow it, an abbreviation that stands for itself.</summary>
    public static IReadOnlyList<string> QuirksOf(string english)
    {
        var quirks = new List<string>();
        if (BracketedPlural().Match(english) is { Success: true } bracketed)
            quirks.Add($"writes the plural in brackets: {bracketed.Value}");
        if (IsNo().Match(english) is { Success: true } no)
            quirks.Add($"says what something is no: {no.Value}");
        if (Article().Match(english) is { Success: true } article)
            quirks.Add($"has the wrong article: {article.Value}");
        if (Uncounted().Match(english) is { Success: true } uncounted)
            quirks.Add($"has a plural for every number: {uncounted.Value}");
        if (Abbreviation().Match(english) is { Success: true } abbreviation)
            quirks.Add($"does not spell out {abbreviation.Value}");
        return quirks;
    }

    /// <summary>What is wrong with the words of a text that depend on a number: two forms, or three.</summary>
    public static IReadOnlyList<string> CountFaultsOf(string words) =>
    [
        .. CountedForms().Matches(words).Select(match => match.Groups["forms"].Value)
            .Where(forms => forms.Split('|').Length is < 2 or > 3 || forms.Split('|').Any(form => form.Length == 0))
            .Select(forms => $"has other forms than two or three: {forms}"),
    ];

    /// <summary>The lines of source that an editor would strike out, or that name a source document by its number.</summary>
    public static IReadOnlyList<string> QuirksAmong(IEnumerable<string> files, Func<string, IEnumerable<string>> linesOf) =>
    [
        .. from file in files
           from line in linesOf(file).Select((text, index) => (Number: index + 1, Text: text))
           where QuirkOfSource().IsMatch(line.Text)
           select string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{line.Number}"),
    ];

    /// <summary>The keys that belong to no value of a term and that no code names either.</summary>
    public static IReadOnlyList<string> OrphansAmong(IEnumerable<string> keys, Assembly assembly)
    {
        var used = TermRules.TermsOf(assembly).SelectMany(KeysOf).Concat(LiteralsOf(assembly)).ToHashSet(StringComparer.Ordinal);
        return [.. keys.Where(key => !used.Contains(key) && !IsComposed(key, used))];
    }

    // $"Room.Table.{rule}" and $"Room.Table.{rule}.Part" leave their pieces in the assembly, each a literal of its own.
    private static bool IsComposed(string key, HashSet<string> literals) =>
        DotsOf(key).Any(table => literals.Contains(key[..(table + 1)])
            && (literals.Contains(key[(table + 1)..])
                || DotsOf(key).Any(part => part > table && literals.Contains(key[(table + 1)..part]) && literals.Contains(key[part..]))));

    private static IEnumerable<int> DotsOf(string key) => Enumerable.Range(0, key.Length).Where(i => key[i] == '.');

    private static IEnumerable<string> KeysOf(Type term) => TermRules.ValuesOf(term)
        .Select(value => $"{term.Namespace!["KeyAccount.Core.".Length..]}.{term.Name}.{value}")
        .SelectMany(key => new[] { key, key + ".Description" });

    private static IEnumerable<string> LiteralsOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var first = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0));
        for (var handle = first; !handle.IsNil; handle = metadata.GetNextHandle(handle))
            yield return metadata.GetUserString(handle);
    }

    private static bool IsWellFormed(string words)
    {
        try
        {
            CompositeFormat.Parse(words);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static HashSet<string> PlaceholdersOf(string words) =>
        Placeholder().Matches(words).Select(match => match.Groups["number"].Value).Where(number => number.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    // What shrinks by 3 % does not grow by -3 %.
    [GeneratedRegex(
        @"(\b(grow|rise|fall|gain|lose|shrink|drop|increase|decrease|climb|sink)(s|es)?\b[^.{]*|[增成][长長加]|[上下][升降]|减少|減少|提高|降低|萎[缩縮])[^.。；{]{0,12}\{\d+:\+[^}]*\}",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignedDirection();

    [GeneratedRegex(@"\p{L}+\((s|es)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BracketedPlural();

    // "There is no such model" is English; "it is no JSON" is not.
    [GeneratedRegex(
        @"(?<![Tt]here )\b(is|are) no (?!(longer|more|better|less|worse|known|other)\b)\p{L}+", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsNo();

    // "A account" is the name of a tier.
    [GeneratedRegex(@"\b(a [aeioAEIO](?!ne\b|ne-)\p{L}*|an [^aeiouhAEIOUH\W]\p{L}*)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();

    // "of 5 people" and "the 3 months before" speak of a number that is never one.
    [GeneratedRegex(
        @"(?<!\b(of|about|the|previous|to|and) )\{\d(:[^|{}]*)?\} (accounts|deals|days|months|hours|quotations|complaints|people|levels|visits"
        + @"|categories|traits|concessions|rows|amounts|names|groups|faults|warnings|customers|renewals|periods|times|models|answers|actions)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uncounted();

    // In brackets it follows its words; (O) shows that the text itself takes OKE apart.
    [GeneratedRegex(@"^(?!.*\(O\)).*?(?<!\()\b(?<name>KDM|KI|KU|OKE|CR[1-5])\b(?!\))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(?<!\{)\{\d+:(?<forms>[^{}]*\|[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountedForms();

    [GeneratedRegex(
        @"\bS00\d\b|(Source|formula|measure): L [A-Z]|""[^""]*(\p{L}{2,}\(s\)|stands twice|[Ii]t is no \p{L}|is not a A\p{Ll}| 1 times)[^""]*""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuirkOfSource();

    // A doubled brace is a brace and starts no placeholder.
    [GeneratedRegex(@"\{\{|\{(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
