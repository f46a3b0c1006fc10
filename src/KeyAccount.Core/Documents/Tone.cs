using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>How strongly a paragraph asks for attention.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tone>))]
public enum Tone
{
    /// <summary>Normal text.</summary>
    Plain,

    /// <summary>Secondary text: a legend, a source, a note on what was left out.</summary>
    Note,

    /// <summary>Text that must not be overlooked.</summary>
    Warning,
}
