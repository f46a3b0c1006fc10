using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>How much a document tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Detail>))]
public enum Detail
{
    /// <summary>What matters first, on a screen or two; what is left out is counted.</summary>
    Brief,

    /// <summary>Everything, with every reason.</summary>
    Full,
}
