using System.Text.Json.Serialization;

namespace KeyAccount.Core.Needs;

/// <summary>Which of two needs of the same priority comes first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedOrder>))]
public enum NeedOrder
{
    /// <summary>The deeper one: whoever meets it is not exchanged.</summary>
    Loyalty,

    /// <summary>The explicit one: a tender is scored by what is written.</summary>
    Tender,
}
