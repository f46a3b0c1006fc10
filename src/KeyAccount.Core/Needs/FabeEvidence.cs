using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The evidence for an argument.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FabeEvidence
{
    /// <summary>The kind of the evidence; null if not stated.</summary>
    public EvidenceKind? Kind { get; init; }

    /// <summary>What the evidence shows; null or blank for none, which proves nothing.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Text { get; init; }

    /// <summary>The date of the evidence; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"FabeEvidence {{ Kind = {Kind}, Text = {Text}, Date = {Date:R} }}");
}
