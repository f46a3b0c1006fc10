using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>The kind of authority behind a default.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProvenanceKind>))]
public enum ProvenanceKind
{
    /// <summary>The source documents from which the method is taught.</summary>
    Source,

    /// <summary>Published literature, cited.</summary>
    Literature,

    /// <summary>The judgement of this library. It is meant to be replaced, and is never part of the method.</summary>
    LibraryDefault,

    /// <summary>The settings of the library's user.</summary>
    Settings,
}
