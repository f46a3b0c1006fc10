using KeyAccount.Core.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KeyAccount.Sweeps;

internal static partial class SweptValues
{
    static partial void AddMore(HostileValues values)
    {
        values.Make<IServiceCollection>(() => new ServiceCollection());
        values.Make<KeyAccountBuilder>(() => new ServiceCollection().AddKeyAccount());
        values.Make<IEndpointRouteBuilder>(() =>
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Services.AddKeyAccount();
            return builder.Build();
        });
    }
}
