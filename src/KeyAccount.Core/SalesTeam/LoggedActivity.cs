using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>An activity: an entry of a weekly log.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LoggedActivity
{
    /// <summary>The kind of activity.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required LogActivityKind Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>The account; null if there was none.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Account { get; init; }

    /// <summary>The day; null if it was not written down.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The hours it took; null if they were not written down.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 168, the hours of a week.</exception>
    [FactRange(0, 168, FactUnit.Number, UsualMaximum = 24)]
    public double? Hours { get; init => field = FactRange<LoggedActivity>.Checked(value); }

    /// <summary>The result; null if it was not written down.</summary>
    public LogResult? Result { get; init; }

    /// <summary>What was said and done; null if it was not written down.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Text { get; init; }

    /// <summary>The day on which the entry was written; null for the day of the log.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? WrittenOn { get; init => field = Guard.Iso(value, nameof(WrittenOn)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Kind, account, day, hours and result by name.</returns>
    public override string ToString() => Invariant($"LoggedActivity {{ Kind = {Kind}, Account = {Account}, On = {On:R}, ")
        + Invariant($"Hours = {Hours}, Result = {Result} }}");
}
