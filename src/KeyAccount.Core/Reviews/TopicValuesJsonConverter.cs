using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Reads and writes the values of your own topics in JSON: an object with a member for each topic, whose value is kept as it
/// is.</summary>
/// <remarks>Stateless and safe to share. A blank or repeated name throws a <see cref="JsonException"/>.</remarks>
public sealed class TopicValuesJsonConverter : JsonConverter<IReadOnlyList<TopicValue>>, IRawJson
{
    /// <inheritdoc/>
    public override IReadOnlyList<TopicValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"topics is {English.Named(reader.TokenType)}; it must be an object.");
        var values = new List<TopicValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (string.IsNullOrWhiteSpace(name))
                throw new JsonException("topics has a name that is blank.");
            if (values.Exists(value => value.Topic.Name == name))
                throw new JsonException($"the topic '{name}' is duplicated.");
            reader.Read();
            var json = RawJsonConverter.ReadFrom(ref reader);
            values.Add(new(ReviewTopic.Named(name), json == "null" ? null : json));
        }

        return ValueList.Of(values);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options, or a value, is null.</exception>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TopicValue> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Guard.NoNull(value);
        writer.WriteStartObject();
        foreach (var each in value)
        {
            writer.WritePropertyName(each.Topic.Name);
            RawJsonConverter.WriteTo(writer, each.Json ?? "null");
        }

        writer.WriteEndObject();
    }
}
