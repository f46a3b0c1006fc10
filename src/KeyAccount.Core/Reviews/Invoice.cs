using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An invoice from us to the customer.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Invoice
{
    /// <summary>The number of the invoice, unique in the account; null if it is not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Id { get; init; }

    /// <summary>The amount to be paid; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public required decimal Amount { get; init => field = FactRange<Invoice>.Checked(value); }

    /// <summary>The day on which the invoice was issued; null if it is not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Issued { get; init => field = Guard.Iso(value, nameof(Issued)); }

    /// <summary>The day on which the invoice is due; not before <see cref="Issued"/>.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Due { get; init => field = Guard.Iso(value, nameof(Due)); }

    /// <summary>The day on which the invoice was paid, not before <see cref="Issued"/>; null while it is open.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Paid { get; init => field = Guard.Iso(value, nameof(Paid)); }

    /// <summary>The number of days by which the invoice is overdue on a day; 0 if it is paid or not yet due.</summary>
    internal int DaysOverdueOn(LocalDate day) =>
        Amount == 0 || Paid <= day ? 0 : Math.Max(0, NodaTime.Period.DaysBetween(Due, day));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"Invoice {{ Id = {Id}, Amount = {Amount}, Issued = {Issued:R}, Due = {Due:R}, Paid = {Paid:R} }}");
}
