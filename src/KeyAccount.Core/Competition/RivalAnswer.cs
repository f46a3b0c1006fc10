using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>An answer about a rival: to one of the six questions, or to one of the seven questions of a deal.</summary>
/// <remarks>Immutable, with value equality. It answers exactly one question; <see cref="Rival.Faults"/> says where it does
/// not.</remarks>
public sealed record RivalAnswer
{
    /// <summary>The question of the six; null for an answer to one of the seven.</summary>
    public RivalQuestion? Question { get; init; }

    /// <summary>The question of the seven; null for an answer to one of the six.</summary>
    public DealQuestion? DealQuestion { get; init; }

    /// <summary>The answer; a blank answer counts as none.</summary>
    [Privacy(Privacy.PersonalNote)]
    public required string Text { get; init; }

    /// <summary>Whether the information is first-hand or second-hand; null if not stated.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>The date of the information; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"RivalAnswer {{ Question = {Question}, DealQuestion = {DealQuestion}, Text = {Text}, Origin = {Origin}, Date = {Date:R} }}");
}
