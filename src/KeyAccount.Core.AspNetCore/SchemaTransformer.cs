using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Puts the keywords of the library into the schemas of an OpenAPI document.</summary>
/// <param name="language">The language of the descriptions of terms.</param>
/// <param name="isComponent">Whether a type has a schema that others refer to: what holds of one property is not said there.</param>
internal sealed class SchemaTransformer(string language, Func<JsonTypeInfo, bool> isComponent) : IOpenApiSchemaTransformer
{
    // How Microsoft.AspNetCore.OpenApi marks a reference that may be null.
    private const string Nullable = "x-is-nullable-property";

    // Problem details are part of every answer of ours.
    private static readonly Assembly[] Ours =
        [typeof(IModel).Assembly, typeof(SchemaTransformer).Assembly, typeof(ProblemDetails).Assembly];

    public async Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(context);
        var (type, property) = (context.JsonTypeInfo, context.JsonPropertyInfo);
        var isShared = isComponent(type);
        var keywords = SchemaKeywords.Of(type, isShared ? null : property, language);
        var isNullable = !isShared && (System.Nullable.GetUnderlyingType(type.Type) is not null || property?.IsGetNullable == true);
        // What is in a list has a schema of its own.
        if (!keywords.ContainsKey("type"))
            keywords.Remove("items");
        Apply(keywords, schema, isNullable);
        if (!Ours.Contains((property?.DeclaringType ?? type.Type).Assembly))
            return;
        NumbersAreNumbers(schema);
        if (schema is { Enum.Count: > 0, Type: null })
            schema.Type = JsonSchemaType.String;
        if (property is null)
            return;

        // A value that only a constructor sets may be null as well.
        // With a default beside it, it is no reference but stands where it is.
        if (property is { IsGetNullable: true, PropertyType.IsValueType: false } && isShared)
        {
            if (property.AssociatedParameter?.HasDefaultValue == true)
                schema.Type |= JsonSchemaType.Null;
            else if (schema.Metadata is { } marks)
                marks[Nullable] = true;
        }

        // A list that the document has met before may have lost what is in it.
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema is { Type: null, Items: null })
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(element, cancellationToken: cancellationToken);
        }
    }

    // A host reads numbers from text too; who writes a client should not have to know that.
    private static void NumbersAreNumbers(OpenApiSchema schema)
    {
        const JsonSchemaType Numbers = JsonSchemaType.Number | JsonSchemaType.Integer;
        if (schema.Type is { } type && (type & Numbers) != default && type.HasFlag(JsonSchemaType.String))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        foreach (var part in new[] { schema.Items, schema.AdditionalProperties }.OfType<OpenApiSchema>())
            NumbersAreNumbers(part);
    }

    private static void Apply(JsonObject keywords, OpenApiSchema schema, bool isNullable = false)
    {
        // What names a type stands in the place of what the serializer saw, and only whether it may be null stays.
        if (keywords.ContainsKey("type"))
        {
            schema.Properties = null;
            schema.Required = null;
            schema.AdditionalProperties = null;
            schema.Items = null;
            schema.Pattern = null;
            schema.Format = null;
            schema.Type = TypeOf(keywords["type"]!) | (isNullable ? JsonSchemaType.Null : default);
        }

        foreach (var (keyword, value) in keywords)
            Apply(keyword, value!, schema);
    }

    private static void Apply(string keyword, JsonNode value, OpenApiSchema schema)
    {
        switch (keyword)
        {
            case "type":
                break;
            case "format":
                schema.Format = value.GetValue<string>();
                break;
            case "pattern":
                schema.Pattern = value.GetValue<string>();
                break;
            case "description":
                var said = value.GetValue<string>();
                schema.Description = schema.Description is { } known && !known.Contains(said, StringComparison.Ordinal)
                    ? $"{known} {said}" : said;
                break;
            case "default":
                schema.Default = value.DeepClone();
                break;
            case "enum":
                schema.Enum = [.. value.AsArray().Select(name => name!.DeepClone())];
                break;
            case "minimum":
                schema.Minimum = Number(value);
                break;
            case "maximum":
                schema.Maximum = Number(value);
                break;
            case "exclusiveMinimum":
                schema.ExclusiveMinimum = Number(value);
                break;
            case "items":
                schema.Items = Part(value);
                break;
            case "properties":
                schema.Properties = value.AsObject().ToDictionary(
                    each => each.Key, each => (IOpenApiSchema)Part(each.Value!), StringComparer.Ordinal);
                break;
            case "required":
                schema.Required = value.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
                break;
            case "additionalProperties":
                schema.AdditionalProperties = Part(value);
                break;
            default:
                schema.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
                schema.Extensions[keyword] = new JsonNodeExtension(value.DeepClone());
                break;
        }
    }

    private static OpenApiSchema Part(JsonNode keywords)
    {
        var part = new OpenApiSchema();
        Apply(keywords.AsObject(), part);
        return part;
    }

    private static string Number(JsonNode value) =>
        (value.AsValue().TryGetValue<int>(out var whole) ? whole : value.GetValue<double>()).ToString("R", CultureInfo.InvariantCulture);

    private static JsonSchemaType TypeOf(JsonNode type) => type is JsonArray several
        ? several.Aggregate(default(JsonSchemaType), (all, each) => all | One(each!)) : One(type);

    private static JsonSchemaType One(JsonNode type) => Enum.Parse<JsonSchemaType>(type.GetValue<string>(), ignoreCase: true);
}
