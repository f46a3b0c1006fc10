using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a list of dates in JSON as <c>["2026-03-31"]</c>.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class LocalDateListJsonConverter : JsonConverter<IReadOnlyList<LocalDate>>
{
    private static readonly LocalDateJsonConverter Each = new();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a list of dates.</exception>
    public override IReadOnlyList<LocalDate> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("It must be a list of dates, such as [\"2026-03-31\"].");
        var dates = new List<LocalDate>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            dates.Add(Each.Read(ref reader, typeof(LocalDate), options));
        return ValueList.Of(dates);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<LocalDate> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var date in value)
            Each.Write(writer, date, options);
        writer.WriteEndArray();
    }
}
