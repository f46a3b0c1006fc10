namespace KeyAccount.Tool.Output;

/// <summary>A column of a sheet: how wide it is on a screen, and whether it holds numbers.</summary>
/// <param name="Title">The key of its title; empty for none.</param>
/// <param name="Width">In columns of a terminal; 0 for what is left of the line.</param>
/// <param name="IsRight">Whether it is aligned to the right.</param>
internal sealed record Column(string Title, int Width, bool IsRight = false);

/// <summary>A page of headings, lines and plain tables, for a screen or as Markdown. Whatever text it is given, it shows it as harmless
/// text.</summary>
internal abstract class Sheet(string language)
{
    public string Language { get; } = language;

    /// <summary>How many lines it has so far.</summary>
    public int Lines { get; protected set; }

    public string Text(string key, params object?[] arguments) => Page.Text(key, Language, arguments);

    public string Listed(IEnumerable<string> words) => string.Join(Language == Core.Terms.Language.English ? ", " : "、", words);

    public abstract void Title(string text);

    public abstract void Heading(string text);

    public abstract void Line(string text, bool isDim = false);

    public abstract void Table(IReadOnlyList<Column> columns, IEnumerable<string[]> rows);
}
