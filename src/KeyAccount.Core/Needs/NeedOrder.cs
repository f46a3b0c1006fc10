using System.Text.Json.Serialization;

namespace KeyAccount.Core.Needs;

/// <summary>The order of two needs of the same priority.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedOrder>))]
public enum NeedOrder
{
    /// <summary>The deeper need first: a supplier that meets it is hard to replace.</summary>
    Loyalty,

    /// <summary>The explicit need first: a tender is scored by what is written.</summary>
    Tender,
}
