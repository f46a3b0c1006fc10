using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Reads and writes a topic of the review in JSON as its name.</summary>
/// <remarks>Stateless and safe to share. A name that no library topic has gives a topic without further texts.</remarks>
public sealed class ReviewTopicJsonConverter : JsonConverter<ReviewTopic>
{
    /// <inheritdoc/>
    public override ReviewTopic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Named(reader.GetString()!) : throw new JsonException(
            $"The JSON of a topic is its name, not {English.Named(reader.TokenType)}.");

    /// <inheritdoc/>
    public override ReviewTopic ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Named(reader.GetString()!);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void Write(Utf8JsonWriter writer, ReviewTopic value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Name);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void WriteAsPropertyName(
        Utf8JsonWriter writer, [DisallowNull] ReviewTopic value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WritePropertyName(value.Name);
    }

    private static ReviewTopic Named(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new JsonException("The name of a topic is blank.") : ReviewTopic.Named(name);
}
