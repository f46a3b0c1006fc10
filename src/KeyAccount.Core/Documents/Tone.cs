using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>How much a paragraph asks for attention.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tone>))]
public enum Tone
{
    /// <summary>The text itself.</summary>
    Plain,

    /// <summary>Beside the text: a legend, a source, what was left out.</summary>
    Note,

    /// <summary>What must not be overlooked.</summary>
    Warning,
}
