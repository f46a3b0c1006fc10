using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>The alignment of the cells of a column.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Alignment>))]
public enum Alignment
{
    /// <summary>Aligned to where reading starts: for texts.</summary>
    Start,

    /// <summary>Aligned to where reading ends: for numbers, so that their digits line up.</summary>
    End,
}
