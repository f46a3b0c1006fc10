using Microsoft.Extensions.Configuration;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>A source of settings in JSON that tests change while a host runs.</summary>
internal sealed class Settings(string json) : ConfigurationProvider, IConfigurationSource
{
    public static IConfigurationSection SectionOf(string json) =>
        new ConfigurationBuilder().Add(new Settings(json)).Build().GetSection("KeyAccount");

    public IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        Data = DataOf(json);
        return this;
    }

    /// <summary>Takes over other settings and tells everybody.</summary>
    public void Change(string other)
    {
        Data = DataOf(other);
        OnReload();
    }

    private static Dictionary<string, string?> DataOf(string json) => new(
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build()
            .AsEnumerable(), StringComparer.OrdinalIgnoreCase);
}
