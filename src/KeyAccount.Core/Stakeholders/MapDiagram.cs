using System.Globalization;
using System.Text;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The map as text for two diagram programs. Nodes have neutral ids, so that nothing about a person but the label becomes part of
/// the diagram.</summary>
internal static class MapDiagram
{
    private const int LongestName = 60;

    public static string Mermaid(StakeholderMap map, string language)
    {
        var text = new StringBuilder("flowchart BT\n");
        foreach (var (level, people) in Layers(map))
        {
            if (level is not null)
                text.Append(CultureInfo.InvariantCulture, $"  subgraph l{level.Value}[\"{InMermaid(level.DisplayName(language))}\"]\n");
            foreach (var (person, node) in people)
            {
                var label = string.Join("<br/>", LabelOf(person, language).Select(InMermaid));
                text.Append(CultureInfo.InvariantCulture, $"    {node}[\"{label}\"]\n");
            }

            if (level is not null)
                text.Append("  end\n");
        }

        var nodes = NodesOf(map);
        foreach (var tie in map.Ties)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {nodes[tie.From]} {LineOf(tie.Kind)}|\"{InMermaid(tie.Kind.DisplayName(language))}\"| {nodes[tie.To]}\n");
        }

        foreach (var side in map.People.GroupBy(map.StanceOf).OrderBy(side => side.Key?.Value ?? int.MaxValue))
        {
            var name = side.Key?.Name ?? "NotKnown";
            text.Append(CultureInfo.InvariantCulture, $"  classDef {name} fill:{ColourOf(side.Key)},color:black,stroke:gray\n");
            text.Append(CultureInfo.InvariantCulture, $"  class {string.Join(',', side.Select(person => nodes[person.Id]))} {name}\n");
        }

        return text.ToString();
    }

    public static string Graphviz(StakeholderMap map, string language)
    {
        var text = new StringBuilder("digraph stakeholders {\n")
            .Append("  graph [rankdir=BT, charset=\"UTF-8\"];\n")
            .Append("  node [shape=box, style=\"rounded,filled\", color=gray];\n");
        foreach (var (level, people) in Layers(map))
        {
            if (level is not null)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  subgraph cluster_{level.Value} {{\n    label=\"{InGraphviz(level.DisplayName(language))}\";\n");
            }

            foreach (var (person, node) in people)
            {
                var label = string.Join("\\n", LabelOf(person, language).Select(InGraphviz));
                text.Append(CultureInfo.InvariantCulture, $"    {node} [label=\"{label}\", fillcolor={ColourOf(map.StanceOf(person))}];\n");
            }

            if (level is not null)
                text.Append("  }\n");
        }

        var nodes = NodesOf(map);
        foreach (var tie in map.Ties)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {nodes[tie.From]} -> {nodes[tie.To]} [label=\"{InGraphviz(tie.Kind.DisplayName(language))}\"{StyleOf(tie.Kind)}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static Dictionary<string, string> NodesOf(StakeholderMap map) =>
        map.People.Select((person, i) => (person.Id, Node: Invariant($"p{i + 1}")))
            .ToDictionary(each => each.Id, each => each.Node, StringComparer.Ordinal);

    // The layers from the top down, then those whose layer is not known.
    private static IEnumerable<(ManagementLevel? Level, IEnumerable<(Stakeholder Person, string Node)> People)> Layers(StakeholderMap map)
    {
        var nodes = NodesOf(map);
        return map.People.GroupBy(person => person.ManagementLevel).OrderBy(layer => layer.Key?.Value ?? int.MaxValue)
            .Select(layer => (layer.Key, layer.Select(person => (person, nodes[person.Id]))));
    }

    private static IEnumerable<string> LabelOf(Stakeholder person, string language)
    {
        var unknown = TextTable.Library["Stakeholders.Diagram.unknown"].In(language);
        List<string> parts = [person.Role?.DisplayName(language) ?? unknown, person.Ladder?.DisplayName(language) ?? unknown];
        if (person.IsCoach)
            parts.Add(TextTable.Library["Stakeholders.Diagram.coach"].In(language));
        if (person.Chain == ChainVisibility.Hidden)
            parts.Add(person.Chain.DisplayName(language));
        return [Plain(person.Name ?? person.Id), string.Join(" · ", parts)];
    }

    // On one line, without control and format characters and noncharacters, and cut to a limit.
    private static string Plain(string name)
    {
        var runes = name.EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && !IsNoncharacter(rune.Value))
            .Select(rune => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? new Rune(' ') : rune)
            .Take(LongestName + 1)
            .ToArray();
        var plain = string.Concat(runes.Take(LongestName)).Trim();
        return plain.Length == 0 ? "?" : runes.Length > LongestName ? plain + "…" : plain;
    }

    // U+FDD0 … U+FDEF and the last two of each plane: XML, and so SVG, forbids some of them.
    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    // Whatever is neither a letter nor a digit is written as its number: none of it can be punctuation of Mermaid, Markdown or HTML.
    private static string InMermaid(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ')
                escaped.Append(rune.ToString());
            else
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return escaped.ToString();
    }

    // Inside quotes DOT reads \ and & as the beginning of something; everything else is itself.
    private static string InGraphviz(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal);

    private static string ColourOf(Stance? stance) =>
        stance == Stance.Supporter ? "palegreen"
        : stance == Stance.Opponent ? "lightpink"
        : stance == Stance.Neutral ? "lightyellow"
        : "white";

    private static string LineOf(TieKind kind) =>
        kind == TieKind.ReportsTo ? "-->"
        : kind == TieKind.Influences ? "-.->"
        : kind == TieKind.Alliance ? "<-->"
        : kind == TieKind.Opposition ? "x--x"
        : "<-.->";

    // Only reporting decides who stands above whom.
    private static string StyleOf(TieKind kind) =>
        kind == TieKind.ReportsTo ? ""
        : kind == TieKind.Influences ? ", style=dashed, constraint=false"
        : kind == TieKind.Alliance ? ", dir=both, constraint=false"
        : kind == TieKind.Opposition ? ", dir=both, arrowhead=tee, arrowtail=tee, color=red, constraint=false"
        : ", dir=both, style=dotted, constraint=false";
}
