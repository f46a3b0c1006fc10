using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Records;

/// <summary>A purchase of an account.</summary>
/// <param name="AccountId">The account; not blank.</param>
/// <param name="Date">The day of the purchase.</param>
/// <param name="Amount">The amount; negative for a return, which counts as revenue but does not make the account a customer.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountPurchase(string AccountId, LocalDate Date, decimal Amount)
{
    /// <summary>The day of the purchase.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>The amount; negative for a return, which counts as revenue but does not make the account a customer.</summary>
    [JsonPropertyOrder(1)]
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "a return is a negative purchase")]
    public decimal Amount { get; init; } = Amount;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"AccountPurchase {{ AccountId = {AccountId}, Date = {Date:R}, Amount = {Amount} }}");

    internal static void Check(IReadOnlyList<AccountPurchase> purchases)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        foreach (var purchase in purchases)
        {
            ArgumentNullException.ThrowIfNull(purchase, nameof(purchases));
            ArgumentException.ThrowIfNullOrWhiteSpace(purchase.AccountId, nameof(purchases));
        }
    }
}
