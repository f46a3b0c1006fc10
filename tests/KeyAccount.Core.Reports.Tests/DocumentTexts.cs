using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Tests;

/// <summary>Every text of a document that a reader must find, however it is rendered.</summary>
internal static class DocumentTexts
{
    public static IEnumerable<string> Of(Document document) => document.Blocks.SelectMany(block => Of(block, document.Language, document.Title)).Prepend(document.Title);

    // A figure of the name that stands over it does not say it again.
    private static IEnumerable<string> Of(Block block, string language, string heading) => block switch
    {
        Section section => section.Blocks.SelectMany(part => Of(part, language, section.Heading)).Prepend(section.Heading),
        Paragraph paragraph => [Run.TextOf(paragraph.Runs)],
        BulletList list => list.Items.SelectMany(Of),
        KeyValueList values => values.Items.SelectMany(item => (string[])[item.Name, item.Value?.Display(language) ?? ""]),
        Table table => Of(table, language),
        Figure figure => [figure.Name == heading ? "" : figure.Name, figure.Description, .. Of(figure.ToTable(), language)],
        _ => throw new InvalidOperationException($"There is a block of a new kind: {block.GetType()}."),
    };

    private static IEnumerable<string> Of(ListItem item) => item.Items.SelectMany(Of).Prepend(Run.TextOf(item.Runs));

    // The title over a column of blanks says nothing where rows are lists of values.
    private static IEnumerable<string> Of(Table table, string language)
    {
        var cells = table.Rows.Select(row => row.Cells.Select(cell => cell?.Display(language) ?? "–").ToArray()).ToArray();
        return cells.SelectMany(row => row)
            .Concat(table.Columns.Where((_, i) => cells.Any(row => row[i].Length > 0)).Select(column => column.Display()));
    }
}
