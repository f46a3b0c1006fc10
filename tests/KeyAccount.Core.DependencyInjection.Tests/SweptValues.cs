using KeyAccount.Core.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace KeyAccount.Sweeps;

internal static partial class SweptValues
{
    static partial void AddMore(HostileValues values)
    {
        values.Make<IServiceCollection>(() => new ServiceCollection());
        values.Make<KeyAccountBuilder>(() => new ServiceCollection().AddKeyAccount());
        var services = new ServiceCollection().AddKeyAccount().Services.BuildServiceProvider();
        values.Make<KeyAccountModels>(services.GetRequiredService<KeyAccountModels>);
        values.Make<TenantModels>(() => services.GetRequiredService<KeyAccountModels>().For());
    }
}
