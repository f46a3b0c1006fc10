using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The switching cost in money on a day, and its consequences for prices: the discount that a rival needs, and the premium that is
/// safe.</summary>
/// <remarks>
/// <para>total cost of switching = the customer's + the new supplier's; a customer switches when the rival's advantage exceeds its own
/// cost, so a discount d must be above s. Source: Klemperer 1987; Shapiro &amp; Varian, Information Rules.</para>
/// <para>A value: immutable, equal when the entries (in any order), the day and the contract are, and the same after a round trip through
/// JSON. Amounts are in one currency, the caller's, and as of the day. Sums are exact: what a decimal cannot
/// hold is an <see cref="OverflowException"/>.</para>
/// </remarks>
public sealed record SwitchingCostInMoney
{
    /// <summary>Adds up the switching cost.</summary>
    /// <param name="entries">The amounts, in any order. A part without an entry costs nothing; give a part whose cost is not known an entry
    /// of null.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="contract">The contract with us; null if there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">An entry is bound to the contract, and no contract is given.</exception>
    /// <exception cref="OverflowException">A sum or product has more digits than a decimal holds.</exception>
    [JsonConstructor]
    public SwitchingCostInMoney(IReadOnlyList<SwitchingCostEntry> entries, LocalDate asOf, SupplyContract? contract = null)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(entries[i], nameof(entries));
            if (contract is null && entries[i].Binding != ContractBinding.None)
            {
                throw new ArgumentException(
                    Invariant($"entries[{i}] is bound to the contract ({entries[i].Binding}) and no contract is given; give it."),
                    nameof(entries));
            }
        }

        Entries = ValueList.Of(entries.OrderBy(entry => entry.Part.Value).ThenBy(entry => entry.Binding).ThenBy(entry => entry.Amount));
        AsOf = asOf;
        Contract = contract;
        DaysLeft = contract?.DaysLeft(asOf) ?? 0;
        Customer = Sum(entry => entry.Part.IsBorneByCustomer);
        NewSupplier = Sum(entry => !entry.Part.IsBorneByCustomer);
        Total = Exact(Customer, NewSupplier);
    }

    /// <summary>The amounts, by part.</summary>
    public IReadOnlyList<SwitchingCostEntry> Entries { get; }

    /// <summary>The reference date.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate AsOf { get; }

    /// <summary>The contract with us; null if there is none.</summary>
    public SupplyContract? Contract { get; }

    /// <summary>The number of days left of the contract, the reference date included; 0 without a contract.</summary>
    public int DaysLeft { get; }

    /// <summary>The customer's cost: the sum of its known amounts.</summary>
    public decimal Customer { get; }

    /// <summary>The new supplier's cost: the sum of its known amounts.</summary>
    public decimal NewSupplier { get; }

    /// <summary>The total cost of switching: the customer's + the new supplier's.</summary>
    public decimal Total { get; }

    /// <summary>Whether every amount is known. If one is not, every sum is a lower bound.</summary>
    public bool IsComplete => Entries.All(entry => entry.AmountWith(DaysLeft) is not null);

    /// <summary>The discount below our price that a rival with the same benefits must exceed: the customer's cost.</summary>
    public PriceGap NeededDiscount => Gap(Customer);

    /// <summary>The premium of our price over that of a rival with the same benefits at which the customer still stays: the customer's
    /// cost. If an amount is not known, the premium is still safe, only smaller than it could be.</summary>
    public PriceGap SafePremium => Gap(Customer);

    /// <summary>The premium of our price over the rival's own cost below which winning the customer does not pay for the rival: the total
    /// cost of switching, because the rival has to reimburse the customer's part and recover its own.</summary>
    public PriceGap PremiumBeforeEntryPays => Gap(Total);

    /// <summary>The sum of the known amounts of one part.</summary>
    /// <param name="part">The part.</param>
    /// <returns>Their sum on the day; 0 where it has no entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
    public decimal Of(SwitchingCostPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Sum(entry => entry.Part == part);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The day, the sums and the contract by name.</returns>
    public override string ToString() =>
        Invariant($"SwitchingCostInMoney {{ AsOf = {AsOf:R}, Customer = {Customer}, NewSupplier = {NewSupplier}, Total = {Total}, ")
        + Invariant($"IsComplete = {IsComplete}, Contract = {Contract} }}");

    // Decimal addition rounds where the two have more than 28 digits between them.
    private static decimal Exact(decimal one, decimal other)
    {
        var sum = DecimalOverflow.Named(() => one + other, "The sum of SwitchingCostInMoney", (nameof(one), one), (nameof(other), other));
        return sum - one == other && sum - other == one
            ? sum
            : throw new OverflowException(Invariant($"{one} plus {other} has more digits than a decimal holds; round them first."));
    }

    private decimal Sum(Func<SwitchingCostEntry, bool> which) =>
        Entries.Where(which).Aggregate(0m, (sum, entry) => Exact(sum, entry.AmountWith(DaysLeft) ?? 0));

    private PriceGap Gap(decimal amount) => new(amount, DaysLeft == 0 ? null : DecimalOverflow.Named(
        () => amount * Contract!.Days / (Contract.Units * DaysLeft),
        "PriceGap.PerUnit",
        (nameof(amount), amount),
        (nameof(Contract), Contract)));

    /// <summary>The switching cost in money for a person: the sums, what a rival would have to give, and every entry.</summary>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? currency = null, string language = Terms.Language.English) =>
        SwitchingCostDocuments.Of(this, currency, language);
}
