namespace KeyAccount.Core.Reports;

/// <summary>Breaks text into lines of a width: at blanks, between the characters of Chinese, and inside a word only where it is wider than
/// the line. Nothing is left out but the blanks at the breaks.</summary>
internal static class LineBreaking
{
    private const string NeverFirst = "、。，．：；！？）」』】》〉〕］｝％‰°…—·,.:;!?)]}%”’";
    private const string NeverLast = "（「『【《〈〔［｛([{“‘";

    public static IEnumerable<List<Cluster>> Lines(List<Cluster> text, int width)
    {
        var start = Skip(text, 0);
        if (start == text.Count)
        {
            yield return [];
            yield break;
        }

        while (start < text.Count)
        {
            var end = EndOfLine(text, start, width);
            yield return text.GetRange(start, end - start);
            start = Skip(text, end);
        }
    }

    /// <summary>The width of the widest part that is broken only when it must be.</summary>
    public static int WidestWord(List<Cluster> text)
    {
        var (widest, current) = (0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            current = text[i].IsBlank ? 0 : current + text[i].Width;
            widest = Math.Max(widest, current);
            if (i + 1 < text.Count && MayBreak(text[i], text[i + 1]))
                current = 0;
        }

        return widest;
    }

    private static int EndOfLine(List<Cluster> text, int start, int width)
    {
        var (used, best) = (0, -1);
        var i = start;
        for (; i < text.Count; i++)
        {
            if (!text[i].IsBlank && used + text[i].Width > width)
                break;
            used += text[i].Width;
            if (i + 1 == text.Count || MayBreak(text[i], text[i + 1]))
                best = i + 1;
        }

        // At least one character a line, or it would never end.
        return best > start ? best : Math.Max(i, start + 1);
    }

    private static int Skip(List<Cluster> text, int at)
    {
        while (at < text.Count && text[at].IsBlank)
            at++;
        return at;
    }

    private static bool MayBreak(Cluster before, Cluster after)
    {
        if (before.IsBlank || after.IsBlank)
            return true;
        return (before.Width > 1 || after.Width > 1)
            && !NeverFirst.Contains(after.Text, StringComparison.Ordinal)
            && !NeverLast.Contains(before.Text, StringComparison.Ordinal);
    }
}
