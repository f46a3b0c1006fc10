using System.Globalization;
using System.Text.RegularExpressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>What the list of everything the source documents enumerate must be. Each check says what is wrong, and nothing where all is
/// well.</summary>
internal static partial class SourceRules
{
    private const string Text = "text ";
    private const string Pending = "pending ";
    private const string Owed = "owed ";
    private const string NamedOnly = "named only";
    private const string Outside = "outside";

    /// <summary>Reads the list: comments, one line with the names of the columns, entries.</summary>
    /// <exception cref="FormatException">A line is no entry.</exception>
    public static IReadOnlyList<SourceEntry> Parse(string list) =>
    [
        .. list.Split('\n')
            .Select((line, i) => (Text: line.TrimEnd('\r'), Number: i + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Skip(1)
            .Select(line => ParseLine(line.Text) ?? throw new FormatException(
                $"Line {line.Number} of the list is '{line.Text}'; it must be seed, lines, words, home, members and note, separated by tabs.")),
    ];

    /// <summary>What is wrong with the home of an entry, its members and the library's Chinese for them.</summary>
    public static IReadOnlyList<string> FaultsOf(SourceEntry entry, SourceLibrary library)
    {
        var home = entry.Home;
        return home switch
        {
            NamedOnly or Outside => [.. NoHomeFaults(entry), .. string.IsNullOrWhiteSpace(entry.Note) ? [$"is {home} without a reason"]
                : (string[])[]],
            _ when home.StartsWith(
                Pending, StringComparison.Ordinal) => [.. NoHomeFaults(entry), .. PendingFaults(home[Pending.Length..], library)],
            _ when home.StartsWith(Owed, StringComparison.Ordinal) => [.. NoHomeFaults(entry), .. OwedFaults(home[Owed.Length..], library)],
            _ when home.StartsWith(Text, StringComparison.Ordinal) => [.. TextFaults(entry, home[Text.Length..], library)],
            _ when library.TypeOf(home) is { } type => [.. TypeFaults(entry, type, library)],
            _ when library.HasMember(home) => [.. NoHomeFaults(entry)],
            _ => [$"has no home: {home} is neither a public type or member of the library nor text, pending, owed, named only or outside"],
        };
    }

    /// <summary>The words that a document has in two entries, and the members that an entry has twice under one name.</summary>
    public static IReadOnlyList<string> DuplicatesIn(IEnumerable<SourceEntry> entries) =>
    [
        .. entries.GroupBy(entry => (entry.Seed, entry.Words)).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key.Seed}: {group.Key.Words}"),
        .. entries.SelectMany(
            entry => entry.Members.GroupBy(member => member).Where(group => group.Count() > 1)
                .Select(group => $"{entry}: {group.Key.Words}")),
    ];

    /// <summary>The words of an entry that its document does not have on the lines the entry names.</summary>
    public static IReadOnlyList<string> MissingWordsOf(SourceEntry entry, IReadOnlyList<string> document)
    {
        if (entry.Lines.Any(line => line > document.Count))
            return [$"{entry} is past the last line, {document.Count}"];
        var text = string.Concat(entry.Lines.Select(line => Plain(document[line - 1])));
        return
        [
            .. entry.Members.Select(member => member.Words).Prepend(entry.Words)
                .Where(words => !text.Contains(Blanks().Replace(words, ""), StringComparison.Ordinal)),
        ];
    }

    /// <summary>The lines of a document that have text and belong to no entry.</summary>
    public static IReadOnlyList<int> LinesLeftOutOf(IEnumerable<SourceEntry> entries, IReadOnlyList<string> document)
    {
        var covered = entries.SelectMany(entry => entry.Lines).ToHashSet();
        return [.. Enumerable.Range(1, document.Count).Where(line => !covered.Contains(line) && Plain(document[line - 1]).Length > 0)];
    }

    private static SourceEntry? ParseLine(string line)
    {
        var fields = line.Split('\t');
        if (fields.Length is < 4 or > 6 || fields.Any(field => field.Trim() != field) || fields.Take(4).Any(field => field.Length == 0))
            return null;
        var members = fields.ElementAtOrDefault(4) is { Length: > 0 } parts ? parts.Split(" | ") : [];
        return LinesOf(fields[1]) is { } lines
            ? new(fields[0], lines, fields[2], fields[3], [.. members.Select(MemberOf)], fields.ElementAtOrDefault(5) ?? "")
            : null;
    }

    private static SourceMember MemberOf(string member) =>
        member.Split('→') is [var words, var name] ? new(words, name) : new(member, null);

    private static List<int>? LinesOf(string field)
    {
        var lines = new List<int>();
        foreach (var part in field.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryLine(ends[0], out var first) || !TryLine(ends[^1], out var last) || last < first)
                return null;
            lines.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return lines;
    }

    private static bool TryLine(string field, out int line) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out line) && line > 0;

