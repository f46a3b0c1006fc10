using System.Globalization;

namespace KeyAccount.Core.Tests.House;

/// <summary>Where a type is found, and how wide its lines are.</summary>
internal static class FileRules
{
    /// <summary>The longest line that .editorconfig allows.</summary>
    public const int LongestLine = 140;

    private const string Prefix = "KeyAccount.Core";

    /// <summary>The types that do not stand in a file of their name, in the folder of their namespace or its <c>Terms/</c>. A type may have
    /// parts beside: in <c>Reviews/Topics/</c> with the topic that they belong to.</summary>
    /// <param name="types">Types of the library.</param>
    /// <param name="files">The files of the library, by path from its folder.</param>
    public static IReadOnlyList<string> MisplacedAmong(IEnumerable<Type> types, IEnumerable<string> files)
    {
        var known = files.ToHashSet(StringComparer.Ordinal);
        return [.. types.Where(type => !type.IsNested && !FilesOf(type).Any(known.Contains)).Select(type => type.ToString())];
    }

    /// <summary>The lines that are too long, such as <c>KeyAccount.Core/Guard.cs:12: 155</c>.</summary>
    public static IReadOnlyList<string> TooLongAmong(IEnumerable<string> files, Func<string, IEnumerable<string>> linesOf) =>
    [
        .. from file in files
           from line in linesOf(file).Select((text, index) => (Number: index + 1, text.Length))
           where line.Length > LongestLine
           select string.Create(CultureInfo.InvariantCulture, $"{file}:{line.Number}: {line.Length}"),
    ];

    private static string[] FilesOf(Type type)
    {
        var file = $"{type.Name.Split('`')[0]}.cs";
        if (type.Namespace == Prefix)
            return [file];
        var folder = type.Namespace![(Prefix.Length + 1)..].Replace('.', '/');
        return [$"{folder}/{file}", $"{folder}/Terms/{file}"];
    }
}
