using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The known facts of a company that is to become a customer.</summary>
/// <remarks>Immutable, with value equality. Everything may be unknown.</remarks>
public sealed record ProspectRecord
{
    /// <summary>The urgency of its need for what we supply.</summary>
    public FactorLevel? NeedUrgency { get; init; }

    /// <summary>The fit with our positioning; <see cref="FactorLevel.None"/> is outside of it.</summary>
    public FactorLevel? PositioningFit { get; init; }

    /// <summary>The stated ability to pay; balance sheet and paying habit take precedence.</summary>
    public PayingAbility? AbilityToPay { get; init; }

    /// <summary>The average number of days by which the company pays late, from a credit bureau or another supplier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Days, UsualMaximum = 365)]
    public double? DaysLate { get; init => field = FactRange<ProspectRecord>.Checked(value); }

    /// <summary>The figures of its last balance sheet.</summary>
    public BalanceFigures? Balance { get; init; }

    /// <summary>The expected yearly purchases.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? ExpectedPurchases { get; init => field = FactRange<ProspectRecord>.Checked(value); }

    /// <summary>The present supplier, by id or name; null if there is none, or none is known.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Incumbent { get; init; }

    /// <summary>The company's satisfaction with that supplier.</summary>
    public SatisfactionLevel? IncumbentSatisfaction { get; init; }

    /// <summary>The height of the barrier that binds the company to that supplier.</summary>
    public BarrierLevel? IncumbentBarrier { get; init; }

    /// <summary>A current event that may let us in; null if there is none.</summary>
    public IncumbentEvent? IncumbentEvent { get; init; }

    /// <summary>The day on which work on the prospect began; null before that.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); }

    /// <summary>The events since, in order.</summary>
    public IReadOnlyList<ProspectEvent> History { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ProspectEvent>.Empty;

    /// <summary>Whether anything is known of a present supplier.</summary>
    internal bool HasIncumbent =>
        Incumbent is not null || IncumbentSatisfaction is not null || IncumbentBarrier is not null || IncumbentEvent is not null;

    /// <summary>Everything that is wrong with the record, each fault with the member that it concerns.</summary>
    /// <param name="asOf">The day of the facts.</param>
    /// <returns>Member and message: a history without a day on which it began, an event that is refused, a day of the future.</returns>
    internal IEnumerable<(string Member, string Message)> Faults(LocalDate asOf)
    {
        if (Balance?.On > asOf)
            yield return ("balance.on", Late(Balance.On!.Value));
        foreach (var (member, message) in Balance?.Faults() ?? [])
            yield return ($"balance.{member}", message);
        if (OpenedOn > asOf)
            yield return ("openedOn", Late(OpenedOn.Value));
        if (OpenedOn is null && History.Count > 0)
            yield return ("openedOn", "it is missing; a history needs the day on which the work began");
        var (at, isRefused) = (OpenedOn is { } opened ? ProspectCase.Open("prospect", opened) : null, false);
        for (var i = 0; i < History.Count; i++)
        {
            var place = Invariant($"history[{i}]");
            if (History[i] is not { } happened)
            {
                yield return (place, "it is null; it must be an object");
                isRefused = true;
                continue;
            }

            if (happened.On > asOf)
                yield return ($"{place}.on", Late(happened.On));

            // What follows a refused event is refused for it, and not named again.
            if (at is null || isRefused)
                continue;
            var result = at.Apply(happened);
            if (!result.IsAccepted)
            {
                yield return (place, $"it is refused: {result.Reason.En}");
                isRefused = true;
            }

            at = result.Case;
        }

        string Late(LocalDate day) => $"it is {LocalDatePattern.Iso.Format(day)}; it must be {LocalDatePattern.Iso.Format(asOf)} "
            + "(the day of the facts) or earlier";
    }

    // Who is won or given up is no prospect any more; the events themselves are checked elsewhere.
    [JsonIgnore]
    internal bool IsClosed => History.Count > 0 && (History[^1].Kind == ProspectEventKind.Dropped
        || History.Select(each => each.Action).OfType<KeyAction>().Distinct().Count() == KeyAction.InOrder.Count);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Since when it is worked on, and how many events there are.</returns>
    public override string ToString() => Invariant(
        $"ProspectRecord {{ OpenedOn = {OpenedOn:R}, ExpectedPurchases = {ExpectedPurchases}, History = {History.Count} }}");
}
