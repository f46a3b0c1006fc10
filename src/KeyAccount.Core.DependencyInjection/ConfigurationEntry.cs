using Microsoft.Extensions.Configuration;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>A section of a configuration as it was at one moment.</summary>
internal sealed record ConfigurationEntry(string Key, string Path, string? Value, IReadOnlyList<ConfigurationEntry> Parts)
{
    // A configuration that changes faster than this can be read tells so afterwards, and is read again then.
    private const int MostReadings = 16;

    /// <summary>Whether something is said here, as against null, "" and {}, which say nothing.</summary>
    public bool HasValue => !string.IsNullOrEmpty(Value);

    /// <summary>This entry with another one of the same place over it: its value and its parts go before those of this one.</summary>
    public ConfigurationEntry Under(ConfigurationEntry other) => new(
        Key,
        other.HasValue ? other.Path : Path,
        other.HasValue ? other.Value : Value,
        [
            .. Parts.Select(part => other.Part(part.Key) is { } over ? part.Under(over) : part),
            .. other.Parts.Where(part => Part(part.Key) is null),
        ]);

    /// <summary>A part by its key, in upper or lower case; null if there is none.</summary>
    public ConfigurationEntry? Part(string key) =>
        Parts.FirstOrDefault(part => string.Equals(part.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a section. A provider may take over new values between two of our reads, so it is read until nothing changes any
    /// more.</summary>
    public static ConfigurationEntry Of(IConfigurationSection section)
    {
        var entry = ReadOnce(section);
        for (var i = 1; i < MostReadings; i++)
        {
            var again = ReadOnce(section);
            if (again.Equals(entry))
                break;
            entry = again;
        }

        return entry;
    }

    public bool Equals(ConfigurationEntry? other) =>
        other is not null && Key == other.Key && Value == other.Value && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(Key, Value, Parts.Count);

    private static ConfigurationEntry ReadOnce(IConfigurationSection section) =>
        new(section.Key, section.Path, section.Value, [.. section.GetChildren().Select(ReadOnce)]);
}
