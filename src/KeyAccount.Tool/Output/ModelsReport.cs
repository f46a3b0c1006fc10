using KeyAccount.Core;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>Every default of the library with where it comes from.</summary>
internal static class ModelsReport
{
    /// <summary>The defaults that have a text in what they say, by model; all for an empty text.</summary>
    public static IReadOnlyList<(string Id, IReadOnlyList<ModelDefault> Defaults)> Filtered(IReadOnlyList<IModel> models, string text) =>
    [
        .. models.Select(model => (model.Id, (IReadOnlyList<ModelDefault>)[.. model.Defaults.Where(each => Says(model.Id, each, text))]))
            .Where(model => model.Item2.Count > 0),
    ];

    /// <summary>The report; the map of the method stands before it where it is whole.</summary>
    public static Report Of(IReadOnlyList<(string Id, IReadOnlyList<ModelDefault> Defaults)> models, bool isWhole) => new(
        output => WriteJson(models, output), output => WriteCsv(models, output), language => Describe(models, isWhole, language));

    private static bool Says(string id, ModelDefault each, string text) =>
        ((string?[])[id, each.Path, each.Value, each.Provenance?.ToString()]).Any(
            part => part?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    private static void WriteJson(IReadOnlyList<(string Id, IReadOnlyList<ModelDefault> Defaults)> models, TextWriter output) =>
        JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var model in models)
        {
            foreach (var each in model.Defaults)
            {
                json.WriteStartObject();
                json.WriteString("model", model.Id);
                json.WriteString("default", each.Path);
                json.WriteString("value", each.Value);
                json.WriteString("provenance", each.Provenance?.Kind.ToString());
                json.WriteString("reference", each.Provenance?.Reference);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    });

    private static void WriteCsv(IReadOnlyList<(string Id, IReadOnlyList<ModelDefault> Defaults)> models, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("model", "default", "value", "provenance", "reference");
        foreach (var model in models)
        {
            foreach (var each in model.Defaults)
                csv.WriteRecord(model.Id, each.Path, each.Value, each.Provenance?.Kind.ToString() ?? "", each.Provenance?.Reference ?? "");
        }
    }

    private static Document Describe(
        IReadOnlyList<(string Id, IReadOnlyList<ModelDefault> Defaults)> models, bool isWhole, string language)
    {
        TableColumn[] columns = [.. ((string[])["Models.Default", "Models.Value", "Models.Provenance"])
            .Select(key => new TableColumn(ToolText.Of(key, language)))];
        return new(
            language,
            ToolText.Of("Models.Title", language),
            [
                .. isWhole ? (Block[])[MethodMap.Describe(language).ToSection()] : [],
                .. models.Select(model => new Section(model.Id,
                [
                    new Table(columns, [.. model.Defaults.Select(each => new TableRow(
                        [each.Path, each.Value, each.Provenance?.ToString() ?? "?"]))]),
                ])),
            ]);
    }
}
