using System.Text.Json.Nodes;
using KeyAccount.Core.Documents;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>A JSON Schema as it is, or as a list of the places of the file with what each may hold.</summary>
internal static class SchemaReport
{
    private const string Confidential = "confidential";

    private static readonly (string Keyword, string Sign)[] Bounds =
        [("minimum", "≥ "), ("exclusiveMinimum", "> "), ("maximum", "≤ "), ("pattern", "")];

    public static Report Of(JsonNode schema) => new(
        output => JsonText.Write(output, json => schema.WriteTo(json)),
        output => WriteCsv(schema, output),
        language => Describe(schema, language));

    private static void WriteCsv(JsonNode schema, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader("path", "required", "type", "allowed", "personal", "description");
        foreach (var place in PlacesOf(schema))
        {
            csv.WriteRecord(
                CsvText.Cell(place.Path), place.IsRequired ? "true" : "false", place.Type, CsvText.Cell(place.Allowed),
                place.Personal ?? "", place.Description);
        }
    }

    private static Document Describe(JsonNode schema, string language)
    {
        TableColumn[] columns = [.. ((string[])["Schema.Path", "Schema.Required", "Schema.Type", "Schema.Allowed", "Schema.Personal",
            "Schema.Description"])
            .Select(key => new TableColumn(ToolText.Of(key, language)))];
        return new(
            language,
            schema["title"]!.GetValue<string>(),
            [
                new Table(columns,
                [
                    .. PlacesOf(schema).Select(place => new TableRow(
                        [
                            new TextCell([Run.Code(place.Path)]),
                            place.IsRequired ? new TextCell(ToolText.Of("Schema.Yes", language)) : null,
                            new TextCell(place.Type),
                            place.Allowed.Length > 0 ? new TextCell(place.Allowed) : null,
                            place.Personal is not { } personal ? null : new TextCell(ToolText.Of(
                                personal == Confidential ? "Schema.Personal.confidential" : "Schema.Personal.personal", language)),
                            place.Description.Length > 0 ? new TextCell(place.Description) : null,
                        ])),
                ]),
            ]);
    }

    private static IEnumerable<Place> PlacesOf(JsonNode schema)
    {
        return Under(schema, "");

        IEnumerable<Place> Under(JsonNode part, string path)
        {
            var node = Resolved(schema, part);
            HashSet<string> required = [.. (node["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>())];
            foreach (var (name, value) in node["properties"] as JsonObject ?? [])
            {
                foreach (var place in At(value!, path.Length > 0 ? $"{path}.{name}" : name, required.Contains(name)))
                    yield return place;
            }

            foreach (var (_, value) in node["patternProperties"] as JsonObject ?? [])
            {
                foreach (var place in At(value!, path.Length > 0 ? $"{path}.TABLE" : "TABLE", isRequired: false))
                    yield return place;
            }

            if (node["additionalProperties"] is JsonObject each)
            {
                foreach (var place in At(each, path.Length > 0 ? $"{path}.*" : "*", isRequired: false))
                    yield return place;
            }
        }

        IEnumerable<Place> At(JsonNode part, string path, bool isRequired)
        {
            var node = Resolved(schema, part);
            var description = part["description"] ?? node["description"];
            yield return new(
                path, isRequired, TypeOf(node), AllowedBy(node), PersonalOf(part, node), description?.GetValue<string>() ?? "");
            if (node["items"] is { } item)
            {
                var inner = Resolved(schema, item);
                if (inner["properties"] is null)
                {
                    yield return new(
                        $"{path}[]", false, TypeOf(inner), AllowedBy(inner), PersonalOf(item, inner),
                        inner["description"]?.GetValue<string>() ?? "");
                    yield break;
                }

                foreach (var place in Under(inner, $"{path}[]"))
                    yield return place;
            }
            else
            {
                foreach (var place in Under(node, path))
                    yield return place;
            }
        }
    }

    private static string TypeOf(JsonNode node) => node["type"] switch
    {
        JsonArray all => string.Join(", ", all.Select(each => each!.GetValue<string>())),
        JsonValue one => one.GetValue<string>(),
        _ => "",
    };

    private static string? PersonalOf(JsonNode part, JsonNode node)
    {
        return Is("x-confidential") ? Confidential : Is("x-personal") ? "personal" : null;

        bool Is(string keyword) => (part[keyword] ?? node[keyword])?.GetValue<bool>() == true;
    }

    private static string AllowedBy(JsonNode node) => string.Join("; ", ((string?[])
    [
        node["enum"] is JsonArray names ? string.Join(", ", names.Select(name => name?.GetValue<string>() ?? "null")) : null,
        node["format"]?.GetValue<string>(),
        .. Bounds.Where(bound => node[bound.Keyword] is not null).Select(bound => $"{bound.Sign}{node[bound.Keyword]}"),
    ]).OfType<string>());

    // A schema points to a part of itself where a type comes again: "#/properties/accounts/items".
    private static JsonNode Resolved(JsonNode root, JsonNode part)
    {
        while (part["$ref"] is { } reference)
        {
            var found = root;
            foreach (var step in reference.GetValue<string>().Split('/').Skip(1))
                found = found is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : found[step]!;
            part = found;
        }

        return part;
    }

    private sealed record Place(string Path, bool IsRequired, string Type, string Allowed, string? Personal, string Description);
}
