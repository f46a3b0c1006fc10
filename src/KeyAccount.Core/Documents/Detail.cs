using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>How much detail a document shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Detail>))]
public enum Detail
{
    /// <summary>The most important facts, on a screen or two; a count shows what is left out.</summary>
    Brief,

    /// <summary>Everything, with every reason.</summary>
    Full,
}
