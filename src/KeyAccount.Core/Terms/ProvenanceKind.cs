using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>What kind of authority stands behind a default.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProvenanceKind>))]
public enum ProvenanceKind
{
    /// <summary>The source documents the method is taught from.</summary>
    Source,

    /// <summary>Published literature, cited.</summary>
    Literature,

    /// <summary>The judgement of this library: meant to be replaced, and never the method's own.</summary>
    LibraryDefault,

    /// <summary>The settings of whoever uses the library.</summary>
    Settings,
}
