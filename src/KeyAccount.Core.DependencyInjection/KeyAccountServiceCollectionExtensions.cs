using KeyAccount.Core.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers KeyAccount.Core in a host.</summary>
/// <example>
/// <code>
/// using KeyAccount.Core.DependencyInjection;
/// using Microsoft.Extensions.DependencyInjection;
///
/// var services = new ServiceCollection();
/// services.AddKeyAccount();
/// using var host = services.BuildServiceProvider();
/// var models = host.GetRequiredService&lt;KeyAccountModels&gt;();
/// Console.WriteLine($"{models.Tenants.Count} tenants, {models.Faults.Count} faults in their settings");
/// </code>
/// </example>
public static class KeyAccountServiceCollectionExtensions
{
    /// <summary>Adds the models of the library, configured by code alone. May be called several times.</summary>
    /// <param name="services">The services.</param>
    /// <returns>Adds models of your own and configures tenants.</returns>
    /// <remarks>
    /// <para>Singleton: <see cref="KeyAccountModels"/>. Scoped, so that a request works with one state of the settings:
    /// <see cref="TenantModels"/>,
    /// <c>ReviewModels</c>, <c>AccountReviewer</c>, and every scorecard and decision table by its type, and by its id as a keyed
    /// service.</para>
    /// <para>A host does not start with settings that have faults: it ends with an <see cref="OptionsValidationException"/> that names all
    /// of them. Without a host, the first that is asked for throws it.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static KeyAccountBuilder AddKeyAccount(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new KeyAccountBuilder(services).AddServices();
    }

    /// <summary>Adds the models of the library, configured by a section and reloaded with it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("KeyAccount")</c>: <c>Models</c> holds settings of scorecards
    /// by their ids, in the form of a settings file; <c>Tenants</c> holds, by the names of tenants, the same again, which lies over that;
    /// <c>Terms</c> adds values to open terms. A key that nothing answers to is a fault.</param>
    /// <returns>Adds models of your own and configures tenants.</returns>
    /// <remarks>As <see cref="AddKeyAccount(IServiceCollection)"/>. Settings that are reloaded with faults are not taken over:
    /// <see cref="KeyAccountModels"/> tells.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A section was added before.</exception>
    public static KeyAccountBuilder AddKeyAccount(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        if (services.Any(service => service.ServiceType == typeof(SettingsSection)))
            throw new InvalidOperationException(
                $"The settings of a section were added before; those of '{section.Path}' cannot be added to them.");
        var settings = new SettingsSection(section);
        services.AddSingleton(settings);
        services.AddSingleton<IConfigureOptions<KeyAccountOptions>>(settings);
        services.AddSingleton<IOptionsChangeTokenSource<KeyAccountOptions>>(settings);
        return services.AddKeyAccount();
    }
}
