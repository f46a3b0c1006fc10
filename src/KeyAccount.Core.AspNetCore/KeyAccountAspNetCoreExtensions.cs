using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.AspNetCore;
using KeyAccount.Core.DependencyInjection;
using KeyAccount.Core.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds KeyAccount.Core to an ASP.NET Core service.</summary>
public static class KeyAccountAspNetCoreExtensions
{
    /// <summary>Adds what a service needs around the models: JSON with dates of NodaTime as ISO text and with all that a person should
    /// read, such as advice, findings and refusals; problem details with every fault for what the library refuses; traces and
    /// metrics.</summary>
    /// <param name="builder">The result of <c>AddKeyAccount</c>.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Problem details of your own endpoints need <c>app.UseExceptionHandler()</c>; those of <c>MapKeyAccount</c> need
    /// nothing.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static KeyAccountBuilder AddAspNetCore(this KeyAccountBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddProblemDetails();
        services.AddMetrics();
#pragma warning disable RS0030 // how long an answer takes is measured; no answer depends on it
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton<KeyAccountTelemetry>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ReloadListener>());
        if (services.Any(service => service.ImplementationType == typeof(KeyAccountExceptionHandler)))
            return builder;
        services.AddExceptionHandler<KeyAccountExceptionHandler>();
        services.PostConfigure<JsonOptions>(Complete);
        return builder;
    }

    /// <summary>Adds a health check of the settings: it reports degraded, with every fault, while reloaded settings are rejected and the
    /// last good models stay in use.</summary>
    /// <param name="builder">The result of <c>AddHealthChecks</c>.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status to report in that case; null for <see cref="HealthStatus.Degraded"/>, because the service
    /// keeps answering.</param>
    /// <param name="tags">The tags of the check.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="name"/> is null.</exception>
    public static IHealthChecksBuilder AddKeyAccount(
        this IHealthChecksBuilder builder, string name = "keyaccount", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        return builder.AddCheck<SettingsHealthCheck>(name, failureStatus ?? HealthStatus.Degraded, tags ?? []);
    }

    /// <summary>Maps the endpoints of the library: <c>GET models</c>, and by posted JSON <c>grade</c>, <c>assess/MODEL</c>,
    /// <c>explain/MODEL</c>, <c>decide/TABLE</c>, <c>review</c> and <c>impact</c>.</summary>
    /// <param name="endpoints">Where: the application, or a group such as <c>app.MapGroup("/key-accounts")</c>. In a group whose path has a
    /// parameter <c>{tenant}</c>, a request works with the models of that tenant, and is answered with 404 where none of that name is
    /// configured; elsewhere with those of the scope (<see cref="KeyAccountBuilder.TenantOfScope"/>).</param>
    /// <param name="configure">Sets limits of size and time; null for the defaults.</param>
    /// <returns>The group of the endpoints, for conventions such as <c>RequireAuthorization</c>.</returns>
    /// <remarks>
    /// <para>Whoever may call the service may call every endpoint: authorisation is left to the host, also whether a caller may name that
    /// tenant.</para>
    /// <para>A model has its endpoints where it is there when they are mapped: the ready ones, and those that <c>AddModel</c> has added for
    /// anybody.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><see cref="AddAspNetCore"/> was not called.</exception>
    /// <exception cref="Options.OptionsValidationException">The settings have faults; the exception names all of them.</exception>
    public static RouteGroupBuilder MapKeyAccount(
        this IEndpointRouteBuilder endpoints, Action<KeyAccountEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<KeyAccountTelemetry>() is null)
        {
            throw new InvalidOperationException(
                "The services of the endpoints are missing; write services.AddKeyAccount(...).AddAspNetCore() before the host is built.");
        }

        var limits = new KeyAccountEndpointOptions();
        configure?.Invoke(limits);
        var models = endpoints.ServiceProvider.GetRequiredService<KeyAccountModels>();
        var group = endpoints.MapGroup("").WithMetadata(new KeyAccountEndpoint()).WithTags("KeyAccount");
        new KeyAccountEndpoints(group, limits).Map(
            models.Tenants.Select(tenant => models.For(tenant)).Prepend(models.For()).SelectMany(tenant => tenant.Models)
                .DistinctBy(model => (model.Id, model.GetType())));
        return group;
    }

    private static void Complete(JsonOptions options)
    {
        options.SerializerOptions.TypeInfoResolver =
            (options.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(SpokenMembers.AddTo);
        options.SerializerOptions.Converters.Add(new LocalDateJsonConverter());
        options.SerializerOptions.Converters.Add(new YearMonthJsonConverter());
        options.SerializerOptions.Converters.Add(new PeriodJsonConverter());
        options.SerializerOptions.Converters.Add(new InstantJsonConverter());
    }
}