    // The documents break words by blanks and emphasis, and one spells some characters out: 戰(zhàn)略.
    private static string Plain(string line) => Blanks().Replace(Pinyin().Replace(line, ""), "");

    private static IEnumerable<string> NoHomeFaults(SourceEntry entry) =>
        entry.Members.Where(member => member.Name is not null)
            .Select(member => $"has no room for the member {member.Name} under {entry.Home}");

    private static IEnumerable<string> PendingFaults(string room, SourceLibrary library)
    {
        if (!library.LaterRooms.Contains(room, StringComparer.Ordinal))
            yield return $"waits for {room}, which is none of the later rooms";
        else if (library.HasRoom(room))
            yield return $"waits for {room}, which is there: the entry is to have its home or to be struck";
    }

    private static IEnumerable<string> OwedFaults(string room, SourceLibrary library)
    {
        if (!library.HasRoom(room))
            yield return $"is owed by {room}, which is not there";
    }

    private static IEnumerable<string> TextFaults(SourceEntry entry, string key, SourceLibrary library)
    {
        if (entry.Members.Count == 0)
            return library.Texts.TryGet(key) is { } text ? ChineseFaults(entry, entry.Words, key, text)
                : [$"has no home: there is no text {key}"];
        return entry.Members.SelectMany(member =>
            member.Name is null ? [$"does not say as what it has {member.Words}"]
            : library.Texts.TryGet($"{key}.{member.Name}") is { } part ? ChineseFaults(entry, member.Words, $"{key}.{member.Name}", part)
            : [$"has no home for {member.Words}: there is no text {key}.{member.Name}"]);
    }

    private static IEnumerable<string> TypeFaults(SourceEntry entry, Type type, SourceLibrary library)
    {
        string[] values = TermRules.TermsOf(library.Assembly).Contains(type)
            ? [.. TermRules.ValuesOf(type).Select(value => value.ToString()!)] : [];
        if (values.Length > 0 && entry.Members.Count == 0 && entry.Note.Length == 0)
            yield return $"names none of the values of {type.Name}, and does not say why";
        foreach (var member in entry.Members)
        {
            if (member.Name is null)
            {
                if (values.Length > 0)
                    yield return $"does not say as what it has {member.Words}";
            }
            else if (values.Length == 0 ? !library.HasMember($"{entry.Home}.{member.Name}")
                : !values.Contains(member.Name, StringComparer.Ordinal))
            {
                yield return $"has no home for {member.Words}: {type.Name} has no {member.Name}";
            }
            else if (values.Length > 0)
            {
                foreach (var fault in ChineseFaults(
                    entry, member.Words, member.Name, library.Texts[SourceLibrary.KeyOf(type, member.Name)]))
                    yield return fault;
            }
        }
    }

    // S001 is in traditional characters, with 系 where the standard has 係.
    private static IEnumerable<string> ChineseFaults(SourceEntry entry, string words, string key, Text text)
    {
        var isTraditional = entry.Seed == "S001";
        var ours = text.In(isTraditional ? Language.TraditionalChinese : Language.SimplifiedChinese);
        var theirs = isTraditional ? words.Replace("關系", "關係", StringComparison.Ordinal) : words;
        if (!Blanks().Replace(ours, "").Contains(theirs, StringComparison.Ordinal))
            yield return $"has other words in the library: {key} is {ours}, not {words}";
    }

    [GeneratedRegex(@"[\s*]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\([\p{Ll}\p{M}]+\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pinyin();
}
