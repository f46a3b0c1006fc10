using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>What strategic cooperation creates, what each side puts in, and what each side would have without it.</summary>
/// <remarks>Immutable, with value equality. Net gain = V − I₁ − I₂. Surplus = net gain − d₁ − d₂, where d is the alternative of each
/// side. How the surplus is shared is a matter of negotiation: the Nash solution gives each side its alternative and half of the
/// surplus.</remarks>
public sealed record SharedGain
{
    // What amounts and their sums can be without leaving a decimal.
    private const double Most = 1e15;

    /// <summary>V: what the cooperation creates for both sides together, −10¹⁵ … 10¹⁵; null if nobody has calculated it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-Most, Most, FactUnit.Money)]
    public decimal? ValueCreated { get; init => field = FactRange<SharedGain>.Checked(value); }

    /// <summary>I₁: what we invest in it, 0 … 10¹⁵; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, Most, FactUnit.Money)]
    public decimal? OurInvestment { get; init => field = FactRange<SharedGain>.Checked(value); }

    /// <summary>I₂: what the customer invests in it, 0 … 10¹⁵; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, Most, FactUnit.Money)]
    public decimal? TheirInvestment { get; init => field = FactRange<SharedGain>.Checked(value); }

    /// <summary>d₁: what we would gain without it, by our best alternative, −10¹⁵ … 10¹⁵; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-Most, Most, FactUnit.Money)]
    public decimal? OurAlternative { get; init => field = FactRange<SharedGain>.Checked(value); }

    /// <summary>d₂: what the customer would gain without it, −10¹⁵ … 10¹⁵; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-Most, Most, FactUnit.Money)]
    public decimal? TheirAlternative { get; init => field = FactRange<SharedGain>.Checked(value); }

    /// <summary>V − I₁ − I₂: what is left for both sides; null if one of the three is not known.</summary>
    [JsonIgnore]
    public decimal? NetGain => ValueCreated - OurInvestment - TheirInvestment;

    /// <summary>What both sides gain together beyond their alternatives; null if one of the five is not known.
    /// Below 0 there is nothing to share, and at least one side is better off without the cooperation.</summary>
    [JsonIgnore]
    public decimal? Surplus => NetGain - OurAlternative - TheirAlternative;

    /// <summary>The names of the amounts that are not known, in their order: unknown is not zero, so nothing is shared before they
    /// are.</summary>
    internal IEnumerable<string> Missing
    {
        get
        {
            (string Name, decimal? Amount)[] amounts =
            [
                (nameof(ValueCreated), ValueCreated), (nameof(OurInvestment), OurInvestment), (nameof(TheirInvestment), TheirInvestment),
                (nameof(OurAlternative), OurAlternative), (nameof(TheirAlternative), TheirAlternative),
            ];
            return amounts.Where(each => each.Amount is null).Select(each => each.Name);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"SharedGain {{ ValueCreated = {ValueCreated}, OurInvestment = {OurInvestment}, TheirInvestment = {TheirInvestment}, ")
        + Invariant($"OurAlternative = {OurAlternative}, TheirAlternative = {TheirAlternative} }}");
}
