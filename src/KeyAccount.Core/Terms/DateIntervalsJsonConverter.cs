using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes date intervals in JSON, each in ISO 8601 form: <c>2026-01-01/2026-03-31</c>.</summary>
internal sealed class DateIntervalsJsonConverter : JsonConverter<IReadOnlyList<DateInterval>>
{
    public override IReadOnlyList<DateInterval> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"The JSON of intervals is a list, not {English.Named(reader.TokenType)}.");
        var intervals = new List<DateInterval>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            intervals.Add(Parsed(reader.TokenType == JsonTokenType.String ? reader.GetString()! : ""));
        return ValueList.Of(intervals);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<DateInterval> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var interval in value)
            writer.WriteStringValue($"{LocalDatePattern.Iso.Format(interval.Start)}/{LocalDatePattern.Iso.Format(interval.End)}");
        writer.WriteEndArray();
    }

    private static DateInterval Parsed(string text) =>
        text.Split('/') is [var from, var to]
            && LocalDatePattern.Iso.Parse(from) is { Success: true, Value: var start }
            && LocalDatePattern.Iso.Parse(to) is { Success: true, Value: var end }
            && start <= end
            ? new(start, end)
            : throw new JsonException($"'{text}' is not an interval of dates; write it as in 2026-01-01/2026-03-31.");
}
