using System.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>Several texts in one cell of a table, separated by semicolons; vertical bars and the Chinese marks ； and 、 are also read. A
/// text is put in quotation marks if it contains a separator, begins with a quotation mark, is empty, or begins or ends with a space;
/// quotation marks in it are doubled.</summary>
internal static class ListText
{
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(";；|、");

    public static string Join(IEnumerable<string> texts) => string.Join("; ", texts.Select(Quoted));

    public static IReadOnlyList<string> Split(string cell)
    {
        var texts = new List<string>();
        var rest = cell.AsSpan();
        while (true)
        {
            rest = rest.TrimStart();
            if (QuotedAt(rest) is var (text, length))
            {
                texts.Add(text);
                rest = rest[length..].TrimStart();
            }
            else
            {
                var end = rest.IndexOfAny(Separators);
                var plain = (end < 0 ? rest : rest[..end]).TrimEnd();
                if (!plain.IsEmpty)
                    texts.Add(plain.ToString());
                rest = end < 0 ? [] : rest[end..];
            }

            if (rest.IsEmpty)
                return texts;
            rest = rest[1..];
        }
    }

    private static string Quoted(string text) =>
        text.Length == 0 || text[0] == '"' || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
        || text.AsSpan().ContainsAny(Separators)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    // A text in quotation marks, with how long it is in the cell. Marks that are not closed before a separator are part of the text.
    private static (string Text, int Length)? QuotedAt(ReadOnlySpan<char> rest)
    {
        if (rest is not ['"', ..])
            return null;
        var text = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] != '"')
            {
                text.Append(rest[i]);
                continue;
            }

            if (i + 1 < rest.Length && rest[i + 1] == '"')
            {
                text.Append('"');
                i++;
                continue;
            }

            var after = rest[(i + 1)..].TrimStart();
            return after.IsEmpty || Separators.Contains(after[0]) ? (text.ToString(), i + 1) : null;
        }

        return null;
    }
}
