using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

public partial class MapDiagramTests
{
    /// <summary>What a person may be called, and how the diagram calls them.</summary>
    public static TheoryData<string, string> HostileNames => new()
    {
        { "O'Neil \"the boss\"", "O'Neil \"the boss\"" },
        { "\"]; evil[\"", "\"]; evil[\"" },
        { "a[b](c){d}<e>", "a[b](c){d}<e>" },
        { "back\\slash\\", "back\\slash\\" },
        { "\\\"]", "\\\"]" },
        { "\\N \\G \\n \\l", "\\N \\G \\n \\l" },
        { "one\r\ntwo\nthree\tfour", "one  two three four" },
        { "<script>alert(1)</script>", "<script>alert(1)</script>" },
        { "<b>&amp;&lt;&#x41;</b>", "<b>&amp;&lt;&#x41;</b>" },
        { "#quot; #35; %% comment %%{init: {}}%%", "#quot; #35; %% comment %%{init: {}}%%" },
        { "end", "end" },
        { "subgraph x", "subgraph x" },
        { "my style: #fff;", "my style: #fff;" },
        { "click p1 href \"javascript:alert(1)\"", "click p1 href \"javascript:alert(1)\"" },
        { "`**bold** 1. list - item`", "`**bold** 1. list - item`" },
        { "p1 --> p2", "p1 --> p2" },
        { "\u202Eright\u200F to \u2067left\u2069\uFEFF", "right to left" },
        { "line\u2028separator\u2029paragraph\u0085next", "line separator paragraph next" },
        { "bell\a null\0 escape\u001b[31m", "bell  null  escape [31m" },
        { "lone \uD800 surrogate \uFFFE\uFDD0\uFDEF", "lone \uFFFD surrogate" },
        { "王总（采购） 😀 é e\u0301", "王总（采购） 😀 é e\u0301" },
        { new string('x', 10_000), new string('x', 60) + "…" },
        { string.Concat(Enumerable.Repeat("😀", 61)), string.Concat(Enumerable.Repeat("😀", 60)) + "…" },
        { new string('y', 60), new string('y', 60) },
        { "\u200F\u202E", "?" },
        { "  \n ", "?" },
    };

    private static readonly StakeholderMap Eight = People.Map(
        [.. People.Eight[..7], People.Eight[7] with { ManagementLevel = null, IsCoach = true, Chain = ChainVisibility.Hidden }],
        [
            new("pe", "wh", TieKind.ReportsTo),
            new("td", "gm", TieKind.Influences),
            new("td", "wh", TieKind.Alliance),
            new("pd", "fm", TieKind.Opposition),
            new("bu", "gm", TieKind.Kinship),
        ]);

    [Fact]
    public void A_map_as_a_Mermaid_flowchart() =>
        People.Map([.. Eight.People.Where(person => person.Id is "bu" or "gm" or "pe")], [Eight.Ties[0]]).ToMermaid().Should().Be(
        """
        flowchart BT
          subgraph l1["top management"]
            p2["general manager<br/>key decision maker #183; neutral"]
          end
          subgraph l3["operations"]
            p3["process engineer<br/>key user #183; our die#45;hard supporter"]
          end
            p1["buyer<br/>key influencer #183; our mortal enemy #183; coach #183; hidden decision chain"]
          p1 <-.->|"kinship"| p2
          classDef Supporter fill:palegreen,color:black,stroke:gray
          class p3 Supporter
          classDef Neutral fill:lightyellow,color:black,stroke:gray
          class p2 Neutral
          classDef Opponent fill:lightpink,color:black,stroke:gray
          class p1 Opponent

        """);

    [Fact]
    public void A_map_as_a_Graphviz_graph() =>
        People.Map([.. Eight.People.Where(person => person.Id is "bu" or "fm" or "gm")], [Eight.Ties[0]]).ToGraphviz("zh-CN").Should().Be(
        """
        digraph stakeholders {
          graph [rankdir=BT, charset="UTF-8"];
          node [shape=box, style="rounded,filled", color=gray];
          subgraph cluster_1 {
            label="高层";
            p3 [label="general manager\n关键决策者 · 中立者", fillcolor=lightyellow];
          }
          subgraph cluster_2 {
            label="中层";
            p2 [label="finance manager\n关键影响者 · 未知", fillcolor=white];
          }
            p1 [label="buyer\n关键影响者 · 我方死敌 · 教练 · 隐性决策链", fillcolor=lightpink];
          p1 -> p3 [label="裙带", dir=both, style=dotted, constraint=false];
        }

        """);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void A_diagram_keeps_to_the_grammar_in_every_language(string language)
    {
        MermaidFaults(Eight.ToMermaid(language)).Should().BeEmpty();
        DotFaults(Eight.ToGraphviz(language)).Should().BeEmpty();
        Eight.ToMermaid(language).Should().Contain($"|\"{TieKind.Opposition.DisplayName(language)}\"|");
        Eight.ToGraphviz(language).Should().Contain($"[label=\"{TieKind.ReportsTo.DisplayName(language)}\"]");
    }

