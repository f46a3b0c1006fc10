using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Reads what was posted, with everything that is wrong and where.</summary>
internal static class PostedJson
{
    private const string PortfolioName = "portfolio";
    private const string SettingsName = "settings";

    public static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo type)
        where T : class => (T)ModelFacts.Read("request", json, type);

    /// <summary>The two parts of a question about impact; the faults of both are told together.</summary>
    public static (Portfolio Portfolio, ModelSettings Settings) ReadImpact(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidModelException("request", [new("$", "it must be an object")]);
        List<ModelFault> faults =
        [
            .. root.EnumerateObject().Where(member => member.Name is not (PortfolioName or SettingsName)).Select(member => new ModelFault(
                member.Name, $"there is no such property; it must be one of {PortfolioName}, {SettingsName}")),
            .. root.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Where(members => members.Count() > 1).Select(
                members => new ModelFault(members.Key, "it is duplicated; give it once")),
        ];
        var portfolio = Part(root, PortfolioName, Portfolio.FromJson, faults);
        var settings = Part(root, SettingsName, SettingsFile.FromJson, faults);
        return faults.Count == 0 ? (portfolio!, settings!) : throw new InvalidModelException("request", faults);
    }

    /// <summary>What the settings of the question make of the models; a fault tells its place in the question.</summary>
    public static T OfSettings<T>(Func<T> make) => Within(SettingsName, make);

    private static T Within<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (InvalidModelException e)
        {
            throw new InvalidModelException("request", [.. e.Faults.Select(fault => fault with
            {
                Path = fault.Path == "$" ? name : fault.Path.StartsWith('[') ? name + fault.Path : $"{name}.{fault.Path}",
            })]);
        }
    }

    private static T? Part<T>(JsonElement root, string name, Func<ReadOnlyMemory<byte>, T> read, List<ModelFault> faults)
        where T : class
    {
        if (!root.TryGetProperty(name, out var part))
        {
            faults.Add(new(name, "it is missing"));
            return null;
        }

        try
        {
            return Within(name, () => read(System.Text.Encoding.UTF8.GetBytes(part.GetRawText())));
        }
        catch (InvalidModelException e)
        {
            faults.AddRange(e.Faults);
            return null;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidModelException("request", [new("$", $"it is not valid JSON: {e.Message}")]);
        }
    }
}
