namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>A fenced block of a Markdown text: its language, the line its content begins at, its content, and whether only blank lines
/// are between it and the block before.</summary>
internal sealed record MarkdownBlock(string Language, int Line, string Content, bool FollowsBlock)
{
    public static IReadOnlyList<MarkdownBlock> In(string markdown)
    {
        var blocks = new List<MarkdownBlock>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var follows = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var opening = lines[i].TrimStart();
            if (Fence(opening) is not { } fence)
            {
                follows &= opening.Length == 0;
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => Closes(line.Trim(), fence));
            if (end < 0)
                throw new FormatException($"The block at line {i + 1} has no end.");
            blocks.Add(new(opening[fence.Length..].Trim(), i + 2, string.Concat(lines[(i + 1)..end].Select(line => line + "\n")), follows));
            follows = true;
            i = end;
        }

        return blocks;
    }

    private static string? Fence(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal)
            ? line[..^line.TrimStart(line[0]).Length]
            : null;

    private static bool Closes(string line, string fence) =>
        line.StartsWith(fence, StringComparison.Ordinal) && line.All(c => c == fence[0]);
}
