using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>A client that was generated from an OpenAPI document, compiled, and loaded: what a user of the service has of it.</summary>
internal sealed class GeneratedClient
{
    // What everybody adds who generates for System.Text.Json, which would read enumerations in lists as numbers.
    private const string Enumerations = """
        namespace Generated;
        partial class ServiceClient
        {
            static partial void UpdateJsonSerializerSettings(System.Text.Json.JsonSerializerOptions settings) =>
                settings.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter());
        }
        """;

    private readonly Type _type;
    private readonly object _client;

    private GeneratedClient(Type type, HttpClient client) => (_type, _client) = (type, Activator.CreateInstance(type, client)!);

    /// <summary>Gets the methods that ask an operation, by their names.</summary>
    public IReadOnlyList<MethodInfo> Operations =>
    [
        .. _type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)
                && method.GetParameters() is [.., { ParameterType: var last }] && last == typeof(CancellationToken)),
    ];

    public static async Task<GeneratedClient> From(string document, HttpClient client)
    {
        var parsed = await OpenApiDocument.FromJsonAsync(document, TestContext.Current.CancellationToken);
        var code = new CSharpClientGenerator(parsed, new()
        {
            ClassName = "ServiceClient",
            UseBaseUrl = false,
            GenerateOptionalParameters = false,
            CSharpGeneratorSettings =
            {
                Namespace = "Generated", JsonLibrary = CSharpJsonLibrary.SystemTextJson, GenerateNullableReferenceTypes = true,
            },
        }).GenerateFile();
        return new(Compile(code, Enumerations), client);
    }

    /// <summary>Asks an operation with a body that was read from JSON, as a program would that has made it.</summary>
    public async Task<object> Ask(MethodInfo operation, string? json)
    {
        var arguments = operation.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(CancellationToken) ? (object)TestContext.Current.CancellationToken
            : parameter.ParameterType == typeof(string) ? "acme"
            : System.Text.Json.JsonSerializer.Deserialize(json!, parameter.ParameterType, Options())!).ToArray();
        var task = (Task)operation.Invoke(_client, arguments)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private System.Text.Json.JsonSerializerOptions Options() =>
        (System.Text.Json.JsonSerializerOptions)_type.GetProperty("JsonSerializerSettings", BindingFlags.NonPublic | BindingFlags.Instance)!
            .GetValue(_client)!;

    private static Type Compile(params string[] code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "System.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated", code.Select(each => CSharpSyntaxTree.ParseText(each)), references, new(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var errors = result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => each.ToString()).Take(10);
        errors.Should().BeEmpty();
        stream.Position = 0;
        return new AssemblyLoadContext("Generated", isCollectible: true).LoadFromStream(stream).GetType("Generated.ServiceClient")!;
    }
}
