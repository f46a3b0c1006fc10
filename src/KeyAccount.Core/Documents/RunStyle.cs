using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>The kind of a piece of text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStyle>))]
public enum RunStyle
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>Text that stands out.</summary>
    Emphasis,

    /// <summary>An identifier: the id of a rule, the name of a fact.</summary>
    Code,

    /// <summary>A name from outside: of a person, a company, a product. It keeps its own writing direction.</summary>
    Name,
}
