using KeyAccount.Core.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Whether the models in use are those of the configuration.</summary>
internal sealed class SettingsHealthCheck(KeyAccountModels models) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var faults = models.Faults;
        return Task.FromResult(faults.Count == 0
            ? HealthCheckResult.Healthy("The models in use are those of the configuration.")
            : new(
                context.Registration.FailureStatus,
                $"The reloaded settings have {(faults.Count == 1 ? "a fault" : FormattableString.Invariant($"{faults.Count} faults"))}; "
                    + "the last good models stay in use.",
                data: faults.GroupBy(fault => fault.Path, StringComparer.Ordinal)
                    .ToDictionary(
                        place => place.Key, place => (object)string.Join("; ", place.Select(fault => fault.Message)),
                        StringComparer.Ordinal)));
    }
}
