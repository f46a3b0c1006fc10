using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Names the operations of the package after their paths, which are unique however often they are mapped.</summary>
internal sealed class OperationIds : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<KeyAccountEndpoint>().Any() && operation.OperationId is null)
        {
            operation.OperationId = string.Concat((context.Description.RelativePath ?? "").Split('/', '.', '{', '}', '-')
                .Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        }

        return Task.CompletedTask;
    }
}

/// <summary>Marks the endpoints of the package.</summary>
internal sealed record KeyAccountEndpoint;
