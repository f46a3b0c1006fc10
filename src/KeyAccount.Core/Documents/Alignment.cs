using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>At which side of a column its cells stand.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Alignment>))]
public enum Alignment
{
    /// <summary>Where reading starts: texts.</summary>
    Start,

    /// <summary>Where reading ends: numbers, so that their digits line up.</summary>
    End,
}
