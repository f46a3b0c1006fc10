using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>Reads and writes settings of decision tables as JSON; source-generated, so that it works in a trimmed program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    Converters = [typeof(LocalDateJsonConverter), typeof(YearMonthJsonConverter), typeof(PeriodJsonConverter)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DecisionTableSettings))]
internal sealed partial class TableJson : JsonSerializerContext
{
    /// <summary>The advice of the ready tables.</summary>
    public static Func<IJsonTypeInfoResolver>? Ready { get; set; }

    // The context is not there yet while its static members are made.
    private static readonly Lazy<JsonSerializerOptions> Advice = new(WithOwn);

    /// <summary>How a type of advice is read and written; null for one of a program of somebody else's that serializes nothing by
    /// reflection.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only asked where the program serializes by reflection.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only asked where the program serializes by reflection.")]
    public static JsonTypeInfo? TypeOf(Type advice) =>
        Advice.Value.TryGetTypeInfo(advice, out var type) ? type : null;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only made where the program serializes by reflection.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only made where the program serializes by reflection.")]
    private static JsonSerializerOptions WithOwn()
    {
        var options = new JsonSerializerOptions(Default.Options);
        if (Ready?.Invoke() is { } ready)
            options.TypeInfoResolverChain.Add(ready);
        if (JsonSerializer.IsReflectionEnabledByDefault)
            options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        return options;
    }
}
