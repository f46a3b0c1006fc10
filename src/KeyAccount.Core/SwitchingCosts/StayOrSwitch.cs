using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>Whether a customer stays or switches, given the offers it has.</summary>
/// <remarks>
/// <para>A customer switches when the rival's advantage exceeds the cost of switching; when both are worth the same, it stays. Source: L
/// Klemperer 1987; Begg &amp; Vernasca, Economics, table 12.8.</para>
/// <para>A value: immutable, equal when the benefit of staying and the offers (in any order) are, and the same after a round trip through
/// JSON. A pure function over decimals.</para>
/// </remarks>
public sealed record StayOrSwitch
{
    /// <summary>Weighs the offers.</summary>
    /// <param name="benefit">The value of staying to the customer, after our price.</param>
    /// <param name="offers">The offers of the rivals, in any order; each supplier once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="offers"/> or an offer is null.</exception>
    /// <exception cref="ArgumentException">A supplier has no name or is duplicated.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonConstructor]
    public StayOrSwitch(decimal benefit, IReadOnlyList<RivalOffer> offers)
    {
        ArgumentNullException.ThrowIfNull(offers);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < offers.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(offers[i], nameof(offers));
            if (string.IsNullOrWhiteSpace(offers[i].Supplier))
                throw new ArgumentException(Invariant($"offers[{i}] has no supplier; name the supplier of each offer."), nameof(offers));
            if (!seen.Add(offers[i].Supplier))
                throw new ArgumentException(
                    Invariant($"offers[{i}] is a second offer of '{offers[i].Supplier}'; give each supplier once."), nameof(offers));
        }

        Benefit = benefit;
        Offers = ValueList.Of(offers.OrderByDescending(offer => offer.Payoff).ThenBy(offer => offer.Supplier, StringComparer.Ordinal));
    }

    /// <summary>The value of staying to the customer.</summary>
    public decimal Benefit { get; }

    /// <summary>The offers of the rivals, by their value after the cost of switching, the highest first, then by name.</summary>
    public IReadOnlyList<RivalOffer> Offers { get; }

    /// <summary>The offer with the highest value after the cost of switching; null without offers.</summary>
    [JsonIgnore]
    public RivalOffer? Best => Offers.Count > 0 ? Offers[0] : null;

    /// <summary>Whether the customer stays: no offer is worth more than staying, after the cost of switching.</summary>
    [JsonIgnore]
    public bool Stays => Best is null || Best.Payoff <= Benefit;

    /// <summary>The result in a sentence.</summary>
    [JsonIgnore]
    public Text Reason => Best is null
        ? TextTable.Library["SwitchingCosts.StayOrSwitch.NoOffer"]
        : TextTable.Library[Stays ? "SwitchingCosts.StayOrSwitch.Stay" : "SwitchingCosts.StayOrSwitch.Switch"]
            .With(Best.Supplier, Benefit, Best.Payoff, Best.Benefit, Best.SwitchingCost);

    /// <summary>The additional value that an offer lacks to win the customer: the rival must add more than this.</summary>
    /// <param name="offer">One of the offers, or any other.</param>
    /// <returns><see cref="Benefit"/> − <see cref="RivalOffer.Payoff"/>; negative if the offer already wins the customer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="offer"/> is null.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal LackOf(RivalOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return DecimalOverflow.Named(
            () => Benefit - offer.Payoff, "StayOrSwitch.LackOf", (nameof(Benefit), Benefit), (nameof(offer.Payoff), offer.Payoff));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"StayOrSwitch {{ Stays = {Stays}, Benefit = {Benefit}, Offers = {Offers} }}");

    /// <summary>The choice for a person: what the customer does and why, with every offer.</summary>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? currency = null, string language = Terms.Language.English) =>
        SwitchingCostDocuments.Of(this, currency, language);
}
