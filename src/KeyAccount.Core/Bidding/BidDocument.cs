using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A document of a bid, as the register has it.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidDocument
{
    /// <summary>What it is called; not blank.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>What kind of document; null where it is of none.</summary>
    public BidDocumentKind? Kind { get; init; }

    /// <summary>Whether the tender does not require it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is there.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Whether it must be signed or sealed.</summary>
    public bool NeedsSignature { get; init; }

    /// <summary>Whether it is signed and sealed as required.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The last day on which it is valid; null where it does not expire.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ValidUntil { get; init => field = Guard.Iso(value, nameof(ValidUntil)); }

    /// <summary>The figures in it.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidFigure> Figures { get; init => field = ValueList.Of(value ?? [], nameof(Figures)); } =
        ValueList<BidFigure>.Empty;

    /// <summary>The names, dates and other statements in it.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidStatement> Statements { get; init => field = ValueList.Of(value ?? [], nameof(Statements)); } =
        ValueList<BidStatement>.Empty;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidDocument {{ Name = {Name}, Kind = {Kind}, IsOptional = {IsOptional}, ")
        + Invariant($"IsPresent = {IsPresent}, NeedsSignature = {NeedsSignature}, IsSigned = {IsSigned}, ValidUntil = {ValidUntil:R}, ")
        + Invariant($"Figures = {Figures}, Statements = {Statements} }}");
}
