using System.Globalization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>One user-perceived character with its style, and the run it comes from: what a line is laid out of.</summary>
internal readonly record struct Cluster(string Text, int Width, TextStyle Style, int Run, bool IsName)
{
    public bool IsBlank => Text == " ";

    /// <summary>The characters of runs, made safe.</summary>
    public static List<Cluster> Of(IEnumerable<Run> runs, TextStyle style = TextStyle.Plain)
    {
        var clusters = new List<Cluster>();
        var number = 0;
        foreach (var run in runs)
        {
            var text = SafeText.Clean(run.Text);
            var own = run.Style switch
            {
                RunStyle.Emphasis => TextStyle.Emphasis,
                RunStyle.Code => TextStyle.Code,
                _ => style,
            };
            for (var i = 0; i < text.Length;)
            {
                var length = StringInfo.GetNextTextElementLength(text, i);
                clusters.Add(new(
                    text.Substring(i, length), TextWidth.OfCluster(text.AsSpan(i, length)), own, number, run.Style == RunStyle.Name));
                i += length;
            }

            number++;
        }

        return clusters;
    }

    public static List<Cluster> Of(string text, TextStyle style = TextStyle.Plain) => Of([new Run(text)], style);

    public static List<Cluster> Of(Cell? cell, string language, TextStyle style = TextStyle.Plain) => cell switch
    {
        null => Of("–", style),
        TextCell text => Of(text.Runs, style),
        _ => Of(cell.Display(language), style),
    };

    /// <summary>What is between a name and its value.</summary>
    public static string ColonOf(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "：" : ": ";

    public static int WidthOf(IEnumerable<Cluster> clusters) => clusters.Sum(cluster => cluster.Width);

    /// <summary>A piece of a line for each style and name, without blanks at the end of the line.</summary>
    public static TextLine LineOf(List<Cluster> clusters)
    {
        var end = clusters.Count;
        while (end > 0 && clusters[end - 1].IsBlank)
            end--;
        var spans = new List<TextSpan>();
        for (var i = 0; i < end;)
        {
            var next = i + 1;
            while (next < end && clusters[next].Style == clusters[i].Style && clusters[next].IsName == clusters[i].IsName
                && (!clusters[i].IsName || clusters[next].Run == clusters[i].Run))
                next++;
            var text = string.Concat(clusters.Take(i..next).Select(cluster => cluster.Text));
            var safe = SafeText.Isolated(text, clusters[i].IsName);
            if (spans is [.., { } before] && before.Style == clusters[i].Style)
                spans[^1] = before with { Text = before.Text + safe };
            else
                spans.Add(new(safe, clusters[i].Style));
            i = next;
        }

        return new(spans);
    }
}
