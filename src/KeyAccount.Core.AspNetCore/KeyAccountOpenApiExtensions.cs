using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core;
using KeyAccount.Core.AspNetCore;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using Microsoft.AspNetCore.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Describes the types of KeyAccount.Core in OpenAPI documents.</summary>
public static class KeyAccountOpenApiExtensions
{
    // Two rooms may call different things by the same name; a document must not take one for the other.
    private static readonly HashSet<Type> Ambiguous =
    [
        .. typeof(IModel).Assembly.GetExportedTypes().GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1).SelectMany(same => same),
    ];

    /// <summary>Describes the types of the library, and terms and facts of your own, in a document as a serializer cannot: terms are
    /// enumerations of their names with their meanings, dates of NodaTime are strings, facts have their range and their unit. Operations of
    /// <c>MapKeyAccount</c> get ids, from which generated clients name their methods.</summary>
    /// <param name="options">The options of a document: <c>services.AddOpenApi(options => options.AddKeyAccount())</c>.</param>
    /// <param name="language">The language of the descriptions of terms, as a BCP 47 tag; falls back to its parent language, then to
    /// English.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static OpenApiOptions AddKeyAccount(this OpenApiOptions options, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(language);
        var before = options.CreateSchemaReferenceId;
        options.CreateSchemaReferenceId = type => IdOf(type) ?? (IsWritten(type) ? null : before(type));
        options.AddSchemaTransformer(new SchemaTransformer(language, type => options.CreateSchemaReferenceId(type) is not null));
        options.AddOperationTransformer(new OperationIds());
        options.AddDocumentTransformer(new Inheritance());
        return options;

        // A term is said once and referred to. A date is as short as a reference, and generators of clients know it where it stands.
        static bool IsWritten(JsonTypeInfo type) => SchemaKeywords.IsForm(type) && type.Type != typeof(Text);

        static string? IdOf(JsonTypeInfo type) =>
            Ambiguous.Contains(type.Type) ? $"{type.Type.Namespace![(type.Type.Namespace!.LastIndexOf('.') + 1)..]}{type.Type.Name}"
            : type.Converter is INamedValues ? type.Type.Name
            : null;
    }
}
