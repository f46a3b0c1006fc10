using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>The source of a default (a weight, a cut, a scale, a rule).</summary>
/// <remarks>Immutable; equal when kind and reference are equal.</remarks>
public sealed record Provenance
{
    [JsonConstructor]
    internal Provenance(ProvenanceKind kind, string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        Guard.Defined(kind);
        Kind = kind;
        Reference = reference;
    }

    /// <summary>The kind of authority.</summary>
    public ProvenanceKind Kind { get; }

    /// <summary>The document, the citation, or the reason for our judgement.</summary>
    public string Reference { get; }

    /// <summary>Creates the provenance of a default that the source documents state.</summary>
    /// <param name="document">The document, such as <c>《开发大客户培训课件》</c>; not blank.</param>
    /// <returns>The provenance.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is null or blank.</exception>
    public static Provenance Source(string document) => new(ProvenanceKind.Source, document);

    /// <summary>Creates the provenance of a default from published literature.</summary>
    /// <param name="citation">The author, the year and the publication; not blank.</param>
    /// <returns>The provenance.</returns>
    /// <exception cref="ArgumentException"><paramref name="citation"/> is null or blank.</exception>
    public static Provenance Literature(string citation) => new(ProvenanceKind.Literature, citation);

    /// <summary>Creates the provenance of a default that is the judgement of the model's author.</summary>
    /// <param name="reason">Why this value and not another; not blank.</param>
    /// <returns>The provenance.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static Provenance LibraryDefault(string reason) => new(ProvenanceKind.LibraryDefault, reason);

    /// <summary>Creates the provenance of a value from settings that replaces a default.</summary>
    /// <param name="version">The version of the model with those settings; not blank.</param>
    /// <returns>The provenance.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public static Provenance Settings(string version) => new(ProvenanceKind.Settings, version);

    /// <summary>The kind and the reference, such as <c>Source: 《开发大客户培训课件》</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind}: {Reference}";
}
