using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A document of a bid, as recorded in the register.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidDocument
{
    /// <summary>The name of the document; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>The kind of document; null if it is of none of these kinds.</summary>
    public BidDocumentKind? Kind { get; init; }

    /// <summary>Whether the tender does not require the document.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the document is present.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Whether the document must be signed or sealed.</summary>
    public bool NeedsSignature { get; init; }

    /// <summary>Whether the document is signed and sealed as required.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The last day on which the document is valid; null if it does not expire.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ValidUntil { get; init => field = Guard.Iso(value, nameof(ValidUntil)); }

    /// <summary>The figures in the document.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidFigure> Figures { get; init => field = ValueList.Of(value ?? [], nameof(Figures)); } =
        ValueList<BidFigure>.Empty;

    /// <summary>The names, dates and other statements in the document.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidStatement> Statements { get; init => field = ValueList.Of(value ?? [], nameof(Statements)); } =
        ValueList<BidStatement>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidDocument {{ Name = {Name}, Kind = {Kind}, IsOptional = {IsOptional}, ")
        + Invariant($"IsPresent = {IsPresent}, NeedsSignature = {NeedsSignature}, IsSigned = {IsSigned}, ValidUntil = {ValidUntil:R}, ")
        + Invariant($"Figures = {Figures}, Statements = {Statements} }}");
}
