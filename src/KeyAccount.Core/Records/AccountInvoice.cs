using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Records;

/// <summary>An invoice to an account.</summary>
/// <param name="AccountId">The account; not blank.</param>
/// <param name="Amount">The amount to be paid; not negative.</param>
/// <param name="Due">The day on which the invoice is due.</param>
/// <param name="Paid">The day on which the invoice was paid; null while it is open.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountInvoice(
    string AccountId,
    [property: FactRange(FactUnit.Money)] decimal Amount,
    LocalDate Due,
    LocalDate? Paid)
{
    /// <summary>The day on which the invoice is due.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Due { get; init => field = Guard.Iso(value, nameof(Due)); } = Guard.Iso(Due);

    /// <summary>The day on which the invoice was paid; null while it is open.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Paid { get; init => field = Guard.Iso(value, nameof(Paid)); } = Guard.Iso(Paid);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AccountInvoice {{ AccountId = {AccountId}, Amount = {Amount}, Due = {Due:R}, Paid = {Paid:R} }}");

    internal static void Check(AccountInvoice invoice, string name)
    {
        ArgumentNullException.ThrowIfNull(invoice, name);
        ArgumentException.ThrowIfNullOrWhiteSpace(invoice.AccountId, $"{name}.AccountId");
        Guard.NotNegative(invoice.Amount, $"{name}.Amount");
    }
}
