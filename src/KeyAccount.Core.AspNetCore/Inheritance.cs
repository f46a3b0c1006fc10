using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Says of the parts of a document that they are kinds of a block, in the form that generators of clients read: each kind is all
/// of the base and its own members. As any of several schemas, which .NET writes, they lose what they are.</summary>
internal sealed class Inheritance : IOpenApiDocumentTransformer
{
    private static readonly HashSet<string> Bases =
    [
        .. typeof(IModel).Assembly.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false)).Select(type => type.Name),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var name in Bases)
        {
            if (schemas.TryGetValue(name, out var found) && found is OpenApiSchema { AnyOf.Count: > 0, Discriminator: { } told } schema)
                Join(name, schema, told, document, schemas);
        }

        return Task.CompletedTask;
    }

    private static void Join(
        string name, OpenApiSchema schema, OpenApiDiscriminator told, OpenApiDocument document, IDictionary<string, IOpenApiSchema> schemas)
    {
        var kind = told.PropertyName!;
        schema.AnyOf = null;
        schema.Type = JsonSchemaType.Object;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Properties[kind] = new OpenApiSchema { Type = JsonSchemaType.String };
        foreach (var reference in told.Mapping?.Values ?? [])
        {
            var id = reference.Reference.Id!;
            if (schemas[id] is not OpenApiSchema own || own.AllOf is not null)
                continue;
            own.Properties?.Remove(kind);
            own.Required?.Remove(kind);
            own.Type = JsonSchemaType.Object;
            schemas[id] = new OpenApiSchema { AllOf = [new OpenApiSchemaReference(name, document), own], Description = own.Description };
        }
    }
}
