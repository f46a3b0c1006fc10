using System.Reflection;

namespace KeyAccount.Core.Tests.House;

/// <summary>A type of the library: the folder it stands in (empty for the root), its name, and whether it stands in the folder's
/// <c>Terms/</c>.</summary>
internal sealed record Housed(string Folder, string Name, bool IsTerm = false)
{
    public override string ToString() => Folder.Length > 0 ? $"{Folder}.{Name}" : Name;
}

/// <summary>One type uses another.</summary>
internal sealed record Arrow(Housed From, Housed To);

/// <summary>Which parts of the house may use which: arrows point down only. Reviews → rooms → engines → Expressions, Statistics,
/// Documents → Terms, Records and the root.</summary>
internal static class ArrowRules
{
    private const string Prefix = "KeyAccount.Core";
    private const int Rooms = 3;

    private static readonly Dictionary<string, int> Floors = new(StringComparer.Ordinal)
    {
        [""] = 0, ["Terms"] = 0, ["Records"] = 0,
        ["Expressions"] = 1, ["Statistics"] = 1, ["Documents"] = 1,
        ["Scoring"] = 2, ["Rules"] = 2,
        ["Reviews"] = 4, ["Topics"] = 4,
    };

    /// <summary>Every use of one type of the library by another.</summary>
    public static IReadOnlyList<Arrow> ArrowsOf(Assembly core)
    {
        // A room's terms have the namespace of the room: only the files tell them apart.
        var terms = SourceFiles.Of("KeyAccount.Core")
            .Select(file => file.Split('/'))
            .Where(parts => parts is [_, "Terms", _])
            .Select(parts => $"{Prefix}.{parts[0]}.{Path.GetFileNameWithoutExtension(parts[^1])}")
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from uses in ArrowReader.UsesIn(core)
               from used in uses.Value
               where IsOurs(uses.Key) && IsOurs(used)
               select new Arrow(HousedOf(uses.Key, terms), HousedOf(used, terms)),
        ];
    }

    /// <summary>What is wrong with the arrows: each that does not point down, each into another room past its terms, and each
    /// circle.</summary>
    public static IReadOnlyList<string> FaultsOf(IEnumerable<Arrow> arrows)
    {
        var across = arrows.Where(arrow => arrow.From.Folder != arrow.To.Folder).ToArray();
        return
        [
            .. across.Select(FaultOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            .. CirclesIn(across),
        ];
    }

    private static string? FaultOf(Arrow arrow)
    {
        var (from, to) = (FloorOf(arrow.From), FloorOf(arrow.To));
        if (to > from)
            return $"{arrow.From} uses {arrow.To}, which is on a floor above";
        if (to == Floors["Scoring"] && from == to)
            return $"{arrow.From} uses {arrow.To}; no engine knows the other";
        return from == Rooms && to == Rooms && !arrow.To.IsTerm
            ? $"{arrow.From} uses {arrow.To}, which does not stand in {arrow.To.Folder}/Terms"
            : null;
    }

    // The ground floor is one: there a term may use the guard, and the guard a term.
    private static IEnumerable<string> CirclesIn(IReadOnlyCollection<Arrow> arrows)
    {
        var next = arrows.Where(arrow => FloorOf(arrow.From) > 0)
            .ToLookup(arrow => arrow.From.Folder, arrow => arrow.To.Folder, StringComparer.Ordinal);
        var reached = next.ToDictionary(folder => folder.Key, folder => ReachedFrom(folder.Key, next), StringComparer.Ordinal);
        return reached.Keys
            .Where(folder => reached[folder].Contains(folder))
            .Select(folder => reached[folder].Where(other => reached.GetValueOrDefault(other)?.Contains(folder) == true))
            .Select(circle => $"{string.Join(", ", circle.Order(StringComparer.Ordinal))} use each other in a circle")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private static HashSet<string> ReachedFrom(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(next[start]);
        while (open.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var other in next[folder])
                    open.Push(other);
            }
        }

        return reached;
    }

    private static int FloorOf(Housed type) => Floors.GetValueOrDefault(type.Folder, Rooms);

    // What the compiler adds for itself has another namespace, or none.
    private static bool IsOurs(string type) => type.StartsWith($"{Prefix}.", StringComparison.Ordinal);

    private static Housed HousedOf(string type, HashSet<string> terms)
    {
        var name = type.Split('`')[0];
        var parts = name[(Prefix.Length + 1)..].Split('.');
        return new(parts.Length > 1 ? parts[0] : "", parts[^1], terms.Contains(name));
    }
}
