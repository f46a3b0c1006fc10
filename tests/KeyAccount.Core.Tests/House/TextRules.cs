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
        }

        return faults;
    }

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

    // A doubled brace is a brace and starts no placeholder.
    [GeneratedRegex(@"\{\{|\{(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