    [Fact]
    public void Every_kind_of_tie_and_every_stance_has_a_look_of_its_own()
    {
        MermaidLine().Matches(Eight.ToMermaid()).Select(match => match.Value).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        Eight.ToGraphviz().Split('\n').Where(line => line.Contains(" -> ", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('"', StringComparison.Ordinal)..])
            .Should().HaveCount(5).And.OnlyHaveUniqueItems();
        foreach (var colour in (string[])["palegreen", "lightyellow", "lightpink", "white"])
        {
            Eight.ToMermaid().Should().Contain($"fill:{colour},");
            Eight.ToGraphviz().Should().Contain($"fillcolor={colour}]");
        }
    }

    [Theory]
    [InlineData("ReportsTo", "")]
    [InlineData("Influences", ", style=dashed, constraint=false")]
    [InlineData("Alliance", ", dir=both, constraint=false")]
    [InlineData("Opposition", ", dir=both, arrowhead=tee, arrowtail=tee, color=red, constraint=false")]
    [InlineData("Kinship", ", dir=both, style=dotted, constraint=false")]
    public void Each_kind_of_tie_has_its_line_in_Graphviz(string kind, string style) =>
        People.Map([People.Person("a"), People.Person("b")], [new("a", "b", TieKind.FromName(kind))]).ToGraphviz()
            .Should().Contain($"  p1 -> p2 [label=\"{TieKind.FromName(kind).DisplayName("en")}\"{style}];\n");

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_name_is_nothing_but_a_label_in_Mermaid(string name, string shown)
    {
        var text = Hostile(name).ToMermaid();

        MermaidFaults(text).Should().BeEmpty();
        text.Split('\n').Should().HaveCount(Hostile("plain").ToMermaid().Split('\n').Length);
        var label = MermaidNode().Match(text).Groups["name"].Value;
        MermaidNumber().Replace(label, match => new Rune(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).ToString())
            .Should().Be(shown);
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_name_is_nothing_but_a_label_in_Graphviz(string name, string shown)
    {
        var text = Hostile(name).ToGraphviz();

        DotFaults(text).Should().BeEmpty();
        text.Split('\n').Should().HaveCount(Hostile("plain").ToGraphviz().Split('\n').Length);
        var label = DotNode().Match(text).Groups["name"].Value;
        label.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\0", "\\", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal).Should().Be(shown);
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_name_is_one_label_to_Graphviz_itself(string name, string shown)
    {
        var drawn = Drawn(Hostile(name).ToGraphviz());

        // DOT itself reads \" as a quote and leaves the rest to the label.
        var label = shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal);
        Nodes(drawn).OrderBy(node => node.Name, StringComparer.Ordinal)
            .Should().Equal(("p1", $"{label}\\nnot known · not known"), ("p2", "z\\nnot known · not known"));
        drawn.GetProperty("edges").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public void Graphviz_itself_sees_every_person_and_every_tie(string language)
    {
        var drawn = Drawn(Eight.ToGraphviz(language));

        Nodes(drawn).Select(node => node.Name).Should().BeEquivalentTo("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8");
        Nodes(drawn).Single(node => node.Name == "p1").Label
            .Should().StartWith("buyer\\n").And.Contain(LadderLevel.CR5.DisplayName(language));
        drawn.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("label").GetString()).Should()
            .BeEquivalentTo(TieKind.InOrder.Select(kind => kind.DisplayName(language)));
    }

    [Fact]
    public void Whatever_the_map_the_diagrams_keep_to_the_grammar() => People.ForAll(People.Maps, each =>
    {
        var map = People.Map(each.People, each.Ties);
        MermaidFaults(map.ToMermaid()).Should().BeEmpty();
        DotFaults(map.ToGraphviz()).Should().BeEmpty();
        MermaidLine().Count(map.ToMermaid()).Should().Be(each.Ties.Length);
        MermaidNode().Count(map.ToMermaid()).Should().Be(each.People.Length);
        DotNode().Count(map.ToGraphviz()).Should().Be(each.People.Length);
    }, tests: 200);

    [Fact]
    public void The_grammars_find_what_breaks_them()
    {
        MermaidFaults("flowchart BT\n    p1[\"a\"b<br/>c\"]\n").Should().ContainSingle();
        MermaidFaults("flowchart BT\n  click p1 call evil()\n").Should().ContainSingle();
        MermaidFaults("flowchart BT\n  subgraph l1[\"top\"]\n").Should().Equal("a box stays open");
        DotFaults("digraph stakeholders {\n    p1 [label=\"a\"b\", fillcolor=white];\n}\n").Should().ContainSingle();
        DotFaults("digraph stakeholders {\n    p1 [label=\"a\\\", fillcolor=white];\n}\n").Should().ContainSingle();
        DotFaults("digraph stakeholders {\n").Should().Equal("a brace stays open");
    }

    [Fact]
    public void A_language_of_nobody_is_answered_in_English()
    {
        Eight.ToMermaid("xx").Should().Be(Eight.ToMermaid("en"));
        Eight.ToGraphviz("xx").Should().Be(Eight.ToGraphviz("en"));
        ((Action)(() => People.Map([], []).ToMermaid(null!))).Should().Throw<ArgumentNullException>().WithParameterName("languageTag");
    }

    [Fact]
    public void The_diagrams_are_the_same_in_every_culture()
    {
        var (mermaid, dot) = (Eight.ToMermaid(), Eight.ToGraphviz());
        using var _ = new CultureScope("ar-SA");
        Eight.ToMermaid().Should().Be(mermaid);
        Eight.ToGraphviz().Should().Be(dot);
    }

    private static StakeholderMap Hostile(string name) =>
        People.Map([People.Person("a") with { Name = name }, People.Person("z")], [new("a", "z", TieKind.Alliance)]);

    private static List<string> MermaidFaults(string text)
    {
        var lines = text.Split('\n');
        var faults = lines.Select((line, i) => (line, i))
            .Where(each => !(each.i == 0 ? each.line == "flowchart BT"
                : each.i == lines.Length - 1 ? each.line.Length == 0
                : MermaidStatement().IsMatch(each.line)))
            .Select(each => each.line).ToList();
        if (lines.Count(line => line.StartsWith("  subgraph ", StringComparison.Ordinal)) != lines.Count(line => line == "  end"))
            faults.Add("a box stays open");
        return faults;
    }

    private static List<string> DotFaults(string text)
    {
        var lines = text.Split('\n');
        var faults = lines.Select((line, i) => (line, i))
            .Where(each => !(each.i == 0 ? each.line == "digraph stakeholders {"
                : each.i == lines.Length - 1 ? each.line.Length == 0
                : DotStatement().IsMatch(each.line)))
            .Select(each => each.line).ToList();
        if (lines.Count(line => line.EndsWith('{')) != lines.Count(line => line.TrimStart() == "}"))
            faults.Add("a brace stays open");
        return faults;
    }

    private static IEnumerable<(string Name, string Label)> Nodes(JsonElement drawn) => drawn.GetProperty("objects").EnumerateArray()
        .Where(each => !each.GetProperty("name").GetString()!.StartsWith("cluster_", StringComparison.Ordinal))
        .Select(each => (each.GetProperty("name").GetString()!, each.GetProperty("label").GetString()!));

    /// <summary>What Graphviz makes of the text, as its own JSON.</summary>
    private static JsonElement Drawn(string dot)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var process = new Process
        {
            StartInfo = new("dot", ["-Tjson0"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = utf8,
                StandardOutputEncoding = utf8,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            Assert.Skip("Graphviz is not on this machine (no program 'dot' in the path).");
        }

        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(dot);
        process.StandardInput.Close();
        var json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors.GetAwaiter().GetResult());
        return JsonDocument.Parse(json).RootElement;
    }

    // A word is letters, digits, blanks and numbered characters; nothing else can stand in a label.
    [GeneratedRegex(
        """^(?:  subgraph l[123]\["(?:[\p{L}\p{Nd}\p{Cs} ]|\#\d+;)+"\]|  end"""
        + """|    p\d+\["(?:[\p{L}\p{Nd}\p{Cs} ]|\#\d+;)+<br/>(?:[\p{L}\p{Nd}\p{Cs} ]|\#\d+;)+"\]"""
        + """|  p\d+ (?:-->|-\.->|<-->|x--x|<-\.->)\|"(?:[\p{L}\p{Nd}\p{Cs} ]|\#\d+;)+"\| p\d+"""
        + """|  classDef (?:Supporter|Neutral|Opponent|NotKnown) fill:[a-z]+,color:black,stroke:gray"""
        + """|  class p\d+(?:,p\d+)* (?:Supporter|Neutral|Opponent|NotKnown))$""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex MermaidStatement();

    [GeneratedRegex(
        """^    p\d+\["(?<name>.*?)<br/>""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MermaidNode();

    [GeneratedRegex("""(?<=^  p\d+ )\S+(?=\|")""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MermaidLine();

    [GeneratedRegex("""#(?<number>\d+);""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MermaidNumber();

    // Inside quotes every \ is followed by what it may be followed by, and every & begins &amp;.
    [GeneratedRegex(
        """^(?:  (?:graph|node) \[[a-zA-Z=", -]*8?"?[a-z=, ]*\];|  subgraph cluster_[123] \{"""
        + """|    label="(?:[^"\\&]|\\[\\"n]|&amp;)*";|    p\d+ \[label="(?:[^"\\&]|\\[\\"n]|&amp;)*", fillcolor=[a-z]+\];"""
        + """|  p\d+ -> p\d+ \[label="(?:[^"\\&]|\\[\\"n]|&amp;)*"(?:, [a-z]+=[a-z]+)*\];"""
        + """|  \}|\})$""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DotStatement();

    [GeneratedRegex(
        """^    p\d+ \[label="(?<name>.*)\\n(?=[^"]*", fillcolor)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DotNode();
}
