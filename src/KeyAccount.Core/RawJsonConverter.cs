using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core;

/// <summary>Keeps a JSON value as its text, for a member whose form another program decides.</summary>
internal sealed class RawJsonConverter : JsonConverter<string>, IRawJson
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadFrom(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => WriteTo(writer, value);

    /// <summary>Reads a value as its text without blanks.</summary>
    public static string ReadFrom(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Compact(document.RootElement);
    }

    /// <summary>Writes a value as the writer writes: indented where it indents.</summary>
    public static void WriteTo(Utf8JsonWriter writer, string value)
    {
        using var document = JsonDocument.Parse(value);
        document.RootElement.WriteTo(writer);
    }

    /// <summary>A value without blanks, so that the same value is the same text.</summary>
    public static string Compact(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            element.WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

/// <summary>A converter that keeps JSON whose form somebody else decides: nothing can be said of its members.</summary>
internal interface IRawJson;
