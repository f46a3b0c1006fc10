using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>An issue of a negotiation with our positions on it: price, term, payment, volume and whatever else is talked about.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. Everything but key, label and
/// direction may be unknown; unknown is null, never zero. Exact decimals in the unit of the issue.</remarks>
public sealed record NegotiationIssue
{
    /// <summary>An issue from its parts.</summary>
    /// <param name="key">The stable identifier; not blank.</param>
    /// <param name="label">The display name.</param>
    /// <param name="direction">The direction in which the issue is better for us.</param>
    /// <param name="unit">The unit of its values.</param>
    /// <param name="weight">The weight of the issue for us; not negative, on any scale.</param>
    /// <param name="opening">The opening position; no worse for us than target and reservation.</param>
    /// <param name="target">The target; no worse for us than the reservation.</param>
    /// <param name="reservation">The reservation: the limit of our side.</param>
    /// <param name="theirReservation">The reservation of the other side, known or estimated.</param>
    /// <exception cref="ArgumentNullException">Key or label is null.</exception>
    /// <exception cref="ArgumentException">The key is blank, or the positions are out of their order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The direction is neither of the two, or the weight is negative, NaN or
    /// infinite.</exception>
    [JsonConstructor]
    public NegotiationIssue(
        string key,
        Text label,
        IssueDirection direction,
        Text? unit = null,
        double? weight = null,
        decimal? opening = null,
        decimal? target = null,
        decimal? reservation = null,
        IssueRange? theirReservation = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(label);
        Guard.Defined(direction);
        if (weight is { } given)
            Guard.Between(given, 0, double.MaxValue, nameof(weight));
        (Key, Label, Direction, Unit, Weight, Opening, Target, Reservation, TheirReservation) =
            (key, label, direction, unit, weight, opening, target, reservation, theirReservation);
        InOrder(opening, nameof(opening), target, nameof(target));
        InOrder(target, nameof(target), reservation, nameof(reservation));
        InOrder(opening, nameof(opening), reservation, nameof(reservation));
    }

    /// <summary>The stable identifier.</summary>
    public string Key { get; }

    /// <summary>The display name.</summary>
    public Text Label { get; }

    /// <summary>The direction in which the issue is better for us.</summary>
    public IssueDirection Direction { get; }

    /// <summary>The unit of its values; null if it has none.</summary>
    public Text? Unit { get; }

    /// <summary>The weight of the issue for us; null if not stated.</summary>
    public double? Weight { get; }

    /// <summary>The opening position.</summary>
    public decimal? Opening { get; }

    /// <summary>The target.</summary>
    public decimal? Target { get; }

    /// <summary>The reservation: the limit of our side.</summary>
    public decimal? Reservation { get; }

    /// <summary>The reservation of the other side, known or estimated.</summary>
    public IssueRange? TheirReservation { get; }

    /// <summary>The zone of possible agreement on this issue; null while a reservation is unknown.</summary>
    [JsonIgnore]
    public AgreementZone? Zone => Reservation is not { } ours || TheirReservation is null ? null
        : Direction == IssueDirection.HigherIsBetter ? new(IssueRange.Known(ours), TheirReservation)
        : new(TheirReservation, IssueRange.Known(ours));

    /// <summary>Whether a value is no worse for us than our reservation.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True also while there is no reservation.</returns>
    public bool KeepsReservation(decimal value) => Reservation is not { } limit || IsNoWorse(value, limit);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The key with our positions.</returns>
    public override string ToString() => Invariant(
        $"NegotiationIssue {{ {Key}, {Direction}, Opening = {Opening}, Target = {Target}, Reservation = {Reservation}, ")
        + $"TheirReservation = {TheirReservation} }}";

    private bool IsNoWorse(decimal value, decimal than) => Direction == IssueDirection.HigherIsBetter ? value >= than : value <= than;

    private void InOrder(decimal? better, string betterName, decimal? worse, string worseName)
    {
        if (better is { } first && worse is { } second && !IsNoWorse(first, second))
        {
            var range = Direction == IssueDirection.HigherIsBetter ? "at least" : "at most";
            throw new ArgumentException(
                Invariant($"{betterName} is {first}; with {Direction} it must be {range} {worseName}, {second}."), betterName);
        }
    }
}
