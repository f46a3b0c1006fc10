using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a text that a person may have written: as a string if it reads the same in every language, otherwise as
/// <see cref="TextJsonConverter"/> does.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class PlainTextJsonConverter : JsonConverter<Text>
{
    private static readonly TextJsonConverter InLanguages = new();

    /// <inheritdoc/>
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : InLanguages.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.En == value.ZhHans && value.En == value.ZhHant)
            writer.WriteStringValue(value.En);
        else
            InLanguages.Write(writer, value, options);
    }
}
